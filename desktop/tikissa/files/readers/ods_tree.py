"""Reads the sheets of an OpenDocument spreadsheet with an XML parser: slower than the scan, for odd ones."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from lxml import etree

from tikissa.files.grid import ContentIndex
from tikissa.files.readers.ods_cells import WrittenCell, cell_content, written_cell
from tikissa.files.readers.ods_grid import LAST_COLUMN, FoundRow
from tikissa.files.readers.ods_styles import OdsStyles

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


Repeated = tuple[WrittenCell, int, int]
"""A cell, how many times it stands beside itself, and over how many rows it is merged."""


def tree_sheets(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield the name and the style of each sheet."""
    for _, table in _events(content, f"{_TABLE}table", "start"):
        parent = table.getparent()
        if parent is not None and etree.QName(parent).localname == "spreadsheet":
            yield table.get(f"{_TABLE}name", ""), table.get(f"{_TABLE}style-name", "")


def tree_column_styles(content: bytes, sheet: str) -> list[tuple[int, str]]:
    """Return the styles of cells without one of their own, from column A on, each with the number of its columns."""
    columns = (column for _, column in _events(content, f"{_TABLE}table-column", "start") if _sheet_of(column) == sheet)
    return [(_repeated(column, "columns"), column.get(f"{_TABLE}default-cell-style-name", "")) for column in columns]


class ParsedCells:
    """Understands the cells that the parser has found."""

    def __init__(self, styles: OdsStyles) -> None:
        self._styles = styles

    def times(self, cell: Repeated) -> int:
        return cell[1]

    def is_empty(self, cell: Repeated) -> bool:
        return not (cell[0].shown or cell[0].value or cell[0].formula)

    def rows_spanned(self, cell: Repeated) -> int:
        return cell[2]

    def depends_on_column(self, cell: Repeated) -> bool:
        return cell[0].is_styled and not cell[0].style

    def numbered(self, cells: Sequence[Repeated], default_style: str, index: ContentIndex) -> Sequence[int]:
        return [index.number(*cell_content(cell, default_style, self._styles)) for cell, *_ in cells]


def tree_rows(content: bytes, sheet: str) -> Iterator[FoundRow[Repeated]]:
    """Yield the rows of a sheet in order."""
    number = 1
    for _, row in _events(content, f"{_TABLE}table-row", "end"):
        if _sheet_of(row) == sheet:
            times = _repeated(row, "rows")
            cells = [_repeated_cell(cell) for cell in row.iter(*_CELLS)]
            yield FoundRow(number, times, cells, row.get(f"{_TABLE}visibility", "visible") != "visible")
            number += times
        row.clear()


def _events(content: bytes, tag: str, event: str) -> "Iterator[tuple[str, etree._Element]]":
    return iter(etree.iterparse(BytesIO(content), events=(event,), tag=tag, resolve_entities=False, no_network=True))


def _sheet_of(element: "etree._Element") -> str:
    tables = (parent for parent in element.iterancestors(f"{_TABLE}table"))
    return next((table.get(f"{_TABLE}name", "") for table in tables), "")


def _repeated_cell(cell: "etree._Element") -> Repeated:
    spanned = _number(cell, "rows-spanned")
    return _cell(cell), min(_repeated(cell, "columns"), LAST_COLUMN), spanned


def _repeated(element: "etree._Element", what: str) -> int:
    return _number(element, f"{what}-repeated")


def _number(element: "etree._Element", what: str) -> int:
    written = element.get(f"{_TABLE}number-{what}", "1")
    return max(1, int(written)) if written.isdecimal() else 1


def _cell(cell: "etree._Element") -> WrittenCell:
    attributes: dict[str, str] = {}
    for key, value in cell.attrib.items():
        name = etree.QName(key)
        if ":calc:xmlns:" not in (name.namespace or ""):
            attributes[name.localname] = str(value)
        elif value == "error":
            attributes["error"] = "error"
    return written_cell(attributes, shown_text(cell))


def shown_text(cell: "etree._Element") -> str:
    """Return the text of a cell's paragraphs, one a line."""
    return "\n".join(_paragraph(part) for part in cell.iterchildren(f"{_TEXT}p", f"{_TEXT}h"))


def _paragraph(paragraph: "etree._Element") -> str:
    """Return the text of a paragraph with its runs, spaces, tabs and line breaks, without notes attached to it."""
    parts = [paragraph.text or ""]
    for child in paragraph:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name == "s":
            written = child.get(f"{_TEXT}c", "1")
            parts.append(" " * min(int(written) if written.isdecimal() else 1, 32_767))
        elif name in ("tab", "line-break"):
            parts.append("\t" if name == "tab" else "\n")
        elif name and name != "annotation":
            parts.append(_paragraph(child))
        parts.append(child.tail or "")
    return "".join(parts)
