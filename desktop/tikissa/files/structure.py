"""Makes a register of a sheet: which row names the columns, which rows are records, what each column is called."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from tikissa.files.covered_cells import with_covered_cells
from tikissa.files.grid import Grid, GridColumn
from tikissa.files.header_row import Header, find_header, header_at
from tikissa.files.letters import column_letter
from tikissa.files.second_table import second_table
from tikissa.files.side_by_side import side_by_side
from tikissa.files.totals import is_totals_row, rows_between
from tikissa.model.finding import Finding, Severity
from tikissa.model.problems import FileProblem
from tikissa.model.register import Column, ColumnCells, Reading, no_raws
from tikissa.text.normalise import collapse_blanks

_SHOWN = 5


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The register's part of a sheet. `header_row` is a row number of the spreadsheet, None where there is none;
    `rows` are the records' positions in the grid."""

    header_row: int | None
    columns: tuple[Column, ...]
    cells: tuple[ColumnCells, ...]
    rows: NDArray[np.intp]
    row_numbers: NDArray[np.int32]
    findings: tuple[Finding, ...]


def find_table(grid: Grid, reading: Reading, name: str) -> Table:
    """Cut the register out of a sheet. Raises FileProblem where there is none; `name` is the file's, for the words."""
    filled = [column.filled() for column in grid.columns]
    any_filled = np.logical_or.reduce(filled) if filled else np.zeros(len(grid), np.bool_)
    if not any_filled.any():
        raise FileProblem("file.empty", name)
    header = _header(grid, reading)
    rows, findings = _record_rows(grid, header, any_filled)
    if not len(rows):
        raise FileProblem("file.no_rows", name)
    grid = with_covered_cells(grid, rows) if grid.merged else grid
    headers = [header.text(grid, position) for position in range(len(grid.columns))]
    is_kept = [bool(text.strip() or mask[rows].any()) for text, mask in zip(headers, filled, strict=True)]
    kept = list(compress(grid.columns, is_kept))
    findings = (*findings, *_sheet_findings(grid, header, reading), *_other_tables(grid, kept, header, rows))
    return Table(
        header_row=None if header.row is None else int(grid.row_numbers[header.row]),
        columns=name_columns([column.index for column in kept], list(compress(headers, is_kept))),
        cells=tuple(_cells(column, rows) for column in kept),
        rows=rows,
        row_numbers=grid.row_numbers[rows],
        findings=findings,
    )


def _other_tables(grid: Grid, kept: list[GridColumn], header: Header, rows: NDArray[np.intp]) -> Iterator[Finding]:
    yield from side_by_side(kept, header, rows)
    yield from second_table(grid, len(kept), rows)


def _sheet_findings(grid: Grid, header: Header, reading: Reading) -> Iterator[Finding]:
    if header.row is None and reading.header_row is None:
        yield Finding("file.no_header", Severity.WARNING)
    if header.row is not None and header.upper is not None:
        rows = (str(int(grid.row_numbers[row])) for row in (header.upper, header.row))
        yield Finding("file.two_row_header", Severity.NOTE, arguments=tuple(rows))
    if grid.hidden_rows:
        yield Finding("file.hidden_rows", Severity.NOTE, arguments=(str(len(grid.hidden_rows)),))


def _header(grid: Grid, reading: Reading) -> Header:
    if reading.header_row is None:
        return find_header(grid)
    if reading.header_row == 0:
        return Header(None)
    at = np.flatnonzero(grid.row_numbers == reading.header_row)
    if not len(at):
        raise FileProblem("file.header_row_missing", str(reading.header_row))
    return header_at(grid, int(at[0]))


def _record_rows(
    grid: Grid, header: Header, any_filled: NDArray[np.bool_]
) -> tuple[NDArray[np.intp], tuple[Finding, ...]]:
    """Return the positions of the records: the filled rows below the header but for totals and headings of groups."""
    below = np.flatnonzero(any_filled)
    if header.row is not None:
        below = below[below > header.row]
    if len(below) > 1 and is_totals_row(grid, int(below[-1])):
        number = str(int(grid.row_numbers[below[-1]]))
        rows, findings = _without_rows_between(grid, below[:-1])
        return rows, (Finding("file.totals_row", Severity.NOTE, arguments=(number,)), *findings)
    return _without_rows_between(grid, below)


def _without_rows_between(grid: Grid, rows: NDArray[np.intp]) -> tuple[NDArray[np.intp], tuple[Finding, ...]]:
    between = dict(zip(("file.subtotal_rows", "file.group_rows"), rows_between(grid, rows), strict=True))
    findings = tuple(
        Finding(code, Severity.NOTE, arguments=(_numbers(grid, found),)) for code, found in between.items() if found
    )
    left_out = [row for found in between.values() for row in found]
    return rows[~np.isin(rows, left_out)] if left_out else rows, findings


def _numbers(grid: Grid, rows: list[int]) -> str:
    """Return row numbers as the spreadsheet shows them, the first ones of many."""
    shown = ", ".join(str(int(grid.row_numbers[row])) for row in rows[:_SHOWN])
    return f"{shown}…" if len(rows) > _SHOWN else shown


def name_columns(indices: list[int], headers: list[str]) -> tuple[Column, ...]:
    """Name columns, given by their indices in the sheet and their headers: by the header, or by the letter where that
    is blank, stood already, or is the letter of a column that goes by it."""
    names = list(map(collapse_blanks, headers))
    letters = list(map(column_letter, indices))
    first = {name: at for at, name in reversed(list(enumerate(names)))}
    by_letter = {at for at, name in enumerate(names) if not name or first[name] != at}
    while clash := _going_by_a_letter_in_use(names, letters, by_letter):
        by_letter |= clash
    return tuple(
        Column(at, letters[at] if at in by_letter else names[at], letters[at], header)
        for at, header in enumerate(headers)
    )


def _going_by_a_letter_in_use(names: list[str], letters: list[str], by_letter: set[int]) -> set[int]:
    in_use = {letters[at] for at in by_letter}
    return {at for at, name in enumerate(names) if at not in by_letter and name in in_use}


def _cells(column: GridColumn, rows: NDArray[np.intp]) -> ColumnCells:
    """Cut the records out of a column and forget the contents that stand only outside them."""
    words = column.vocabulary
    used, codes = _used(column.codes[rows], len(words.texts))
    raws = no_raws(len(used)) if words.raws is None else words.raws[used]
    return ColumnCells(codes, words.texts[used], raws)


def _used(codes: NDArray[np.int32], total: int) -> tuple[NDArray[np.intp], NDArray[np.int32]]:
    """Return which numbers of `total` occur, and the codes counted among those only."""
    if total > 8 * len(codes):
        used, renumbered = np.unique(codes, return_inverse=True)
        return used.astype(np.intp), renumbered.astype(np.int32)
    stands = np.zeros(total, np.bool_)
    stands[codes] = True
    positions = np.cumsum(stands, dtype=np.int32) - 1
    return np.flatnonzero(stands), positions[codes].astype(np.int32)
