"""The cells of an OpenDocument spreadsheet with their types, row by row from its bytes, to prove what was saved.

Rows are taken apart only where they are looked at: two rows of the same bytes hold the same.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import repeat
from pathlib import Path
from typing import overload

from tikissa.export.open_document.document_formulas import as_in_excel
from tikissa.export.open_document.document_row import LAST_COLUMN, CellXml, attributes_said, cells_of
from tikissa.export.open_document.document_stream import CONTENT, DocumentRow, open_document, pieces
from tikissa.export.workbook.sheet_formulas import FormulaCell
from tikissa.export.workbook.sheet_stream import OddSheet
from tikissa.files.guard import BROKEN_ZIP
from tikissa.files.letters import column_letter
from tikissa.files.readers.ods_cells import cell_value, plain_formula
from tikissa.files.readers.ods_tree import tree_rows, tree_sheets
from tikissa.model.problems import FileProblem

Place = tuple[int, int]
"""A cell's row, from 1, and column, from 0."""

_FORMULA = b"table:formula"
_NAMED = re.compile(rb"<table:named-(?:range|expression)(\s[^<>]*)>")
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
        self._gaps: list[bytes] = []

    @cached_property
    def _tables(self) -> dict[str, list[DocumentRow]]:
        tables: dict[str, list[DocumentRow]] = {}
        gaps: list[bytes] = []
        try:
            with open_document(self._path) as archive, archive.open(CONTENT) as stream:
                for piece in pieces(stream):
                    if piece.gap:
                        gaps.append(piece.gap)
                    for name in piece.opened:
                        tables.setdefault(name, [])
                    if piece.row is not None:
                        tables[piece.row.sheet].append(piece.row)
        except (OddSheet, KeyError, *BROKEN_ZIP):
            raise FileProblem("file.damaged", self._path.name) from None
        self._gaps = gaps
        return tables

    @cached_property
    def is_usual(self) -> bool:
        """Say whether the document is written in a way that is patched."""
        try:
            return self._tables is not None
        except FileProblem:
            return False

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
        """Return the formulas of a sheet as Excel writes their references."""
        if sheet not in self._formulas:
            self._formulas[sheet] = {(cell.row, cell.column): cell.formula for cell in self.formula_cells(sheet)}
        return self._formulas[sheet]

    def formula_cells(self, sheet: str) -> Iterator[FormulaCell]:
        """Yield every formula of a sheet in reading order, with what it fills beside its own cell."""
        for row in self._tables[sheet]:
            for cell in cells_of(row.raw) if _FORMULA in row.raw else ():
                formula = cell.attribute("formula")
                if formula is not None:
                    text = as_in_excel(plain_formula(formula))
                    for number in range(row.number, row.number + row.times):
                        for column in range(cell.column, cell.column + cell.times):
                            area = _area(cell, number, column)
                            yield FormulaCell(number, column, text, "array" if area else "normal", area)

    def document_rows(self, sheet: str) -> Sequence[DocumentRow]:
        """Return the rows of a sheet as they are written."""
        return self._tables[sheet]

    @property
    def gaps(self) -> Sequence[bytes]:
        """Return what stands between the rows."""
        return self._gaps if self._tables else []

    @property
    def around(self) -> bytes:
        """Return the whole content but for the rows."""
        return b"".join(self.gaps)

    @cached_property
    def defined_names(self) -> dict[str, str]:
        """Return what the document's names mean, by name in small letters; a name of two meanings is left out."""
        meanings: dict[str, set[str]] = {}
        for gap in self.gaps:
            for tag in _NAMED.finditer(gap):
                said = attributes_said(tag[1])
                meant = as_in_excel(plain_formula(said["expression"])) if "expression" in said else ""
                meant = meant or as_in_excel(f"[{said.get('cell-range-address', '')}]")
                meanings.setdefault(said.get("name", "").casefold(), set()).add(meant)
        return {name: next(iter(meant)) for name, meant in meanings.items() if len(meant) == 1}


def _area(cell: CellXml, row: int, column: int) -> str:
    """Return the cells that an array formula fills, "" for another formula."""
    if b"number-matrix" not in cell.attributes:
        return ""
    said = cell.said()
    down, across = (int(said.get(f"number-matrix-{what}-spanned", "1")) for what in ("rows", "columns"))
    return f"{column_letter(column)}{row}:{column_letter(column + across - 1)}{row + down - 1}"


class OddDocumentContents:
    """A spreadsheet written in a way that is not patched, its cells told by an XML parser; of its formulas nothing."""

    def __init__(self, path: Path) -> None:
        try:
            with open_document(path) as archive:
                self._content = archive.read(CONTENT)
            self.sheets = tuple(dict(tree_sheets(self._content)))
        except (SyntaxError, *BROKEN_ZIP):
            raise FileProblem("file.damaged", path.name) from None

    def rows(self, sheet: str) -> Iterator[Sequence[object]]:
        """Yield the rows down to the last filled one."""
        blank = 0
        for row in tree_rows(self._content, sheet):
            values = [value for cell, times, _ in row.cells for value in repeat(cell_value(cell), times)]
            while values and values[-1] is None:
                values.pop()
            if not values:
                blank += row.times
                continue
            yield from repeat([], blank)
            blank = 0
            yield from repeat(["" if value is None else value for value in values], row.times)

    def formulas(self, _sheet: str) -> Mapping[Place, str]:
        return {}
