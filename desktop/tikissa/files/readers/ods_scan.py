"""Scans the sheets of an OpenDocument spreadsheet as text, many times faster than an XML parser builds a tree.

Most cells are written alike; those that are not are parsed one by one, each distinct one once. A sheet written in a way
that the scan does not know is left to `ods_tree`.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from lxml import etree

from tikissa.files.grid import ContentIndex
from tikissa.files.number_text import SHOWN_AS_WRITTEN
from tikissa.files.readers.ods_cells import WrittenCell, cell_content, written_cell
from tikissa.files.readers.ods_grid import LAST_COLUMN, FoundRow
from tikissa.files.readers.ods_styles import OdsStyles
from tikissa.files.readers.ods_tree import shown_text
from tikissa.model.progress import Progress

_PART = 1 << 20
_TABLE = re.compile(rb"<table:table(\s[^<>]*)>|</table:table>")
_ROW_END = b"</table:table-row>"
_ROW = re.compile(r"<table:table-row([^>]*)>")
_CELL = re.compile(
    r"<table:(?:covered-)?table-cell([^>]*)>"
    r"(?:<text:p>([^<]*)</text:p></table:table-cell>|(?<=/>)|(.*?)</table:(?:covered-)?table-cell>)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([\w.-]+):([\w.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_SPACES = ("office", "table", "text")
_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_COLUMN = re.compile(r"<table:table-column(\s[^<>]*?)?/?>")
_PREFIX = re.compile(r"[<\s/]([A-Za-z_][\w.-]*):[\w.-]+(?=[\s=/>])")
_OFTEN = 32
_REMEMBERED = 10_000

Written = tuple[str, str, str]
"""A cell as it is found: its attributes, its text where that is all that stands in it, else everything in it."""


class OddSheet(Exception):
    """The sheet is written in a way the scan does not know."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet and where it stands in the content: from its opening tag up to its closing one."""

    name: str
    style: str
    start: int
    end: int


def find_tables(content: bytes) -> list[Table]:
    """Find the sheets. Raises OddSheet."""
    head = content[: content.find(b">", content.find(b"<office:document")) + 1].decode("utf-8", "replace")
    if any(f'xmlns:{prefix}="{_NAMESPACE.format(prefix)}"' not in head for prefix in _SPACES):
        raise OddSheet
    found: list[Table] = []
    opened: tuple[int, dict[str, str]] | None = None
    for tag in _TABLE.finditer(content):
        if tag[1] is not None:
            if opened is not None:
                raise OddSheet  # a table in a cell or in a drawing
            opened = None if tag[1].endswith(b"/") else (tag.end(), attributes_of(tag[1].decode("utf-8", "replace")))
        elif opened is None:
            raise OddSheet
        else:
            start, said = opened
            found.append(Table(said.get("name", ""), said.get("style-name", ""), start, tag.start()))
            opened = None
    return found


def attributes_of(written: str) -> dict[str, str]:
    """Return the attributes of a tag by their names without a namespace; what calcext says of a type is left out, but
    that it is an error."""
    found: dict[str, str] = {}
    for space, name, double, single in _ATTRIBUTE.findall(written):
        value = double or single
        if space != "calcext":
            found[name] = unescape(value) if "&" in value else value
        elif value == "error":
            found["error"] = value
    return found


def scan_rows(content: bytes, table: Table, limit: int | None, progress: Progress) -> Iterator[list[FoundRow[Written]]]:
    """Yield the rows of a sheet, some at a time, at least the first `limit` of them. Raises OddSheet."""
    number = 1
    total = table.end - table.start
    for place, part in enumerate(_parts(content, table)):
        if place % _OFTEN == 0:
            progress.report("file.reading", min(place * _PART, total), total)
        if "<!" in part:
            raise OddSheet
        rows: list[FoundRow[Written]] = []
        for piece in part.split(_ROW_END.decode()):
            for opening in _ROW.finditer(piece):
                attributes = opening[1]
                times = _rows_repeated(attributes) if "repeated" in attributes else 1
                if not attributes.endswith("/"):
                    is_hidden = "visibility=" in attributes and 'visibility="visible"' not in attributes
                    rows.append(FoundRow(number, times, _CELL.findall(piece, opening.end()), is_hidden))
                number += times
        yield rows
        if limit is not None and number > limit:
            return


def _parts(content: bytes, table: Table) -> Iterator[str]:
    """Yield a sheet in parts that end with a row."""
    at = table.start
    while at < table.end:
        end = content.find(_ROW_END, min(at + _PART, table.end), table.end)
        end = table.end if end < 0 else end + len(_ROW_END)
        yield content[at:end].decode("utf-8")
        at = end


def _rows_repeated(attributes: str) -> int:
    written = attributes_of(attributes).get("number-rows-repeated", "1")
    return max(1, int(written)) if written.isdecimal() else 1


def column_styles(content: bytes, table: Table, kind: str = "default-cell-style-name") -> list[tuple[int, str]]:
    """Return the styles of columns from A on, each with the number of its columns: those of cells without one of their
    own, or with `style-name` those of the columns themselves."""
    end = content.find(b"<table:table-row", table.start, table.end)
    head = content[table.start : table.end if end < 0 else end].decode("utf-8", "replace")
    columns = map(attributes_of, _COLUMN.findall(head))
    return [(columns_repeated(column), column.get(kind, "")) for column in columns]


def columns_repeated(attributes: Mapping[str, str]) -> int:
    """Return how many columns a cell stands for, at least 1 and no more than a sheet has."""
    written = attributes.get("number-columns-repeated", "1")
    return min(max(1, int(written)), LAST_COLUMN) if written.isdecimal() else 1


def rows_spanned(attributes: Mapping[str, str]) -> int:
    """Return over how many rows a merged cell reaches, 1 for one that is not merged or says no number."""
    written = attributes.get("number-rows-spanned", "1")
    return int(written) if written.isdecimal() else 1


class ScannedCells:
    """Understands the cells that the scan has found."""

    def __init__(self, styles: OdsStyles) -> None:
        self._styles = styles

    def times(self, cell: Written) -> int:
        """Return how many cells beside each other a cell stands for."""
        return columns_repeated(attributes_of(cell[0])) if "columns-repeated" in cell[0] else 1

    def is_empty(self, cell: Written) -> bool:
        """Say whether a cell surely holds nothing."""
        attributes, plain, whole = cell
        return not plain and not whole and "value" not in attributes and "formula" not in attributes

    def depends_on_column(self, cell: Written) -> bool:
        return "style-name" not in cell[0] and _is_number(cell[0])

    def rows_spanned(self, cell: Written) -> int:
        return rows_spanned(attributes_of(cell[0])) if "rows-spanned" in cell[0] else 1

    def numbered(self, cells: Sequence[Written], default_style: str, index: ContentIndex) -> Sequence[int]:
        """Return the number of each cell's content in the index. Raises OddSheet."""
        quickly = _no_plain_number if default_style else _plain_number
        are_texts = _Memory(_are_attributes_of_text)
        texts = [
            (plain if "&" not in plain and not whole else None) if are_texts[attributes] else quickly(attributes, plain)
            for attributes, plain, whole in cells
        ]
        known = iter(index.number_texts([text for text in texts if text is not None]))
        return [
            index.number(*cell_content(_understood(cell), default_style, self._styles)) if text is None else next(known)
            for cell, text in zip(cells, texts, strict=True)
        ]


def _is_number(attributes: str) -> bool:
    return "value-type=" in attributes and 'value-type="string"' not in attributes


class _Memory(dict[str, bool]):
    """Remembers a claim on attributes, which many cells share."""

    def __init__(self, claim: Callable[[str], bool]) -> None:
        self._claim = claim

    def __missing__(self, attributes: str) -> bool:
        held = self._claim(attributes)
        if len(self) < _REMEMBERED:
            self[attributes] = held
        return held


def _are_attributes_of_text(attributes: str) -> bool:
    """Say whether a cell with these attributes holds the text that is in it and nothing else."""
    if 'office:value-type="string"' not in attributes or attributes.count('"') % 2:
        return False
    return "value=" not in attributes and "formula" not in attributes


def _no_plain_number(_attributes: str, _plain: str) -> str | None:
    return None


def _plain_number(attributes: str, plain: str) -> str | None:
    """Return a number without a style that is shown as it is written; None where it is to be looked at closely."""
    if 'office:value-type="float"' not in attributes or f'office:value="{plain}"' not in attributes:
        return None
    is_plain = "style-name" not in attributes and "formula" not in attributes
    return plain if is_plain and SHOWN_AS_WRITTEN.fullmatch(plain) else None


def _understood(cell: Written) -> WrittenCell:
    """Take a cell apart. Raises OddSheet."""
    attributes, plain, whole = cell
    if attributes.count('"') % 2:  # a > in a value
        raise OddSheet
    shown = _paragraphs(whole) if whole else unescape(plain) if "&" in plain else plain
    return written_cell(attributes_of(attributes), shown)


def _paragraphs(whole: str) -> str:
    """Return the text of a cell with more in it than one paragraph. Raises OddSheet."""
    names = set(_PREFIX.findall(whole)) | set(_SPACES)
    spaces = " ".join(f'xmlns:{name}="{_NAMESPACE.format(name)}"' for name in sorted(names))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return shown_text(etree.fromstring(f"<cell {spaces}>{whole}</cell>".encode(), parser))
    except etree.XMLSyntaxError:
        raise OddSheet from None
