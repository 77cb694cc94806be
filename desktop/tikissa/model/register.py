"""The register as it was read: every cell as the text a person saw, never changed afterwards."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import overload

import numpy as np
from numpy.typing import NDArray

from tikissa.model.finding import Finding
from tikissa.model.record import RecordId


class FileFormat(StrEnum):
    XLSX = "xlsx"
    XLSM = "xlsm"
    XLS = "xls"
    XLSB = "xlsb"
    ODS = "ods"
    FODS = "fods"
    EXCEL_XML = "xml"
    HTML = "html"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is to be read, where the user said so; what is None is found out from the file.

    `header_row` counts as the spreadsheet does, from 1; 0 says that the register has no header row.
    """

    sheet: str | None = None
    header_row: int | None = None
    encoding: str | None = None
    delimiter: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The file a register came from and how it was read. `sheet` is the file's stem where the format has no sheets."""

    path: Path
    sha256: str
    format: FileFormat
    sheet: str
    header_row: int | None
    encoding: str | None = None
    delimiter: str | None = None
    sheets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column under the name it goes by: its header, or its letter where the header is blank or repeated."""

    index: int
    name: str
    letter: str
    header: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a record stands, as the spreadsheet shows it."""

    file: str
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class FormulaCell:
    """A cell whose text is worked out by the spreadsheet; nothing may be proposed for it."""

    formula: str


@dataclass(frozen=True, slots=True)
class CoveredCell:
    """A cell under a merged one, whose text stands in the cell of the row `row`; nothing may be written into it."""

    row: int


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """A cell that shows an error such as #N/A."""

    error: str


RawValue = float | int | bool | date | datetime | FormulaCell | CoveredCell | ErrorCell | None

NOT_OWN = (FormulaCell, CoveredCell)
"""Cells whose text is not their own: a change would be undone by the spreadsheet, or not be seen."""


_NOTHING = np.full((), None, dtype=object)


def object_array(values: Sequence[object]) -> NDArray[np.object_]:
    """Return values as they are, shape (values,); NumPy itself would make numbers of numbers."""
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def no_raws(count: int) -> NDArray[np.object_]:
    """Return the raw values of so many plain texts: None seen so many times, which takes no memory."""
    return np.broadcast_to(_NOTHING, count)


@dataclass(frozen=True, slots=True, eq=False)
class ColumnCells(Sequence[str]):
    """One column's cells, each distinct content kept once.

    `codes` has one entry a record and points into `texts`, the distinct contents as a person saw them ("" is an
    empty cell). `raws` goes with `texts`: the typed value where it says more than the text (a date, a number shown
    in a format of its own, a formula), else None. Two entries may share a text and differ in their raw value.
    Work on `texts` and spread the result with `codes`: a value is then looked at once, however often it stands.
    """

    codes: NDArray[np.int32]
    texts: NDArray[np.object_]
    raws: NDArray[np.object_]

    @classmethod
    def of(cls, values: Sequence[str]) -> "ColumnCells":
        """Build a column of plain texts."""
        seen: dict[str, int] = {}
        codes = np.fromiter((seen.setdefault(value, len(seen)) for value in values), np.int32, len(values))
        return cls(codes, object_array([*seen]), no_raws(len(seen)))

    @overload
    def __getitem__(self, record: int) -> str: ...
    @overload
    def __getitem__(self, record: slice) -> Sequence[str]: ...
    def __getitem__(self, record: int | slice) -> str | Sequence[str]:
        if isinstance(record, slice):
            return list(self.texts[self.codes[record]])
        text: str = self.texts[self.codes[record]]
        return text

    def __len__(self) -> int:
        return len(self.codes)

    def __iter__(self) -> Iterator[str]:
        return iter(self.spread())

    def spread(self) -> NDArray[np.object_]:
        """Return the texts record by record, shape (records,)."""
        spread: NDArray[np.object_] = self.texts[self.codes]
        return spread

    def where(self, claim: Callable[[str], object]) -> NDArray[np.bool_]:
        """Return for which records a claim on the text holds, shape (records,); a text is asked once."""
        texts = self.texts.tolist()
        held: NDArray[np.bool_] = np.fromiter(map(bool, map(claim, texts)), np.bool_, len(texts))[self.codes]
        return held

    def saying(self) -> NDArray[np.bool_]:
        """Return which of the distinct contents show anything, shape (texts,)."""
        texts = self.texts.tolist()
        says: NDArray[np.bool_] = ~np.fromiter(map(str.isspace, texts), np.bool_, len(texts))
        return says & np.fromiter(map(bool, texts), np.bool_, len(texts))

    def raw(self, record: int) -> RawValue:
        """Return the typed value of a cell where it says more than its text."""
        value: RawValue = self.raws[self.codes[record]]
        return value


@dataclass(frozen=True, eq=False)
class Register:
    """Every cell as it was read. `row_numbers`: each record's row as the spreadsheet shows it, shape (records,);
    `hidden_rows`: those it does not show until the user brings them into sight."""

    source: Source
    columns: tuple[Column, ...]
    cells: tuple[ColumnCells, ...]
    row_numbers: NDArray[np.int32]
    findings: tuple[Finding, ...] = field(default=())
    hidden_rows: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.row_numbers)

    @cached_property
    def _by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    @cached_property
    def _by_row(self) -> dict[int, RecordId]:
        return {int(row): RecordId(record) for record, row in enumerate(self.row_numbers)}

    def column(self, name: str) -> Column:
        """Return the column that goes by this name. Raises KeyError where there is none."""
        return self._by_name[name]

    def has_column(self, name: str) -> bool:
        return name in self._by_name

    def cells_of(self, name: str) -> ColumnCells:
        """Return the cells of the column that goes by this name."""
        return self.cells[self.column(name).index]

    def text(self, record: int, name: str) -> str:
        cells = self.cells[self._by_name[name].index]  # without detours: a decision asks for tens of thousands
        text: str = cells.texts[cells.codes[record]]
        return text

    def where(self, columns: Iterable[str], claim: Callable[[str], object]) -> NDArray[np.bool_]:
        """Return for which records a claim on the text holds in one of these columns, shape (records,)."""
        held = np.zeros(len(self), np.bool_)
        for name in columns:
            held |= self.cells_of(name).where(claim)
        return held

    def filled(self, columns: Iterable[str]) -> NDArray[np.bool_]:
        """Return which records say something in one of these columns, shape (records,)."""
        held = np.zeros(len(self), np.bool_)
        for cells in map(self.cells_of, columns):
            held |= cells.saying()[cells.codes]
        return held

    def row(self, record: int) -> int:
        """Return the row number a spreadsheet shows for a record."""
        return int(self.row_numbers[record])

    def is_hidden(self, record: int) -> bool:
        return self.row(record) in self.hidden_rows

    def record_at(self, row: int) -> RecordId:
        """Return the record that stands on a row of the spreadsheet. Raises KeyError where there is none."""
        return self._by_row[row]

    def provenance(self, record: int) -> Provenance:
        return Provenance(self.source.path.name, self.source.sheet, self.row(record))
