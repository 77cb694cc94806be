"""Names with something else in them: titles, former names, whose care they are in, companies, digits."""

import re
from collections.abc import Iterator

from tikissa.model.finding import Severity
from tikissa.model.schema import Meaning
from tikissa.reference.customer_kind import names_company
from tikissa.rules.rule import Cell, Check, Observation

_EXTRA = re.compile(
    r"\b(?:os|o\.s|ent|född)\.?(?=\s)|\bc/o\b|[(/&+]|\b(?:ja|och|and)\b"
    r"|^(?:prof|dipl\.?ins|ekon)\b\.?\s",
    re.IGNORECASE,
)
# Two people of one household and the names of associations are no more than they should be in such a column.
_EXTRA_IN_WHOLE = re.compile(r"\b(?:os|o\.s|ent|född)\.?(?=\s)|\bc/o\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_NAMES = (Meaning.GIVEN_NAME, Meaning.SURNAME)
_NAMES_OF_PERSONS = (*_NAMES, Meaning.CONTACT_PERSON)


def observe_company(cell: Cell) -> Iterator[Observation]:
    if names_company(cell.text):
        yield Observation("name.company", (cell.text,))


def observe_extra(cell: Cell) -> Iterator[Observation]:
    extra = _EXTRA.search(cell.text) or _DIGIT.search(cell.text)
    if extra and not names_company(cell.text):
        yield Observation("name.extra", (cell.text,))


def observe_whole_name(cell: Cell) -> Iterator[Observation]:
    if _EXTRA_IN_WHOLE.search(cell.text):
        yield Observation("name.extra", (cell.text,))


CHECKS = (
    Check({"name.company": Severity.WARNING}, _NAMES, observe_company),
    Check({"name.extra": Severity.NOTE}, _NAMES_OF_PERSONS, observe_extra),
    Check({"name.extra": Severity.NOTE}, (Meaning.WHOLE_NAME,), observe_whole_name, hint=_EXTRA_IN_WHOLE.search),
)
