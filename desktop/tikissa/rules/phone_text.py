"""Words beside a telephone number: the number stays in its cell, what was said with it goes to the notes."""

import re
from collections.abc import Callable

from tikissa.model.schema import Meaning
from tikissa.rules.habits import Habits
from tikissa.rules.rule import Kind, Place, Row, RowRule, RowSuggestion, Second
from tikissa.text.normalise import digits
from tikissa.text.phones import is_likely_finnish, national_number, write_number

_NUMBER = re.compile(r"(?:\+|00)?\d[\d\s()./–-]{5,}\d")
_WORD = re.compile(r"[^\W\d_]{2,}")
_CODE = {"phone.with_text": Kind.ERROR}


def mover(*phones: Place) -> RowRule:
    """Make a rule for a register's telephone columns."""
    return RowRule(_CODE, (*phones, Meaning.NOTES), _from(phones), dict.fromkeys(phones, _WORD.search))


def _from(phones: tuple[Place, ...]) -> Callable[[Row], RowSuggestion | None]:
    """Return what moves the whole texts to the notes, so that nothing is lost, and leaves the one number in each."""

    def move(row: Row) -> RowSuggestion | None:
        written = {phone: _number_in(row.cells[phone], row.habits) for phone in phones}
        after: dict[Place, str] = {phone: number for phone, number in written.items() if number is not None}
        if not after:
            return None
        texts = (row.cells[Meaning.NOTES], *(row.cells[phone] for phone in after))
        after[Meaning.NOTES] = "; ".join(text for text in texts if text)
        return RowSuggestion("phone.with_text", after, confidence=0.9, safe=False)

    return move


def _number_in(text: str, habits: Habits) -> str | None:
    """Return the one number among a cell's words, as the register writes it."""
    found = _NUMBER.findall(text)
    number = national_number(found[0]) if len(found) == 1 and habits.phones_are_finnish else None
    if number is None or not is_likely_finnish(number) or digits(text) != digits(found[0]) or not _WORD.search(text):
        return None
    return write_number(number, habits.phone_style)


RULES = (mover(Meaning.PHONE, Second(Meaning.PHONE)), mover(Meaning.PHONE))
