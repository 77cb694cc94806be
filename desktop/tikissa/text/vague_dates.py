"""Reads what says no whole day but a week, a month, a quarter, a season or a year."""

import re
from datetime import date, timedelta

from tikissa.text.dates import whole_year
from tikissa.text.month_words import month_of, season_end
from tikissa.text.normalise import fold

_MONTH_OR_YEAR = re.compile(r"(?:(\d{1,2})[./ -]{1,2}((?:19|20)\d\d)|((?:19|20)\d\d)(?:[./-](\d{1,2}))?)")
_MONTH_OF_SHORT_YEAR = re.compile(r"(\d{1,2})/(\d\d)")
_MONTH_OF_MARKED_YEAR = re.compile(r"(\d{1,2})[./]? ?[-'’´](\d\d)")
_AROUND_YEAR = re.compile(r"^(?:v|vuonna|vuosi|n|noin|ca|ar)\b\.? ?")
_NAME_AND_YEAR = re.compile(r"([a-z]+)\.?[ /-]{0,2}(?:[-'’´] ?)?((?:19|20)\d\d|\d\d)")
_YEAR_AND_NAME = re.compile(r"((?:19|20)\d\d)[ /-]([a-z]+)\.?")
_CENTURIES = r"((?:19|20)\d\d)"
_WEEK_WORD = r"(?:viikolla|viikko|vko|vk|vecka|week|wk|w|kw|uke|nadal)\.? ?"
_WEEK = re.compile(rf"{_WEEK_WORD}(\d{{1,2}})[ /,.-]{{1,3}}((?:19|20)?\d\d)")
_WEEK_OF_YEAR = re.compile(rf"{_CENTURIES}[ /,-]{{0,2}}(?:{_WEEK_WORD}|v\.? ?)(\d{{1,2}})")
_SWEDISH_WEEK = re.compile(rf"v\.? ?(\d{{1,2}})[/, -]{{1,2}}{_CENTURIES}")
_QUARTER_WORD = r"(?:q|kv|kvartaali|kvartal|quarter|neljannes)"
_QUARTER = re.compile(rf"{_QUARTER_WORD}\.? ?([1-4])[/, -]{{1,2}}{_CENTURIES}")
_QUARTER_AFTER = re.compile(rf"([1-4])\.? ?{_QUARTER_WORD}[./, ]{{1,2}}{_CENTURIES}")
_QUARTER_OF_YEAR = re.compile(rf"{_CENTURIES}[ /-]?{_QUARTER_WORD}\.? ?([1-4])")


def parse_vague_date(text: str) -> date | None:
    """Return the last day of what a text means that says no whole day, None where it says nothing of the kind.

    `3/2019`, `2019`, `v. 2015`, `12/19`, `vk 12/2019`, `Q3 2019`, `kesä 2019`, `syksy -24`, `loka 2025`. In `5/10`
    nobody knows the year.
    """
    said = fold(text).rstrip(" ?.")
    return _week_or_quarter(said) or _month_or_year(_AROUND_YEAR.sub("", said))


def _week_or_quarter(said: str) -> date | None:
    if found := _WEEK.fullmatch(said):
        return _last_of_week(found[2], found[1])
    if found := _WEEK_OF_YEAR.fullmatch(said):
        return _last_of_week(found[1], found[2])
    if (found := _SWEDISH_WEEK.fullmatch(said)) and int(found[1]) > 12:
        return _last_of_week(found[2], found[1])
    if found := _QUARTER.fullmatch(said) or _QUARTER_AFTER.fullmatch(said):
        return _last_day(int(found[2]), 3 * int(found[1]))
    if found := _QUARTER_OF_YEAR.fullmatch(said):
        return _last_day(int(found[1]), 3 * int(found[2]))
    return None


def _month_or_year(said: str) -> date | None:
    if found := _MONTH_OR_YEAR.fullmatch(said):
        return _last_day(int(found[2] or found[3]), int(found[1] or found[4] or 12))
    if (found := _MONTH_OF_SHORT_YEAR.fullmatch(said)) and int(found[2]) > 12:
        return _last_day(whole_year(found[2]), int(found[1]))
    if found := _MONTH_OF_MARKED_YEAR.fullmatch(said):
        return _last_day(whole_year(found[2]), int(found[1]))
    if found := _NAME_AND_YEAR.fullmatch(said):
        return _last_day(whole_year(found[2]), season_end(found[1]) or month_of(found[1]))
    if found := _YEAR_AND_NAME.fullmatch(said):
        return _last_day(int(found[1]), season_end(found[2]) or month_of(found[2]))
    return None


def _last_of_week(year: str, week: str) -> date | None:
    try:
        return date.fromisocalendar(whole_year(year), int(week), 7)
    except ValueError:
        return None


def _last_day(year: int, month: int) -> date | None:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1) if 1 <= month <= 12 else None
