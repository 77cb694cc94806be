"""Scans the sheets of an OpenDocument spreadsheet as text, many times faster than an XML parser builds a tree.

What begins most cells is written alike: a byte that XML cannot hold takes its place before the sheet is cut at the ends
of its rows and cells, all of it by Python's own searching in bytes. Each distinct cell of a column is then understood
once. A sheet written in a way that the scan does not know is left to `ods_tree`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import chain

import numpy as np
from lxml import etree

from tikissa.files.grid import ContentIndex, Grid, GridColumn, Merged, TextColumns, vocabulary_of_texts
from tikissa.files.readers.ods_cells import cell_content, written_cell
from tikissa.files.readers.ods_grid import LAST_COLUMN, LAST_ROW
from tikissa.files.readers.ods_styles import GENERAL, OdsStyles
from tikissa.files.readers.ods_tree import shown_text
from tikissa.model.progress import Progress

_PART = 1 << 20
_OFTEN = 32
_WIDE = 1000
_ROW_END = "</table:table-row>"
_CELL, _CELL_END, _PARAGRAPH, _PARAGRAPH_END = "<table:table-cell", "</table:table-cell>", "<text:p>", "</text:p>"
_ROW = re.compile(r"<table:table-row(?=[\s/>])([^>]*)>")
_WHOLE_CELL = re.compile(r"<table:table-cell([^<>]*)>(?:<text:p>([^<]*)</text:p>$|(.*))", re.DOTALL)
_OPENING = re.compile(rb"<table:table-cell[^<>]*><text:p>")
_BLANKS_BETWEEN = re.compile(rb">\s+(?=</?table:)")
_VALUE = re.compile(r"( office:(?:date-|time-)?value=\")[^\"]*")
_ATTRIBUTE = re.compile(r"([\w.-]+):([\w.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_SPACES = ("office", "table", "text")
_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_COLUMN = re.compile(r"<table:table-column(\s[^<>]*?)?/?>")
_PREFIX = re.compile(r"[<\s/]([A-Za-z_][\w.-]*):[\w.-]+(?=[\s=/>])")

_TEXT_FOLLOWS, _ENDED, _ENDED_OTHERWISE = "\x01", "\x02", "\x03"
"""What stands in place of the opening of a cell that is nothing but its text; of the end of a cell right after a
paragraph; before `_ENDED`, of another cell's end."""
_SHORT = "\x04\x05\x06\x07\x08"
"""What stands in place of other openings that many cells have."""
_FIRST_OTHER = 9
_NOT_PLAIN = ("formula", "spanned", "repeated")
_ODD = re.compile(f"[<&{_ENDED_OTHERWISE}{_SHORT}]")
_SHORT_NUMBER = r"(0|[1-9][0-9]{0,14}|(?=[0-9.]{3,16}[^0-9.])(?:0|[1-9][0-9]*)\.[0-9]*[1-9])"
"""A number that a cell without a format shows as it is written, within a longer text."""


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
    openings = sorted(_places(content, b"<table:table "))
    ends = list(_places(content, b"</table:table>"))
    found: list[Table] = []
    for at in openings:
        start = content.find(b">", at) + 1
        if content[start - 2 : start] == b"/>":
            continue
        said = attributes_of(content[at:start].decode("utf-8", "replace"))
        if len(found) >= len(ends) or (found and at < found[-1].end):
            raise OddSheet  # a table in a cell or in a drawing
        found.append(Table(said.get("name", ""), said.get("style-name", ""), start, ends[len(found)]))
    if len(found) != len(ends) or any(table.end < table.start for table in found):
        raise OddSheet
    return found


def _places(content: bytes, sought: bytes) -> Iterator[int]:
    at = content.find(sought)
    while at >= 0:
        yield at
        at = content.find(sought, at + len(sought))


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


def scanned_grid(content: bytes, table: Table, styles: OdsStyles, limit: int | None, progress: Progress) -> Grid:
    """Read a sheet, at least the first `limit` of its rows. Raises OddSheet."""
    rows = _Rows(_Shortening.of(content, table))
    for place, (at, part) in enumerate(_parts(content, table)):
        if place % _OFTEN == 0:
            progress.report("file.reading", at - table.start, table.end - table.start)
        rows.add(part)
        if limit is not None and rows.number > limit:
            break
    return rows.grid(column_styles(content, table), styles, progress)


def _parts(content: bytes, table: Table) -> Iterator[tuple[int, bytes]]:
    """Yield a sheet in parts that end with a row, and where they begin."""
    at, row_end = table.start, _ROW_END.encode()
    while at < table.end:
        end = content.find(row_end, min(at + _PART, table.end), table.end)
        end = table.end if end < 0 else end + len(row_end)
        yield at, content[at:end]
        at = end


class _ClosedCells(dict[bytes, tuple[bytes, bytes]]):
    """Cells that are closed where they open, as they are written, with what stands in place of them: as many ends as
    they stand for, or none where they fill up a row. Those of a sheet are written in few ways."""

    def replaced(self, part: bytes) -> bytes:
        """Return part of a sheet without such cells. Raises OddSheet."""
        for closed, instead in self.values():
            part = part.replace(closed, instead)
        if b"/>" not in part:
            return part
        new = {piece[piece.rfind(b"<") :] + b"/>" for piece in part.split(b"/>")[:-1]} - self.keys()
        for tag in new:
            if tag.startswith(_CELL.encode()):
                self[tag] = _instead(tag)
                part = part.replace(*self[tag])
        if any(tag in part for tag in self):  # one that fills up a row within a row
            raise OddSheet
        return part


def _instead(closed: bytes) -> tuple[bytes, bytes]:
    said, row_end = attributes_of(closed.decode("utf-8", "replace")), _ROW_END.encode()
    if closed.count(b'"') % 2:  # a /> in a value
        raise OddSheet
    if b"value" in closed or said.keys() & {"formula", "number-rows-spanned"}:
        return closed, closed[:-2] + b">" + _CELL_END.encode()
    times = columns_repeated(said)
    return (closed, _ENDED.encode() * times) if times < _WIDE else (closed + row_end, row_end)


@dataclass(frozen=True, slots=True)
class _Shortening:
    """What takes the place of openings that many cells of a sheet have: those of `texts`, which say nothing but that a
    text follows, `_TEXT_FOLLOWS`; those of `signs` the sign beside them. `numbers` are openings of numbers with the
    signs around their values; `row` opens most rows; `is_spread` says that there are blanks between the tags."""

    texts: tuple[str, ...]
    signs: tuple[tuple[str, str], ...]
    numbers: tuple[tuple[str, str], ...]
    row: str
    is_spread: bool
    closed: _ClosedCells = field(default_factory=_ClosedCells)

    @classmethod
    def of(cls, content: bytes, table: Table) -> "_Shortening":
        """Look at the beginning of a sheet."""
        start = content[table.start : min(table.start + _PART, table.end)]
        is_spread = bool(_BLANKS_BETWEEN.search(start))
        often = Counter(_VALUE.sub(r"\1\0", tag.decode("utf-8", "replace")) for tag in _OPENING.findall(start))
        openings = [opening for opening, _ in often.most_common(12) if "repeated" not in opening]
        texts = tuple(opening for opening in openings if _opens_text(opening))
        pieces = [piece for opening in openings if "\0" in opening for piece in opening.split("\0")]
        signs = tuple(zip(dict.fromkeys(pieces), _SHORT, strict=False))
        sign_of = dict(signs)
        numbers = tuple(
            (opening, "".join(sign_of.get(piece, "") for piece in opening.split("\0")))
            for opening in openings
            if 'office:value-type="float"' in opening and not any(word in opening for word in _NOT_PLAIN)
        )
        numbers = tuple(number for number in numbers if len(number[1]) == 2)
        rows = Counter(found[0] for found in _ROW.finditer(start.decode("utf-8", "replace")) if _is_plain_row(found[1]))
        return cls(texts, signs, numbers, next(iter(dict(rows.most_common(1))), ""), is_spread)

    def shorten(self, part: bytes) -> str:
        """Return part of a sheet with what stands for openings and ends of cells. Raises OddSheet."""
        if np.frombuffer(part, np.uint8).min(initial=255) < _FIRST_OTHER:
            raise OddSheet
        if self.is_spread:
            part = _BLANKS_BETWEEN.sub(b">", part)
        for opening in self.texts:
            part = part.replace(opening.encode(), _TEXT_FOLLOWS.encode())
        if b"table:covered-table-cell" in part:
            part = part.replace(b"table:covered-table-cell", b"table:table-cell")
        part = part.replace((_PARAGRAPH_END + _CELL_END).encode(), _ENDED.encode())
        if b"<!" in part:
            raise OddSheet
        part = self.closed.replaced(part)
        for written, sign in (*self.signs, (_CELL_END, _ENDED_OTHERWISE + _ENDED)):
            part = part.replace(written.encode(), sign.encode())
        try:
            return part.decode("utf-8")
        except UnicodeDecodeError:
            raise OddSheet from None

    def restored(self, cell: str) -> str:
        """Return a cell as it was written, without its end."""
        for opening, sign in self.signs:
            cell = cell.replace(sign, opening)
        if cell.startswith(_TEXT_FOLLOWS):
            cell = self.texts[0] + cell[1:]
        return cell[:-1] if cell.endswith(_ENDED_OTHERWISE) else cell + _PARAGRAPH_END


def _opens_text(opening: str) -> bool:
    """Say whether a cell with this opening holds the text that is in it and nothing else."""
    held = 'office:value-type="string"' in opening and opening.count('"') % 2 == 0
    return held and "value=" not in opening and not any(word in opening for word in _NOT_PLAIN)


def _is_plain_row(attributes: str) -> bool:
    return not (attributes.endswith("/") or "repeated" in attributes or "visibility" in attributes)


def _repeated(written: str) -> int:
    return max(1, int(written)) if written.isdecimal() else 1


@dataclass(slots=True)
class _Rows:
    """The rows of a sheet as they come; `number` is that of the next. Rows without cells are left out."""

    shortening: _Shortening
    number: int = 1
    columns: TextColumns = field(default_factory=TextColumns)
    found: list[tuple[int, int, bool]] = field(default_factory=list)

    def add(self, part: bytes) -> None:
        """Add part of a sheet. Raises OddSheet."""
        records: list[list[str]] = []
        usual, row_opening = self.shortening.row, len(self.shortening.row)
        shortened = self.shortening.shorten(part)
        *rows, rest = shortened.split(_ROW_END)
        if "columns-repeated" not in shortened and usual and all(row.startswith(usual) for row in rows):
            found = [row[row_opening:].rstrip(_ENDED) for row in rows]
            self.found += ((number, 1, False) for number, row in enumerate(found, self.number) if row)
            records = [row.split(_ENDED) for row in found if row]
            self.number += len(rows)
            rows = []
        for row in rows:
            if usual and row.startswith(usual):
                self._add(records, row[row_opening:], 1, is_hidden=False)
                continue
            for opening in _ROW.finditer(row):
                attributes = attributes_of(opening[1])
                times = _repeated(attributes.get("number-rows-repeated", "1"))
                cells = "" if opening[1].endswith("/") else row[opening.end() :]
                self._add(records, cells, times, attributes.get("visibility", "visible") != "visible")
        if _CELL in rest or _ROW.search(rest):
            raise OddSheet
        if records:
            self.columns.add(records)

    def _add(self, records: list[list[str]], cells: str, times: int, is_hidden: bool) -> None:
        cells = cells.rstrip(_ENDED)
        if cells:
            record = cells.split(_ENDED)
            if "columns-repeated" in cells:
                record = list(chain.from_iterable(map(self._repeated, record)))
            records.append(record[:LAST_COLUMN])
            self.found.append((self.number, times, is_hidden))
        self.number += times

    def _repeated(self, cell: str) -> list[str]:
        opening = self.shortening.restored(cell).partition(">")[0] if "columns-repeated" in cell else ""
        return [cell] * columns_repeated(attributes_of(opening))

    def grid(self, column_styles: Sequence[tuple[int, str]], styles: OdsStyles, progress: Progress) -> Grid:
        """Understand what has come. Raises OddSheet."""
        written = self.columns.grid(lambda: progress.report("file.reading", 1, 1))
        numbers = np.array([number for number, _, _ in self.found], np.int32)
        room = [max(0, min(times, LAST_ROW + 1 - number)) for number, times, _ in self.found]
        at = np.repeat(np.arange(len(room)), room)
        row_numbers = (np.arange(len(at)) - (np.cumsum(room) - room)[at] + numbers[at]).astype(np.int32)
        hidden = frozenset(row_numbers[np.array([found[2] for found in self.found], np.bool_)[at]].tolist())
        default = [style for times, style in column_styles for _ in range(times)]
        columns: list[GridColumn] = []
        merged: list[Merged] = []
        for column in written.columns:
            style = default[column.index] if column.index < len(default) else ""
            understood = _UnderstoodColumn(self.shortening, style, styles)
            codes = column.codes if len(at) == len(column.codes) else column.codes[at]
            cells: list[str] = column.vocabulary.texts.tolist()
            new = understood.column(GridColumn(column.index, codes, column.vocabulary), cells)
            if not new.vocabulary.blank[new.codes].all():
                columns.append(new)
            for code, rows in understood.spans.items():
                first = row_numbers[codes == code].tolist()
                merged += (Merged(row, row + rows - 1, column.index, column.index) for row in first)
        merged.sort(key=lambda cells: (cells.first, cells.column))
        return Grid(row_numbers, tuple(columns), hidden, tuple(merged))


class _UnderstoodColumn:
    """Understands the cells of a column where those without a style of their own have this one; `spans` are the rows
    over which some of them are merged, by their codes."""

    def __init__(self, shortening: _Shortening, style: str, styles: OdsStyles) -> None:
        self.spans: dict[int, int] = {}
        self._shortening = shortening
        self._style = style
        self._styles = styles
        pairs = [(signs[0], signs[1]) for opening, signs in shortening.numbers if self._has_no_format(opening)]
        self._numbers = [re.compile(rf"(?<=\0){first}{_SHORT_NUMBER}{second}(?=\1\0)") for first, second in pairs]

    def _has_no_format(self, opening: str) -> bool:
        style = attributes_of(opening).get("style-name", self._style)
        return self._styles.codes.get(style, GENERAL) == GENERAL

    def column(self, written: GridColumn, cells: list[str]) -> GridColumn:
        """Return the column with what its cells hold. Raises OddSheet."""
        joined = "\0" + "\0".join(cells) + "\0"
        plain_texts = joined.count("\0" + _TEXT_FOLLOWS)
        for number in self._numbers:
            joined = number.sub("", joined)
        texts = joined.replace("\0" + _TEXT_FOLLOWS, "\0")[1:-1].split("\0")
        is_odd = bool(_ODD.search(joined))
        if not is_odd and (plain_texts == len(cells) or plain_texts == 0) and joined.count("\0\0") == 0:
            return GridColumn(written.index, written.codes, vocabulary_of_texts(texts))
        index = ContentIndex()
        plain = [None if is_odd and _ODD.search(text) else text for text in texts]
        known = iter(index.number_texts([text for text in plain if text is not None]))
        numbers = [
            self._number(index, code, cell) if text is None else next(known)
            for code, (cell, text) in enumerate(zip(cells, plain, strict=True))
        ]
        return GridColumn(written.index, index.resolve(numbers)[written.codes], index.vocabulary())

    def _number(self, index: ContentIndex, code: int, cell: str) -> int:
        found = _WHOLE_CELL.fullmatch(self._shortening.restored(cell))
        if not found or found[1].count('"') % 2:  # a > in a value, or blanks where the scan expects none
            raise OddSheet
        attributes, plain, whole = found.groups()
        said = attributes_of(attributes)
        if (spanned := said.get("number-rows-spanned", "1")).isdecimal() and int(spanned) > 1:
            self.spans[code] = int(spanned)
        shown = _paragraphs(whole) if whole else unescape(plain or "")
        return index.number(*cell_content(written_cell(said, shown), self._style, self._styles))


def _paragraphs(whole: str) -> str:
    """Return the text of a cell with more in it than one paragraph. Raises OddSheet."""
    names = set(_PREFIX.findall(whole)) | set(_SPACES)
    spaces = " ".join(f'xmlns:{name}="{_NAMESPACE.format(name)}"' for name in sorted(names))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return shown_text(etree.fromstring(f"<cell {spaces}>{whole}</cell>".encode(), parser))
    except etree.XMLSyntaxError:
        raise OddSheet from None
