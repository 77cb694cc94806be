"""Street addresses in capitals or in small letters, unless that is how the register writes them."""

import re

from tikissa.model.schema import Meaning
from tikissa.rules.rule import Cell, Kind, Rule, Suggestion

_WORD = re.compile(r"[^\W\d_]{3,}")
_LONG_CAPITALS = re.compile(r"[^\W\d_a-zåäöéü]{4,}")
_STREET = re.compile(r"[^\d]{4,} \d+.*")


def write_capitals(cell: Cell) -> Suggestion | None:
    """Write "KIRKKOTIE 5 A 3" and "kirkkotie 5 a 3" as streets are; marks of entrance and flat stay capitals."""
    text = cell.text
    if cell.habits.streets_in_capitals or not _STREET.fullmatch(text):
        return None
    if text.isupper() and _LONG_CAPITALS.search(text):
        after = _WORD.sub(lambda word: word[0].capitalize(), text)
    elif text.islower() and _WORD.match(text):
        after = f"{text[0].upper()}{text[1:]}"
    else:
        return None
    return None if after == text else Suggestion("street.capitals", after, confidence=0.95, safe=True)


RULE = Rule({"street.capitals": Kind.WRITING}, (Meaning.STREET,), write_capitals)
