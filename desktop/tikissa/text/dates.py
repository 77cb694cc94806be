"""Reads a date as people write it, day before month unless its column says otherwise, without guessing at what is no
whole date."""

import re
from collections.abc import Iterator
from datetime import date

from tikissa.model.schema import DateOrder
from tikissa.text.month_words import month_of
from tikissa.text.normalise import fold

_HOUR = r"\d{1,2}(?:[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?)?"
_AT = r"(?:(?:klo|kello|kl|at|um|kell)\.? ?|@ ?)"
_ZONE = r"(?: ?(?:am|pm|a\.m\.|p\.m\.|uhr|h|z|utc|gmt|[+-]\d{2}:?\d{2}))?"
_TIME = rf"(?:[ ,]+{_AT}{_HOUR}{_ZONE}|[ t,]+\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}}(?:[.,]\d+)?)?{_ZONE})?"
_TIME_BEFORE = rf"(?:{_AT}?\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?[ ,]+)?"
_WEEKDAY = r"(?:(?:ma|ti|ke|to|pe|la|su|man|tis|ons|tors|fre|lor|son|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,7}[.,]{0,2} )?"
_BEFORE = rf"{_TIME_BEFORE}{_WEEKDAY}"

_NUMERIC = re.compile(rf"{_BEFORE}(\d{{1,2}})(\. ?|/|-)(\d{{1,2}})(?:\2|\. ?)(\d{{4}}|\d{{2}})\.?{_TIME}")
_APART = r"(?:[ ,]+(\d{4})|(?:[ /]*[-'’´]|(?<=/\d) |(?<=/\d\d) )(\d{4}|\d{2}))"
_SWEDISH = re.compile(rf"{_BEFORE}(?:d(?:en)?\.? )?(\d{{1,2}})[/.](\d{{1,2}})\.?{_APART}{_TIME}")
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}})\.?{_TIME}")
_EIGHT_DIGITS = re.compile(r"(19\d{2}|20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])")
_YEAR = r"(\d{4}|[-'’´]\d{2}|(?<=[-/.])\d{2}|(?<=[a-z] )\d{2})"
_DAY = r"(\d{1,2})(?:\.|st|nd|rd|th|:e|:a)?"
_NAMED = re.compile(rf"{_BEFORE}(?:[a-z]+,? )?{_DAY}[ -/]?(?:of )?([a-z]+)[.,]{{0,2}}[ -/]?{_YEAR}{_TIME}")
_NAME_FIRST = re.compile(
    rf"{_BEFORE}([a-z]+)[. -]{{1,2}}{_DAY}(?: ?p(?:na|aiva(?:na)?)?\.?)?[, -]{{1,2}}{_YEAR}{_TIME}"
)
_TO_TURN = re.compile(rf"{_BEFORE}(\d{{1,2}})([/-])(\d{{1,2}})\2(\d{{4}}|\d{{2}})(?!\d)")

_FIRST_OF_TWENTIETH_CENTURY = 69


def parse_date(text: str, order: DateOrder = DateOrder.DAY_FIRST) -> date | None:
    """Return the date a text says, None where it says no whole date that exists.

    `3.2.2009`, `03.02.09`, `3/2/2009`, `3/2 2009`, `2009-02-03`, `20090203`, `3. helmikuuta 2009`, each with a time or
    without. Two digits of a year are those from 1969 to 2068. The order is that of days parted by slashes or dashes.
    """
    said = fold(text)
    if found := _NUMERIC.fullmatch(said):
        return _ordered(found[1], found[3], found[4], order if found[2] in "/-" else DateOrder.DAY_FIRST)
    if found := _YEAR_FIRST.fullmatch(said):
        return existing_day(found[1], found[3], found[4])
    if found := _EIGHT_DIGITS.fullmatch(said):
        return existing_day(found[1], found[2], found[3])
    if found := _SWEDISH.fullmatch(said):
        return existing_day(found[3] or found[4], found[2], found[1])
    if found := _NAME_FIRST.fullmatch(said):
        return existing_day(found[3].lstrip("-'’´"), str(month_of(found[1])), found[2])
    if found := _NAMED.fullmatch(said):
        return existing_day(found[3].lstrip("-'’´"), str(month_of(found[2])), found[1])
    return None


def _ordered(first: str, second: str, last: str, order: DateOrder) -> date | None:
    if order is DateOrder.MONTH_FIRST:
        return existing_day(last, first, second)
    if order is DateOrder.YEAR_FIRST and len(last) == 2:
        return existing_day(first, second, last)
    return existing_day(last, second, first)


def existing_day(year: str, month: str, day: str) -> date | None:
    """Return the day of a year of two digits or four, a month and a day; None where the calendar has none."""
    try:
        return date(whole_year(year), int(month), int(day))
    except ValueError:
        return None


def whole_year(year: str) -> int:
    if len(year) > 2:
        return int(year)
    return int(year) + (1900 if int(year) >= _FIRST_OF_TWENTIETH_CENTURY else 2000)


def days_by_order(text: str) -> Iterator[tuple[DateOrder, date | None]]:
    """Yield the day of a text in each order it may be in; nothing where its own writing says which it is."""
    found = _TO_TURN.match(fold(text))
    if found is None:
        return
    first, _, second, last = found.groups()
    orders = list(DateOrder) if len(last) == 2 else [DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST]
    for order in orders:
        yield order, _ordered(first, second, last, order)
