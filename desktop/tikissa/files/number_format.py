"""Writes a number as its cell shows it: the leading zeros, decimals, dates and words of its number format.

Text is neutral where Excel follows the computer's language: a decimal point, no thousands separator; the date formats
that follow the language are written as in Finland.
"""

from tikissa.files.date_text import show_date
from tikissa.files.format_code import parse_format
from tikissa.files.grid import Content
from tikissa.files.number_text import plain_number, show_decimal

_TOO_LONG = 1e15


def show_number(value: float, code: str, base_1904: bool = False) -> Content:
    """Return what a cell with this number and format shows, and its typed value where that says more."""
    form = parse_format(code)
    if form.general:
        return general_number(value)
    if form.dated:
        return show_date(value, form, base_1904)
    text = show_decimal(value, form)
    return (text, None) if text == plain_number(value) else (text, typed(value))


def general_number(value: float) -> Content:
    """Return a number without a format; one longer than Excel can keep says so by its typed value."""
    return plain_number(value), typed(value) if abs(value) >= _TOO_LONG else None


def typed(value: float) -> int | float:
    """Return a whole number as one."""
    return int(value) if abs(value) < 1e21 and value == int(value) else value
