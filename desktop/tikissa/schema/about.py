"""What each column is about: by its meaning, by the words of its header, and by how it moves beside the columns that
are understood."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from tikissa.model.register import ColumnCells, Register
from tikissa.model.schema import About, ColumnMeaning, Meaning
from tikissa.reference.column_subjects import subjects
from tikissa.schema.header_meanings import header_words
from tikissa.text.normalise import fold

_OF_MEANINGS: Mapping[About, frozenset[Meaning]] = {
    About.CONSENT: frozenset((Meaning.PERMISSION, Meaning.PROHIBITION, Meaning.PREFERRED_CHANNEL)),
    About.MONEY: frozenset(
        (Meaning.PURCHASE_SUM, Meaning.PURCHASE_COUNT, Meaning.INVOICE_BALANCE, Meaning.CREDIT_BLOCK)
    ),
    About.EVENT: frozenset(
        (Meaning.CREATED, Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE, Meaning.ENDED, Meaning.RETURNED)
    ),
    About.SOURCE: frozenset((Meaning.SOURCE, Meaning.SALESPERSON)),
    About.THING: frozenset((Meaning.CONTRACT, Meaning.OPEN_MATTER)),
}
_OF_NOTHING = frozenset((Meaning.NOTES,))
_GROUP = "group"
"""A group, a class or a kind of customer is the customer's, whatever else the header names."""

_SHORTEST_STEM = 5
"""Letters a word needs to tell as the beginning or the end of a compound too."""

_NAMED = (Meaning.WHOLE_NAME, Meaning.GIVEN_NAME, Meaning.COMPANY, Meaning.SURNAME)
_REACHED = (Meaning.PHONE, Meaning.EMAIL, Meaning.STREET)
_FEWEST_PAIRS = 20
_MOSTLY = 0.6
_FEWEST_KINDS = 5


def with_abouts(columns: Sequence[ColumnMeaning], register: Register) -> tuple[ColumnMeaning, ...]:
    """Return the columns with what each is about, None where neither header nor contents tell."""
    headers = {column.name: column.header for column in register.columns}
    told = [replace(entry, about=_told(entry, headers.get(entry.column, ""))) for entry in columns]
    pairs = _pairs_of_one_customer(told, register.cells)
    return tuple(
        replace(entry, about=About.THING)
        if entry.meaning is None and entry.about is None and _changes(cells, pairs)
        else entry
        for entry, cells in zip(told, register.cells, strict=True)
    )


def _told(entry: ColumnMeaning, header: str) -> About | None:
    if entry.meaning is not None:
        return _about_of_meaning(entry.meaning, header)
    return about_of_header(header)


def _about_of_meaning(meaning: Meaning, header: str) -> About | None:
    if meaning is Meaning.DELIVERY_ADDRESS and about_of_header(header) is About.THING:
        return About.THING
    found = next((about for about, meanings in _OF_MEANINGS.items() if meaning in meanings), About.CUSTOMER)
    return None if meaning in _OF_NOTHING else found


def about_of_header(header: str) -> About | None:
    """Return what the words of a header tell: the last word that tells, since "Sopimuksen pvm" is a day."""
    words = header_words(header)
    told = [subject for word in (*words, "".join(words)) if (subject := subject_of(word))]
    if _GROUP in told:
        return About.CUSTOMER
    if About.THING.value in told:
        return About.THING
    return About(told[-1]) if told else None


@cache
def _subjects() -> dict[str, str]:
    return {fold(word): about for word, about in reversed(subjects().items())}


def subject_of(word: str) -> str:
    """Return what a folded word of a header tells, "" for nothing: itself, or as a compound by its end, then its start.

    "asennuskohde" is a thing as "kohde" is; "kohderyhma" is a group, whatever it begins with.
    """
    if word in _subjects():
        return _subjects()[word]
    ends = (word[place:] for place in range(1, len(word) - _SHORTEST_STEM + 1))
    starts = (word[:place] for place in range(len(word) - 1, _SHORTEST_STEM - 1, -1))
    return next((_subjects()[part] for part in (*ends, *starts) if part in _subjects()), "")


def _pairs_of_one_customer(columns: Sequence[ColumnMeaning], cells: Sequence[ColumnCells]) -> NDArray[np.int64]:
    """Return pairs of rows that share a name and a way of contact, shape (pairs, 2)."""
    named = next((part for entry, part in zip(columns, cells, strict=True) if entry.meaning in _NAMED), None)
    found = [np.empty((0, 2), np.int64)]
    for entry, part in zip(columns, cells, strict=True):
        if named is not None and entry.meaning in _REACHED:
            both = (named.codes.astype(np.int64) << 32) | part.codes
            order = np.argsort(both, kind="stable")
            filled = (named.texts[named.codes[order]] != "") & (part.texts[part.codes[order]] != "")
            same = np.flatnonzero((both[order][1:] == both[order][:-1]) & filled[1:])
            found.append(np.stack([order[same], order[same + 1]], axis=1))
    return np.concatenate(found)


def _changes(cells: ColumnCells, pairs: NDArray[np.int64]) -> bool:
    """Tell whether a column of several kinds mostly says something else where the customer stays the same."""
    mine, theirs = cells.codes[pairs[:, 0]], cells.codes[pairs[:, 1]]
    both = (cells.texts[mine] != "") & (cells.texts[theirs] != "")
    if both.sum() < _FEWEST_PAIRS or len(cells.texts) < _FEWEST_KINDS:
        return False
    return bool((mine[both] != theirs[both]).mean() >= _MOSTLY)
