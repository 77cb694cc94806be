"""Recognises the columns of other sheets that clearly hold the register's customer numbers, and no others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from tikissa.export.second_reader.file_contents import RawRow
from tikissa.files.letters import column_letter
from tikissa.lists.vanished_numbers import NumberKey, number_key
from tikissa.model.schema import Meaning
from tikissa.schema.header_meanings import read_header

_HEADER_WITHIN = 30
_SAMPLE = 2_000
_FEWEST = 5
_CROWDED = 0.05
"""Numbers that fill more of their range than this are met by chance: in years, counts and numbers of invoices."""


class Header(Enum):
    """What a column's header says, with the share of the cells that must then be numbers of the register."""

    CUSTOMER_NUMBER = 0.5
    CUSTOMER = 0.9
    NOTHING_KNOWN = 0.95
    SOMETHING_ELSE = 2.0


@dataclass(frozen=True, slots=True)
class NumberColumn:
    """A column by its position from 0, under the name it goes by, and the row of its header, 0 for none."""

    column: int
    name: str
    header_row: int


def number_columns(rows: Iterator[RawRow], known: frozenset[NumberKey]) -> tuple[NumberColumn, ...]:
    """Return the columns of a sheet that hold customer numbers, as its first rows tell."""
    sample = list(islice(rows, _SAMPLE))
    width = max(map(len, sample), default=0)
    columns = ([row[place] if place < len(row) else "" for row in sample] for place in range(width))
    found = (_recognised(place, cells, known) for place, cells in enumerate(columns))
    return tuple(column for column in found if column is not None)


def _recognised(place: int, cells: Sequence[object], known: frozenset[NumberKey]) -> NumberColumn | None:
    keys = list(map(number_key, cells))
    if not any(key in known for key in keys):
        return None
    header, row = _header(cells, keys, known)
    body = [key for cell, key in zip(cells[row:], keys[row:], strict=True) if cell != ""]
    holds = sum(key in known for key in body) >= header.value * len(body)
    if header is Header.NOTHING_KNOWN:
        holds = holds and len(body) >= _FEWEST and not _are_crowded(known)
    name = str(cells[row - 1]).strip() if row else column_letter(place)
    return NumberColumn(place, name, row) if body and holds else None


def _header(cells: Sequence[object], keys: Sequence[NumberKey], known: frozenset[NumberKey]) -> tuple[Header, int]:
    """Return the surest word among the first cells, and the row it stands on."""
    said = [
        (_said_by(cell), row)
        for row, cell in enumerate(cells[:_HEADER_WITHIN], 1)
        if isinstance(cell, str) and cell and keys[row - 1] not in known
    ]
    for header in (Header.CUSTOMER_NUMBER, Header.CUSTOMER, Header.SOMETHING_ELSE, Header.NOTHING_KNOWN):
        for each, row in said:
            if each is header:
                return header, row
    return Header.NOTHING_KNOWN, 0


def _said_by(text: str) -> Header:
    reading = read_header(text)
    if reading.meanings == (Meaning.CUSTOMER_NUMBER,):
        return Header.CUSTOMER_NUMBER
    if {Meaning.WHOLE_NAME, Meaning.COMPANY} & set(reading.meanings):
        return Header.CUSTOMER
    known = reading.confidence > 0 and Meaning.CUSTOMER_NUMBER not in reading.meanings
    return Header.SOMETHING_ELSE if known else Header.NOTHING_KNOWN


def _are_crowded(known: frozenset[NumberKey]) -> bool:
    """Say whether a number taken at random from the same range may well be a customer's."""
    numbers = [int(key) for key in known if key.isdecimal()]
    if len(numbers) * 2 < len(known):
        return False
    return len(numbers) > _CROWDED * (max(numbers) - min(numbers) + 1) or max(numbers) < 1000
