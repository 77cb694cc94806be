"""Sorts rows by a column: its distinct texts are ranked once, the ranks are spread and the rows arranged by them."""

from datetime import date, datetime
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tikissa.model.register import ColumnCells, RawValue

Order = NDArray[np.intp]

_LETTERS = str.maketrans("åäö", "{|}")
"""Å, Ä and Ö come after Z, in this order, as the Finnish and Swedish alphabets have them."""

_APART = "\x00"


@lru_cache(maxsize=4)
def ranks(cells: ColumnCells) -> NDArray[np.int32]:
    """Return each record's place among the column's contents: numbers, then dates, then texts, the empty last."""
    order = np.array(_alphabetical(cells), dtype=np.intp)
    empty = cells.texts[order] == ""
    rank = np.empty(len(order), dtype=np.int32)
    rank[np.concatenate([order[~empty], order[empty]])] = np.arange(len(order), dtype=np.int32)
    spread: NDArray[np.int32] = rank[cells.codes]
    return spread


def _alphabetical(cells: ColumnCells) -> list[int]:
    """Return the places of the distinct contents in their order."""
    words = _comparable(cells.texts)
    if all(raw is None for raw in cells.raws):
        return sorted(range(len(words)), key=words.__getitem__)
    keys = [_key(word, raw) for word, raw in zip(words, cells.raws, strict=True)]
    return sorted(range(len(keys)), key=keys.__getitem__)


def _comparable(texts: NDArray[np.object_]) -> list[str]:
    """Return the texts as the alphabet compares them, worked on as one long text."""
    if not len(texts):
        return []
    words = _APART.join(texts).casefold().translate(_LETTERS).split(_APART)
    return words if len(words) == len(texts) else [text.casefold().translate(_LETTERS) for text in texts]


def _key(word: str, raw: RawValue) -> tuple[int, float, str]:
    match raw:
        case int() | float():
            return 0, float(raw), ""
        case datetime():
            return 1, raw.toordinal() + raw.hour / 24 + raw.minute / 1440, ""
        case date():
            return 1, raw.toordinal(), ""
    return 2, 0.0, word


def sorted_records(records: Order, rank: NDArray[np.int32], descending: bool) -> Order:
    """Arrange records by rank; those of one rank keep their order."""
    chosen = rank[records]
    return records[np.argsort(-chosen if descending else chosen, kind="stable")]
