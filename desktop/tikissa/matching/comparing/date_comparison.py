"""Compares birth dates digit by digit and part by part, against how often strangers' dates come as near."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.comparing.compared import Bits, Compared, Levels, Records, levels_of
from tikissa.matching.comparing.term_frequency import log_shares_of_customers, sampled_shares
from tikissa.matching.comparing.writings import Writings
from tikissa.matching.preparing.fields import Codes, Field

EXACT, CLOSE, PART, SIMILAR, DIFFERENT, GENERATION, DIGIT_AND_GENERATION = 1, 2, 3, 4, 5, 6, 7
_GENERATION_YEARS = 16
_DAYS = 365
_USUAL_SHARE = 0.00005
_GUESSED = {CLOSE: 0.003, PART: 0.03, SIMILAR: 0.03, DIFFERENT: 0.55, GENERATION: 0.37}
"""How often strangers get there in most registers; the register's own pairs drawn at random correct it."""


class DateComparer:
    """Levels: exact; one digit, two swapped or day and month; two parts of three; nearby; different; a generation; a
    generation where one digit of the year makes it."""

    def __init__(self, field: Field, sorts: Codes | None = None) -> None:
        self._codes = field.codes[0]
        self._writings = Writings(field.values)
        parts = [_parts(value) for value in field.values]
        self._parts = np.array(parts, np.int32).reshape(-1, 3)
        by_holders = log_shares_of_customers(field, _USUAL_SHARE, sorts)
        self._shares = np.append(np.maximum(by_holders, _shares_of_days(field, self._parts[:, 0])), np.float32(0))
        self._by_chance = sampled_shares(self._levels, len(self._codes), DIGIT_AND_GENERATION, _GUESSED)

    def __call__(self, first: Records, second: Records) -> Mapping[str, Compared]:
        levels = self._levels(first, second)
        return {"date_of_birth": Compared(levels, self._rarity(levels, first))}

    def _levels(self, first: Records, second: Records) -> Levels:
        return levels_of(self._codes[first], self._codes[second], EXACT, self._judge)

    def _rarity(self, levels: Levels, first: Records) -> Bits:
        return np.where(levels == EXACT, self._shares[self._codes[first]], self._by_chance[levels]).astype(np.float32)

    def _judge(self, left: NDArray[np.int32], right: NDArray[np.int32]) -> Levels:
        levels = np.full(len(left), DIFFERENT, np.uint8)
        mine, theirs = self._parts[left], self._parts[right]
        shared = (mine == theirs) & (mine >= 0)
        years_apart = np.abs(mine[:, 0] - theirs[:, 0])
        levels[(years_apart >= _GENERATION_YEARS) & (mine[:, 0] >= 0) & (theirs[:, 0] >= 0)] = GENERATION
        near_month = np.isin(np.abs(mine[:, 1] - theirs[:, 1]), (0, 1, 11))
        near = _one_digit_apart(mine[:, 0], theirs[:, 0]) & near_month & (mine[:, 0] >= 0)
        levels[near] = np.where(years_apart < _GENERATION_YEARS, SIMILAR, DIGIT_AND_GENERATION)[near]
        levels[shared.sum(axis=1) == 2] = PART
        turned = shared[:, 0] & (mine[:, 1] == theirs[:, 2]) & (mine[:, 2] == theirs[:, 1])
        levels[turned | (self._writings.edits(left, right, 1) <= 1)] = CLOSE
        return levels


def _shares_of_days(field: Field, years: NDArray[np.int32]) -> Bits:
    """Return log2 of how many are born on a day of each date's year: there are no more days, however many customers."""
    counts = np.bincount(np.maximum(years, 0), field.counts)
    shares = counts[np.maximum(years, 0)] / max(field.filled, 1) / _DAYS
    return np.where(years >= 0, np.log2(shares), -np.inf).astype(np.float32)


def _one_digit_apart(mine: NDArray[np.int32], theirs: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Tell which years differ in one digit at most, the last two alone being looked at beside neighbours."""
    apart = np.abs(mine - theirs)
    near: NDArray[np.bool_] = (apart <= 1) | ((mine % 10 == theirs % 10) & (apart < 100))
    near |= (mine // 10 == theirs // 10) & (apart < 10)
    return near


def _parts(value: str) -> tuple[int, int, int]:
    if len(value) != 8 or not value.isdigit():
        return -1, -1, -1
    return int(value[:4]), int(value[4:6]), int(value[6:])
