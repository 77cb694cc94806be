"""Which rows of a register are companies, with what of them an open register can be asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from tikissa.companies.lands import Land
from tikissa.matching.listed import Listed
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.open_registers.keys import legal_forms
from tikissa.reference.customer_kind import companies
from tikissa.reference.fillers import looks_empty
from tikissa.text.addresses import split_whole_address
from tikissa.text.company_words import company_words, split_company
from tikissa.text.countries import names_finland
from tikissa.text.identifiers import business_id
from tikissa.text.normalise import collapse_blanks

NAMES = (Meaning.COMPANY, Meaning.WHOLE_NAME, Meaning.SURNAME)
_IDS = (Meaning.BUSINESS_ID, Meaning.VAT_NUMBER)

_IN_TRADE_REGISTER = frozenset(("Oy", "Oyj", "Ky", "Ay", "Osk", "As Oy", "Koy", "SE"))
"""The legal forms of which every company stands in the trade register."""

_PUBLIC = frozenset(
    (
        *(
            "kaupunki",
            "kunta",
            "kuntayhtyma",
            "hyvinvointialue",
            "seurakunta",
            "yhdistys",
            "liitto",
            "saatio",
            "valtio",
        ),
        *("valtio", "virasto", "ministerio", "yliopisto", "oppilaitos", "koulu", "paivakoti", "kirjasto"),
        *("stad", "kommun", "samkommun", "valfardsomrade", "forsamling", "forening", "stiftelse", "universitet"),
        *(
            "kuolinpesa",
            "dodsbo",
            "yhtyma",
            "hoitokunta",
            "tiekunta",
            "osakaskunta",
            "sairaanhoitopiiri",
            "sr",
            "ry",
            "rf",
            "srk",
        ),
    )
)
"""Words of bodies that are not in the trade register, though the rest of a name looks as if they were."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A row that is a company. `business_id` in its right form; `written_id` what stands there, "" for nothing.

    `form` is the class of the legal form in the name, "" where none is written.
    """

    record: RecordId
    listed: Listed
    business_id: str | None
    written_id: str
    is_abroad: bool
    form: str
    registered_forms: frozenset[str] = _IN_TRADE_REGISTER

    @property
    def number(self) -> int | None:
        return int(self.business_id.replace("-", "")) if self.business_id else None

    @property
    def is_registered_form(self) -> bool:
        """Say whether it is a company of the kinds that are all in the trade register, so that a lack tells."""
        return self.form in self.registered_forms and not _PUBLIC.intersection(company_words(self.listed.name))

    @property
    def is_other_form(self) -> bool:
        """Say whether it is plainly of a kind that is not: a trade name, an association, a public body."""
        return bool(self.form and self.form not in self.registered_forms) or not _PUBLIC.isdisjoint(
            company_words(self.listed.name)
        )


def subjects(register: Register, schema: Schema) -> list[Subject]:
    """Return the register's companies."""
    read = _Rows(register, schema)
    return [read.subject(RecordId(record)) for record in np.flatnonzero(companies(register, schema)).tolist()]


def subjects_of(land: Land, register: Register, schema: Schema) -> list[Subject]:
    """Return the register's companies of a country around."""
    read = _Rows(register, schema)
    records = np.flatnonzero(companies(register, schema)).tolist()
    found = (read.subject_of(land, RecordId(record)) for record in records)
    return [subject for subject in found if subject is not None]


@cache
def form_of(name: str) -> str:
    return split_company(name, legal_forms()).form


class _Rows:
    def __init__(self, register: Register, schema: Schema) -> None:
        self._register, self._schema = register, schema
        self._columns = {meaning: schema.columns_of(meaning) for meaning in Meaning}

    def subject(self, record: RecordId) -> Subject:
        name = self._first(record, NAMES)
        written = [*self._texts(record, _IDS)]
        number = next(filter(None, map(business_id, written)), None)
        country = self._first(record, (Meaning.COUNTRY,))
        return Subject(
            record,
            self._listed(record, name),
            number,
            next(iter(written), ""),
            bool(country) and not names_finland(country),
            form_of(name),
        )

    def subject_of(self, land: Land, record: RecordId) -> Subject | None:
        """Return the company of a row, None where it is not of this country."""
        name, country = self._first(record, NAMES), self._first(record, (Meaning.COUNTRY,))
        written = [*self._texts(record, _IDS)]
        number, form = next(filter(None, map(land.id_in, written)), None), form_of(name)
        if not land.is_home(country, form, number):
            return None
        listed = self._listed(record, name)
        return Subject(record, listed, number, next(iter(written), ""), False, form, land.forms)

    def _listed(self, record: RecordId, name: str) -> Listed:
        street = self._first(record, (Meaning.STREET,))
        code, town = self._first(record, (Meaning.POSTAL_CODE,)), self._first(record, (Meaning.TOWN,))
        if not street and (whole := self._first(record, (Meaning.WHOLE_ADDRESS,))):
            address = split_whole_address(whole)
            street, code, town = address.street, code or address.postal_code, town or address.town
        return Listed(name, street, code, town)

    def _first(self, record: RecordId, meanings: Iterable[Meaning]) -> str:
        return next(self._texts(record, meanings), "")

    def _texts(self, record: RecordId, meanings: Iterable[Meaning]) -> Iterator[str]:
        for meaning in meanings:
            for column in self._columns[meaning]:
                text = self._register.text(record, column)
                if text.strip() and not looks_empty(text):
                    yield collapse_blanks(text)
