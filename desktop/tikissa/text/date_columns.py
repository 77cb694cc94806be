"""Reads a whole column of dates: typed ones first, then texts in the column's own style, then Excel's day numbers."""

import re
from datetime import date, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from tikissa.model.register import ColumnCells, RawValue, Register
from tikissa.text.date_styles import EXCEL_EPOCH
from tikissa.text.dates import parse_date, parse_vague_date

NO_DATE = 0
"""Stands in a column of days where a cell holds no date."""

_EPOCH = date(1970, 1, 1)
_LIKELY_SERIALS = range(18_264, 73_051)  # 1950 to 2099
_WITH_SLASHES = re.compile(r"\s*(\d{1,2})/(\d{1,2})/(\d{2,4})\b")


def days(cells: ColumnCells) -> NDArray[np.int32]:
    """Return each record's date as a day number (`date.toordinal`), NO_DATE where there is none, shape (records,)."""
    texts: list[str] = cells.texts.tolist()
    raws: list[RawValue] = cells.raws.tolist()
    month_first = _month_first(texts)
    found = (_date_of(text, raw, month_first) for text, raw in zip(texts, raws, strict=True))
    ordinals = np.fromiter(map(_ordinal, found), np.int32, len(texts))
    spread: NDArray[np.int32] = ordinals[cells.codes]
    return spread


def _ordinal(day: date | None) -> int:
    """Return a day's number; what programs write where they were never given a day (1.1.1900, 1.1.1970) is none."""
    return NO_DATE if day is None or day == _EPOCH or not 1901 <= day.year < 2100 else day.toordinal()


def days_by_column(register: Register, columns: tuple[str, ...]) -> NDArray[np.int32]:
    """Return the days of these columns, shape (columns, records); one column without any day where there are none."""
    if not columns:
        return np.full((1, len(register)), NO_DATE, dtype=np.int32)
    return np.stack([days(register.cells_of(column)) for column in columns])


def newest_days(register: Register, columns: tuple[str, ...]) -> NDArray[np.int32]:
    """Return each record's newest day in these columns, NO_DATE where it has none."""
    newest: NDArray[np.int32] = days_by_column(register, columns).max(axis=0)
    return newest


def _date_of(text: str, raw: RawValue, month_first: bool) -> date | None:
    match raw:
        case datetime():
            return raw.date()
        case date():
            return raw
        case int() | float() if not isinstance(raw, bool) and int(raw) in _LIKELY_SERIALS:
            return EXCEL_EPOCH + timedelta(days=int(raw))
    if text.isdecimal() and len(text) == 5 and int(text) in _LIKELY_SERIALS:
        return EXCEL_EPOCH + timedelta(days=int(text))
    whole = parse_date(_WITH_SLASHES.sub(r"\2.\1.\3", text) if month_first else text)
    # the last day of what is meant: a row is not called older than it may be
    return whole or parse_vague_date(text)


def _month_first(texts: list[str]) -> bool:
    """Say whether dates with slashes have the month first: some day past the twelfth stands second, none first."""
    parts = [found.groups() for text in texts if (found := _WITH_SLASHES.match(text))]
    return any(int(second) > 12 for _, second, _ in parts) and not any(int(first) > 12 for first, _, _ in parts)
