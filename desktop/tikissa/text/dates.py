"""Reads a date as people in Finland write it, day before month, without guessing at what is no whole date."""

import re
from datetime import date

from tikissa.text.normalise import fold

_TIME = r"(?:[ T,]+(?:klo\.? ?|kl\.? ?)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?(?:am|pm|z|[+-]\d{2}:?\d{2}))?)?"
_DAY_FIRST = re.compile(rf"(\d{{1,2}})(\. ?|/|-)(\d{{1,2}})(?:\2|\. ?)(\d{{4}}|\d{{2}})\.?{_TIME}", re.IGNORECASE)
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.IGNORECASE)
_EIGHT_DIGITS = re.compile(r"(19\d{2}|20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])")
_NAMED = re.compile(rf"(?:[a-z]+,? )?(\d{{1,2}})(?:\.|st|nd|rd|th|:e)? ?([a-z]+)\.? ?,? ?(\d{{4}}){_TIME}")
_NAME_FIRST = re.compile(rf"([a-z]+)\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}}){_TIME}")

MONTH_NAMES: tuple[re.Pattern[str], ...] = (
    re.compile("tammi(?:kuu(?:ta)?)?|jan(?:uary|uari)?"),
    re.compile("helmi(?:kuu(?:ta)?)?|feb(?:ruary|ruari)?"),
    re.compile("maalis(?:kuu(?:ta)?)?|mar(?:ch|s)?"),
    re.compile("huhti(?:kuu(?:ta)?)?|apr(?:il)?"),
    re.compile("touko(?:kuu(?:ta)?)?|may|maj"),
    re.compile("kesa(?:kuu(?:ta)?)?|jun[ei]?"),
    re.compile("heina(?:kuu(?:ta)?)?|jul[yi]?"),
    re.compile("elo(?:kuu(?:ta)?)?|aug(?:ust|usti)?"),
    re.compile("syys(?:kuu(?:ta)?)?|sept?(?:ember)?"),
    re.compile("loka(?:kuu(?:ta)?)?|o[ck]t(?:ober)?"),
    re.compile("marras(?:kuu(?:ta)?)?|nov(?:ember)?"),
    re.compile("joulu(?:kuu(?:ta)?)?|dec(?:ember)?"),
)
"""The months' names in Finnish, English and Swedish, folded, whole and cut short."""

_FIRST_OF_TWENTIETH_CENTURY = 69


def parse_date(text: str) -> date | None:
    """Return the date a text says, None where it says no whole date that exists.

    `3.2.2009`, `03.02.09`, `3/2/2009`, `2009-02-03`, `20090203`, `3. helmikuuta 2009`, each with a time or without.
    Two digits of a year are those from 1969 to 2068.
    """
    said = fold(text)
    if found := _DAY_FIRST.fullmatch(said):
        return _existing(found[4], found[3], found[1])
    if found := _YEAR_FIRST.fullmatch(said):
        return _existing(found[1], found[3], found[4])
    if found := _EIGHT_DIGITS.fullmatch(said):
        return _existing(found[1], found[2], found[3])
    if found := _NAME_FIRST.fullmatch(said):
        return _existing(found[3], _month(found[1]), found[2])
    if found := _NAMED.fullmatch(said):
        return _existing(found[3], _month(found[2]), found[1])
    return None


def _existing(year: str, month: str, day: str) -> date | None:
    try:
        return date(_whole_year(year), int(month), int(day))
    except ValueError:
        return None


def _whole_year(year: str) -> int:
    if len(year) > 2:
        return int(year)
    return int(year) + (1900 if int(year) >= _FIRST_OF_TWENTIETH_CENTURY else 2000)


def _month(name: str) -> str:
    """Return a month's number, "0" for a word that is no month's name."""
    numbers = (str(number) for number, names in enumerate(MONTH_NAMES, start=1) if names.fullmatch(name))
    return next(numbers, "0")
