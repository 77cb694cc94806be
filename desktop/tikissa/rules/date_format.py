"""Dates typed as text: in the column's own style, with whole years, and none that cannot be."""

import re
from collections.abc import Iterator
from datetime import date

from tikissa.model.finding import Severity
from tikissa.model.schema import DateOrder, Meaning
from tikissa.rules.rule import Cell, Check, Kind, Observation, Rule, Suggestion
from tikissa.text.date_columns import whole_day
from tikissa.text.date_orders import Period
from tikissa.text.date_styles import ISO, excel_day, has_short_year, style_of_day, write_day
from tikissa.text.dates import days_by_order, parse_date

PAST = (Meaning.CREATED, Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE, Meaning.DATE_OF_BIRTH)
"""The meanings of columns of days that have been."""

_FIRST_YEAR = 1900
_LOOKS_LIKE_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")


def write_date(cell: Cell) -> Suggestion | None:
    """Write a day in the register's style; zeros before a day or month are no difference of style.

    A birthday in "65" was a century before one yet to come.
    """
    style = cell.habits.date_styles.get(cell.meaning or Meaning.CREATED, cell.habits.date_style)
    serial = excel_day(cell.text)
    if serial and serial <= cell.habits.today:
        return Suggestion("date.excel_serial", write_day(serial, style), confidence=0.9, safe=False)
    day = parse_date(cell.text, _order(cell))
    if day is None or (_order(cell) is not DateOrder.DAY_FIRST and any(days_by_order(cell.text))):
        return _turned(cell, style)
    if has_short_year(cell.text):
        if cell.meaning in cell.habits.short_years:  # the register's own way, and every such day can be read
            return None
        meant = _placed(day, cell) or day
        return Suggestion("date.short_year", write_day(meant, style), confidence=0.85, safe=False)
    own = style_of_day(cell.text)
    if own is None or own == style or ISO not in (own, style):
        return None
    return Suggestion("date.format", write_day(day, style), confidence=0.98, safe=False)


def _order(cell: Cell) -> DateOrder:
    return cell.habits.date_orders.get(cell.meaning or Meaning.CREATED, DateOrder.DAY_FIRST)


def _turned(cell: Cell, style: str) -> Suggestion | None:
    """Turn "12/31/1999" round among days written our way; in a column of Americans' days it stands with its like."""
    is_odd = cell.meaning in cell.habits.date_styles and any(days_by_order(cell.text))
    day = whole_day(cell.text, None, _order(cell)) if is_odd else None
    return Suggestion("date.month_first", write_day(day, style), confidence=0.85, safe=False) if day else None


def _placed(day: date | None, cell: Cell) -> date | None:
    is_birth = cell.meaning is Meaning.DATE_OF_BIRTH
    return Period.of_births(cell.habits.today).placed(day, cell.text) if is_birth else day


def observe(cell: Cell) -> Iterator[Observation]:
    """Tell of days no calendar has and of days yet to come; a real date counts as the spreadsheet has it."""
    day = cell.day or _placed(whole_day(cell.text, None, _order(cell)), cell)
    if bool(_LOOKS_LIKE_DAY.fullmatch(cell.text)) if day is None else day.year < _FIRST_YEAR:
        yield Observation("date.impossible", (cell.text,))
    elif day is not None and day > cell.habits.today:
        yield Observation("date.future", (cell.text,))


RULE = Rule(
    {
        "date.excel_serial": Kind.ERROR,
        "date.month_first": Kind.ERROR,
        "date.short_year": Kind.ERROR,
        "date.format": Kind.WRITING,
    },
    PAST,
    write_date,
)
CHECK = Check({"date.impossible": Severity.WARNING, "date.future": Severity.WARNING}, PAST, observe)
