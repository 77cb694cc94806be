"""Words beside a telephone number: the number stays in its cell, what was said with it goes to the notes."""

import re

from tikissa.model.schema import Meaning
from tikissa.rules.rule import Kind, Row, RowRule, RowSuggestion
from tikissa.text.normalise import digits
from tikissa.text.phones import is_likely_finnish, national_number, write_number

_NUMBER = re.compile(r"(?:\+|00)?\d[\d\s()./–-]{5,}\d")
_WORD = re.compile(r"[^\W\d_]{2,}")


def move(row: Row) -> RowSuggestion | None:
    """Move the whole text to the notes, so that nothing is lost, and leave the one number in it."""
    text, notes = row.cells[Meaning.PHONE], row.cells[Meaning.NOTES]
    found = _NUMBER.findall(text)
    number = national_number(found[0]) if len(found) == 1 and row.habits.phones_are_finnish else None
    if number is None or not is_likely_finnish(number) or digits(text) != digits(found[0]):
        return None
    after = f"{notes}; {text}" if notes else text
    phone = write_number(number, row.habits.phone_style)
    return RowSuggestion("phone.with_text", {Meaning.PHONE: phone, Meaning.NOTES: after}, confidence=0.9, safe=False)


RULE = RowRule({"phone.with_text": Kind.ERROR}, (Meaning.PHONE, Meaning.NOTES), move, {Meaning.PHONE: _WORD.search})
