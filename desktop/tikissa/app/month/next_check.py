"""The day of a register's next check as a calendar file (iCalendar, RFC 5545): names the file, no customers."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import blake2b
from pathlib import Path

from tikissa.messages import say

_LONGEST = 75
"""Bytes of a line (RFC 5545, 3.1); what is over goes on the next one after a blank."""


def next_month(day: date) -> date:
    """Return the same day a month later, or the last one that month has."""
    first = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first.replace(day=min(day.day, (after - first).days))


def calendar_entry(register: Path, day: date, language: str, made: datetime) -> bytes:
    """Return the file for an entry that lasts the day and reminds in its morning."""
    name = blake2b(f"{register}\n{day}".encode("utf-8", "replace"), digest_size=12).hexdigest()
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Tikissa//Tikissa//FI",
        "BEGIN:VEVENT",
        f"UID:{name}@tikissa",
        f"DTSTAMP:{made.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"SUMMARY:{_text(say(language, 'month.calendar', register.name))}",
        f"DESCRIPTION:{_text(say(language, 'month.calendar_details', str(register)))}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_text(say(language, 'month.calendar', register.name))}",
        "TRIGGER:PT9H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode("utf-8", "replace")


def _text(text: str) -> str:
    """Return a text with what would end it marked (RFC 5545, 3.3.11)."""
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces that are short enough, no letter cut in two."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode("utf-8", "replace")) > _LONGEST:
            yield piece
            piece = " "
        piece += letter
    yield piece
