"""Signs in the register's own column for it that a customer has left."""

from collections.abc import Iterator
from functools import partial

import numpy as np

from tikissa.model.finding import Reason
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning
from tikissa.staleness.activity_signs import Rows, Sign
from tikissa.text.endings import has_left


def customer_left(rows: Rows) -> Iterator[Sign]:
    """Yield records of which a column says that the customer has left, with the column and what stands there."""
    for column in rows.schema.columns_of(Meaning.ENDED):
        cells = rows.register.cells_of(column)
        left = cells.where(partial(has_left, column, rows.life.today))
        for record in np.flatnonzero(left).tolist():
            yield RecordId(record), Reason("customer.left", (column, cells[record].strip()))
