"""Compares columns without a meaning by their content alone, each against its own frequencies."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.comparing.compared import Bits, Compared, Levels, Records, levels_of
from tikissa.matching.comparing.term_frequency import STEADY, log_shares, miswritten, sampled_shares
from tikissa.matching.comparing.writings import Writings
from tikissa.matching.preparing.fields import Field
from tikissa.text.similarity import shared_word_similarities

EXACT, CLOSE, SIMILAR, DIFFERENT = 1, 2, 3, 4
_GUESSED = {EXACT: 0.002, CLOSE: 0.005, SIMILAR: 0.005}
_UNSEEN_KINDS = 50


class PlainComparer:
    """Levels: exact; a typing error or two apart; much in common; different. Numbers and codes are equal or not."""

    def __init__(self, name: str, field: Field) -> None:
        self.name = name
        self._codes = field.codes[0]
        self._writings = Writings(field.values)
        self._wordy = np.fromiter(map(_is_wordy, field.values), bool, len(field.values))
        self._shares = np.append(_log_shares(field), np.float32(0))
        self._by_chance = sampled_shares(self._levels, len(self._codes), DIFFERENT, _GUESSED)

    def __call__(self, first: Records, second: Records) -> Mapping[str, Compared]:
        levels = self._levels(first, second)
        return {self.name: Compared(levels, self._rarity(levels, first, second))}

    def _levels(self, first: Records, second: Records) -> Levels:
        return levels_of(self._codes[first], self._codes[second], EXACT, self._judge)

    def _rarity(self, levels: Levels, first: Records, second: Records) -> Bits:
        mine, theirs = self._shares[self._codes[first]], self._shares[self._codes[second]]
        near = np.maximum(miswritten(np.minimum(mine, theirs), "close"), np.float32(-8))
        rarity = self._by_chance[levels]
        return np.where(levels == EXACT, mine, np.where(levels == CLOSE, near, rarity)).astype(np.float32)

    def _judge(self, left: NDArray[np.int32], right: NDArray[np.int32]) -> Levels:
        edits = self._writings.edits(left, right, 2)
        shorter = self._writings.shorter(left, right)
        wordy = self._wordy[left] & self._wordy[right]
        levels = np.full(len(left), DIFFERENT, np.uint8)
        long = np.flatnonzero(wordy & (shorter >= 4))
        alike = shared_word_similarities(self._writings.texts(left[long]), self._writings.texts(right[long]))
        levels[long[alike >= 85]] = SIMILAR
        levels[wordy & (((edits == 1) & (shorter >= 2)) | ((edits == 2) & (shorter >= 5)))] = CLOSE
        return levels


def _is_wordy(value: str) -> bool:
    return any(map(str.isalpha, value)) and not any(map(str.isdigit, value))


def _log_shares(field: Field) -> Bits:
    """Return log2 of each value's share among strangers: of a few kinds that are all seen, what the register shows.

    How much is still unseen is told by the values that stand but once (Good and Turing's estimate).
    """
    times = np.bincount(field.codes[0][field.codes[0] >= 0], minlength=len(field.values))
    unseen = (np.count_nonzero(times == 1) + 1) / (field.filled + 1)
    usual = 1.0 / (len(field.values) + _UNSEEN_KINDS * unseen)
    return log_shares(field, usual, 1, steady=STEADY * unseen)
