"""Recognises what each column means, from its header and from its values; says what is unsure so that it is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from tikissa.model.permission import Correction
from tikissa.model.register import Column, ColumnCells, Register
from tikissa.model.schema import ColumnMeaning, DateOrder, Meaning, Schema
from tikissa.permission.permission_headers import is_about_else
from tikissa.schema.about import with_abouts
from tikissa.schema.belonging import with_companies, without_guessed_names, without_things
from tikissa.schema.column_neighbours import with_columns_beside
from tikissa.schema.header_meanings import HeaderReading, Purpose, read_header
from tikissa.schema.permission_columns import NO_CORRECTIONS, are_answers, with_doubtful, with_permissions
from tikissa.schema.shapes import (
    LOOKS,
    TELLING,
    is_choice,
    is_code_and_town,
    is_known_postal_code,
    is_person,
    is_standing,
    is_town,
    share,
)
from tikissa.schema.value_shapes import (
    are_birth_dates,
    are_few_kinds,
    are_given_names,
    are_places,
    are_whole_names,
)
from tikissa.text.date_columns import DAYS
from tikissa.text.date_orders import Period, order_told
from tikissa.text.identity_codes import is_identity_code_alone
from tikissa.text.marks import without_mark

SAMPLE = 300
CERTAIN = 0.8
_GUESSED = 0.8
"""What a header that is only partly known is worth."""
NO_OVERRIDES: Mapping[str, Meaning | None] = {}

_SURE_FROM_VALUES = (Meaning.EMAIL, Meaning.IDENTITY_CODE, Meaning.BUSINESS_ID, Meaning.VAT_NUMBER)
_WEAK = (Meaning.WHOLE_NAME, Meaning.GIVEN_NAME, Meaning.TOWN, Meaning.STREET)
_SOME = 0.15
"""From this share of persons on, a column of companies is one of persons and companies both."""
_NEARLY_ALL = 0.9
_PROVING = 5
"""So many values that all prove to be something are no accident."""
_ENOUGH = 3
_MOSTLY = 0.6
_DATES = (Meaning.CREATED, Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE)
_TOLD_BY_LOOK = (*_DATES, Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.EMAIL, Meaning.PHONE)
"""What a header that is half known is believed of only where some of the values look it."""
_MARKS = frozenset("xX+-–✓1*")
_OTHER_STREETS = (Meaning.STREET, Meaning.WHOLE_ADDRESS, Meaning.DELIVERY_ADDRESS)
_PURPOSE_MEANINGS = {Purpose.BILLING: Meaning.BILLING_ADDRESS, Purpose.DELIVERY: Meaning.DELIVERY_ADDRESS}
_NAMES = ((Meaning.GIVEN_NAME,), (Meaning.SURNAME,), (Meaning.WHOLE_NAME,), (Meaning.COMPANY,))
_NEVER_ANSWERS = frozenset(
    (
        *(Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.COMPANY, Meaning.CONTACT_PERSON),
        *(Meaning.BUSINESS_ID, Meaning.VAT_NUMBER, Meaning.IDENTITY_CODE, Meaning.DATE_OF_BIRTH),
        *(Meaning.CUSTOMER_NUMBER, Meaning.STREET, Meaning.POSTAL_CODE, Meaning.TOWN, Meaning.WHOLE_ADDRESS),
        *(Meaning.BILLING_ADDRESS, Meaning.DELIVERY_ADDRESS, Meaning.FAX, Meaning.WEBSITE, Meaning.SOURCE),
        *(Meaning.CREATED, Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE),
    )
)
"""What no yes or no tells: a column of nothing but those holds something else."""
_PLACES = (Meaning.POSTAL_CODE, Meaning.TOWN, Meaning.STREET)
_WAYS_OF_CONTACT = (Meaning.EMAIL, Meaning.PHONE)
_ADDRESS_PARTS = (Meaning.STREET, Meaning.POSTAL_CODE, Meaning.TOWN, Meaning.WHOLE_ADDRESS, Meaning.COUNTRY)


def prepare() -> None:
    """Have the tables in memory that the first register is looked at with."""
    read_header(" ")
    for look in LOOKS.values():
        look(" ")
    _telling([" "])


def detect(
    register: Register,
    overrides: Mapping[str, Meaning | None] = NO_OVERRIDES,
    today: date | None = None,
    corrections: Mapping[str, Correction] = NO_CORRECTIONS,
) -> Schema:
    """Return the meaning of every column; `overrides` and `corrections` are the user's own words, by column name.

    Days after `today` tell how days are written.
    """
    readings = [read_header(column.header) for column in register.columns]
    if not any(reading.meanings[:1] in _NAMES for reading in readings):
        readings = [_owner(reading, cells) for reading, cells in zip(readings, register.cells, strict=True)]
    readings = without_things(register, readings)
    own = _customers_purpose(readings)
    columns = [
        ColumnMeaning(column.name, overrides[column.name], 1.0, True)
        if column.name in overrides
        else _secret(column, register.cells[column.index])
        or _of_no_answers(_column_meaning(column, register.cells[column.index], reading, own), register)
        for column, reading in zip(register.columns, _without_other_names(readings), strict=True)
    ]
    found = with_columns_beside(without_guessed_names(columns, readings), register.cells)
    ordered = _with_orders(with_companies(found, register.cells), register.cells, today)
    found = with_abouts(with_permissions(ordered, register, corrections), register)
    return Schema(with_doubtful(found, register, overrides))


def _of_no_answers(entry: ColumnMeaning, register: Register) -> ColumnMeaning:
    """Disbelieve a header that is not known word for word and tells of a name, an address or a number where every cell
    is a yes, a no or a mark."""
    if entry.meaning not in _NEVER_ANSWERS or entry.confidence == 1 or not are_answers(register.cells_of(entry.column)):
        return entry
    return ColumnMeaning(entry.column, None, 0.0, True)


def _with_orders(
    columns: Sequence[ColumnMeaning], cells: Sequence[ColumnCells], today: date | None
) -> tuple[ColumnMeaning, ...]:
    """Return the columns with the order of their days; one that tells none follows the others where they agree."""
    told = {
        place: order_told(cells[place].texts.tolist(), _period(column.meaning, today))
        for place, column in enumerate(columns)
        if column.meaning in DAYS
    }
    agreed = set(told.values()) - {None}
    usual = next(iter(agreed)) if len(agreed) == 1 else DateOrder.DAY_FIRST
    return tuple(
        replace(column, date_order=told[place] or usual or DateOrder.DAY_FIRST) if place in told else column
        for place, column in enumerate(columns)
    )


def _period(meaning: Meaning | None, today: date | None) -> Period:
    if meaning is Meaning.DATE_OF_BIRTH:
        return Period.of_births(today)
    return Period(last=today if meaning in _DATES else None)


def _customers_purpose(readings: Sequence[HeaderReading]) -> Purpose:
    """Return whose address is the customer's own: where a shop's export has only billing columns, theirs, and where
    the one street stands under "Laskutusosoite" beside the customer's postal code, that."""
    first = [reading.meanings[:1] for reading in readings]
    is_alone = first.count((Meaning.BILLING_ADDRESS,)) == 1 and not any((other,) in first for other in _OTHER_STREETS)
    if is_alone and (Meaning.POSTAL_CODE,) in first:
        return Purpose.BILLING
    purposes = [reading.purpose for reading in readings if _is_address_part(reading)]
    return next((purpose for purpose in Purpose if purpose in purposes), Purpose.CUSTOMER)


def _owner(reading: HeaderReading, cells: ColumnCells) -> HeaderReading:
    """Take the "owner" of a register without other names for the customer, of a dog say, unless a few names recur."""
    if reading.meanings != (Meaning.SALESPERSON,) or len(cells.texts) * 2 < len(cells.codes):
        return reading
    return replace(reading, meanings=(Meaning.WHOLE_NAME, Meaning.COMPANY), confidence=0.8)


def _without_other_names(readings: Sequence[HeaderReading]) -> list[HeaderReading]:
    """Leave out who receives the goods where the customer's own name stands elsewhere: it may be another person."""
    named = any(reading.purpose is not Purpose.DELIVERY and reading.meanings[:1] in _NAMES for reading in readings)
    return [
        replace(reading, meanings=(), confidence=0.8)
        if named and reading.purpose is Purpose.DELIVERY and reading.meanings[:1] in _NAMES
        else reading
        for reading in readings
    ]


def _is_address_part(reading: HeaderReading) -> bool:
    return bool(reading.meanings) and reading.meanings[0] in _ADDRESS_PARTS


def _column_meaning(column: Column, cells: ColumnCells, reading: HeaderReading, own: Purpose) -> ColumnMeaning:
    values = _sample(cells)
    if reading.purpose not in (Purpose.CUSTOMER, own) and _is_address_part(reading):
        return ColumnMeaning(column.name, _PURPOSE_MEANINGS[reading.purpose], reading.confidence, True)
    if reading.meanings == (Meaning.BILLING_ADDRESS,) and own is Purpose.BILLING:
        return ColumnMeaning(column.name, Meaning.STREET, reading.confidence, True, reading.meanings)
    if reading.confidence == 0:
        return _from_values(column.name, values, cells)
    if not reading.meanings:
        stood = share(values, is_standing) >= _MOSTLY and not is_about_else(column.name)
        stands = Meaning.ENDED if stood else None
        if len(values) >= _ENOUGH and share(values, is_known_postal_code) >= _NEARLY_ALL:
            return ColumnMeaning(column.name, Meaning.POSTAL_CODE, _GUESSED * 0.7, False, (Meaning.POSTAL_CODE,))
        return ColumnMeaning(column.name, stands, reading.confidence, True)
    if reading.meanings[0] in _PLACES and share(values, is_code_and_town) >= 0.5:
        return ColumnMeaning(column.name, Meaning.WHOLE_ADDRESS, 0.8, True, (Meaning.WHOLE_ADDRESS, *reading.meanings))
    if len(reading.meanings) > 1:
        return _choose(column.name, values, reading)
    return _confirm(column.name, values, reading)


def _secret(column: Column, cells: ColumnCells) -> ColumnMeaning | None:
    """Recognise identity codes without a sign, whatever their column is called: of other numbers of ten digits one in
    some three hundred has a date and a check digit that hold."""
    values = _sample(cells)
    if len(values) < _PROVING or not all(map(str.isalnum, values[:_PROVING])):
        return None
    if share(values, is_identity_code_alone) < _NEARLY_ALL:
        return None
    return ColumnMeaning(column.name, Meaning.IDENTITY_CODE, 0.9, True, (Meaning.IDENTITY_CODE,))


def _sample(cells: ColumnCells) -> list[str]:
    """Return the first distinct values; looking at more would not tell more."""
    texts = (without_mark(str(text).strip()) for text in cells.texts[: SAMPLE * 2])
    return [text for text in texts if text][:SAMPLE]


def _confirm(name: str, values: Sequence[str], reading: HeaderReading) -> ColumnMeaning:
    """Believe a header unless hardly any value looks like it and nearly all look like something else.

    A way of contact filled with yes and no ("Sähköposti: kyllä") says whether it may be used.
    """
    meaning = reading.meanings[0]
    look = LOOKS.get(meaning)
    lies = look is not None and len(values) >= 1 and share(values, look) < 0.2
    if lies and meaning in _WAYS_OF_CONTACT and share(values, is_choice) >= 0.9:
        if is_about_else(name):
            return ColumnMeaning(name, None, reading.confidence, True)
        return ColumnMeaning(name, Meaning.PERMISSION, 0.5, False, (Meaning.PERMISSION, Meaning.PROHIBITION, meaning))
    if lies and meaning is Meaning.WHOLE_NAME and share(values, _is_mark) >= 0.9:
        return ColumnMeaning(name, None, reading.confidence, True)
    guessed = meaning in _TOLD_BY_LOOK and reading.confidence <= _GUESSED
    if lies and (guessed or _is_no_number(meaning, reading, values)):
        return ColumnMeaning(name, None, 0.0, True)
    told = _telling(values) if lies and len(values) >= 3 else None
    if told is not None and told[0] is Meaning.ENDED and is_about_else(name):
        return ColumnMeaning(name, None, reading.confidence, True)
    if told is not None and told[0] is not meaning and (told[0] not in _WEAK or _holds_names_instead(told[0], meaning)):
        return ColumnMeaning(name, told[0], told[1] * 0.7, False, (told[0], meaning))
    return ColumnMeaning(name, meaning, reading.confidence, reading.confidence >= CERTAIN, reading.meanings)


def _is_no_number(meaning: Meaning, reading: HeaderReading, values: Sequence[str]) -> bool:
    """Words under what may be short for a number: "Potilas" is not short for the patient's number over "Rekku"."""
    return meaning is Meaning.CUSTOMER_NUMBER and reading.confidence < 1 and share(values, str.isalpha) >= _MOSTLY


def _is_mark(text: str) -> bool:
    """Tell whether a text is a yes, a no or one letter: "Jäsen: K" says that somebody is a member, not who."""
    return len(text) == 1 or is_choice(text)


def _holds_names_instead(told: Meaning, meaning: Meaning) -> bool:
    """Whole names where a number was to stand, as under "Medlem"."""
    return told is Meaning.WHOLE_NAME and meaning is Meaning.CUSTOMER_NUMBER


def _choose(name: str, values: Sequence[str], reading: HeaderReading) -> ColumnMeaning:
    """Let the values decide between the meanings a header may have."""
    if reading.meanings[0] is Meaning.PERMISSION:
        sure = not values or not {value for value in values if value not in _MARKS} <= {""}
        return ColumnMeaning(name, Meaning.PERMISSION, 0.9 if sure else 0.5, sure, reading.meanings)
    if reading.meanings == _DATES:
        is_dated = not values or share(values, LOOKS[Meaning.LAST_CONTACT]) > 0
        return ColumnMeaning(name, Meaning.LAST_CONTACT if is_dated else None, 0.4, not is_dated, _DATES)
    shares = sorted(
        ((share(values, LOOKS[meaning]), -place, meaning) for place, meaning in enumerate(reading.meanings))
    )
    best, _, meaning = shares[-1]
    if not values:
        return ColumnMeaning(name, reading.meanings[0], 0.8, True, reading.meanings)
    if best == 0 and reading.confidence <= _GUESSED:
        return ColumnMeaning(name, None, 0.0, True)
    if meaning is Meaning.COMPANY and Meaning.WHOLE_NAME in reading.meanings and share(values, is_person) >= _SOME:
        return ColumnMeaning(name, Meaning.WHOLE_NAME, 0.8, True, reading.meanings)
    sure = best >= (0.25 if meaning is Meaning.COMPANY else 0.5)
    return ColumnMeaning(name, meaning, max(best, 0.5), sure, reading.meanings)


def _from_values(name: str, values: Sequence[str], cells: ColumnCells) -> ColumnMeaning:
    told = _told_together(cells, _telling(values))
    if told is None or len(values) < 2:
        return ColumnMeaning(name, None, 0.0, True)
    meaning, agreeing = told
    if meaning is Meaning.ENDED and is_about_else(name):
        return ColumnMeaning(name, None, 0.0, True)
    sure = meaning in _SURE_FROM_VALUES
    return ColumnMeaning(name, meaning, agreeing * (0.95 if sure else 0.6), sure, (meaning,))


def _told_together(cells: ColumnCells, told: tuple[Meaning, float] | None) -> tuple[Meaning, float] | None:
    """Return what the values tell together where each by itself tells nothing or little."""
    if told is None or told[0] in (Meaning.GIVEN_NAME, Meaning.TOWN):
        if are_birth_dates(cells):
            return Meaning.DATE_OF_BIRTH, 0.8
        if are_given_names(cells):
            told = Meaning.GIVEN_NAME, 0.8
    if told is None:
        places = ((Meaning.TOWN, is_town), (Meaning.POSTAL_CODE, is_known_postal_code))
        told = next(((meaning, 0.8) for meaning, look in places if are_places(cells, look)), None)
    if told is not None and told[0] is Meaning.WHOLE_NAME and not are_whole_names(cells):
        return None
    return None if told is not None and told[0] is Meaning.GIVEN_NAME and are_few_kinds(cells) else told


def _telling(values: Sequence[str]) -> tuple[Meaning, float] | None:
    shares = ((meaning, share(values, look), enough) for meaning, look, enough in TELLING)
    return next(((meaning, found) for meaning, found, enough in shares if found >= enough), None)
