"""Given names and surnames in one another's cells, or both in one while the other stands empty."""

from tikissa.model.schema import Meaning
from tikissa.rules.given_names import is_given_name
from tikissa.rules.habits import Habits
from tikissa.rules.rule import Kind, Row, RowRule, RowSuggestion

_GIVEN, _SURNAME = Meaning.GIVEN_NAME, Meaning.SURNAME


def swap(row: Row) -> RowSuggestion | None:
    """Swap where one is a known given name and no surname of this register, and the other the reverse."""
    given, surname = row.cells[_GIVEN], row.cells[_SURNAME]
    if not _is_only_given(surname, row.habits) or not _is_only_surname(given, row.habits):
        return None
    return RowSuggestion("name.swapped", {_GIVEN: surname, _SURNAME: given}, confidence=0.9, safe=False)


def split(row: Row) -> RowSuggestion | None:
    """Take two words apart where one can only be the given name, the other only the surname."""
    given, surname = row.cells[_GIVEN], row.cells[_SURNAME]
    words = f"{given} {surname}".replace(",", " ").split()
    if (given and surname) or len(words) != 2:
        return None
    ordered = words if _is_only_given(words[0], row.habits) else words[::-1]
    if not _is_only_given(ordered[0], row.habits) or not _is_only_surname(ordered[1], row.habits):
        return None
    return RowSuggestion("name.split", {_GIVEN: ordered[0], _SURNAME: ordered[1]}, confidence=0.9, safe=False)


def _is_only_given(name: str, habits: Habits) -> bool:
    return is_given_name(name) and not _is_surname(name, habits)


def _is_only_surname(name: str, habits: Habits) -> bool:
    return _is_surname(name, habits) and not is_given_name(name)


def _is_surname(name: str, habits: Habits) -> bool:
    return name.casefold().endswith("nen") or name.casefold() in habits.surnames


def _has_two_words(text: str) -> bool:
    return " " in text


RULES = (
    RowRule({"name.swapped": Kind.ERROR}, (_GIVEN, _SURNAME), swap, {_SURNAME: is_given_name}),
    RowRule({"name.split": Kind.ERROR}, (_GIVEN, _SURNAME), split, {_GIVEN: _has_two_words, _SURNAME: _has_two_words}),
)
