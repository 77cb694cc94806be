"""Reads the cells of a workbook with their types from its own XML, row by row: what is far away takes no room between.

This is the second way of reading, apart from how registers are read: changes are made of it, and saved files proven.
"""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache, cached_property
from pathlib import Path

from tikissa.export.workbook.package import Package
from tikissa.export.workbook.row_patch import RowPatcher
from tikissa.export.workbook.shared_texts import texts_at
from tikissa.export.workbook.sheet_stream import Row, SheetStream
from tikissa.files.format_code import parse_format
from tikissa.files.letters import column_index
from tikissa.files.readers.xlsx_package import open_package, shared_texts, unescape_text

_USUAL = re.compile(
    rb'<c r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="(\w+)")?(?:/>|></c>|><v>([^<]*)</v></c>|>((?:(?!</c>).)*)</c>)',
    re.DOTALL,
)
_REFERENCE = re.compile(rb'<c r="([A-Z]{1,3})\d+"')
_TEXT = re.compile(rb"<(?:[\w.-]+:)?t(?:\s[^>]*)?>([^<]*)</|<(?:[\w.-]+:)?rPh\b.*?</(?:[\w.-]+:)?rPh>", re.DOTALL)
_VALUE = re.compile(rb"<(?:[\w.-]+:)?v(?:\s[^>]*)?>([^<]*)</")
_LAST_SERIAL = 2_958_466
_MILLISECONDS = 86_400_000

Written = tuple[int, bytes, bytes, bytes]
"""A cell as it is written: its column, type, style and value; the value of a text of its own is the text."""


@dataclass(frozen=True, slots=True)
class ChosenRows:
    """Some rows of a sheet, the number of columns in use on all of it, and the shared texts these rows refer to."""

    rows: dict[int, list[object]]
    width: int
    texts: frozenset[int]


class TypedRows:
    """The sheets of a workbook. Raises OddSheet for a sheet that is written in a way it does not know."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with Package(path) as package:
            self.sheets = tuple(sheet.name for sheet in package.sheets)
            self._formats = open_package(package.zip).formats
            self._epoch_1904 = package.epoch_1904

    @property
    def _shared(self) -> bytes:
        with Package(self._path) as package:
            part = next(package.related(package.workbook_part, "sharedStrings"), None)
            return package.zip.read(part) if part else b""

    @cached_property
    def _texts(self) -> list[str]:
        return shared_texts(shared) if (shared := self._shared) else []

    def rows(self, sheet: str) -> Iterator[list[object]]:
        """Yield every row from the first to the last that has cells; those between without any are empty."""
        expected = 1
        texts = self._texts
        understand = self._understand(lambda number: texts[number] if number < len(texts) else "")
        for row, patcher in self._sheet_rows(sheet):
            yield from ([] for _ in range(row.number - expected))
            yield understand(_cells_of(row, patcher))
            expected = row.number + 1

    def rows_of(self, sheet: str, numbers: Set[int]) -> "ChosenRows":
        """Return the rows of these numbers; of the others nothing is held."""
        found: dict[int, list[Written]] = {}
        width = 0
        for row, patcher in self._sheet_rows(sheet):
            if row.number in numbers:
                found[row.number] = [*_cells_of(row, patcher)]
            width = max(width, _width(row, patcher))
        wanted = {int(value) for cells in found.values() for _, kind, _, value in cells if kind == b"s" and value}
        texts = texts_at(self._shared, wanted) if wanted else {}
        understand = self._understand(lambda number: texts.get(number, ""))
        return ChosenRows({number: understand(cells) for number, cells in found.items()}, width, frozenset(wanted))

    def _sheet_rows(self, sheet: str) -> Iterator[tuple[Row, RowPatcher]]:
        with Package(self._path) as package:
            part = package.sheet(sheet)
            if part.kind != "worksheet":
                return
            with package.open_sheet(part.part) as opened:
                stream = SheetStream(opened)
                patcher = RowPatcher(stream.prefix)
                for row in stream.rows():
                    yield row, patcher

    def _understand(self, text_at: Callable[[int], str]) -> Callable[[Sequence[Written]], list[object]]:
        number_of = cache(self._number)

        def understood(cells: Sequence[Written]) -> list[object]:
            row: list[object] = []
            for column, kind, style, value in cells:
                while len(row) < column:
                    row.append("")
                content: object = ""
                if kind == b"s":
                    content = text_at(int(value)) if value else ""
                elif kind == b"inlineStr" or kind == b"str":
                    content = unescape_text(value.decode("utf-8", "replace"))
                elif kind == b"b":
                    content = value.strip() in (b"1", b"true") if value else ""
                elif value and kind != b"e":
                    content = number_of(value, style) if kind != b"d" else _moment(value)
                row[column:] = [content]
            return row

        return understood

    def _number(self, value: bytes, style: bytes) -> object:
        try:
            number = float(value)
        except ValueError:
            return value.decode("utf-8", "replace")
        place = int(style or 0)
        form = parse_format(self._formats[place]) if place < len(self._formats) else None
        if form is None or form.general or not form.dated:
            return number
        if any(token.kind == "elapsed" for token in form.sections[0]):
            return timedelta(milliseconds=round(number * _MILLISECONDS)) if abs(number) < _LAST_SERIAL else number
        return _dated(number, self._epoch_1904)


def _dated(number: float, epoch_1904: bool) -> datetime | time | float:
    days = number + 1462 if epoch_1904 else number
    if not 0 <= days < _LAST_SERIAL:
        return number
    if days < 1:
        moment = datetime.min + timedelta(milliseconds=round(days * _MILLISECONDS))
        return moment.time() if moment.day == 1 else number
    shift = 1 if days < 60 else 0  # Excel counts a 29 February 1900 that never was
    return datetime(1899, 12, 30) + timedelta(milliseconds=round((days + shift) * _MILLISECONDS))


def _moment(value: bytes) -> datetime | str:
    try:
        return datetime.fromisoformat(value.decode())
    except ValueError:
        return value.decode("utf-8", "replace")


@cache
def _column(letters: bytes) -> int:
    return column_index(letters.decode())


def _width(row: Row, patcher: RowPatcher) -> int:
    """Return how many columns a row has: its last cell tells, where it is written as usual."""
    if last := _REFERENCE.match(row.raw, row.raw.rfind(b"<c ")):
        return _column(last[1]) + 1
    return 1 + max((cell.column for cell in patcher.cells(row)), default=-1)


def _cells_of(row: Row, patcher: RowPatcher) -> Sequence[Written]:
    found = _USUAL.findall(row.raw)
    if len(found) != row.raw.count(b"<c") or b":c" in row.raw:
        return [*_taken_apart(row, patcher)]
    return [
        (_column(letters), kind, style, value or (_inside(kind, inside) if inside else b""))
        for letters, style, kind, value, inside in found
    ]


def _inside(kind: bytes, inside: bytes) -> bytes:
    if kind == b"inlineStr":
        return b"".join(_TEXT.findall(inside))
    found = _VALUE.search(inside)
    return found[1] if found else b""


def _taken_apart(row: Row, patcher: RowPatcher) -> Iterator[Written]:
    for cell in patcher.cells(row):
        kind, style = (cell.attribute(name) or "" for name in (b"t", b"s"))
        inside = row.raw[row.raw.index(b">", cell.start) + 1 : cell.end]
        yield cell.column, kind.encode(), style.encode(), _inside(kind.encode(), inside)
