"""Which differences between the rows of one customer are explained; everything else filled and differing is asked.

A difference is explained by what is positively known of its column, never by what is not: another way of writing the
same, a newer contact detail, an older date, an amount, the row's own number, a formula, or what a merge keeps of both.
A column that is not understood explains nothing, so a header nobody knows never makes a merge safe.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.clustering.clusters import Group
from tikissa.matching.preparing.normalised_identifiers import (
    business_id_key,
    date_key,
    email_keys,
    identity_code_key,
    phone_keys,
)
from tikissa.model.permission import PermissionColumn, Subject
from tikissa.model.register import ColumnCells, FormulaCell, Register
from tikissa.model.schema import About, ColumnMeaning, DateOrder, Meaning, Schema
from tikissa.permission.permission_cells import said
from tikissa.text.amounts import parse_amount
from tikissa.text.dates import parse_date
from tikissa.text.normalise import fold
from tikissa.text.vague_dates import parse_vague_date

Columns = tuple[str, ...]
Writing = Callable[[str], str]
"""Gives the same for all ways of writing one value."""

_CONTACTS = frozenset(
    (
        *(Meaning.PHONE, Meaning.EMAIL, Meaning.FAX, Meaning.WEBSITE),
        *(Meaning.STREET, Meaning.POSTAL_CODE, Meaning.TOWN, Meaning.WHOLE_ADDRESS),
    )
)
"""A newer one may stand in one of the rows."""

_ALWAYS = frozenset((Meaning.NOTES, Meaning.OPEN_MATTER))
"""Notes, of which a merge keeps all."""

_FIGURES = frozenset(
    (
        *(Meaning.CREATED, Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE, Meaning.CUSTOMER_NUMBER),
        *(Meaning.PURCHASE_SUM, Meaning.PURCHASE_COUNT, Meaning.INVOICE_BALANCE),
    )
)
"""An older date, the row's own number, an amount: where it is one. A name under "Potilas" is no customer's number."""

_COMPARED = (Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.COMPANY, Meaning.CONTACT_PERSON)
"""Names are compared word by word elsewhere: the first column of each is left to that."""

_IN_PARTS = (Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.COMPANY)

_STRICTEST = (Subject.PERMISSION, Subject.PROHIBITION, Subject.WISH)
"""Of these the strictest survives, where what the rows say is understood; of two states only the user knows which."""

_BELIEVED = 0.7
"""Confidence from which a meaning comes from the header or the user; one guessed from the values explains nothing."""

_FEWEST_ROWS = 10
_CURRENCY = ("€", "eur", "sek", "usd", "$", "£", "kr")
_NOT_TELLING = re.compile(r"(?<!\d)[\W_]+|[\W_]+(?!\d)")
_BETWEEN_FIGURES = re.compile(r"[\W_]+")
_LOOKED_AT = 300


def unexplained(
    register: Register, schema: Schema, groups: Sequence[Group], settled: frozenset[str] = frozenset()
) -> list[Columns]:
    """Return for each group the columns in which its rows differ for no reason that is known, in the register's order.

    `settled`: columns of which the user has said that it does not matter which value stays.
    """
    members = _Members.of(groups)
    found: list[list[str]] = [[] for _ in groups]
    for entry, writing in _asked(register, schema):
        if entry.column not in settled:
            for place in members.differing(register.cells_of(entry.column), writing):
                found[place].append(entry.column)
    return [tuple(columns) for columns in found]


@dataclass(frozen=True, eq=False)
class _Members:
    """The records of all groups in one array, and where each group begins."""

    records: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    @classmethod
    def of(cls, groups: Sequence[Group]) -> "_Members":
        sizes = np.array([len(group) for group in groups], np.int64)
        ends = np.cumsum(sizes)
        records = np.fromiter((record for group in groups for record in group), np.int64, int(sizes.sum()))
        return cls(records, ends - sizes, ends)

    def differing(self, cells: ColumnCells, writing: Writing) -> list[int]:
        """Return the places of the groups whose filled cells are more than writings of one value."""
        if not len(self.starts):
            return []
        codes = cells.codes[self.records].astype(np.int64)
        filled = cells.texts[codes] != ""
        lowest = np.minimum.reduceat(np.where(filled, codes, len(cells.texts)), self.starts)
        highest = np.maximum.reduceat(np.where(filled, codes, -1), self.starts)
        several = np.flatnonzero(highest > lowest).tolist()
        return [place for place in several if len(self._writings(place, codes, cells, writing)) > 1]

    def _writings(self, place: int, codes: NDArray[np.int64], cells: ColumnCells, writing: Writing) -> set[str]:
        texts = cells.texts[codes[self.starts[place] : self.ends[place]]].tolist()
        return {writing(text) for text in set(texts) if text} - {""}


def _asked(register: Register, schema: Schema) -> list[tuple[ColumnMeaning, Writing]]:
    """Return the columns a difference in which is not explained beforehand, and what counts as one writing there."""
    both = schema.first(Meaning.GIVEN_NAME) is not None and schema.first(Meaning.SURNAME) is not None
    compared = {schema.first(meaning) for meaning in (_IN_PARTS if both else _COMPARED)}
    return [
        (entry, _writing_of(entry))
        for entry in schema.columns
        if entry.column not in compared and not _is_explained(entry, register.cells_of(entry.column))
    ]


def _is_explained(entry: ColumnMeaning, cells: ColumnCells) -> bool:
    """Tell whether any difference in a column is explained by what the column is."""
    if entry.meaning in _ALWAYS:
        return True
    if entry.meaning in _CONTACTS:
        return entry.sure or entry.confidence >= _BELIEVED
    values = [text for text in cells.texts[:_LOOKED_AT].tolist() if text]
    if entry.meaning is not None or not values:
        return entry.meaning is Meaning.ENDED and all(map(_is_day, values))
    if entry.about is About.EVENT and all(map(_is_day, values)):
        return True
    if all(map(_is_number, values)) and (entry.about is About.MONEY or all(map(_is_money, values))):
        return True
    own = entry.about is About.SOURCE and np.bincount(cells.codes).max(initial=0) <= 1
    return own or _counts_rows(cells) or _is_worked_out(cells)


def _is_day(text: str) -> bool:
    return parse_date(text) is not None or parse_vague_date(text) is not None


def _is_number(text: str) -> bool:
    return parse_amount(text) is not None and not any(map(str.isalpha, _without_currency(text)))


def _is_money(text: str) -> bool:
    return _without_currency(text) != fold(text)


def _without_currency(text: str) -> str:
    said = fold(text)
    return next((said.removesuffix(sign).strip() for sign in _CURRENCY if said.endswith(sign)), said)


def _counts_rows(cells: ColumnCells) -> bool:
    """Tell whether a column numbers the rows from 1 (or 0) on, without a gap."""
    texts = cells.texts[cells.codes]
    if len(texts) < _FEWEST_ROWS or texts[0] not in ("0", "1"):
        return False
    first = int(texts[0])
    return all(text == str(first + place) for place, text in enumerate(texts.tolist()))


def _is_worked_out(cells: ColumnCells) -> bool:
    return any(isinstance(raw, FormulaCell) for raw in cells.raws[:_LOOKED_AT])


def _writing_of(entry: ColumnMeaning) -> Writing:
    if entry.permission is not None and entry.permission.subject in _STRICTEST:
        return partial(_not_understood, entry.permission)
    if entry.meaning is Meaning.DATE_OF_BIRTH:
        return partial(_day, entry.date_order)
    if entry.meaning in _FIGURES:
        return _no_figure
    key = _WRITINGS.get(entry.meaning, plain_writing) if entry.meaning is not None else plain_writing
    return lambda text: key(text) or plain_writing(text)


@lru_cache(maxsize=65536)
def plain_writing(text: str) -> str:
    """Return a text without what differs between ways of writing it: letter case, marks over letters, punctuation.

    Between two figures a mark stays: "1-23" is not "12-3", nor 1,5 the same as 15.
    """
    said = fold(text)
    return _BETWEEN_FIGURES.sub(".", _NOT_TELLING.sub("", said)) or said


def _not_understood(column: PermissionColumn, text: str) -> str:
    """Return nothing for what is understood, whatever it says."""
    return "" if said(column, text).understood else plain_writing(text)


def _no_figure(text: str) -> str:
    """Return nothing for a date, an amount or a number."""
    return "" if any(map(str.isdigit, text)) else plain_writing(text)


def _day(order: DateOrder, text: str) -> str:
    day = parse_date(text, order)
    return (date_key(text) or plain_writing(text)) if day is None else day.isoformat()


def _first_of(keys: Callable[[str], tuple[str, str]]) -> Writing:
    return lambda text: "|".join(filter(None, keys(text)))


def _in_any_order(text: str) -> str:
    return " ".join(sorted(fold(text).replace(",", " ").split()))


_WRITINGS: Mapping[Meaning, Writing] = {
    Meaning.BUSINESS_ID: business_id_key,
    Meaning.VAT_NUMBER: business_id_key,
    Meaning.IDENTITY_CODE: identity_code_key,
    Meaning.PHONE: _first_of(phone_keys),
    Meaning.EMAIL: _first_of(email_keys),
    Meaning.GIVEN_NAME: _in_any_order,
    Meaning.SURNAME: _in_any_order,
    Meaning.WHOLE_NAME: _in_any_order,
    Meaning.CONTACT_PERSON: _in_any_order,
}
