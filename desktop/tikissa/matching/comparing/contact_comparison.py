"""Compares what stands for one customer: phones, business ids, identity codes, customer numbers."""

from collections.abc import Mapping
from itertools import product

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from tikissa.matching.comparing.compared import Compared, Levels, Records, levels_of
from tikissa.matching.comparing.term_frequency import log_shares_of_customers
from tikissa.matching.comparing.writings import Writings
from tikissa.matching.preparing.fields import Codes, Field

_SHARED_BY_CHANCE = 0.00002
_LONG_ENOUGH = 7
_LONGEST_CODE = 4


class IdentifierComparer:
    """Levels 1 exact, 2 close (one digit or letter apart), 3 different. Several columns: the best of all pairs."""

    def __init__(self, name: str, field: Field, sorts: Codes | None = None) -> None:
        self.name = name
        self._field = field
        self._writings = Writings(field.values)
        shares = log_shares_of_customers(field, _SHARED_BY_CHANCE, sorts)
        self._shares = np.append(shares, np.float32(0))

    def __call__(self, first: Records, second: Records) -> Mapping[str, Compared]:
        best = np.zeros(len(first), np.uint8)
        rarity = np.zeros(len(first), np.float32)
        for left, right in product(self._field.codes, repeat=2):
            levels = levels_of(left[first], right[second], 1, self._judge, repeating=False)
            better = (levels > 0) & ((best == 0) | (levels < best))
            best[better] = levels[better]
            rarity[better] = self._shares[left[first[better]]]
        return {self.name: Compared(best, rarity)}

    def _judge(self, left: NDArray[np.int32], right: NDArray[np.int32]) -> Levels:
        edits = self._writings.edits(left, right, 1)
        long_enough = self._writings.shorter(left, right) >= _LONG_ENOUGH
        return np.where((edits <= 1) & long_enough, 2, 3).astype(np.uint8)


class PhoneComparer(IdentifierComparer):
    """A number is the same with a country's code before it that has lost its plus sign, as spreadsheets take it."""

    def _judge(self, left: NDArray[np.int32], right: NDArray[np.int32]) -> Levels:
        levels = super()._judge(left, right)
        longer = np.abs(self._writings.lengths[left] - self._writings.lengths[right])
        may_be = (longer > 0) & (longer <= _LONGEST_CODE) & (self._writings.shorter(left, right) >= _LONG_ENOUGH)
        places = np.flatnonzero(may_be)
        texts = zip(self._writings.texts(left[places]), self._writings.texts(right[places]), strict=True)
        apart = np.array([_edits_of_ends(mine, theirs) for mine, theirs in texts], np.int64)
        levels[places[apart == 0]] = 1
        levels[places[apart == 1]] = 2
        return levels


def _edits_of_ends(first: str, second: str) -> int:
    """Return how many edits (2: two or more) part the shorter number from as many last digits of the longer."""
    size = min(len(first), len(second))
    return Levenshtein.distance(first[-size:], second[-size:], score_cutoff=1)


class CodeOnlyComparer(IdentifierComparer):
    """Levels 1 exact and 2 different: one letter makes another of what is looked up as it is written."""

    def _judge(self, left: NDArray[np.int32], right: NDArray[np.int32]) -> Levels:
        return np.full(len(left), 2, np.uint8)


class NumberComparer(IdentifierComparer):
    """A customer number that several rows share speaks for them; a different one says nothing."""

    def __call__(self, first: Records, second: Records) -> Mapping[str, Compared]:
        compared = super().__call__(first, second)[self.name]
        return {self.name: Compared((compared.levels == 1).astype(np.uint8), compared.rarity)}
