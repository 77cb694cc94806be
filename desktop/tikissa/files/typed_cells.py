"""Cells with their types, formats and formulas, and what else of a sheet a new workbook can have as well.

A reader of a binary format tells its cells so; the text a person sees is worked out of it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Protocol, runtime_checkable

from tikissa.files.constant_formula import is_constant
from tikissa.files.date_text import moment
from tikissa.files.format_code import parse_format
from tikissa.files.grid import EMPTY, Content, Grid, Merged, grid_of_rows
from tikissa.files.number_format import show_number
from tikissa.model.register import ErrorCell, FormulaCell

GENERAL = "General"


@dataclass(frozen=True, slots=True)
class TypedCell:
    """A cell's content, its number format code, and its formula: None without one, "" where it cannot be told."""

    value: str | float | bool | ErrorCell | None
    code: str = GENERAL
    formula: str | None = None


TypedRow = tuple[int, list[TypedCell]]
"""A row's number and its cells from column A on."""

BLANK = TypedCell(None)


@dataclass(frozen=True, slots=True)
class SheetLook:
    """What of a sheet is not in its cells: widths of columns in characters, hidden rows, whether it is shown, and which
    cells are merged."""

    widths: Mapping[int, float] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    is_hidden: bool = False
    merged: tuple[Merged, ...] = ()


@runtime_checkable
class TypedWorkbook(Protocol):
    """A workbook whose cells can be told with their types."""

    @property
    def sheets(self) -> tuple[str, ...]: ...

    @property
    def base_1904(self) -> bool: ...

    def typed_rows(self, sheet: str) -> Iterator[TypedRow]: ...

    def look(self, sheet: str) -> SheetLook: ...


def typed_grid(rows: Iterable[TypedRow], look: Callable[[], SheetLook], base_1904: bool) -> Grid:
    """Return a sheet as it is shown; its look is asked for once the rows have been gone through."""
    grid = grid_of_rows((number, [shown(cell, base_1904) for cell in cells]) for number, cells in rows)
    around = look()
    return replace(grid, hidden_rows=around.hidden_rows.intersection(grid.row_numbers.tolist()), merged=around.merged)


def shown(cell: TypedCell, base_1904: bool) -> Content:
    """Return what a cell shows, and its formula, error or typed value; a constant formula is its value."""
    text, raw = _shown(cell, base_1904)
    if cell.formula is None or (text and is_constant(cell.formula)):
        return text, raw
    return text, FormulaCell(cell.formula)


def _shown(cell: TypedCell, base_1904: bool) -> Content:
    match cell.value:
        case None:
            return EMPTY
        case str():
            return cell.value, None
        case bool():
            return ("TRUE" if cell.value else "FALSE"), cell.value
        case ErrorCell():
            return cell.value.error, cell.value
    return show_number(float(cell.value), cell.code, base_1904)


def value_of(cell: TypedCell, base_1904: bool) -> str | float | bool | datetime | timedelta | None:
    """Return a cell's content by its type; a number with the format of a date or a time is one, an error nothing."""
    value = cell.value
    if isinstance(value, ErrorCell) or value is None:
        return None
    if isinstance(value, str | bool):
        return value
    form = parse_format(cell.code)
    if form.general or not form.dated:
        return float(value)
    at = moment(value, base_1904)
    if at is None or isinstance(at, time) or any(token.kind == "elapsed" for token in form.sections[0]):
        return timedelta(days=value) if abs(value) < 1e8 else float(value)
    return at if isinstance(at, datetime) else _midnight(at)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)
