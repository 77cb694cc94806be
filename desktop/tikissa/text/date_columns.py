"""Reads a whole column of dates: typed ones first, then texts in the column's own order, then Excel's day numbers."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

import numpy as np
from numpy.typing import NDArray

from tikissa.model.register import ColumnCells, RawValue, Register, no_raws, object_array
from tikissa.model.schema import DateOrder, Meaning, Schema
from tikissa.text.date_orders import Period
from tikissa.text.date_styles import EXCEL_EPOCH, excel_day
from tikissa.text.dates import days_by_order, parse_date
from tikissa.text.vague_dates import parse_vague_date

NO_DATE = 0
"""Stands in a column of days where a cell holds no date."""

DAYS = (
    *(Meaning.CREATED, Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE, Meaning.DATE_OF_BIRTH),
    *(Meaning.ENDED, Meaning.RETURNED),
)
"""The meanings of columns that hold days."""

_EPOCH = date(1970, 1, 1)
_LIKELY_SERIALS = range(18_264, 73_051)  # 1950 to 2099


def whole_day(text: str, raw: RawValue, order: DateOrder = DateOrder.DAY_FIRST) -> date | None:
    """Return the day of a cell of a column in this order; one that cannot be in it counts in the other it can be in."""
    match raw:
        case datetime():
            return raw.date()
        case date():
            return raw
        case int() | float() if _LIKELY_SERIALS.start <= raw < _LIKELY_SERIALS.stop:
            return EXCEL_EPOCH + timedelta(days=int(raw))
    return parse_date(text, order) or excel_day(text) or _in_another_order(text)


def _in_another_order(text: str) -> date | None:
    return next((day for order, day in days_by_order(text) if day and order is not DateOrder.YEAR_FIRST), None)


def days(cells: ColumnCells, order: DateOrder = DateOrder.DAY_FIRST) -> NDArray[np.int32]:
    """Return each record's date as a day number (`date.toordinal`), NO_DATE where there is none, shape (records,)."""
    # the last day of what is meant: a row is not called older than it may be
    found = (whole_day(text, raw, order) or parse_vague_date(text) for text, raw in _contents(cells))
    ordinals = np.fromiter(map(_ordinal, found), np.int32, len(cells.texts))
    spread: NDArray[np.int32] = ordinals[cells.codes]
    return spread


def _contents(cells: ColumnCells) -> Iterator[tuple[str, RawValue]]:
    return zip(cells.texts.tolist(), cells.raws.tolist(), strict=True)


def _ordinal(day: date | None) -> int:
    """Return a day's number; what programs write where they were never given a day (1.1.1900, 1.1.1970) is none."""
    return NO_DATE if day is None or day == _EPOCH or not 1901 <= day.year < 2100 else day.toordinal()


def days_by_column(register: Register, schema: Schema, columns: tuple[str, ...]) -> NDArray[np.int32]:
    """Return the days of these columns, shape (columns, records); one column without any day where there are none."""
    if not columns:
        return np.full((1, len(register)), NO_DATE, dtype=np.int32)
    return np.stack([days(register.cells_of(column), schema.date_order(column)) for column in columns])


def newest_days(register: Register, schema: Schema, columns: tuple[str, ...]) -> NDArray[np.int32]:
    """Return each record's newest day in these columns, NO_DATE where it has none."""
    newest: NDArray[np.int32] = days_by_column(register, schema, columns).max(axis=0)
    return newest


def born_on(cells: ColumnCells, order: DateOrder, today: date | None = None) -> ColumnCells:
    """Return a column of birthdays with each whole day written as 1941-05-03, whatever its cell shows."""
    period = Period.of_births(today)
    return _rewritten(cells, lambda text, raw: period.placed(whole_day(text, raw, order), text))


def in_plain_days(register: Register, schema: Schema, today: date | None = None) -> Register:
    """Return the register with the days of its columns of days as 2019-12-14: a difference of writing is none then."""
    cells = list(register.cells)
    for entry in schema.columns:
        index = register.column(entry.column).index
        if entry.meaning is Meaning.DATE_OF_BIRTH:
            cells[index] = born_on(cells[index], entry.date_order, today)
        elif entry.meaning in DAYS:
            cells[index] = _rewritten(cells[index], partial(whole_day, order=entry.date_order))
    return replace(register, cells=tuple(cells))


def _rewritten(cells: ColumnCells, read: Callable[[str, RawValue], date | None]) -> ColumnCells:
    found = ((text, read(text, raw)) for text, raw in _contents(cells))
    texts = [text if day is None else day.isoformat() for text, day in found]
    return ColumnCells(cells.codes, object_array(texts), no_raws(len(texts)))
