"""Which columns name the customer and which a thing of the customer's: "Kurssin nimi" is nobody's name."""

from collections.abc import Sequence
from dataclasses import replace

from tikissa.model.register import ColumnCells, Register
from tikissa.model.schema import About, ColumnMeaning, Meaning
from tikissa.schema.about import about_of_header
from tikissa.schema.header_meanings import HeaderReading
from tikissa.schema.shapes import has_legal_form, share
from tikissa.schema.value_shapes import distinct_values

_NAMES = (Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.COMPANY)
_PERSONAL = (
    *(*_NAMES, Meaning.CONTACT_PERSON, Meaning.DATE_OF_BIRTH, Meaning.PHONE, Meaning.EMAIL, Meaning.STREET),
    *(Meaning.WHOLE_ADDRESS, Meaning.POSTAL_CODE, Meaning.TOWN, Meaning.CUSTOMER_NUMBER),
)
_GUESSED_NAMES = (Meaning.WHOLE_NAME, Meaning.COMPANY)
_KNOWN = 0.9
"""Confidence from which a header is known as a whole, whatever its words say one by one."""
_NOTHING = HeaderReading((), 0.8)
_MAY_HOLD_COMPANIES = (None, Meaning.DELIVERY_ADDRESS, Meaning.SALESPERSON, Meaning.SOURCE)
_COMPANIES = 0.5


def without_things(register: Register, readings: Sequence[HeaderReading]) -> list[HeaderReading]:
    """Leave out what belongs to a thing of the customer's. Where nothing else names the customer, the fullest of the
    names does: a register of sites, courses or children has them for customers."""
    things = [place for place, column in enumerate(register.columns) if _is_of_thing(column.header, readings[place])]
    named = any(_names(reading) for place, reading in enumerate(readings) if place not in things)
    names = [] if named else [place for place in things if _names(readings[place])]
    customer = max(names, key=lambda place: _filled(register.cells[place]), default=None)
    if customer is not None:
        things.remove(customer)
    return [_NOTHING if place in things else reading for place, reading in enumerate(readings)]


def _is_of_thing(header: str, reading: HeaderReading) -> bool:
    """Tell a name, a birth date or an address of a thing; an event is one whatever it happened to."""
    personal = not reading.meanings or reading.meanings[0] in _PERSONAL
    return personal and reading.confidence < _KNOWN and about_of_header(header) is About.THING


def _names(reading: HeaderReading) -> bool:
    return reading.meanings[:1] != () and reading.meanings[0] in _NAMES


def _filled(cells: ColumnCells) -> int:
    return int((cells.texts[cells.codes] != "").sum())


def without_guessed_names(
    columns: Sequence[ColumnMeaning], readings: Sequence[HeaderReading]
) -> tuple[ColumnMeaning, ...]:
    """Leave out names that only the values of a column with a header of its own suggest, where a header names the
    customer elsewhere: a fund or a programme looks like a name too."""
    if not any(map(_names, readings)):
        return tuple(columns)
    return tuple(
        ColumnMeaning(entry.column, None, 0.0, True)
        if reading.confidence == 0 and not entry.sure and entry.meaning in _GUESSED_NAMES and _is_named(entry)
        else entry
        for entry, reading in zip(columns, readings, strict=True)
    )


def _is_named(entry: ColumnMeaning) -> bool:
    """Tell a header from the letter a column without one goes by."""
    return len(entry.column) > 2


def with_companies(columns: Sequence[ColumnMeaning], cells: Sequence[ColumnCells]) -> tuple[ColumnMeaning, ...]:
    """Return the columns with a company's names found by their legal forms, of any country and under any header."""
    if any(entry.meaning is Meaning.COMPANY for entry in columns):
        return tuple(columns)
    found = [
        place
        for place, entry in enumerate(columns)
        if (entry.meaning in _MAY_HOLD_COMPANIES or (entry.meaning is Meaning.WHOLE_NAME and not entry.sure))
        and _are_companies(distinct_values(cells[place]))
    ]
    return tuple(
        replace(entry, meaning=Meaning.COMPANY, confidence=0.6, sure=False, candidates=(Meaning.COMPANY,))
        if place == next(iter(found), None)
        else entry
        for place, entry in enumerate(columns)
    )


def _are_companies(values: Sequence[str]) -> bool:
    return len(values) > 1 and share(values, has_legal_form) >= _COMPANIES
