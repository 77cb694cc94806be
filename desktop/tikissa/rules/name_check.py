"""Names with something else in them: titles, former names, whose care they are in, companies, digits."""

import re
from collections.abc import Iterator

from tikissa.model.finding import Severity
from tikissa.model.schema import Meaning
from tikissa.reference.customer_kind import names_company
from tikissa.rules.rule import Cell, Check, Observation

_EXTRA = re.compile(
    r"\b(?:os|o\.s|ent|född)\.?(?=\s)|\bc/o\b|[(/&+]|\b(?:ja|och|and)\b"
    r"|^(?:hra|rva|nti|herr|fru|fröken|mr|mrs|prof|dipl\.?ins|ekon)\b\.?\s",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_NAMES = (Meaning.GIVEN_NAME, Meaning.SURNAME)
_WHOLE_NAMES = (*_NAMES, Meaning.CONTACT_PERSON)


def observe_company(cell: Cell) -> Iterator[Observation]:
    if names_company(cell.text):
        yield Observation("name.company", (cell.text,))


def observe_extra(cell: Cell) -> Iterator[Observation]:
    extra = _EXTRA.search(cell.text) or _DIGIT.search(cell.text)
    if extra and not names_company(cell.text):
        yield Observation("name.extra", (cell.text,))


CHECKS = (
    Check({"name.company": Severity.WARNING}, _NAMES, observe_company),
    Check({"name.extra": Severity.NOTE}, _WHOLE_NAMES, observe_extra),
)
