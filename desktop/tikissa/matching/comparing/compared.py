"""What comparing many pairs at once gives, and how distinct pairs of values are compared only once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Records = NDArray[np.int32]
Levels = NDArray[np.uint8]
Bits = NDArray[np.float32]

MISSING = 0
"""The level of a pair in which a value is missing; the levels of a table count from 1."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Per pair its level and log2 of how often strangers get there; `rarity` counts only where the table has None."""

    levels: Levels
    rarity: Bits


Comparer = Callable[[Records, Records], Mapping[str, Compared]]
"""Compares pairs of records; one comparer may answer for several comparisons that lean on each other."""

Judge = Callable[[NDArray[np.int32], NDArray[np.int32]], Levels]


def levels_of(
    left: NDArray[np.int32], right: NDArray[np.int32], exact: int, judge: Judge, repeating: bool = True
) -> Levels:
    """Return levels for pairs of codes: missing, `exact` where equal, else what `judge` says of each distinct pair.

    Values that hardly repeat (`repeating` false) are judged pair by pair: looking for distinct ones would not pay.
    """
    levels = np.zeros(len(left), np.uint8)
    both = (left >= 0) & (right >= 0)
    same = both & (left == right)
    levels[same] = exact
    rest = np.flatnonzero(both & ~same)
    if not repeating:
        levels[rest] = judge(left[rest], right[rest])
    elif len(rest):
        low = np.minimum(left[rest], right[rest]).astype(np.int64)
        high = np.maximum(left[rest], right[rest]).astype(np.int64)
        distinct, back = distinct_keys((low << 32) | high)
        levels[rest] = judge((distinct >> 32).astype(np.int32), (distinct & 0xFFFFFFFF).astype(np.int32))[back]
    return levels


def distinct_keys(keys: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the sorted distinct keys and where each key is among them (faster than np.unique on integers)."""
    if not len(keys):
        return keys, np.empty(0, np.int64)
    order = np.argsort(keys)
    arranged = keys[order]
    first = np.concatenate([[True], arranged[1:] != arranged[:-1]])
    back = np.empty(len(keys), np.int64)
    back[order] = np.cumsum(first) - 1
    return arranged[first], back
