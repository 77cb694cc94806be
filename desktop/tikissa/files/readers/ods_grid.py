"""Puts the cells of an OpenDocument sheet in their places, where one may stand for many beside or below it."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count, islice
from typing import Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from tikissa.files.grid import EMPTY, ContentIndex, Grid, GridColumn, Merged
from tikissa.files.readers.ods_styles import GENERAL, OdsStyles

LAST_COLUMN = 16_384
LAST_ROW = 1_048_576

Found = TypeVar("Found")
Looked = TypeVar("Looked", contravariant=True)


@dataclass(frozen=True, slots=True)
class FoundRow(Generic[Found]):
    """A row: its number, how many times it stands one below the other, its cells, and whether it is hidden."""

    number: int
    times: int
    cells: Sequence[Found]
    is_hidden: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Placed:
    """The filled cells of some rows: each one's code, the place of its row in `rows`, and its column.

    `rows` are numbers with how many times each row stands and whether it is hidden.
    """

    codes: NDArray[np.int32]
    at_row: NDArray[np.int32]
    at_column: NDArray[np.int32]
    rows: list[tuple[int, int, bool]]


class CellRows(Generic[Found]):
    """Rows of cells as they come, each distinct cell by a number of its own."""

    def __init__(self, times: Callable[[Found], int], is_empty: Callable[[Found], bool]) -> None:
        self._times = times
        self._is_empty = is_empty
        self._codes: defaultdict[Found, int] = defaultdict(count().__next__)
        self._repeated = array("q")
        self._empty = array("b")
        self._placed: list[_Placed] = []

    @property
    def cells(self) -> list[Found]:
        """Return the distinct cells by their numbers."""
        return list(self._codes)

    def add(self, rows: Sequence[FoundRow[Found]]) -> None:
        """Add rows below those that have come."""
        found = chain.from_iterable(row.cells for row in rows)
        codes = np.fromiter(map(self._codes.__getitem__, found), np.int32)
        self._look_at_new()
        lengths = np.fromiter((len(row.cells) for row in rows), np.int64, len(rows))
        at_row = np.repeat(np.arange(len(rows), dtype=np.int32), lengths)
        times = np.frombuffer(self._repeated, np.int64)[codes]
        ends = np.cumsum(times)
        starts = np.append(0, ends)[np.cumsum(lengths) - lengths]
        at_column = ends - times - np.repeat(starts, lengths)
        is_filled = (np.frombuffer(self._empty, np.int8)[codes] == 0) & (at_column < LAST_COLUMN)
        times = np.minimum(times, LAST_COLUMN - at_column)[is_filled]
        within = np.arange(int(times.sum())) - np.repeat(np.cumsum(times) - times, times)
        placed = _Placed(
            np.repeat(codes[is_filled], times),
            np.repeat(at_row[is_filled], times),
            (np.repeat(at_column[is_filled], times) + within).astype(np.int32),
            [(row.number, row.times, row.is_hidden) for row in rows],
        )
        self._placed.append(placed)

    def _look_at_new(self) -> None:
        new = list(islice(reversed(self._codes), len(self._codes) - len(self._repeated)))[::-1]
        self._repeated.extend(map(self._times, new))
        self._empty.extend(map(self._is_empty, new))

    def table(self) -> "CellTable":
        """Return all filled cells; rows without any are left out, and one that stands many times is there as often."""
        numbers: list[int] = []
        hidden: set[int] = set()
        codes, at_row, at_column = [np.zeros(0, np.int32)], [np.zeros(0, np.int32)], [np.zeros(0, np.int32)]
        for placed in self._placed:
            places = np.full(len(placed.rows), -1, np.int32)
            filled = np.unique(placed.at_row)
            below: list[tuple[int, int]] = []
            for row in filled.tolist():
                number, times, is_hidden = placed.rows[row]
                times = max(0, min(times, LAST_ROW + 1 - number))
                places[row] = len(numbers)
                numbers += range(number, number + times)
                hidden.update(range(number, number + times) if is_hidden else ())
                if times != 1:
                    below.append((row, times))
            codes.append(placed.codes)
            at_row.append(places[placed.at_row])
            at_column.append(placed.at_column)
            for row, times in below:
                cells = np.flatnonzero(placed.at_row == row)
                for further in range(1, times):
                    codes.append(placed.codes[cells])
                    at_row.append(np.full(len(cells), places[row] + further, np.int32))
                    at_column.append(placed.at_column[cells])
        joined = (np.concatenate(parts) for parts in (codes, at_row, at_column))
        return CellTable(np.array(numbers, np.int32), frozenset(hidden), *joined)


@dataclass(frozen=True, slots=True, eq=False)
class CellTable:
    """The filled cells of a sheet: the numbers of its rows, those of the hidden ones, and each cell's code, the
    place of its row among them and its column."""

    row_numbers: NDArray[np.int32]
    hidden: frozenset[int]
    codes: NDArray[np.int32]
    at_row: NDArray[np.int32]
    at_column: NDArray[np.int32]


class Understanding(Protocol[Looked]):
    """Knows what the cells of one way of reading hold."""

    def numbered(self, cells: Sequence[Looked], default_style: str, index: ContentIndex) -> Sequence[int]:
        """Return the number, in the index, of each cell's content where cells without a style have this one."""
        ...

    def depends_on_column(self, cell: Looked) -> bool:
        """Say whether what a cell shows depends on the style of its column."""
        ...

    def rows_spanned(self, cell: Looked) -> int:
        """Return over how many rows a cell is merged."""
        ...


def grid_of_cells(
    rows: CellRows[Found],
    column_styles: Sequence[tuple[int, str]],
    understanding: Understanding[Found],
    styles: OdsStyles,
) -> Grid:
    """Understand each distinct cell once, or once a style of its column, and put all in their columns.

    `column_styles` are the styles of cells without one of their own, each with the number of columns that have it.
    """
    index = ContentIndex()
    empty, cells, table = index.number(*EMPTY), rows.cells, rows.table()
    usual = np.asarray(understanding.numbered(cells, "", index), np.int32)
    codes, at_column = table.codes, table.at_column
    numbers = usual[codes]
    for style, columns in _formatted_columns(column_styles, styles).items():
        in_columns = np.isin(at_column, columns)
        distinct = [code for code in np.unique(codes[in_columns]) if understanding.depends_on_column(cells[code])]
        if distinct:
            styled = usual.copy()
            styled[distinct] = understanding.numbered([cells[code] for code in distinct], style, index)
            numbers[in_columns] = styled[codes[in_columns]]
    vocabulary = index.vocabulary()
    resolved, nothing = index.resolve(numbers), int(index.resolve([empty])[0])
    used = np.flatnonzero(np.bincount(at_column[~vocabulary.blank[resolved]]))
    place = np.full(max(at_column.max(initial=0), used.max(initial=0)) + 1, -1, np.int32)
    place[used] = np.arange(len(used), dtype=np.int32)
    is_used = place[at_column] >= 0
    filled = np.full((len(used), len(table.row_numbers)), nothing, np.int32)
    filled[place[at_column[is_used]], table.at_row[is_used]] = resolved[is_used]
    found = tuple(GridColumn(int(column), row, vocabulary) for column, row in zip(used, filled, strict=True))
    return Grid(table.row_numbers, found, table.hidden, tuple(_merged_down(cells, table, understanding)))


def _merged_down(cells: Sequence[Found], table: CellTable, understanding: Understanding[Found]) -> Iterator[Merged]:
    spans = {code: rows for code, cell in enumerate(cells) if (rows := understanding.rows_spanned(cell)) > 1}
    for at in np.flatnonzero(np.isin(table.codes, list(spans))).tolist() if spans else ():
        first = int(table.row_numbers[table.at_row[at]])
        column = int(table.at_column[at])
        yield Merged(first, first + spans[int(table.codes[at])] - 1, column, column)


def _formatted_columns(column_styles: Sequence[tuple[int, str]], styles: OdsStyles) -> dict[str, list[int]]:
    """Return the columns whose style has a number format of its own, by that style."""
    found: dict[str, list[int]] = {}
    column = 0
    for times, style in column_styles:
        times = min(times, LAST_COLUMN - column)
        if styles.codes.get(style, GENERAL) != GENERAL:
            found.setdefault(style, []).extend(range(column, column + times))
        column += times
    return found
