"""Reads the XML of a worksheet with an XML parser: slower than the scan, for sheets written in an unusual way."""

from collections.abc import Iterator
from typing import IO

from lxml import etree

from tikissa.files.grid import EMPTY, Content
from tikissa.files.letters import column_index
from tikissa.files.readers.xlsx_cells import CellReader, RawCell, SharedFormulas
from tikissa.files.readers.xlsx_package import rich_text, unescape_text
from tikissa.model.progress import Progress

_OFTEN = 1000
_LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384


def tree_rows(
    stream: IO[bytes], reader: CellReader, limit: int | None, progress: Progress, hidden: set[int]
) -> Iterator[tuple[int, list[Content]]]:
    """Yield each row with its number. Rows and cells without a reference stand right after the one before.

    The numbers of those that the spreadsheet does not show are added to `hidden`.
    """
    number = given = 0
    shared: SharedFormulas = {}
    events = etree.iterparse(
        stream, events=("end",), tag=("{*}row",), resolve_entities=False, no_network=True, load_dtd=False
    )
    for _, row in events:
        number = _row_number(row, number)
        cells = _cells(row, reader, shared)
        if cells and row.get("hidden") in ("1", "true"):
            hidden.add(number)
        row.clear()
        while row.getprevious() is not None:
            del row.getparent()[0]
        if cells:
            yield number, cells
            given += 1
        if given % _OFTEN == 0:
            progress.report("file.reading", given, given + _OFTEN)
        if (limit is not None and given >= limit) or number >= _LAST_ROW:
            return


def _row_number(row: "etree._Element", before: int) -> int:
    written = row.get("r", "")
    return int(written) if written.isdecimal() else before + 1


def _cells(row: "etree._Element", reader: CellReader, shared: SharedFormulas) -> list[Content]:
    cells: list[Content] = []
    for cell in row:
        if not isinstance(cell.tag, str) or etree.QName(cell).localname != "c":
            continue
        reference = cell.get("r", "").rstrip("0123456789")
        at = column_index(reference) if reference else len(cells)
        if len(cells) <= at < _LAST_COLUMN:
            cells += [EMPTY] * (at - len(cells))
            raw = _raw_cell(cell)
            if raw.shared and raw.formula:
                shared[raw.shared] = raw.formula
            cells.append(reader.content(raw, shared))
    return cells


def _raw_cell(cell: "etree._Element") -> RawCell:
    parts = {etree.QName(part).localname: part for part in cell if isinstance(part.tag, str)}
    kind = cell.get("t", "n")
    value, inline, formula = parts.get("v"), parts.get("is"), parts.get("f")
    if kind == "inlineStr":
        shown = _inline_text(inline)
    else:
        shown = unescape_text((value.text or "") if value is not None else "", markup=False)
    style = cell.get("s", "0")
    style_number = int(style) if style.isdecimal() else 0
    if formula is None:
        return RawCell(kind, style_number, shown)
    number = formula.get("si") if formula.get("t") == "shared" else None
    return RawCell(kind, style_number, shown, formula.text or "", number)


def _inline_text(inline: "etree._Element | None") -> str:
    if inline is None:
        return ""
    for element in inline.iter():
        if isinstance(element.tag, str):
            element.tag = etree.QName(element).localname
    return rich_text(inline)
