"""A company's name where a person's belongs, and the reverse."""

from collections.abc import Mapping

from tikissa.model.schema import Meaning
from tikissa.reference.customer_kind import names_company
from tikissa.rules.given_names import is_given_name, looks_like_person
from tikissa.rules.rule import Kind, Place, Row, RowRule, RowSuggestion

_COMPANY, _CONTACT = Meaning.COMPANY, Meaning.CONTACT_PERSON
_GIVEN, _SURNAME = Meaning.GIVEN_NAME, Meaning.SURNAME
_IDS = (Meaning.BUSINESS_ID, Meaning.VAT_NUMBER)
_CODE = {"cell.misplaced": Kind.ERROR}


def from_contact(row: Row) -> RowSuggestion | None:
    """Move a company out of the contact person's cell where its own is empty or holds the person."""
    company, contact = row.cells[_COMPANY], row.cells[_CONTACT]
    if not names_company(contact) or (company and not looks_like_person(company)):
        return None
    return _suggested({_COMPANY: contact, _CONTACT: company})


def from_surname(row: Row) -> RowSuggestion | None:
    """Move a company out of the surname's cell; a given name beside it stays, it may be the contact person's.

    What stands beside it and is no given name may be the company's first word ("Mäen", "Kone Oy"): nothing is said.
    """
    surname, given = row.cells[_SURNAME], row.cells[_GIVEN]
    if row.cells[_COMPANY] or not names_company(surname) or (given and not is_given_name(given)):
        return None
    return _suggested({_COMPANY: surname, _SURNAME: ""})


def from_company(row: Row) -> RowSuggestion | None:
    """Move a person out of the company's cell where the row has neither another name nor a business id.

    Where persons stand among the companies as a habit, the column is for both.
    """
    company = row.cells[_COMPANY]
    if row.habits.persons_among_companies or not looks_like_person(company):
        return None
    if any(row.cells[place] for place in (_GIVEN, _SURNAME, *_IDS)):
        return None
    words = company.split(" ")
    given, surname = words if is_given_name(words[0]) else words[::-1]
    return _suggested({_COMPANY: "", _GIVEN: given, _SURNAME: surname})


def _suggested(after: Mapping[Place, str]) -> RowSuggestion:
    return RowSuggestion("cell.misplaced", after, confidence=0.85, safe=False)


RULES = (
    RowRule(_CODE, (_COMPANY, _CONTACT), from_contact, {_CONTACT: names_company}),
    RowRule(_CODE, (_COMPANY, _SURNAME), from_surname, {_SURNAME: names_company}, (_GIVEN,)),
    RowRule(_CODE, (_COMPANY, _GIVEN, _SURNAME), from_company, {_COMPANY: looks_like_person}, _IDS),
)
