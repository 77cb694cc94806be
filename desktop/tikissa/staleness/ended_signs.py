"""Signs in the register's own columns for it: that a customer has left, and that mail has come back."""

from collections.abc import Iterator

import numpy as np

from tikissa.model.finding import Reason
from tikissa.model.permission import CustomerState, PermissionColumn, Subject
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning
from tikissa.permission.columns_in_force import permission_columns
from tikissa.permission.permission_cells import is_marked, said
from tikissa.staleness.activity_signs import Rows, Sign

_OF_STATE = (Subject.STATE, Subject.ACTIVE, Subject.STATUS, Subject.WORDS)
_CODES = {CustomerState.DECEASED: "customer.deceased", CustomerState.BLOCKED: "customer.blocked"}


def customer_left(rows: Rows) -> Iterator[Sign]:
    """Yield records of which a column says that the customer has left, died or been blocked, with column and cell.

    Notes have signs of their own; an end that is still to come is none.
    """
    notes = rows.schema.columns_of(Meaning.NOTES)
    for column in permission_columns(rows.schema):
        if column.subject in _OF_STATE and column.column not in notes:
            yield from _in_state(rows, column)


def _in_state(rows: Rows, column: PermissionColumn) -> Iterator[Sign]:
    cells, today = rows.register.cells_of(column.column), rows.life.today
    told = [said(column, text) for text in cells.texts.tolist()]
    left = [each.state.severity > 0 and (each.day is None or each.day <= today) for each in told]
    for record in np.flatnonzero(np.array(left, np.bool_)[cells.codes]).tolist():
        code = _CODES.get(told[cells.codes[record]].state, "customer.left")
        yield RecordId(record), Reason(code, (column.column, cells[record].strip()))


def mail_returned(rows: Rows) -> Iterator[Sign]:
    """Yield records that have anything but a plain no in a column for mail that came back or bounced."""
    for column in rows.schema.columns_of(Meaning.RETURNED):
        for record in np.flatnonzero(rows.register.where((column,), is_marked)).tolist():
            yield RecordId(record), Reason("notes.returned", (column,))
