"""Columns of days most of which nobody can read: without a word of it they would look like customers of no age."""

from collections.abc import Iterator, Sequence

import numpy as np

from tikissa.model.finding import Finding, Severity
from tikissa.model.schema import DateOrder
from tikissa.rules.date_format import PAST
from tikissa.rules.habits import Habits
from tikissa.rules.working_column import Entry, WorkingColumn
from tikissa.text.date_columns import whole_day
from tikissa.text.vague_dates import parse_vague_date

CODE = "date.unreadable"
_LOOKED_AT = 2_000
_HALF = 2


def unread_dates(columns: Sequence[WorkingColumn], habits: Habits) -> Iterator[Finding]:
    """Yield a finding for each column of past days of whose filled rows not half says a day."""
    for column in columns:
        if column.meaning in PAST and column.meaning is not None:
            order = habits.date_orders.get(column.meaning, DateOrder.DAY_FIRST)
            rows = np.bincount(column.codes, minlength=len(column.entries)).tolist()
            seen = [(entry, count) for entry, count in zip(column.entries, rows, strict=True) if count and entry.after]
            unread = [(entry, count) for entry, count in seen[:_LOOKED_AT] if not _is_read(entry, order)]
            unread_rows = sum(count for _, count in unread)
            if unread_rows * _HALF > sum(count for _, count in seen[:_LOOKED_AT]):
                arguments = (column.name, unread[0][0].after)
                yield Finding(CODE, Severity.WARNING, None, column.name, arguments)


def _is_read(entry: Entry, order: DateOrder) -> bool:
    return whole_day(entry.after, entry.raw, order) is not None or parse_vague_date(entry.after) is not None
