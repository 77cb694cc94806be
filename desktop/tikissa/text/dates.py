"""Reads a date as people in Finland write it, day before month, without guessing at what is no whole date."""

import re
from datetime import date, timedelta

from tikissa.text.normalise import fold

_TIME = r"(?:[ T,]+(?:klo\.? ?|kl\.? ?)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?(?:am|pm|z|[+-]\d{2}:?\d{2}))?)?"
_WEEKDAY = r"(?:(?:ma|ti|ke|to|pe|la|su|man|tis|ons|tors|fre|lor|son|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[.,]? )?"
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(\d{{1,2}})(\. ?|/|-)(\d{{1,2}})(?:\2|\. ?)(\d{{4}}|\d{{2}})\.?{_TIME}", re.IGNORECASE
)
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.IGNORECASE)
_EIGHT_DIGITS = re.compile(r"(19\d{2}|20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])")
_NAMED = re.compile(rf"(?:[a-z]+,? )?(\d{{1,2}})(?:\.|st|nd|rd|th|:e)? ?([a-z]+)\.? ?,? ?(\d{{4}}){_TIME}")
_NAME_FIRST = re.compile(rf"([a-z]+)\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}}){_TIME}")
_MONTH_OR_YEAR = re.compile(r"(?:(\d{1,2})[./-]((?:19|20)\d\d)|((?:19|20)\d\d)(?:[./-](\d{1,2}))?)")
_MONTH_OF_SHORT_YEAR = re.compile(r"(\d{1,2})/(\d\d)")
_AROUND_YEAR = re.compile(r"^(?:v|vuonna|vuosi|n|noin|ca|ar)\b\.? ?")
_NAME_AND_YEAR = re.compile(r"([a-z]+)\.? ?(?:[-'’] ?)?((?:19|20)\d\d|\d\d)")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")

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

SEASONS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile("kevat|varen|var|spring"), 5),
    (re.compile("kesa|sommaren|sommar|summer"), 8),
    (re.compile("syksy|hosten|host|autumn|fall"), 11),
    (re.compile("talvi|vintern|vinter|winter|loppuvuosi|loppuvuodesta"), 12),
    (re.compile("alkuvuosi|alkuvuodesta"), 4),
)
"""What people call a part of the year, folded, and its last month."""

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


def parse_vague_date(text: str) -> date | None:
    """Return the last day of what a text means that says no whole day, None where it says nothing of the kind.

    `3/2019`, `2019`, `v. 2015`, `12/19`, `kesä 2019`, `syksy -24`, `loka 2025`. In `5/10` nobody knows the year.
    """
    said = _AROUND_YEAR.sub("", fold(text)).rstrip(" ?.")
    if found := _MONTH_OR_YEAR.fullmatch(said):
        return _last_day(int(found[2] or found[3]), int(found[1] or found[4] or 12))
    if (found := _MONTH_OF_SHORT_YEAR.fullmatch(said)) and int(found[2]) > 12:
        return _last_day(_whole_year(found[2]), int(found[1]))
    if found := _NAME_AND_YEAR.fullmatch(said):
        seasons = (month for names, month in SEASONS if names.fullmatch(found[1]))
        return _last_day(_whole_year(found[2]), next(seasons, int(_month(found[1]))))
    return None


def _last_day(year: int, month: int) -> date | None:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1) if 1 <= month <= 12 else None


def parse_month_first(text: str) -> date | None:
    """Return the day of "12/19/2001", which can only be an American's; None where the day may stand first."""
    found = _SLASHED.fullmatch(text.strip())
    return _existing(found[3], found[1], found[2]) if found and int(found[2]) > 12 else None


def _month(name: str) -> str:
    """Return a month's number, "0" for a word that is no month's name."""
    numbers = (str(number) for number, names in enumerate(MONTH_NAMES, start=1) if names.fullmatch(name))
    return next(numbers, "0")
