"""Two telephone numbers or e-mail addresses in one cell: the second one moves to the column kept for it."""

import re
from collections.abc import Callable

from tikissa.model.schema import Meaning
from tikissa.rules.habits import Habits
from tikissa.rules.rule import Kind, Place, Row, RowRule, RowSuggestion, Second
from tikissa.text.emails import is_plain
from tikissa.text.phone_plans import international
from tikissa.text.phones import is_likely_finnish, lost_zero, national_number, write_number

Reader = Callable[[str, Habits], str | None]
"""Returns a value as the register writes it, None for what is none."""

_BETWEEN_PHONES = re.compile(r"\s*(?:[/,;&|\n]|:{2,}|\b(?:tai|ja|eller|och|or|and)\b)\s*", re.IGNORECASE)
_BETWEEN_ADDRESSES = re.compile(r"\s*[,;/|\n]\s*|\s+(?:(?:tai|ja|eller|och|or|and)\s+)?", re.IGNORECASE)


def mover(meaning: Meaning, between: re.Pattern[str], read: Reader) -> RowRule:
    """Make a rule that parts two values where one of the meaning's two columns is empty or holds the other already."""
    first, second = meaning, Second(meaning)

    def propose(row: Row) -> RowSuggestion | None:
        for full, other in ((first, second), (second, first)):
            values = [read(part, row.habits) for part in between.split(row.cells[full].strip())]
            spare = row.cells[other]
            one, two = values if len(values) == 2 else (None, None)
            if one and two and one != two and spare in ("", one, two):
                after: dict[Place, str] = {full: two if spare == one else one}
                after |= {} if spare else {other: two}
                return RowSuggestion(f"{meaning.value}.second", after, confidence=0.9, safe=False)
        return None

    places: tuple[Place, ...] = (first, second)
    return RowRule({f"{meaning.value}.second": Kind.ERROR}, places, propose, dict.fromkeys(places, between.search))


def _read_phone(text: str, habits: Habits) -> str | None:
    number = lost_zero(text) or national_number(text) if habits.phones_are_finnish else None
    if number is not None and is_likely_finnish(number):
        return write_number(number, habits.phone_style)
    return text if text.startswith("+") and international(text) else None


def _read_address(text: str, _habits: Habits) -> str | None:
    return text.lower() if is_plain(text) else None


RULES = (
    mover(Meaning.PHONE, _BETWEEN_PHONES, _read_phone),
    mover(Meaning.EMAIL, _BETWEEN_ADDRESSES, _read_address),
)
