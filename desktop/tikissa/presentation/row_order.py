"""Sorts rows by a column: its distinct texts are ranked once, the ranks are spread and the rows arranged by them.

Works on whole arrays, which numpy sorts without holding up the window's thread.
"""

from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tikissa.model.register import ColumnCells, RawValue

Order = NDArray[np.intp]

NUMBER, DATE, TEXT, EMPTY = range(4)

LAST = np.iinfo(np.int32).max
"""The rank of what is empty, which comes last in either direction, as in a spreadsheet."""

COMPARED = 48
"""Bytes of a text that are compared; texts that differ only after them keep the register's order."""

PIECE = 20_000
"""Texts are made ready this many at a time, so that the window's thread gets its turn in between."""

_APART = "\x00"

_LETTERS = str.maketrans("åäö", "{|}")
"""Å, Ä and Ö come after Z, in this order, as the Finnish and Swedish alphabets have them."""


@lru_cache(maxsize=4)
def ranks(cells: ColumnCells) -> NDArray[np.int32]:
    """Return each record's place among the column's contents: numbers, then dates, then texts, the empty last."""
    kinds, values = _kinds(cells)
    order = np.lexsort((_words(cells.texts), values, kinds))
    rank = np.empty(len(order), dtype=np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    rank[kinds == EMPTY] = LAST
    spread: NDArray[np.int32] = rank[cells.codes]
    return spread


def _words(texts: NDArray[np.object_]) -> NDArray[np.bytes_]:
    """Return the texts as the alphabet compares them."""
    words = np.empty(len(texts), dtype=f"S{COMPARED}")
    for start in range(0, len(texts), PIECE):
        words[start : start + PIECE] = _comparable(texts[start : start + PIECE].tolist())
    return words


def _comparable(texts: list[str]) -> list[bytes]:
    folded = _APART.join(texts).casefold().translate(_LETTERS)
    words = folded.encode("utf-8", "surrogatepass").split(_APART.encode())
    if len(words) != len(texts):
        words = [text.casefold().translate(_LETTERS).encode("utf-8", "surrogatepass") for text in texts]
    return words


def _kinds(cells: ColumnCells) -> tuple[NDArray[np.int8], NDArray[np.float64]]:
    """Return what each distinct content is, and the value by which numbers and dates are compared."""
    kinds = np.full(len(cells.texts), TEXT, dtype=np.int8)
    values = np.zeros(len(cells.texts))
    for place, kind, value in _valued(cells):
        kinds[place], values[place] = kind, value
    kinds[cells.texts == ""] = EMPTY
    return kinds, values


def _valued(cells: ColumnCells) -> Iterator[tuple[int, int, float]]:
    for place, raw in enumerate(cells.raws):
        if raw is not None and (found := _value(raw)) is not None:
            yield place, *found


def _value(raw: RawValue) -> tuple[int, float] | None:
    match raw:
        case int() | float():
            return NUMBER, float(raw)
        case datetime():
            return DATE, raw.toordinal() + raw.hour / 24 + raw.minute / 1440
        case date():
            return DATE, raw.toordinal()
    return None


def sorted_records(records: Order, rank: NDArray[np.int32], descending: bool) -> Order:
    """Arrange records by rank; those of one rank keep their order."""
    chosen = rank[records]
    if descending:
        chosen = np.where(chosen == LAST, LAST, -chosen)
    return records[np.argsort(chosen, kind="stable")]
