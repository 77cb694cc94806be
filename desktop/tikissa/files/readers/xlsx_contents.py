"""Gathers the distinct contents of a worksheet's cells while it is scanned, sorted by what stands before the value."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray

from tikissa.files.readers.xml_bytes import Positions, XmlBytes, mask

WHOLE_CONTENT = b""
"""The head of contents that must be taken apart one by one."""

_SHIFT = 32
_LOW = (1 << _SHIFT) - 1


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Values that stand after the same head, such as ` s="3">`, and their codes. `are_whole` says that they are whole
    numbers without leading zeros."""

    head: bytes
    values: list[str]
    codes: Sequence[int] | NDArray[np.int64]
    are_whole: bool = False


class Contents:
    """Numbers contents as they come. A whole number goes by itself and its head (from 2**32 up) until all have come."""

    def __init__(self) -> None:
        self._heads: dict[tuple[int, int, int], int] = {}
        self._head_texts: list[bytes] = []
        self._next = count()
        self._values: dict[bytes, defaultdict[bytes, int]] = {}

    def heads(self, xml: XmlBytes, starts: Positions, ends: Positions) -> NDArray[np.int64]:
        """Return the number of each head; there are few of them, up to sixteen bytes long."""
        lengths = ends - starts
        first = xml.words(starts) & _MASKS[np.minimum(lengths, 8)]
        second = xml.words(starts + 8) & _MASKS[np.clip(lengths - 8, 0, 8)]
        numbers = np.full(len(starts), -1, np.int64)
        left = np.arange(len(starts))
        while len(left):
            at = left[0]
            is_same = (first[left] == first[at]) & (second[left] == second[at]) & (lengths[left] == lengths[at])
            text = xml.content[starts[at] : ends[at]]
            numbers[left[is_same]] = self._head((int(first[at]), int(second[at]), int(lengths[at])), text)
            left = left[~is_same]
        return numbers

    def _head(self, key: tuple[int, int, int], text: bytes) -> int:
        number = self._heads.setdefault(key, len(self._heads))
        if number == len(self._head_texts):
            self._head_texts.append(text)
        return number

    def whole_numbers(self, heads: NDArray[np.int64], numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        return (heads + 1 << _SHIFT) + numbers

    def values(self, heads: NDArray[np.int64], values: list[bytes]) -> NDArray[np.int64]:
        """Number other values with their heads."""
        codes = np.empty(len(values), np.int64)
        for head in np.unique(heads).tolist():
            positions = np.flatnonzero(heads == head)
            chosen = values if len(positions) == len(values) else [values[at] for at in positions.tolist()]
            codes[positions] = self._numbered(self._head_texts[head], chosen)
        return codes

    def whole(self, contents: list[bytes]) -> NDArray[np.int64]:
        """Number contents that must be taken apart."""
        return self._numbered(WHOLE_CONTENT, contents)

    def _numbered(self, head: bytes, values: list[bytes]) -> NDArray[np.int64]:
        numbers = self._values.setdefault(head, defaultdict(self._next.__next__))
        return np.fromiter(map(numbers.__getitem__, values), np.int64, len(values))

    def finish(self, codes: NDArray[np.int64]) -> tuple[NDArray[np.int32], tuple[Group, ...], int]:
        """Return the codes of all cells with whole numbers numbered as well, the contents, and how many there are."""
        groups = [Group(head, _texts(list(values)), list(values.values())) for head, values in self._values.items()]
        total = next(self._next)
        are_whole = codes >> _SHIFT
        for head in range(len(self._head_texts)):
            at = np.flatnonzero(are_whole == head + 1)
            if len(at):
                distinct, positions = _distinct(codes[at] & _LOW)
                codes[at] = positions + total
                numbers = np.arange(total, total + len(distinct))
                groups.append(Group(self._head_texts[head], list(map(str, distinct.tolist())), numbers, True))
                total += len(distinct)
        return codes.astype(np.int32), tuple(groups), total


def _texts(values: list[bytes]) -> list[str]:
    texts = b"\x00".join(values).decode("utf-8", "replace").split("\x00") if values else []
    return texts if len(texts) == len(values) else [value.decode("utf-8", "replace") for value in values]


def _distinct(numbers: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the distinct numbers, and the position of each number among them."""
    if int(numbers.max()) > max(8 * len(numbers), 1000):
        distinct, positions = np.unique(numbers, return_inverse=True)
        return distinct, positions.astype(np.int64)
    stands = np.zeros(int(numbers.max()) + 1, np.bool_)
    stands[numbers] = True
    return np.flatnonzero(stands).astype(np.int64), (np.cumsum(stands) - 1)[numbers]


_MASKS = np.array([mask(count) for count in range(9)], np.uint64)
