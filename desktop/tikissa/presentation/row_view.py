"""Which rows are shown and in which order, worked out from what the user asked for.

Finds words in the few rows that can be seen, at once: the search through all of them catches up meanwhile.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId
from tikissa.presentation.row_order import Order, ranks, sorted_records
from tikissa.presentation.row_search import Mask, RowSearch, spellings
from tikissa.presentation.saved_cells import SavedCells

FIRST = 2_000
"""Rows looked at before the window is painted again; most words stand in a screenful of these."""

_APART = "\x00"

BY_ROW = -1


class Scope(StrEnum):
    STAYING = "staying"
    CHANGED = "changed"
    LEAVING = "leaving"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class RowQuery:
    """`only`: of these records alone · `filters`: a column's place and the contents that are shown of it · `sort`: a
    place in the register's columns, BY_ROW for the spreadsheet's order, None for the order of `only`, and the
    spreadsheet's where that is not given."""

    words: str = ""
    scope: Scope = Scope.STAYING
    only: tuple[RecordId, ...] | None = None
    sort: int | None = None
    descending: bool = False
    filters: tuple[tuple[int, frozenset[str]], ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """`rows` are the records a query asks for, in its order; `all_rows` those it would ask for without its words."""

    outcome: Outcome
    query: RowQuery
    all_rows: Order
    rows: Order

    def differs_by_words(self, outcome: Outcome, query: RowQuery) -> bool:
        """Tell whether another query differs from this one by its words at most."""
        return self.outcome is outcome and replace(self.query, words=query.words) == query


def rows_of(outcome: Outcome, query: RowQuery, search: RowSearch, before: Found | None = None) -> Found:
    """Find the records a query asks for; what was found `before` is of use where only words have changed."""
    saved = SavedCells(outcome)
    if before is not None and before.differs_by_words(outcome, query):
        all_rows = before.all_rows
    else:
        all_rows = _all_rows(outcome, query, saved)
    rows = all_rows[search.rows_with(query.words, saved)[all_rows]] if query.words.strip() else all_rows
    return Found(outcome, query, all_rows, rows)


def first_of(outcome: Outcome, query: RowQuery, before: Found | None) -> Found | None:
    """Return those of a query's first rows that can be told at once, where only words have changed."""
    if before is None or not query.words.strip() or not before.differs_by_words(outcome, query):
        return None
    rows = first_rows_with(query.words, before.all_rows, outcome)
    return Found(outcome, query, before.all_rows, rows) if len(rows) else None


def _all_rows(outcome: Outcome, query: RowQuery, saved: SavedCells) -> Order:
    shown = _SCOPES[query.scope](outcome) & _let_through(query, saved)
    records = np.flatnonzero(shown)
    if query.only is not None:
        only = np.array(query.only, dtype=np.intp)
        records = only[shown[only]]
    if query.sort == BY_ROW:
        records = np.sort(records)
    elif query.sort is not None:
        return sorted_records(records, ranks(saved.column(query.sort)), query.descending)
    return records[::-1] if query.descending else records


def _let_through(query: RowQuery, saved: SavedCells) -> Mask:
    through = np.ones(len(saved), dtype=bool)
    for place, contents in query.filters:
        cells = saved.column(place)
        through &= np.fromiter((text in contents for text in cells.texts), bool, len(cells.texts))[cells.codes]
    return through


def _none(outcome: Outcome) -> Mask:
    return np.zeros(len(outcome.register) + len(outcome.added), dtype=bool)


def _added(outcome: Outcome) -> Mask:
    added = _none(outcome)
    added[len(outcome.register) :] = True
    return added


def _staying(outcome: Outcome) -> Mask:
    return ~_leaving(outcome)


def _leaving(outcome: Outcome) -> Mask:
    leaving = _none(outcome)
    leaving[list(outcome.leaving)] = True
    return leaving


def _changed(outcome: Outcome) -> Mask:
    changed = _none(outcome)
    for cells in outcome.changed.values():
        changed[list(cells)] = True
    return changed & _staying(outcome)


_SCOPES: dict[Scope, Callable[[Outcome], Mask]] = {
    Scope.STAYING: _staying,
    Scope.CHANGED: _changed,
    Scope.LEAVING: _leaving,
    Scope.ADDED: _added,
}


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
