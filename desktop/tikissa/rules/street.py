"""Street addresses in capitals, in small letters or shortened, written as the register writes its others."""

import re

from tikissa.model.schema import Meaning
from tikissa.reference.street_terms import ending_abbreviations, endings
from tikissa.rules.rule import Cell, Kind, Rule, Suggestion
from tikissa.text.letter_case import case_of

_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL = re.compile(r"\b(?:AS|LGH)\b(?=\.? ?\d)|\bC/O\b", re.IGNORECASE)
_LONG_CAPITALS = re.compile(r"[^\W\d_a-zåäöéü]{4,}")
_ABBREVIATED = re.compile(r"([^\d,.]*[^\W\d_]{4,}\.)(?= ?\d)")
_STREET = re.compile(r"[^\d]{4,} \d+.*")


def write_capitals(cell: Cell) -> Suggestion | None:
    """Write "KIRKKOTIE 5 A 3" and "kirkkotie 5 a 3" as streets are: entrances in capitals, "as" and "c/o" not."""
    text = cell.text
    if case_of(text) is cell.habits.cases.get(Meaning.STREET) or not _STREET.fullmatch(text):
        return None
    if text.isupper() and _LONG_CAPITALS.search(text):
        after = _SMALL.sub(lambda found: found[0].lower(), _WORD.sub(_written_word, text))
    elif text.islower() and _WORD.match(text):
        after = f"{text[0].upper()}{text[1:]}"
    else:
        return None
    return None if after == text else Suggestion("street.capitals", after, confidence=0.95, safe=True)


def _written_word(word: re.Match[str]) -> str:
    """Write a word of a street; "tie" and "linja" as words of their own are small: "Vanha tie", "Toinen linja"."""
    small = word[0].lower()
    return small if word.start() and small in endings() else small.capitalize()


def write_out(cell: Cell) -> Suggestion | None:
    """Write out "Kirkkok. 5" where the register knows just one of the streets that it may stand for."""
    found = _ABBREVIATED.match(cell.text)
    if found is None:
        return None
    meant = {name for name in _written_out(found[1]) if name.casefold() in cell.habits.street_names}
    if len(meant) != 1:
        return None
    after = f"{meant.pop()}{cell.text[found.end(1) :]}"
    return Suggestion("street.abbreviation", after, confidence=0.85, safe=False)


def _written_out(short: str) -> set[str]:
    """Return every name a shortened one may stand for, by the endings of Finnish and Swedish streets."""
    written = short.removesuffix(".")
    return {
        f"{written[: -len(shortened)]}{ending}"
        for shortened, ending in ending_abbreviations().items()
        if written.endswith(shortened) and len(written) - len(shortened) >= 3
    }


RULES = (
    Rule({"street.capitals": Kind.WRITING}, (Meaning.STREET,), write_capitals),
    Rule({"street.abbreviation": Kind.WRITING}, (Meaning.STREET,), write_out, hint=_ABBREVIATED.match),
)
