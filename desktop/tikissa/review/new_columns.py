"""Puts the cells of columns that the register does not have together, column by column."""

from collections.abc import Iterable, Mapping

from tikissa.model.analysis import RecordKeys
from tikissa.model.decision import NewCell
from tikissa.model.finding import Reason
from tikissa.model.outcome import Leaving
from tikissa.model.proposal import AddColumn, ProposalId
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.review.played import Wanted


def new_columns(
    register: Register, keys: RecordKeys, leaving: Mapping[RecordId, Leaving], wanted: Iterable[Wanted]
) -> tuple[AddColumn, ...]:
    """Return the columns in the order they were decided on. One that the register has by now is not put in again.

    What is said of merged records is said of the one that stays, all of it where they differ: no prohibition is lost.
    """
    reasons: dict[str, Reason] = {}
    texts: dict[str, dict[RecordId, dict[str, None]]] = {}
    of_added: dict[str, dict[ProposalId, str]] = {}
    for cell in (item for _, _, items in wanted for item in items if isinstance(item, NewCell)):
        if register.has_column(cell.column):
            continue
        reasons.setdefault(cell.column, cell.reason)
        record = None if cell.record is None else keys.record(cell.record)
        if record is not None:
            told = texts.setdefault(cell.column, {}).setdefault(_staying(record, leaving), {})
            told[cell.text] = None
        if cell.row is not None:
            of_added.setdefault(cell.column, {})[cell.row] = cell.text
    return tuple(
        AddColumn(
            column,
            {record: "; ".join(told) for record, told in texts.get(column, {}).items()},
            reason,
            of_added.get(column, {}),
        )
        for column, reason in reasons.items()
    )


def _staying(record: RecordId, leaving: Mapping[RecordId, Leaving]) -> RecordId:
    """Return the record into which this one is merged, or itself."""
    while (gone := leaving.get(record)) is not None and gone.into is not None:
        record = gone.into
    return record
