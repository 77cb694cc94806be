"""Names of people in capitals or in small letters, written as names are."""

import re

from tikissa.model.schema import Meaning
from tikissa.reference.customer_kind import names_company
from tikissa.rules.given_names import is_given_name
from tikissa.rules.rule import Cell, Kind, Rule, Suggestion
from tikissa.text.letter_case import case_of, is_capitals, written_name

_NAME = re.compile(r"[^\W\d_]+(?:[ '’.-]+[^\W\d_]+)*\.?")
_VOWELS = re.compile("[aeiouyåäöéü]", re.IGNORECASE)


def write_name(cell: Cell) -> Suggestion | None:
    """Write a name all in capitals or all in small letters; initials, abbreviations and companies stay."""
    if not _NAME.fullmatch(cell.text) or not _VOWELS.search(cell.text) or names_company(cell.text):
        return None
    wrong = is_capitals(cell.text) or (cell.text.islower() and len(cell.text) > 2)
    return _suggested(cell) if wrong else None


def write_whole_name(cell: Cell) -> Suggestion | None:
    """Write a person's whole name; a company's capitals may be meant so, so some word must be a person's."""
    words = cell.text.replace(",", " ").split()
    if len(words) < 2 or not _NAME.fullmatch(" ".join(words)) or names_company(cell.text):
        return None
    wrong = cell.text.islower() or any(is_capitals(word) for word in words)
    return _suggested(cell) if wrong and any(_names_person(word) for word in words) else None


def _names_person(word: str) -> bool:
    return is_given_name(word) or word.casefold().endswith("nen")


def _suggested(cell: Cell) -> Suggestion | None:
    """Suggest the name as names are written; where most stand as this one does, that is the register's way: asked."""
    after = written_name(cell.text)
    if cell.meaning is Meaning.GIVEN_NAME:
        after = f"{after[:1].upper()}{after[1:]}"
    if after == cell.text:
        return None
    is_habit = cell.meaning is not None and cell.habits.cases.get(cell.meaning) is case_of(cell.text)
    return Suggestion("name.capitals", after, confidence=0.6 if is_habit else 0.97, safe=not is_habit)


RULES = (
    Rule({"name.capitals": Kind.WRITING}, (Meaning.GIVEN_NAME, Meaning.SURNAME), write_name),
    Rule({"name.capitals": Kind.WRITING}, (Meaning.WHOLE_NAME, Meaning.CONTACT_PERSON), write_whole_name),
)
