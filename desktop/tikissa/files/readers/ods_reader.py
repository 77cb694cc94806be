"""Reads OpenDocument spreadsheets (.ods) from their own XML, where each cell carries the text it shows."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from html import unescape
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from tikissa.files.constant_formula import is_constant
from tikissa.files.grid import EMPTY, Content, Grid, grid_of_rows
from tikissa.files.number_text import plain_number
from tikissa.model.progress import Progress
from tikissa.model.register import FormulaCell, RawValue

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE_NAME = re.compile(rb'<style:style [^>]*?style:name="([^"]*)"')
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_LANGUAGE = re.compile(r"^(?:[\w.-]+:)?=+")
_OFTEN = 500
_LAST_COLUMN = 16_384
_SPACES_IN_NUMBERS = str.maketrans({" ": None, "\u00a0": None, "\u202f": None, ",": "."})


class OdsReader:
    """A spreadsheet of LibreOffice and its kin."""

    def __init__(self, archive: ZipFile) -> None:
        self._content = archive.read("content.xml")
        hidden = self._hidden_styles()
        tables = [(table.get(f"{_TABLE}name", ""), table.get(f"{_TABLE}style-name")) for table in self._tables()]
        self._sheets = tuple(name for name, _ in tables)
        self._visible = tuple(name for name, style in tables if style not in hidden)

    @property
    def sheets(self) -> tuple[str, ...]:
        return self._sheets

    @property
    def visible(self) -> tuple[str, ...]:
        return self._visible

    def size(self, sheet: str) -> int:
        return sum(len(cells) for _, cells in self._rows(sheet, 2000, None))

    def grid(self, sheet: str, limit: int | None, progress: Progress) -> Grid:
        return grid_of_rows(self._rows(sheet, limit, progress))

    def _hidden_styles(self) -> frozenset[str]:
        """Return the names of the styles whose sheets are not displayed; styles stand before the sheets."""
        styles = self._content.partition(b"<office:body")[0].split(b"</style:style>")
        hidden = (_STYLE_NAME.search(style) for style in styles if b'table:display="false"' in style)
        return frozenset(unescape(found[1].decode("utf-8", "replace")) for found in hidden if found)

    def _tables(self) -> "Iterator[etree._Element]":
        for _, table in self._events(f"{_TABLE}table", "start"):
            if table.getparent() is not None and etree.QName(table.getparent()).localname == "spreadsheet":
                yield table

    def _events(self, *tags_and_event: str) -> "Iterator[tuple[str, etree._Element]]":
        *tags, event = tags_and_event
        return iter(
            etree.iterparse(BytesIO(self._content), events=(event,), tag=tags, resolve_entities=False, no_network=True)
        )

    def _rows(self, sheet: str, limit: int | None, progress: Progress | None) -> Iterator[tuple[int, list[Content]]]:
        """Yield the filled rows of a sheet; a row that stands many times is given as often."""
        number = 1
        for _, row in self._events(f"{_TABLE}table-row", "end"):
            if _sheet_of(row) != sheet:
                row.clear()
                continue
            cells = _row_cells(row)
            repeated = _repeated(row, "rows")
            row.clear()
            for position in range(repeated if cells else 0):
                yield number + position, cells
            number += repeated
            if progress and number % _OFTEN == 0:
                progress.report("file.reading", number, number + _OFTEN)
            if limit is not None and number > limit:
                return


def _sheet_of(row: "etree._Element") -> str:
    tables = (parent for parent in row.iterancestors(f"{_TABLE}table"))
    return next((table.get(f"{_TABLE}name", "") for table in tables), "")


def _repeated(element: "etree._Element", what: str) -> int:
    written = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return max(1, int(written)) if written.isdecimal() else 1


def _row_cells(row: "etree._Element") -> list[Content]:
    """Return a row's cells without the empty ones at its end."""
    cells: list[Content] = []
    waiting = 0
    for cell in row.iter(*_CELLS):
        content = _content(cell)
        repeated = _repeated(cell, "columns")
        if content == EMPTY:
            waiting += repeated
            continue
        cells += [EMPTY] * min(waiting, _LAST_COLUMN) + [content] * min(repeated, _LAST_COLUMN)
        waiting = 0
    return cells[:_LAST_COLUMN]


def _content(cell: "etree._Element") -> Content:
    shown = "\n".join(_paragraph(part) for part in cell.iterchildren(f"{_TEXT}p"))
    kind = cell.get(f"{_OFFICE}value-type", "")
    formula = cell.get(f"{_TABLE}formula")
    text, raw = _typed(kind, cell, shown)
    if formula is None:
        return text, raw
    plain = _plain_formula(formula)
    return (text, raw) if text and is_constant(plain) else (text, FormulaCell(plain))


def _plain_formula(written: str) -> str:
    """Return a formula without the name of its language and the `=`: `of:=TRUE()` is `TRUE()`."""
    return _LANGUAGE.sub("", written, count=1)


def _typed(kind: str, cell: "etree._Element", shown: str) -> Content:
    try:
        match kind:
            case "float" | "currency" | "percentage":
                return _number(float(cell.get(f"{_OFFICE}value", "")), shown)
            case "date":
                return shown, _moment(cell.get(f"{_OFFICE}date-value", ""))
            case "boolean":
                is_true = cell.get(f"{_OFFICE}boolean-value") == "true"
                return ("TRUE" if is_true else "FALSE"), is_true
    except ValueError:
        return shown, None
    return shown, None


def _number(value: float, shown: str) -> Content:
    """Return a number as shown, with a decimal point and no thousands separators."""
    neutral = shown.translate(_SPACES_IN_NUMBERS)
    text = neutral if neutral.replace(".", "", 1).replace("-", "", 1).isdigit() else shown
    return (text, None) if text == plain_number(value) or not text else (text, value)


def _moment(written: str) -> RawValue:
    moment = datetime.fromisoformat(written)
    return moment if "T" in written else date.fromisoformat(written)


def _paragraph(paragraph: "etree._Element") -> str:
    """Return the text of a paragraph with its runs, spaces, tabs and line breaks, without notes attached to it."""
    parts = [paragraph.text or ""]
    for child in paragraph:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name == "s":
            parts.append(" " * int(child.get(f"{_TEXT}c", "1")))
        elif name in ("tab", "line-break"):
            parts.append("\t" if name == "tab" else "\n")
        elif name != "annotation":
            parts.append(_paragraph(child))
        parts.append(child.tail or "")
    return "".join(parts)
