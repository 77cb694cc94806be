"""Writes a number as its cell shows it: the leading zeros, decimals, dates and words of its number format.

Text is neutral where Excel follows the computer's language: a decimal point, no thousands separator; the date formats
that follow the language are written as in Finland.
"""

from datetime import date, datetime, time, timedelta
from functools import cache

from tikissa.files.date_text import show_date, show_day
from tikissa.files.format_code import parse_format
from tikissa.files.grid import Content
from tikissa.files.number_text import plain_number, show_decimal

_TOO_LONG = 1e15
FIRST_DAY = datetime(1900, 1, 1)
"""The first day that Excel has a number for."""


def show_number(value: float, code: str, base_1904: bool = False) -> Content:
    """Return what a cell with this number and format shows, and its typed value where that says more."""
    form = parse_format(code)
    if form.general:
        return general_number(value)
    if form.dated:
        return show_date(value, form, base_1904)
    text = show_decimal(value, form)
    return (text, None) if text == plain_number(value) else (text, typed(value))


def show_moment(at: date, code: str) -> str:
    """Return what a cell with a date, or a date and time, shows; formats that are for numbers show its number."""
    if pattern := _day_pattern(code):
        return pattern.format(at).strip()
    form = parse_format(code)
    return show_day(at, form) if form.dated else show_number(days_since_1899(at), code)[0]


@cache
def _day_pattern(code: str) -> str:
    """Return a format of nothing but the figures of a day as Python's pattern for it, "" for another one."""
    form = parse_format(code)
    tokens = form.sections[0] if form.dated else ()
    parts = [_DAY_PARTS.get(token.text.lower(), "") if token.kind == "date" else token.text for token in tokens]
    plain = [
        kind in ("date", "literal", "number") and "{" not in text
        for kind, text in ((each.kind, each.text) for each in tokens)
    ]
    return "".join(parts) if all(parts) and all(plain) else ""


_DAY_PARTS = {"d": "{0.day}", "dd": "{0.day:02}", "m": "{0.month}", "mm": "{0.month:02}", "yyyy": "{0.year}"}


def day_before_1900(at: datetime) -> str:
    """Return a day that Excel has no number for, as the text it is kept as."""
    return show_moment(at, "d.m.yyyy h:mm:ss" if at.time() != time() else "d.m.yyyy")


def days_since_1899(at: date | timedelta) -> float:
    """Return the number that spreadsheets other than Excel keep for a day, a moment or a length of time."""
    if isinstance(at, timedelta):
        return at / timedelta(days=1)
    moment = at if isinstance(at, datetime) else datetime.combine(at, time())
    return (moment - datetime(1899, 12, 30)) / timedelta(days=1)


def excel_serial(at: datetime) -> float:
    """Return the number Excel keeps for a moment from 1900 on: it counts a 29 February 1900 that never was."""
    return days_since_1899(at) - (at < datetime(1900, 3, 1))


def general_number(value: float) -> Content:
    """Return a number without a format; one longer than Excel can keep says so by its typed value."""
    return plain_number(value), typed(value) if abs(value) >= _TOO_LONG else None


def typed(value: float) -> int | float:
    """Return a whole number as one."""
    return int(value) if abs(value) < 1e21 and value == int(value) else value
