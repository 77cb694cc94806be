"""Signs in the register's own columns for it: that a customer has left, and that mail has come back."""

from collections.abc import Iterator
from functools import partial

import numpy as np

from tikissa.model.finding import Reason
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning
from tikissa.staleness.activity_signs import Rows, Sign
from tikissa.text.endings import has_left
from tikissa.text.permissions import forbids


def customer_left(rows: Rows) -> Iterator[Sign]:
    """Yield records of which a column says that the customer has left, with the column and what stands there."""
    for column in rows.schema.columns_of(Meaning.ENDED):
        cells = rows.register.cells_of(column)
        left = cells.where(partial(has_left, column, rows.life.today))
        for record in np.flatnonzero(left).tolist():
            yield RecordId(record), Reason("customer.left", (column, cells[record].strip()))


def mail_returned(rows: Rows) -> Iterator[Sign]:
    """Yield records that have anything but a plain no in a column for mail that came back or bounced."""
    for column in rows.schema.columns_of(Meaning.RETURNED):
        for record in np.flatnonzero(rows.register.where((column,), forbids)).tolist():
            yield RecordId(record), Reason("notes.returned", (column,))
