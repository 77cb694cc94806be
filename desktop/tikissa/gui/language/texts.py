"""Puts words on what the core says in codes, in the language in force; numbers and dates as the locale writes them."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QLocale

from tikissa import messages
from tikissa.gui.language.translation import language

if TYPE_CHECKING:
    from tikissa.model.finding import Reason
    from tikissa.model.schema import Meaning


ROWS_AND_COUNTS = {
    "double.fresher_email": 1,
    "double.fresher_phone": 1,
    "save.array_formula_cut": 0,
    "save.formula_cannot_be_followed": 0,
    "save.formula_overwritten": 0,
    "save.formula_points_at_removed": 0,
    "save.merged_cells_cut": 0,
}
"""Which argument of a sentence is the number of a row or a count. Where a count decides the form, it is the first."""


def say(code: str, *arguments: str | int) -> str:
    """Return the sentence of a code."""
    entry = messages.catalogue(language())[code]
    counted = 0 if isinstance(entry, dict) else ROWS_AND_COUNTS.get(code)
    parts = (_grouped(argument) if place == counted else argument for place, argument in enumerate(arguments))
    return messages.say(language(), code, *parts)


def _grouped(argument: str | int) -> str:
    return number(int(argument)) if str(argument).isdigit() else str(argument)


def heading(code: str) -> str:
    """Return the heading under which things of one code are gathered."""
    return messages.title(language(), code)


def sentence(reason: "Reason", meaning: "Meaning | None" = None) -> str:
    """Return a reason in words; secret numbers in what it tells of a cell, of a column of this meaning, are covered."""
    from tikissa.text.secret_numbers import masked  # with python-stdnum behind it, which the first window does without

    return say(reason.code, *(masked(argument, meaning) for argument in reason.arguments))


def number(value: int) -> str:
    """Return a number with the locale's own grouping: 1 204."""
    return QLocale().toString(value)


def estimate(value: int, towards: Callable[[float], int] = round) -> str:
    """Return a number with two figures that count: "about 30 605" would claim to be known to the last one.

    The ends of a spread are rounded `towards` its outside, so that it never ends at the number itself.
    """
    step = 10 ** max(len(str(value)) - 2, 0)
    return number(towards(value / step) * step)


def day(value: date) -> str:
    return QLocale().toString(QDate(value.year, value.month, value.day), QLocale.FormatType.ShortFormat)


def moment(value: datetime) -> str:
    """Return a point in time as local date and time."""
    local = value.astimezone()
    stamp = QDateTime(QDate(local.year, local.month, local.day), QDateTime.currentDateTime().time())
    stamp.setSecsSinceEpoch(int(local.timestamp()))
    return QLocale().toString(stamp, QLocale.FormatType.ShortFormat)
