"""How common a person's name is among strangers: as the writing of another, as an initial, by its first letter."""

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.comparing.compared import Bits
from tikissa.matching.comparing.term_frequency import STEADY
from tikissa.matching.preparing.fields import Codes, Field, sum_of_counts
from tikissa.matching.preparing.name_order import given_names_in_use

_USUAL_INITIALS = 0.0225
_UNSEEN_NAMES = {"given_name": 1500.0, "surname": 10_000.0}
"""How many names there are, roughly, that nobody in the register has."""


def rarer_share(shares: Bits, mine: Codes, theirs: Codes) -> Bits:
    """Return the rarer of two values' shares, 0 where a value is missing."""
    extended = np.append(shares, np.float32(0))
    return np.minimum(extended[mine], extended[theirs])


def shares_of_writings(name: str, field: Field, shares: Bits) -> Bits:
    """Return log2 of each name's share among strangers as the writing of another name.

    A name that nobody else has and no list knows is hardly anybody's: it is as rare as the names that are not yet
    seen, of which there are the fewer the seldomer names of this register stand but once (Good and Turing).
    """
    counts = _counts(field)
    unseen = (np.count_nonzero(counts == 1) + 1) / (field.filled + 1) / _UNSEEN_NAMES[name]
    listed = given_names_in_use() if name == "given_name" else frozenset[str]()
    known = np.fromiter((listed.issuperset(value.split()) for value in field.values), bool, len(counts))
    rare = np.minimum(shares, np.float32(np.log2(unseen)))
    return np.where(known | (counts > 1), shares, rare)


def initials_used(field: Field) -> np.float32:
    """Return log2 of how often one of two strangers has but an initial in this register."""
    initials = _counts(field)[np.fromiter(map(len, field.values), np.int64, len(field.values)) == 1].sum()
    share = (initials + STEADY * _USUAL_INITIALS) / (field.filled + STEADY)
    return np.float32(np.log2(2 * share))


def _counts(field: Field) -> NDArray[np.int64]:
    """Return how many records hold each value, also one that stands only in the other column."""
    return sum_of_counts(field.codes, len(field.values))


def letter_shares(field: Field, letters: NDArray[np.int32]) -> Bits:
    """Return log2 of the share of records whose value begins as each value does."""
    counts = np.bincount(letters, field.counts)
    shares = counts[letters] / max(int(field.counts.sum()), 1)
    return np.append(np.log2(np.maximum(shares, 1e-6)), 0).astype(np.float32)
