"""The cells of an OpenDocument spreadsheet with their types, row by row from its bytes, to prove what was saved.

Rows are taken apart only where they are looked at: two rows of the same bytes hold the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import repeat
from pathlib import Path
from typing import overload

from tikissa.export.open_document.document_row import LAST_COLUMN, cells_of
from tikissa.export.open_document.document_stream import CONTENT, DocumentRow, open_document, pieces
from tikissa.export.workbook.sheet_stream import OddSheet
from tikissa.files.guard import BROKEN_ZIP
from tikissa.files.readers.ods_cells import cell_value, plain_formula
from tikissa.model.problems import FileProblem

Place = tuple[int, int]
"""A cell's row, from 1, and column, from 0."""

_FORMULA = b"table:formula"
_FILLED = (b"value", b"formula", b"<text:")
_OPENINGS = (b"<table:table-cell", b"<table:covered-table-cell")
_EMPTY_END = b"/></table:table-row>"


class LazyRow(Sequence[object]):
    """A row's values, from column A on, the empty ones at its end left out."""

    __slots__ = ("_values", "raw")

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self._values: list[object] | None = None

    @property
    def values(self) -> list[object]:
        if self._values is None:
            self._values = _values(self.raw)
        return self._values

    def at_most(self) -> int:
        """Return a length that the row does not surpass, mostly without taking it apart."""
        last = self.raw.rfind(b"<table:")
        is_empty = self.raw.endswith(_EMPTY_END) and not any(mark in self.raw[last:] for mark in _FILLED)
        before = self.raw[:last] if is_empty else self.raw
        return len(self) if b"columns-repeated" in before else sum(map(before.count, _OPENINGS))

    def __len__(self) -> int:
        return len(self.values)

    @overload
    def __getitem__(self, place: int) -> object: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[object]: ...
    def __getitem__(self, place: int | slice) -> object:
        return self.values[place]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, LazyRow):
            return self.raw == other.raw or self.values == other.values
        return self.values == other


def _values(raw: bytes) -> list[object]:
    values: list[object] = []
    for cell in cells_of(raw):
        value = None if cell.is_blank else cell_value(cell.written())
        if value is not None:
            values += [""] * (min(cell.column, LAST_COLUMN) - len(values))
            values += [value] * min(cell.times, LAST_COLUMN - len(values))
    return values


_NOTHING = LazyRow(b"")


class OpenDocumentContents:
    """An OpenDocument spreadsheet, gone through once from front to back and then kept as the bytes of its rows."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._formulas: dict[str, Mapping[Place, str]] = {}

    @cached_property
    def _tables(self) -> dict[str, list[DocumentRow]]:
        tables: dict[str, list[DocumentRow]] = {}
        try:
            with open_document(self._path) as archive, archive.open(CONTENT) as stream:
                for piece in pieces(stream):
                    for name in piece.opened:
                        tables.setdefault(name, [])
                    if piece.row is not None:
                        tables[piece.row.sheet].append(piece.row)
        except (OddSheet, KeyError, *BROKEN_ZIP):
            raise FileProblem("file.damaged", self._path.name) from None
        return tables

    @property
    def sheets(self) -> tuple[str, ...]:
        return tuple(self._tables)

    def rows(self, sheet: str) -> Iterator[LazyRow]:
        """Yield the rows down to the last filled one."""
        blank = 0
        for row in self._tables[sheet]:
            if not any(mark in row.raw for mark in _FILLED):
                blank += row.times
                continue
            yield from repeat(_NOTHING, blank)
            blank = 0
            yield from repeat(LazyRow(row.raw), row.times)

    def formulas(self, sheet: str) -> Mapping[Place, str]:
        if sheet not in self._formulas:
            self._formulas[sheet] = dict(_formulas(self._tables[sheet]))
        return self._formulas[sheet]


def _formulas(rows: Iterable[DocumentRow]) -> Iterator[tuple[Place, str]]:
    for row in rows:
        for cell in cells_of(row.raw) if _FORMULA in row.raw else ():
            formula = cell.attribute("formula")
            if formula is not None:
                for number in range(row.number, row.number + row.times):
                    for column in range(cell.column, cell.column + cell.times):
                        yield (number, column), plain_formula(formula)
