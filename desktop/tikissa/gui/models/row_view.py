"""Which rows are shown and in which order, worked out from what the user asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from tikissa.gui.models.row_order import Order, ranks, sorted_records
from tikissa.gui.models.row_search import Mask, RowSearch
from tikissa.gui.models.saved_cells import SavedCells
from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId


class Scope(StrEnum):
    STAYING = "staying"
    CHANGED = "changed"
    LEAVING = "leaving"


@dataclass(frozen=True, slots=True)
class RowQuery:
    """`only`: of these records alone · `sort`: a place in the register's columns, None for the spreadsheet's order."""

    words: str = ""
    scope: Scope = Scope.STAYING
    only: frozenset[RecordId] | None = None
    sort: int | None = None
    descending: bool = False


def rows_of(outcome: Outcome, query: RowQuery, search: RowSearch) -> Order:
    """Return the records a query asks for, in its order."""
    saved = SavedCells(outcome)
    shown = _SCOPES[query.scope](outcome)
    if query.only is not None:
        shown = shown & _marked(outcome, list(query.only))
    if query.words.strip():
        shown = shown & search.rows_with(query.words, saved)
    records = np.flatnonzero(shown)
    if query.sort is not None:
        return sorted_records(records, ranks(saved.column(query.sort)), query.descending)
    return records[::-1] if query.descending else records


def _marked(outcome: Outcome, records: list[RecordId]) -> Mask:
    marked = np.zeros(len(outcome.register), dtype=bool)
    marked[records] = True
    return marked


def _staying(outcome: Outcome) -> Mask:
    return ~_leaving(outcome)


def _leaving(outcome: Outcome) -> Mask:
    return _marked(outcome, list(outcome.leaving))


def _changed(outcome: Outcome) -> Mask:
    changed = np.zeros(len(outcome.register), dtype=bool)
    for cells in outcome.changed.values():
        changed[list(cells)] = True
    return changed & _staying(outcome)


_SCOPES: dict[Scope, Callable[[Outcome], Mask]] = {
    Scope.STAYING: _staying,
    Scope.CHANGED: _changed,
    Scope.LEAVING: _leaving,
}
