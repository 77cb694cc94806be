"""Writes a date or time as its cell shows it."""

from datetime import date, datetime, time, timedelta

from tikissa.files.format_code import NumberFormat, Token
from tikissa.files.grid import Content
from tikissa.files.month_names import month_name, weekday_name
from tikissa.files.number_text import plain_number

_LAST_SERIAL = 2_958_466


def moment(serial: float, base_1904: bool) -> datetime | date | time | timedelta | None:
    """Return the date, time or both of a serial number; None where the calendar has none."""
    days = serial + 1462 if base_1904 else serial
    if not 0 <= days < _LAST_SERIAL:
        return None
    milliseconds = round((days % 1) * 86_400_000)
    whole = int(days) + milliseconds // 86_400_000
    shift = 1 if 0 < whole < 60 else 0  # Excel counts a 29 February 1900 that never was
    at = datetime(1899, 12, 30) + timedelta(days=whole + shift, milliseconds=milliseconds % 86_400_000)
    if whole == 0:
        return at.time()
    return at if milliseconds % 86_400_000 else at.date()


def show_date(value: float, form: NumberFormat, base_1904: bool) -> Content:
    at = moment(value, base_1904)
    if at is None:
        return plain_number(value), None
    stamp = at if isinstance(at, datetime) else datetime.combine(*_halves(at))
    text = "".join(_date_parts(form, stamp, value)).strip()
    raw = at if isinstance(at, date) else value
    return text, raw


def _halves(at: "date | time | timedelta") -> tuple[date, time]:
    return (at, time()) if isinstance(at, date) else (date(1899, 12, 30), at if isinstance(at, time) else time())


def _date_parts(form: NumberFormat, at: datetime, serial: float) -> list[str]:
    tokens = form.sections[0]
    twelve = any(token.kind == "ampm" for token in tokens)
    kinds = [token.text[0].lower() if token.kind in ("date", "elapsed") else "" for token in tokens]
    return [
        _date_part(token, kinds, at_token, at, serial, twelve, form.language) for at_token, token in enumerate(tokens)
    ]


def _date_part(
    token: Token, kinds: list[str], position: int, at: datetime, serial: float, twelve: bool, language: str
) -> str:
    if token.kind == "elapsed":
        seconds = round(serial * 86400)
        return str({"h": seconds // 3600, "m": seconds // 60, "s": seconds}[token.text[0]]).zfill(len(token.text))
    if token.kind == "ampm":
        return ("AM", "PM")[at.hour >= 12]
    if token.kind != "date":
        return token.text if token.kind in ("literal", "number") else ""
    letter, size = token.text[0].lower(), len(token.text)
    if letter == "m" and _is_minutes(kinds, position):
        return str(at.minute).zfill(size)
    parts = {
        "y": lambda: f"{at.year % 100:02}" if size <= 2 else str(at.year),
        "m": lambda: str(at.month).zfill(size) if size <= 2 else month_name(at.month, size, language),
        "d": lambda: str(at.day).zfill(size) if size <= 2 else weekday_name(at.weekday(), size, language),
        "h": lambda: str((at.hour % 12 or 12) if twelve else at.hour).zfill(size),
        "s": lambda: _seconds(token.text, at),
    }
    return parts[letter]()


def _seconds(text: str, at: datetime) -> str:
    whole, _, decimals = text.partition(".")
    fraction = f".{at.microsecond:06}"[: len(decimals) + 1] if decimals else ""
    return str(at.second).zfill(len(whole)) + fraction


def _is_minutes(kinds: list[str], position: int) -> bool:
    before = next((kind for kind in reversed(kinds[:position]) if kind), "")
    after = next((kind for kind in kinds[position + 1 :] if kind), "")
    return before == "h" or after == "s"
