"""Finds the rows of a worksheet's XML: their numbers, which of them are hidden, and that nothing unknown is between."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tikissa.files.readers.xml_bytes import DIGITS, Positions, XmlBytes, mask, word

_ROW_TAG = re.compile(rb'<row [^>]*?\br="([0-9]+)"')
_HIDDEN = re.compile(rb'<row [^>]*?\bhidden="(?:1|true)"')
_ROW = word(b"<ro")
_NUMBERED = word(b'<row r="')
_CELL, _CELL_START = word(b"<c "), word(b"<c")
_ASIDE = word(b"<!")
_QUOTE = ord('"')


class OddSheet(Exception):
    """The sheet is written in a way the scan does not know."""


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The rows of a part: each one's number and how many digits it has, the row each tag stands in, and the numbers of
    the hidden ones."""

    numbers: NDArray[np.int32]
    digits: Positions
    of_tags: Positions
    hidden: NDArray[np.int32]


def find_rows(xml: XmlBytes, kinds: NDArray[np.uint64], before: bytes) -> Rows:
    """Find the rows; `kinds` are the beginnings of all tags, `before` what stands before the first. Raises OddSheet."""
    is_row = kinds == _ROW
    has_asides = (kinds & mask(2) == _ASIDE).any()
    if has_asides or b"<c " in before or ((kinds & mask(2) == _CELL_START) & (kinds != _CELL)).any():
        raise OddSheet
    if not is_row.any() and (b":row" in xml.content or b":c " in xml.content or b"<c" in xml.content):
        raise OddSheet
    numbers, digits = _numbers(xml, xml.tags[is_row])
    return Rows(numbers, digits, np.cumsum(is_row) - 1, numbers[_hidden(xml, xml.tags[is_row])])


def _hidden(xml: XmlBytes, starts: Positions) -> Positions:
    """Return the places, among the rows that start here, of the hidden ones."""
    found = _HIDDEN.finditer(xml.content) if b"hidden=" in xml.content else iter(())
    return np.searchsorted(starts, np.fromiter((each.start() for each in found), np.intp))


def _numbers(xml: XmlBytes, starts: Positions) -> tuple[NDArray[np.int32], Positions]:
    words = xml.words(starts)
    if (words != _NUMBERED).any():
        return _searched(xml, len(starts))
    ends = starts + 9
    for _ in range(DIGITS - 1):
        ends += xml.bytes[ends] != _QUOTE
    numbers, are_numbers = xml.numbers(ends, ends - starts - 8)
    if not are_numbers.all() or (xml.bytes[ends] != _QUOTE).any():
        raise OddSheet
    return numbers.astype(np.int32), ends - starts - 8


def _searched(xml: XmlBytes, count: int) -> tuple[NDArray[np.int32], Positions]:
    """Find the numbers of rows that do not begin with them."""
    found = _ROW_TAG.findall(xml.content)
    if len(found) != count or any(len(number) > DIGITS for number in found):
        raise OddSheet
    return np.array(list(map(int, found)), np.int32), np.array(list(map(len, found)), np.intp)
