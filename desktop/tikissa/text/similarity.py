"""How far texts are from one another: the one door to rapidfuzz for whole columns of value pairs."""

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

_JOINT = 1 << 16
"""How many values go through the letter filter at a time, which keeps its memory small."""


def edit_distances(left: Sequence[str], right: Sequence[str], limit: int) -> NDArray[np.int32]:
    """Return the edits (a swap of neighbours is one) between the texts place by place; beyond `limit`: `limit + 1`."""
    if not len(left):
        return np.empty(0, np.int32)
    distances: NDArray[np.int32] = process.cpdist(left, right, scorer=OSA.distance, score_cutoff=limit, dtype=np.int32)
    return distances


def typing_distance(first: str, second: str, most: int) -> int:
    """Return how many letters were left out, added, changed or swapped with a neighbour; `most` + 1 when more."""
    return OSA.distance(first, second, score_cutoff=most)


def typed_alike(text: str, others: Sequence[str], most: int) -> list[str]:
    """Return those of the texts that are no further from this one than `most`, by `typing_distance`."""
    return [other for other, *_ in process.extract(text, others, scorer=OSA.distance, score_cutoff=most, limit=None)]


def word_similarities(left: Sequence[str], right: Sequence[str]) -> NDArray[np.float32]:
    """Return 0-100 place by place: how alike the texts are when the order of words does not count."""
    if not len(left):
        return np.empty(0, np.float32)
    ratios: NDArray[np.float32] = process.cpdist(left, right, scorer=fuzz.token_sort_ratio, dtype=np.float32)
    return ratios


def shared_word_similarities(left: Sequence[str], right: Sequence[str]) -> NDArray[np.float32]:
    """Return 0-100 place by place: how alike the texts are where one may leave out words of the other."""
    if not len(left):
        return np.empty(0, np.float32)
    ratios: NDArray[np.float32] = process.cpdist(left, right, scorer=fuzz.token_set_ratio, dtype=np.float32)
    return ratios


def letter_sets(values: Sequence[str]) -> NDArray[np.uint64]:
    """Return for each value the set of its characters as bits: an edit takes away one of them at most, and adds one."""
    return _by_letters(values, np.bitwise_or, lambda letters, _: _BITS[letters])


def letter_sums(values: Sequence[str]) -> NDArray[np.uint64]:
    """Return a number for each value that is equal where the characters are the same in any order."""
    return _by_letters(values, np.add, lambda letters, _: _letters()[letters])


def text_sums(values: Sequence[str]) -> NDArray[np.uint64]:
    """Return a number for each value that is equal where the texts are, and hardly ever else; 0 for no text."""

    def placed(letters: NDArray[np.uint8], starts: NDArray[np.int64]) -> NDArray[np.uint64]:
        lengths = np.diff(starts, append=len(letters))
        places = np.arange(len(letters)) - np.repeat(starts, lengths)
        odd = np.random.default_rng(11).integers(1, 1 << 63, lengths.max(), dtype=np.uint64) | np.uint64(1)
        numbers: NDArray[np.uint64] = _letters()[letters] * odd[places]
        return numbers

    return _by_letters(values, np.add, placed)


def _without_end(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return the numbers with none for the character that ends each text."""
    return np.where(np.arange(256) == 0, np.uint64(0), numbers)


_BITS = _without_end(np.left_shift(np.uint64(1), np.arange(256, dtype=np.uint64) & np.uint64(63)))
_BITS[0x80:0xC0] = 0
"""A letter beyond ASCII is several bytes: the first alone stands for it, so that it is one bit and no more."""


@cache
def _letters() -> NDArray[np.uint64]:
    """Return a number for each character; drawn when first asked for, since importing what draws takes its time."""
    return _without_end(np.random.default_rng(7).integers(1, 1 << 62, 256, dtype=np.uint64))


_Number = Callable[[NDArray[np.uint8], NDArray[np.int64]], NDArray[np.uint64]]
"""Gives each of many joined characters a number; also told where each text starts."""


def _by_letters(values: Sequence[str], gather: np.ufunc, number: _Number) -> NDArray[np.uint64]:
    parts = [_gathered(values[start : start + _JOINT], gather, number) for start in range(0, len(values), _JOINT)]
    return np.concatenate(parts) if parts else np.empty(0, np.uint64)


def _gathered(values: Sequence[str], gather: np.ufunc, number: _Number) -> NDArray[np.uint64]:
    letters = np.frombuffer(("\0".join(values) + "\0").encode("utf-8", "replace"), np.uint8)
    starts = np.concatenate([[0], np.flatnonzero(letters == 0)[:-1] + 1])
    sums: NDArray[np.uint64] = gather.reduceat(number(letters, starts), starts)
    return sums
