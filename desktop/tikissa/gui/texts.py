"""Puts words on what the core says in codes, in the language in force; numbers and dates as the locale writes them."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QLocale

from tikissa import messages
from tikissa.gui.translation import language

if TYPE_CHECKING:
    from tikissa.model.finding import Reason


def say(code: str, *arguments: str | int) -> str:
    """Return the sentence of a code."""
    return messages.say(language(), code, *arguments)


def heading(code: str) -> str:
    """Return the heading under which things of one code are gathered."""
    return messages.title(language(), code)


def sentence(reason: "Reason") -> str:
    return say(reason.code, *reason.arguments)


def number(value: int) -> str:
    """Return a number with the locale's own grouping: 1 204."""
    return QLocale().toString(value)


def day(value: date) -> str:
    return QLocale().toString(QDate(value.year, value.month, value.day), QLocale.FormatType.ShortFormat)


def moment(value: datetime) -> str:
    """Return a point in time as local date and time."""
    local = value.astimezone()
    stamp = QDateTime(QDate(local.year, local.month, local.day), QDateTime.currentDateTime().time())
    stamp.setSecsSinceEpoch(int(local.timestamp()))
    return QLocale().toString(stamp, QLocale.FormatType.ShortFormat)
