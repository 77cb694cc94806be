"""Decides as what a changed cell is written: a text stays a text, a date a date, and 00100 is never made a number."""

import re
from datetime import date, datetime, time, timedelta

from tikissa.export.typed_cell import Typed

_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:[.,]\d{1,10})?")
_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?")
_FIRST_RIGHT_DAY = datetime(1900, 3, 1)
_TRUTH = {"true": True, "tosi": True, "sant": True, "false": False, "epätosi": False, "falskt": False}


def typed_after(text: str, before: Typed, before_text: str) -> Typed:
    """Return what to write into a cell that now holds `before`, seen as `before_text`, so that it reads `text`."""
    if text == "":
        return None
    if text == before_text:
        return before
    match before:
        case bool():
            return _TRUTH.get(text.casefold(), text)
        case float():
            return _number(text, before_text)
        case datetime() | date():
            after = _date(text)
            return text if _has_no_number(after) and not _has_no_number(before) else after
        case time() | timedelta():
            return text
    return text


def _number(text: str, before_text: str) -> Typed:
    """Leading zeros prove a text, unless the cell's own format shows as many digits with zeros in front already."""
    if _NUMBER.fullmatch(text) and len(text.strip("-").replace(".", "").replace(",", "")) <= 15:
        return float(text.replace(",", "."))
    zero_padded = before_text.isdigit() and before_text.startswith("0") and len(before_text) > 1
    if zero_padded and text.isascii() and text.isdigit() and len(text) == len(before_text) <= 15:
        return float(text)
    return text


def _date(text: str) -> Typed:
    try:
        if match := _DATE.fullmatch(text):
            day, month, year, hour, minute, second = (int(part) if part else 0 for part in match.groups())
            return datetime(year, month, day, hour, minute, second)
        return datetime.fromisoformat(text) if re.match(r"\d{4}-\d{2}-\d{2}", text) else text
    except ValueError:
        return text


def _has_no_number(value: Typed) -> bool:
    """Say whether Excel has no number, or a wrong one, for a day; OpenDocument has dates of every year."""
    return isinstance(value, datetime) and value < _FIRST_RIGHT_DAY


def copied_into(own: Typed, lent: Typed, text: str) -> Typed:
    """Return what another record's value becomes in a cell that holds `own`: a text cell is never made a number."""
    return text if isinstance(own, str) and isinstance(lent, float) else lent
