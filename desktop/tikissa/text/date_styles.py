"""The ways a register writes its days, and days written in one of them."""

import re
from datetime import date, timedelta

FINNISH, PADDED, ISO = "1.2.2020", "01.02.2020", "2020-02-01"
"""Each style is named by how it writes the first of February 2020."""

DAY_STYLES = (FINNISH, ISO)
"""The styles that can be asked for; zeros before a day are no difference of style."""

_STYLES = (
    (re.compile(r"[1-9]\d?\.[1-9]\d?\.\d{4}"), FINNISH),
    (re.compile(r"\d{2}\.\d{2}\.\d{4}"), PADDED),
    (re.compile(r"\d{4}-\d{2}-\d{2}"), ISO),
)
_SHORT_YEAR = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2}")
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
EXCEL_EPOCH = date(1899, 12, 30)
"""The day from which a spreadsheet counts its days."""


def style_of_day(text: str) -> str | None:
    """Return the style of a text written as a day; None for another way of writing, or for a year of two digits."""
    return next((style for shape, style in _STYLES if shape.fullmatch(text)), None)


def has_short_year(text: str) -> bool:
    return bool(_SHORT_YEAR.fullmatch(text))


def excel_day(text: str) -> date | None:
    """Return the day of Excel's serial number, that of a moment too, for serials of 1950-2063."""
    found = _SERIAL.fullmatch(text)
    serial = int(found[1]) if found else 0
    return EXCEL_EPOCH + timedelta(days=serial) if 18264 <= serial <= 60000 else None


def write_day(day: date, style: str) -> str:
    if style == ISO:
        return day.isoformat()
    return f"{day:%d.%m.%Y}" if style == PADDED else f"{day.day}.{day.month}.{day.year}"
