"""Moves pictures, charts, text boxes and notes with the rows they stand on."""

import re

from lxml import etree

from tikissa.export.workbook.deletion import Deletion
from tikissa.export.workbook.package import local

_SHAPE = re.compile(r"<(?:\w+:)?shape\s.*?</(?:\w+:)?shape>", re.DOTALL)
_ROW = re.compile(r"(<(?:\w+:)?Row>\s*)(\d+)(\s*</(?:\w+:)?Row>)")
_ANCHOR = re.compile(r"(<(?:\w+:)?Anchor>\s*)([\d,\s-]+?)(\s*</(?:\w+:)?Anchor>)")
_KIND = re.compile(r"<(?:\w+:)?ClientData\s[^>]*?ObjectType\s*=\s*[\"'](\w+)[\"']")


def move_drawing(root: etree._Element, deletion: Deletion) -> None:
    """Move the anchors of a drawing part; rows count from 0 there."""
    for corner in root.iter():
        if local(corner) not in ("from", "to"):
            continue
        parts = {local(child): child for child in corner}
        if "row" in parts:
            row = int(parts["row"].text or "0") + 1
            parts["row"].text = str(deletion.moved(row) - 1)
            if row in deletion and "rowOff" in parts:
                parts["rowOff"].text = "0"


def move_notes(vml: str, deletion: Deletion) -> str:
    """Move the boxes of cell notes in a legacy drawing, which need not be well-formed XML; a deleted row's box goes."""

    def shape(match: re.Match[str]) -> str:
        row = _ROW.search(match[0])
        if row and int(row[2]) + 1 in deletion:
            return ""
        moved = _ROW.sub(lambda found: f"{found[1]}{deletion.moved(int(found[2]) + 1) - 1}{found[3]}", match[0])
        return _ANCHOR.sub(lambda found: found[1] + _anchor(found[2], deletion) + found[3], moved)

    return _SHAPE.sub(shape, vml)


def shape_kinds(vml: str) -> frozenset[str]:
    """Return what the shapes of a legacy drawing are: `Note`, or a control such as `Button`."""
    return frozenset(_KIND.findall(vml))


def _anchor(text: str, deletion: Deletion) -> str:
    """An anchor is left column, offset, top row, offset, right column, offset, bottom row, offset."""
    numbers = [int(part) for part in text.split(",")]
    for place in (2, 6) if len(numbers) == 8 else ():
        numbers[place] = deletion.moved(numbers[place] + 1) - 1
    return ", ".join(map(str, numbers))
