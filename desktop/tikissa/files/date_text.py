"""Writes a date or time as its cell shows it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from tikissa.files.format_code import NumberFormat, Token
from tikissa.files.grid import Content
from tikissa.files.month_names import month_name, weekday_name
from tikissa.files.number_text import plain_number

_LAST_SERIAL = 2_958_466


def moment(serial: float, base_1904: bool) -> datetime | date | time | None:
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
    """Return what a cell with a date or time format shows, and the date; a time or a length of time stays a number."""
    is_length = any(token.kind == "elapsed" for token in form.sections[0])
    if is_length and value < 0:
        return f"-{show_date(-value, form, base_1904)[0]}", value
    at = moment(value, base_1904)
    if at is None:
        return plain_number(value), None
    text = _text(_stamp(at), value, form)
    return text, at if isinstance(at, date) and not is_length else value


def show_day(at: date, form: NumberFormat) -> str:
    """Return what a cell with a date of any year, or a date and time, shows; before 1900 no serial number tells it."""
    stamp = _stamp(at)
    return _text(stamp, (stamp - datetime(1899, 12, 30)) / timedelta(days=1), form)


def _text(at: datetime, serial: float, form: NumberFormat) -> str:
    tokens = form.sections[0]
    kinds = tuple(token.text[0].lower() if token.kind in ("date", "elapsed") else "" for token in tokens)
    shown = _Shown(at, serial, kinds, any(token.kind == "ampm" for token in tokens), form.language)
    return "".join(shown.part(token, position) for position, token in enumerate(tokens)).strip()


def _stamp(at: datetime | date | time) -> datetime:
    match at:
        case datetime():
            return at
        case date():
            return datetime.combine(at, time())
    return datetime.combine(date(1899, 12, 30), at)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A moment to be written: `kinds` are the first letters of the format's date parts, "" for what is none."""

    at: datetime
    serial: float
    kinds: tuple[str, ...]
    twelve: bool
    language: str

    def part(self, token: Token, position: int) -> str:
        match token.kind:
            case "elapsed":
                return self._elapsed(token.text)
            case "ampm":
                return ("AM", "PM")[self.at.hour >= 12]
            case "date":
                is_minutes = token.text[0] in "mM" and self._follows_hours(position)
                return str(self.at.minute).zfill(len(token.text)) if is_minutes else self._date_part(token.text)
            case "literal" | "number":
                return token.text
        return ""

    def _elapsed(self, text: str) -> str:
        seconds = round(self.serial * 86400)
        return str({"h": seconds // 3600, "m": seconds // 60, "s": seconds}[text[0]]).zfill(len(text))

    def _date_part(self, text: str) -> str:
        at, size = self.at, len(text)
        match text[0].lower():
            case "y":
                return f"{at.year % 100:02}" if size <= 2 else str(at.year)
            case "m":
                return str(at.month).zfill(size) if size <= 2 else self._month(size)
            case "d":
                return str(at.day).zfill(size) if size <= 2 else weekday_name(at.weekday(), size, self.language)
            case "h":
                return str((at.hour % 12 or 12) if self.twelve else at.hour).zfill(size)
        whole, _, decimals = text.partition(".")
        fraction = f".{at.microsecond:06}"[: len(decimals) + 1] if decimals else ""
        return str(at.second).zfill(len(whole)) + fraction

    def _month(self, size: int) -> str:
        return month_name(self.at.month, size, self.language, of_a_day="d" in self.kinds)

    def _follows_hours(self, position: int) -> bool:
        """Say whether an m stands for minutes: after hours or before seconds."""
        before = next((kind for kind in reversed(self.kinds[:position]) if kind), "")
        after = next((kind for kind in self.kinds[position + 1 :] if kind), "")
        return before == "h" or after == "s"
