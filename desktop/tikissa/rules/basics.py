"""What a customer cannot be served without, purpose by purpose; persons and companies need different things."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tikissa.model.finding import Finding, Severity
from tikissa.model.progress import Tick
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning
from tikissa.reference.customer_kind import names_company
from tikissa.rules.given_names import is_given_name
from tikissa.rules.place_values import is_home
from tikissa.rules.work import Work
from tikissa.text.phones import is_finnish_writing, is_mobile

Records = NDArray[np.bool_]

_NAMES = (Meaning.WHOLE_NAME, Meaning.SURNAME, Meaning.GIVEN_NAME, Meaning.COMPANY)
_STREETS = (Meaning.STREET, Meaning.WHOLE_ADDRESS)
_PLACES = (Meaning.POSTAL_CODE, Meaning.TOWN, Meaning.WHOLE_ADDRESS)
_BILLED = (Meaning.EMAIL, Meaning.EINVOICE_ADDRESS, Meaning.BILLING_ADDRESS)


@dataclass(frozen=True, slots=True)
class Details:
    """The columns as the fixes leave them. `is_company` tells companies from persons, record by record."""

    work: Work
    is_company: Records

    def keeps(self, *meanings: Meaning) -> bool:
        """Return whether the register has a column for one of these at all; if not, nothing is missing."""
        return any(column.meaning in meanings for column in self.work.columns)

    def says(self, claim: Callable[[str], bool], *meanings: Meaning) -> Records:
        """Return the records of which a claim holds in some column of these meanings."""
        held = np.zeros(len(self.is_company), dtype=np.bool_)
        for column in self.work.columns:
            if column.meaning in meanings:
                held |= np.array([claim(entry.after) for entry in column.entries], dtype=np.bool_)[column.codes]
        return held

    def filled(self, *meanings: Meaning) -> Records:
        return self.says(_is_filled, *meanings)

    @property
    def has_address(self) -> Records:
        return np.asarray(self.filled(*_STREETS) & self.filled(*_PLACES), dtype=np.bool_)


def _is_filled(text: str) -> bool:
    return bool(text.strip())


def _is_abroad(country: str) -> bool:
    return not is_home(country)


def _is_landline(text: str) -> bool:
    return not is_mobile(text) and is_finnish_writing(text)


def _is_other_number(text: str) -> bool:
    return _is_filled(text) and not _is_landline(text)


def _may_be_person(text: str) -> bool:
    words = text.replace(",", " ").split()
    return len(words) in (2, 3) and not names_company(text) and (is_given_name(words[0]) or is_given_name(words[-1]))


def _lack_name(details: Details) -> Records:
    return ~details.filled(*_NAMES)


def _lack_business_id(details: Details) -> Records:
    """Leave out companies abroad and who is called as people are: many a register has persons among its companies."""
    ids = details.filled(Meaning.BUSINESS_ID, Meaning.VAT_NUMBER)
    others = details.says(_may_be_person, Meaning.COMPANY) | details.says(_is_abroad, Meaning.COUNTRY)
    return np.asarray(details.is_company & ~ids & ~others, dtype=np.bool_)


def _cannot_be_invoiced(details: Details) -> Records:
    return np.asarray(~details.has_address & ~details.filled(*_BILLED), dtype=np.bool_)


def _lack_operator(details: Details) -> Records:
    address, operator = details.filled(Meaning.EINVOICE_ADDRESS), details.filled(Meaning.EINVOICE_OPERATOR)
    return np.asarray(address & ~operator, dtype=np.bool_)


def _cannot_be_called(details: Details) -> Records:
    return ~details.filled(Meaning.PHONE)


def _cannot_be_sent_text_messages(details: Details) -> Records:
    """Tell only of persons with a number at home and no other: a company's may well be its switchboard's."""
    if not details.work.habits.phones_are_finnish:
        return np.zeros(len(details.is_company), dtype=np.bool_)
    at_home, others = details.says(_is_landline, Meaning.PHONE), details.says(_is_other_number, Meaning.PHONE)
    return np.asarray(~details.is_company & at_home & ~others, dtype=np.bool_)


def _cannot_be_written_to(details: Details) -> Records:
    return np.asarray(~details.has_address & ~details.filled(Meaning.EMAIL), dtype=np.bool_)


BASICS: tuple[tuple[str, tuple[Meaning, ...], Callable[[Details], Records]], ...] = (
    ("basics.name", _NAMES, _lack_name),
    ("basics.business_id", (Meaning.BUSINESS_ID, Meaning.VAT_NUMBER), _lack_business_id),
    ("basics.invoice", (*_STREETS, *_BILLED), _cannot_be_invoiced),
    ("basics.einvoice_operator", (Meaning.EINVOICE_OPERATOR,), _lack_operator),
    ("basics.call", (Meaning.PHONE,), _cannot_be_called),
    ("basics.text_message", (Meaning.PHONE,), _cannot_be_sent_text_messages),
    ("basics.write", (*_STREETS, Meaning.EMAIL), _cannot_be_written_to),
)
"""A code, the columns one of which the register must have for a lack to say anything, and who lacks it."""


def lacking(work: Work, is_company: Records, tick: Tick) -> Iterator[Finding]:
    """Yield a finding for each record and purpose it is no good for."""
    details = Details(work, is_company)
    for code, kept, lack in BASICS:
        tick()
        if details.keeps(*kept):
            for record in np.flatnonzero(lack(details)).tolist():
                yield Finding(code, Severity.NOTE, RecordId(record))
