"""The two files of a check of new rows as who stands on them: names, and the values that are one customer's own."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tikissa.analysis.news import company_key, words_of_name
from tikissa.matching.preparing.normalised_identifiers import (
    business_id_key,
    customer_number_key,
    date_key,
    email_key,
    identity_code_key,
    phone_key,
)
from tikissa.model.finding import Reason
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema

_SHARED_BY = 2
"""An address or a number that more rows of the register have is a house's or an office's, nobody's own."""

NAMES = (Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.COMPANY)

Key = Callable[[str], str]

IDENTIFIERS: tuple[tuple[str, tuple[Meaning, ...], Key], ...] = (
    ("number", (Meaning.CUSTOMER_NUMBER,), customer_number_key),
    ("business_id", (Meaning.BUSINESS_ID, Meaning.VAT_NUMBER), business_id_key),
    ("identity_code", (Meaning.IDENTITY_CODE,), identity_code_key),
    ("birth_date", (Meaning.DATE_OF_BIRTH,), date_key),
    ("email", (Meaning.EMAIL,), email_key),
    ("phone", (Meaning.PHONE,), phone_key),
)
TELL_APART = ("business_id", "identity_code", "birth_date")
CONTACTS = ("email", "phone")


class Persons:
    """Who the rows of one file are: their names, and the values that are one customer's own."""

    def __init__(self, register: Register, schema: Schema, merged: Mapping[str, RecordId] | None = None) -> None:
        """`merged`: the numbers of customers who were merged away, and who they are now."""
        self._merged = merged or {}
        self._register = register
        self._names = schema.columns_of(*NAMES)
        self._companies = schema.columns_of(Meaning.COMPANY, Meaning.WHOLE_NAME)
        self._columns = {name: (schema.columns_of(*meanings), key) for name, meanings, key in IDENTIFIERS}

    def companies(self, record: int) -> frozenset[str]:
        """Return the company names a row has, whole: without a legal form a word is no company's name."""
        return frozenset(filter(None, (company_key(self._register.text(record, name)) for name in self._companies)))

    def name(self, record: int) -> frozenset[str]:
        found = (words_of_name(self._register.text(record, column)) for column in self._names)
        return frozenset[str]().union(*found)

    def keys(self, record: int, identifier: str) -> frozenset[str]:
        columns, key = self._columns[identifier]
        return frozenset(filter(None, (key(self._register.text(record, column)) for column in columns)))

    @cached_property
    def holders(self) -> Mapping[str, Mapping[str, tuple[RecordId, ...]]]:
        """Return the records that hold each value, by identifier and value."""
        found = {name: self._holders(*self._columns[name]) for name in self._columns}
        numbers = {number: (record,) for number, record in self._merged.items()}
        return {**found, "number": {**numbers, **found["number"]}}

    @cached_property
    def company_rows(self) -> Mapping[str, tuple[RecordId, ...]]:
        """Return the records of each company, by its name."""
        return self._holders(self._companies, company_key)

    def _holders(self, columns: Sequence[str], key: Key) -> dict[str, tuple[RecordId, ...]]:
        found: dict[str, dict[RecordId, None]] = defaultdict(dict)
        for column in columns:
            cells = self._register.cells_of(column)
            keys = [key(text) if text else "" for text in cells.texts.tolist()]
            for record, code in enumerate(cells.codes.tolist()):
                if keys[code]:
                    found[keys[code]][RecordId(record)] = None
        return {value: tuple(records) for value, records in found.items()}


@dataclass(frozen=True, slots=True)
class Both:
    """The two files as who is compared with whom. `numbers_count` is false where the new file counts its own."""

    known: Persons
    new: Persons
    numbers_count: bool = True

    def holders(self, record: int, identifier: str) -> tuple[RecordId, ...]:
        """Return the register's records that hold a value of a new row, none where too many do."""
        if identifier == "number" and not self.numbers_count:
            return ()
        index = self.known.holders[identifier]
        found = dict.fromkeys(each for key in self.new.keys(record, identifier) for each in index.get(key, ()))
        return tuple(found) if identifier not in CONTACTS or len(found) <= _SHARED_BY else ()

    def holders_at_all(self, record: int, identifier: str) -> tuple[RecordId, ...]:
        """Return all records that hold a value of a new row, also where an office or a family shares it."""
        index = self.known.holders[identifier]
        return tuple(dict.fromkeys(each for key in self.new.keys(record, identifier) for each in index.get(key, ())))

    def same_company(self, record: int) -> tuple[RecordId, ...]:
        """Return the register's rows of the company of a new row, where nothing tells the two companies apart."""
        found = (each for name in self.new.companies(record) for each in self.known.company_rows.get(name, ()))
        return tuple(each for each in dict.fromkeys(found) if not any(self.contradictions(record, each)))

    def same_name(self, record: int, known: int) -> bool:
        """Say whether one name holds all the words of the other, two at the least where both have as many."""
        mine, theirs = self.new.name(record), self.known.name(known)
        shared = len(mine & theirs)
        return shared > 0 and shared == min(len(mine), len(theirs)) and shared >= min(2, max(len(mine), len(theirs)))

    def shared_name(self, record: int, known: int) -> bool:
        return bool(self.new.name(record) & self.known.name(known))

    def shared(self, record: int, known: int, identifiers: Iterable[str]) -> bool:
        return any(self.new.keys(record, name) & self.known.keys(known, name) for name in identifiers)

    def contradictions(self, record: int, known: int) -> Iterator[Reason]:
        """Yield what tells two customers apart: both have it, and it is not the same."""
        for name in TELL_APART:
            mine, theirs = self.new.keys(record, name), self.known.keys(known, name)
            if mine and theirs and not mine & theirs:
                yield Reason(f"gate.other_{name}")
