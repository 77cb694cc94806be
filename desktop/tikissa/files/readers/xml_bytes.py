"""Looks at a piece of XML as arrays of bytes: all its tags, and all numbers in it, at once."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Positions = NDArray[np.intp]
Words = NDArray[np.uint64]

DIGITS: Final = 8
"""How many digits a number may have to be read at once."""

_PADDING = 24


class XmlBytes:
    """A piece of XML. `tags` are the positions of each `<`, and of the end."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        padded = content + bytes(_PADDING)
        self.bytes = np.frombuffer(padded, np.uint8)
        self._words: Words = np.ndarray((len(padded) - 7,), "<u8", padded, strides=(1,))
        self.tags = np.append(np.flatnonzero(self.bytes == ord("<")), [len(content)] * 3)

    def words(self, positions: Positions) -> Words:
        """Return the eight bytes from each position on."""
        return self._words[positions]

    def slices(self, starts: Positions, ends: Positions) -> list[bytes]:
        content = self.content
        return [content[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]

    def numbers(self, ends: Positions, lengths: Positions) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Return the whole numbers of so many digits that end before these positions, and which of them are such."""
        fits = (lengths > 0) & (lengths <= DIGITS)
        over = (8 * (DIGITS - np.where(fits, lengths, DIGITS))).astype(np.uint64)
        return _numbers(self._words[ends - DIGITS] >> over, over, fits)


def word(text: bytes) -> np.uint64:
    """Return up to eight bytes as they are found in `XmlBytes.words`."""
    return np.uint64(int.from_bytes(text, "little"))


def mask(count: int) -> np.uint64:
    """Return what leaves the first bytes of a word."""
    return np.uint64((1 << 8 * count) - 1)


def _numbers(
    words: Words, over: NDArray[np.uint64], fits: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Add up the digits in pairs, then the pairs, then the fours: three multiplications for eight digits."""
    tens = (words << over) ^ (_ZEROS >> np.uint64(0) & ~((np.uint64(1) << over) - np.uint64(1)))
    are_digits = fits & (((tens + _SIX) | tens) & _HIGH == 0)
    hundreds = (tens * np.uint64(2561) >> np.uint64(8)) & np.uint64(0x00FF00FF00FF00FF)
    fours = (hundreds * np.uint64(6553601) >> np.uint64(16)) & np.uint64(0x0000FFFF0000FFFF)
    return (fours * np.uint64(42949672960001) >> np.uint64(32)).astype(np.int64), are_digits


_ZEROS = word(b"00000000")
_SIX = np.uint64(0x0606060606060606)
_HIGH = np.uint64(0xF0F0F0F0F0F0F0F0)
