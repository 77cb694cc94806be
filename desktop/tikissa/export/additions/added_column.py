"""Puts columns of the program's own after the register's, each new cell with a line of its own in the log."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from tikissa.export.additions.appended_rows import Appended
from tikissa.export.log.audit_line import AuditLine, LineKind
from tikissa.export.log.logged_cell import shown
from tikissa.export.saving_way import PATCHED
from tikissa.export.typed_cell import Typed, as_json, normal
from tikissa.files.letters import column_index, column_letter
from tikissa.messages import say
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import AddColumn
from tikissa.model.register import Register

Placed = Mapping[int, AddColumn]
"""Columns by their position from 0 at A."""


def placed(columns: Sequence[AddColumn], first_free: int, register: Register) -> Placed:
    """Return columns by their places, from the first free one on; places count from 0 at A. Their cells are typed where
    the saved file has types, days only where a day of the register lends them its look."""
    if register.source.format not in PATCHED:
        return dict(enumerate((replace(column, values={}) for column in columns), first_free))
    has_days = any(column.values for column in columns) and day_to_look_like(register) is not None
    return dict(enumerate((_typed(column, has_days) for column in columns), first_free))


def _typed(column: AddColumn, has_days: bool) -> AddColumn:
    values = {record: value for record, value in column.values.items() if has_days or not isinstance(value, date)}
    return replace(column, values=values) if column.values else column


def day_to_look_like(register: Register) -> tuple[int, int] | None:
    """Return the row and the column, from 0 at A, of a cell of the register that is a day; None where none is."""
    for column, cells in zip(register.columns, register.cells, strict=True):
        for code, raw in enumerate(cells.raws.tolist()):
            if type(raw) is date and (found := np.flatnonzero(cells.codes == code)).size:
                return register.row(int(found[0])), column_index(column.letter)
    return None


def new_cells(outcome: Outcome, columns: Placed) -> Iterator[tuple[int, int, Typed]]:
    """Yield row, column and content of every new cell: the headings first, then those of the records that stay."""
    header = outcome.register.source.header_row
    for place, column in columns.items():
        if header:
            yield header, place, column.heading
        for record, text in column.texts.items():
            if text and outcome.stays(record):
                yield outcome.register.row(record), place, normal(column.values.get(record, text))


def with_columns(appended: Appended | None, columns: Placed) -> Appended | None:
    """Return the new rows with their cells of these columns."""
    if appended is None or not any(column.of_added for column in columns.values()):
        return appended
    rows = tuple(
        {**cells, **{place: text for place, column in columns.items() if (text := column.of_added.get(row.proposal))}}
        for cells, row in zip(appended.rows, appended.added, strict=True)
    )
    return replace(appended, rows=rows)


def new_cell_lines(outcome: Outcome, columns: Placed, language: str, who: str, time: str) -> Iterator[AuditLine]:
    """Yield a line of the log for each cell of added columns; `time` is in UTC, ISO 8601."""
    for row, place, content in new_cells(outcome, columns):
        reason = columns[place].reason
        yield AuditLine(
            time=time,
            kind=LineKind.CHANGE,
            sheet=outcome.register.source.sheet,
            row=str(row),
            column=columns[place].heading,
            letter=column_letter(place),
            after=shown(content),
            before_cell=as_json(None),
            after_cell=as_json(content),
            rule=reason.code,
            reason=say(language, reason.code, *reason.arguments),
            decided_by=who,
        )
