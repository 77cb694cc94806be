"""Turns a register's columns into the fields that are compared, by what the columns mean."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache

import numpy as np

from tikissa.matching.preparing.birth_parts import births
from tikissa.matching.preparing.fields import (
    Codes,
    Field,
    Vocabulary,
    field_of,
    field_of_several,
    first_filled,
    split_fields,
)
from tikissa.matching.preparing.house_numbers import streets
from tikissa.matching.preparing.name_order import learn_roles, order_of, split_name
from tikissa.matching.preparing.normalised_identifiers import (
    business_id_key,
    customer_number_key,
    date_key,
    email_keys,
    identity_code_key,
    phone_keys,
    postal_code_key,
    website_key,
)
from tikissa.matching.preparing.whole_names import company_forms, only_companies, only_persons
from tikissa.model.progress import Tick, nothing
from tikissa.model.register import ColumnCells, Register
from tikissa.model.schema import Meaning, Schema
from tikissa.reference.street_terms import ending_abbreviations, finnish_endings
from tikissa.reference.tables import rows
from tikissa.text.addresses import bare_street, split_whole_address
from tikissa.text.company_words import split_company
from tikissa.text.date_columns import born_on
from tikissa.text.names import couple, former_name, generation, name_words
from tikissa.text.normalise import fold

_IDENTIFIERS: tuple[tuple[str, tuple[Meaning, ...], Callable[[str], str]], ...] = (
    ("business_id", (Meaning.BUSINESS_ID, Meaning.VAT_NUMBER), business_id_key),
    ("identity_code", (Meaning.IDENTITY_CODE,), identity_code_key),
    ("customer_number", (Meaning.CUSTOMER_NUMBER,), customer_number_key),
    ("website", (Meaning.WEBSITE,), website_key),
)

_CONTACTS: tuple[tuple[str, Meaning, Callable[[str], tuple[str, ...]]], ...] = (
    ("phone", Meaning.PHONE, phone_keys),
    ("email", Meaning.EMAIL, email_keys),
)
"""Ways of contact, of which one cell may hold two."""

_NAMES = (Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.CONTACT_PERSON)
_MARKS = {"generation": generation, "couple": couple}
_ANDS = frozenset(("&", "+", "and", "ja", "och", "und", "et", "y", "the"))
"""Words one row writes as a mark, or leaves out: they part the names of no two companies."""
_COMPANY_PARTS = ("company", "legal_form")
_STREET_PARTS = ("street_name", "number", "house")
_ADDRESS_PARTS = (*_STREET_PARTS, "postal_code", "town")


def fields_of(register: Register, schema: Schema, tick: Tick = nothing) -> dict[str, Field]:
    """Return the fields by name; one without any value is left out."""
    fields = _identifier_fields(register, schema, tick) | _person_fields(register, schema, tick)
    fields |= _company_fields(register, schema, tick) | _address_fields(register, schema, tick)
    return {name: field for name, field in fields.items() if len(field.values)}


def _cells(register: Register, schema: Schema, *meanings: Meaning) -> list[ColumnCells]:
    return [register.cells_of(column) for column in schema.columns_of(*meanings)]


def _identifier_fields(register: Register, schema: Schema, tick: Tick) -> dict[str, Field]:
    fields = {}
    for name, meaning, keys_of in _CONTACTS:
        if columns := _cells(register, schema, meaning):
            fields[name] = field_of_several(columns, keys_of, tick)
    for name, meanings, normalise in _IDENTIFIERS:
        if columns := _cells(register, schema, *meanings):
            fields[name] = field_of(columns, normalise, tick)
    if born := schema.columns_of(Meaning.DATE_OF_BIRTH):
        columns = [born_on(register.cells_of(column), schema.date_order(column)) for column in born]
        fields["date_of_birth"] = field_of(columns, date_key, tick)
    if parts := births(register, schema):
        fields["date_of_birth"] = field_of(parts, date_key, tick)
    for name in ("business_id", "identity_code", "date_of_birth", "customer_number", "website"):
        if name in fields:
            fields[name] = first_filled([fields[name]])
    if "customer_number" in fields and fields["customer_number"].counts.max(initial=0) <= 1:
        del fields["customer_number"]  # numbers that all differ say nothing
    return fields


def _company_fields(register: Register, schema: Schema, tick: Tick) -> dict[str, Field]:
    """Return company names and legal forms, also of companies that stand in a column of whole names."""
    columns = _cells(register, schema, Meaning.COMPANY)[:1]
    named = [only_companies(cells) for cells in _cells(register, schema, Meaning.WHOLE_NAME)]
    if not columns and not any(cells.texts.any() for cells in named):
        return {}
    split = [split_fields([cells], _company_parts, _COMPANY_PARTS, tick) for cells in columns + named]
    return {name: first_filled([part[name] for part in split]) for name in _COMPANY_PARTS}


def _company_parts(text: str) -> tuple[str, ...]:
    core, form = split_company(text, company_forms())
    words = [word for word in core.split() if word not in _ANDS]
    return " ".join(words) or core, form


def _name(text: str) -> str:
    return " ".join(name_words(text))


def _person_fields(register: Register, schema: Schema, tick: Tick) -> dict[str, Field]:
    """Return given names and surnames over one vocabulary, so that swapped ones can be compared."""
    given = [field_of([cells], _name, tick) for cells in _cells(register, schema, Meaning.GIVEN_NAME)[:1]]
    surnames = [field_of([cells], _name, tick) for cells in _cells(register, schema, Meaning.SURNAME)[:1]]
    whole = [only_persons(cells) for cells in _cells(register, schema, Meaning.WHOLE_NAME)]
    if not (given and surnames):
        whole += _cells(register, schema, Meaning.CONTACT_PERSON)
    elif not any(_names_more(cells, given[0], surnames[0]) for cells in whole):
        whole = []
    if whole:
        split_given, split_surnames = _split_whole_names(whole, given, surnames, tick)
        given, surnames = given + split_given, surnames + split_surnames
    shared = Vocabulary()
    named = {name: first_filled(fields) for name, fields in (("given_name", given), ("surname", surnames)) if fields}
    codes = {name: shared.codes([_unhyphened(value) for value in field.values]) for name, field in named.items()}
    values = shared.values()
    found = {name: Field(values, (_through(codes[name], field),)) for name, field in named.items()}
    if whole and len(found) == 2:
        found = _said_once(found["given_name"], found["surname"])
    found |= _former_names(register, schema, shared, tick)
    return found | _marked_names(register, schema, tick)


def _said_once(given: Field, surname: Field) -> dict[str, Field]:
    """Return the names, a name of one word under what it mostly is: a whole name "Aho" beside a given name "Aho" has
    not both."""
    first, last = given.codes[0], surname.codes[0]
    twice = (first >= 0) & (first == last)
    size = len(given.values) + 1
    as_given, as_surname = (np.bincount(codes[~twice & (codes >= 0)], minlength=size) for codes in (first, last))
    is_given = twice & (as_given[first] > as_surname[first])
    parted = np.where(twice & ~is_given, -1, first), np.where(is_given, -1, last)
    return {
        name: Field(given.values, (codes.astype(np.int32),))
        for name, codes in zip(("given_name", "surname"), parted, strict=True)
    }


def _former_names(register: Register, schema: Schema, shared: Vocabulary, tick: Tick) -> dict[str, Field]:
    """Return the former names that surnames tell, by the codes of the names themselves, where any does."""
    told = [field_of([cells], former_name, tick) for cells in _cells(register, schema, *_NAMES[1:3])]
    if not any(len(field.values) for field in told):
        return {}
    former = first_filled(told)
    codes = shared.codes([_unhyphened(value) for value in former.values])
    return {"former_name": Field(shared.values(), (_through(codes, former),))}


def _unhyphened(name: str) -> str:
    """Return a double name as "Anna-Maija" and "Anna Maija" both have it; taken apart, the hyphen has done its work."""
    return name.replace("-", " ")


def _marked_names(register: Register, schema: Schema, tick: Tick) -> dict[str, Field]:
    """Return which of two people of one name a record says it is, and whether it is two people, where any does."""
    found = {}
    for name, mark in _MARKS.items():
        marked = [field_of([cells], mark, tick) for cells in _cells(register, schema, *_NAMES)]
        if any(len(field.values) for field in marked):
            found[name] = first_filled(marked)
    return found


def _names_more(whole: ColumnCells, given: Field, surname: Field) -> bool:
    """Tell whether a column of whole names names records of which the parts stand nowhere else."""
    nameless = (given.codes[0] < 0) & (surname.codes[0] < 0)
    return any(whole.texts[np.unique(whole.codes[nameless])])


def _through(codes: Codes, field: Field) -> Codes:
    return np.append(codes, np.int32(-1))[field.codes[0]]


def _split_whole_names(
    whole: Sequence[ColumnCells], given: Sequence[Field], surnames: Sequence[Field], tick: Tick
) -> tuple[list[Field], list[Field]]:
    texts = [text for cells in whole for text in cells.texts]
    known_given = [value for field in given for value in field.values]
    known_surnames = [value for field in surnames for value in field.values]
    roles = learn_roles(texts, known_given, known_surnames)
    order = order_of(texts, roles)
    split = split_fields(whole, lambda text: split_name(text, roles, order), ("given_name", "surname"), tick)
    return [split["given_name"]], [split["surname"]]


def _address_fields(register: Register, schema: Schema, tick: Tick) -> dict[str, Field]:
    """Return street name, number, house (street and number), postal code and town."""
    codes = [field_of([cells], postal_code_key, tick) for cells in _cells(register, schema, Meaning.POSTAL_CODE)[:1]]
    towns = [field_of([cells], town_key(), tick) for cells in _cells(register, schema, Meaning.TOWN)[:1]]
    parts = [split_fields([cells], street_parts, _STREET_PARTS, tick) for cells in streets(register, schema)]
    for cells in _cells(register, schema, Meaning.WHOLE_ADDRESS)[:1]:
        split = split_fields([cells], _whole_address_parts, _ADDRESS_PARTS, tick)
        codes, towns, parts = [*codes, split["postal_code"]], [*towns, split["town"]], [*parts, split]
    fields = {name: first_filled([part[name] for part in parts]) for name in _STREET_PARTS if parts}
    if codes:
        fields["postal_code"] = first_filled(codes)
    if towns:
        fields["town"] = first_filled(towns)
    return fields


def street_parts(text: str) -> tuple[str, str, str]:
    """Return street name, number, and both as one, so written that two writings of one house are the same."""
    street = bare_street(text, ending_abbreviations())
    name = _in_finnish(street.name)
    house = f"{name} {street.number}" if name and street.number else ""
    return name, street.number, house


@lru_cache(maxsize=65536)
def _in_finnish(street: str) -> str:
    """Return a folded street name with a Swedish ending in Finnish: both stand in the registers of two languages."""
    for swedish, finnish in _folded_endings():
        if street.endswith(swedish) and len(street) > len(swedish) + 2:
            return street.removesuffix(swedish) + finnish
    return street


@cache
def _folded_endings() -> tuple[tuple[str, str], ...]:
    return tuple((fold(swedish), fold(finnish)) for swedish, finnish in finnish_endings().items())


def _whole_address_parts(text: str) -> tuple[str, ...]:
    address = split_whole_address(text)
    return (*street_parts(address.street), postal_code_key(address.postal_code), town_key()(address.town))


@cache
def town_key() -> Callable[[str], str]:
    """Return what folds a town and gives its Finnish name where it is written in Swedish."""
    finnish = {fold(row["name_sv"]): fold(row["name_fi"]) for row in rows("postal_codes_fi") if row["name_sv"]}
    return lambda text: finnish.get(fold(text), fold(text))
