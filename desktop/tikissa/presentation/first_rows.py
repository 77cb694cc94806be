"""Finds words in the few rows that can be seen, at once: the search through all of them catches up meanwhile."""

from collections.abc import Sequence

import numpy as np

from tikissa.model.outcome import Outcome
from tikissa.presentation.row_order import Order
from tikissa.presentation.row_search import spellings

FIRST = 2_000
"""Rows looked at before the window is painted again; most words stand in a screenful of these."""

_APART = "\x00"


def first_rows_with(query: str, records: Order, outcome: Outcome) -> Order:
    """Return which of the first of these records hold every word in some cell, or have it as their row number; rows
    added from lists come with the whole search."""
    looked = records[:FIRST]
    looked = looked[looked < len(outcome.register)]
    numbers = outcome.register.row_numbers[looked].tolist()
    cells = [_texts(outcome, place, looked) for place in range(len(outcome.register.columns))]
    rows = zip(numbers, map(_APART.join, zip(*cells, strict=True)), strict=True)
    words = query.lower().split()
    found = [_holds(text.lower(), number, words) for number, text in rows]
    holding: Order = looked[np.array(found, dtype=bool)]
    return holding


def _holds(text: str, number: int, words: Sequence[str]) -> bool:
    return all(_is_in(word, text) or (word.isdecimal() and int(word) == number) for word in words)


def _is_in(word: str, text: str) -> bool:
    return any(spelled in text for spelled in spellings(word))


def _texts(outcome: Outcome, place: int, records: Order) -> Sequence[str]:
    """Return a column's cells as they will be saved."""
    cells = outcome.register.cells[place]
    texts: list[str] = cells.texts[cells.codes[records]].tolist()
    changed = outcome.changed.get(outcome.register.columns[place].name)
    if not changed:
        return texts
    return [changed.get(record, text) for record, text in zip(records.tolist(), texts, strict=True)]
