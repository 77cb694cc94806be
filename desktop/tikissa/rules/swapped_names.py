"""A given name in the surname's cell and the surname in the given name's."""

from tikissa.model.schema import Meaning
from tikissa.rules.given_names import is_given_name
from tikissa.rules.habits import Habits
from tikissa.rules.rule import Kind, Row, RowRule, RowSuggestion

_GIVEN, _SURNAME = Meaning.GIVEN_NAME, Meaning.SURNAME


def propose(row: Row) -> RowSuggestion | None:
    """Swap where one is a known given name and no surname of this register, and the other the reverse."""
    given, surname = row.cells[_GIVEN], row.cells[_SURNAME]
    if (
        not is_given_name(surname)
        or is_given_name(given)
        or not _is_surname(given, row.habits)
        or _is_surname(surname, row.habits)
    ):
        return None
    return RowSuggestion("name.swapped", {_GIVEN: surname, _SURNAME: given}, confidence=0.9, safe=False)


def _is_surname(name: str, habits: Habits) -> bool:
    return name.casefold().endswith("nen") or name.casefold() in habits.surnames


RULE = RowRule({"name.swapped": Kind.ERROR}, (_GIVEN, _SURNAME), propose, {_SURNAME: is_given_name})
