"""Picks out of the first rows the cells that show at a glance whether a file was read right."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from itertools import islice, product

from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.text.secret_numbers import masked

DATES = (Meaning.DATE_OF_BIRTH, Meaning.CREATED, Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE)
NORDIC_LETTERS = frozenset("åäöÅÄÖ")


class Telling(StrEnum):
    LETTERS = "letters"
    POSTAL_CODE = "postal_code"
    DATE = "date"


Place = tuple[int, str]
"""Record and column."""


def telling_cells(register: Register, schema: Schema, rows: int) -> Mapping[Telling, Place]:
    """Return the first cells in sight: one with å, ä or ö, one with a postal code and one with a date."""
    postal_codes = schema.columns_of(Meaning.POSTAL_CODE)
    dates = schema.columns_of(*DATES)
    every = tuple(column.name for column in register.columns)
    found = {
        Telling.LETTERS: _first(register, every, rows, lambda text: not NORDIC_LETTERS.isdisjoint(text)),
        Telling.POSTAL_CODE: _first(register, postal_codes, rows, bool),
        Telling.DATE: _first(register, dates, rows, bool),
    }
    return {what: place for what, place in found.items() if place is not None}


def examples(register: Register, column: str, meaning: Meaning | None = None, count: int = 3) -> tuple[str, ...]:
    """Return the first distinct filled values of a column that perhaps has this meaning, secret numbers covered."""
    filled = (str(text).strip() for text in register.cells_of(column).texts)
    return tuple(islice((masked(text, meaning) for text in filled if text), count))


def _first(register: Register, columns: tuple[str, ...], rows: int, tells: Callable[[str], object]) -> Place | None:
    return next((place for place in _places(register, columns, rows) if tells(register.text(*place))), None)


def _places(register: Register, columns: tuple[str, ...], rows: int) -> Iterator[Place]:
    """Yield the cells of the first rows, those nearest to the corner that is in sight first."""
    places = product(range(min(rows, len(register))), enumerate(columns))
    for record, (_, column) in sorted(places, key=lambda place: place[0] + place[1][0]):
        yield record, column
