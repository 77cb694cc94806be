"""Moves the boxes of cell notes with the rows they stand on, and formulas of controls, in drawings of the old kind."""

import re
from collections.abc import Callable
from html import escape, unescape

from tikissa.export.workbook.deletion import Deletion

_SHAPE = re.compile(r"<(?:\w+:)?shape\s.*?</(?:\w+:)?shape>", re.DOTALL)
_ROW = re.compile(r"(<(?:\w+:)?Row>\s*)(\d+)(\s*</(?:\w+:)?Row>)")
_ANCHOR = re.compile(r"(<(?:\w+:)?Anchor>\s*)([\d,\s-]+?)(\s*</(?:\w+:)?Anchor>)")
_FORMULA = re.compile(r"(<(?:\w+:)?Fmla\w+>)([^<]*)(?=</)")
_KIND = re.compile(r"<(?:\w+:)?ClientData\s[^>]*?ObjectType\s*=\s*[\"'](\w+)[\"']")


def move_notes(vml: str, deletion: Deletion) -> str:
    """Move the boxes of cell notes in a legacy drawing, which need not be well-formed XML; a deleted row's box goes."""

    def shape(match: re.Match[str]) -> str:
        row = _ROW.search(match[0])
        if row and int(row[2]) + 1 in deletion:
            return ""
        moved = _ROW.sub(lambda found: f"{found[1]}{deletion.moved(int(found[2]) + 1) - 1}{found[3]}", match[0])
        return _ANCHOR.sub(lambda found: found[1] + _anchor(found[2], deletion) + found[3], moved)

    return _SHAPE.sub(shape, vml)


def with_formulas(vml: str, rewrite: Callable[[str], str]) -> str:
    """Return a legacy drawing with the formulas of its controls written anew; one that stays keeps its bytes."""

    def formula(match: re.Match[str]) -> str:
        before = unescape(match[2])
        after = rewrite(before)
        return match[0] if after == before else match[1] + escape(after, quote=False)

    return _FORMULA.sub(formula, vml)


def shape_kinds(vml: str) -> frozenset[str]:
    """Return what the shapes of a legacy drawing are: `Note`, or a control such as `Button`."""
    return frozenset(_KIND.findall(vml))


def _anchor(text: str, deletion: Deletion) -> str:
    """An anchor is left column, offset, top row, offset, right column, offset, bottom row, offset."""
    numbers = [int(part) for part in text.split(",")]
    for place in (2, 6) if len(numbers) == 8 else ():
        numbers[place] = deletion.moved(numbers[place] + 1) - 1
    return ", ".join(map(str, numbers))
