"""A list's columns on contacting customers that the register has no column for, to be added to it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from tikissa.analysis.gate import Gate, missing_columns
from tikissa.lists.hand_back import final_survivor
from tikissa.model.analysis import RecordKeys
from tikissa.model.decision import NewCell
from tikissa.model.finding import Reason
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import AddRow

ADDED = "gate.new_column"
"""The reason code of the cells of such a column."""


def columns_to_add(found: Gate, outcome: Outcome) -> tuple[str, ...]:
    """Return the list's columns on permission and state that have no place in the register and are not added yet."""
    there = {column.heading for column in outcome.columns}
    missing = missing_columns(found.schema, found.lacking)
    return tuple(name for name in missing if heading_of(name, outcome) not in there)


def new_cells(found: Gate, columns: Collection[str], keys: RecordKeys, outcome: Outcome) -> tuple[NewCell, ...]:
    """Return the headings of these columns and their cells of the customers whom the list's rows surely are."""
    return tuple(cell for column in columns for cell in _of_known(found, column, keys, outcome))


def _of_known(found: Gate, column: str, keys: RecordKeys, outcome: Outcome) -> Iterator[NewCell]:
    heading = NewCell(heading_of(column, outcome), None, None, "", Reason(ADDED, (found.new.source.path.name,)))
    yield heading
    for row in found.rows:
        text = found.new.text(row.record, column).strip()
        if text and row.known is not None and row.is_sure:
            yield replace(heading, record=keys[final_survivor(outcome, row.known)], text=text)


def cells_of_added(found: Gate, rows: Iterable[AddRow], headings: Collection[str]) -> Iterator[NewCell]:
    """Yield what rows of the list say in those of its columns that have been added under these headings."""
    coming = {row.id: row for row in rows}
    columns = [
        (name, heading)
        for name in missing_columns(found.schema, found.lacking)
        for heading in headings
        if heading in (name, _second(name))
    ]
    reason = Reason(ADDED, (found.new.source.path.name,))
    for row, addition in zip(found.rows, found.proposals(found.rows), strict=True):
        if addition.id in coming:
            texts = ((heading, found.new.text(row.record, name).strip()) for name, heading in columns)
            yield from (NewCell(heading, None, addition.id, text, reason) for heading, text in texts if text)


def heading_of(column: str, outcome: Outcome) -> str:
    """Return what the column is called in the register, where another may have its name."""
    return _second(column) if outcome.register.has_column(column) else column


def _second(column: str) -> str:
    return f"{column} 2"
