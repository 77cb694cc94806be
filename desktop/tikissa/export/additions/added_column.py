"""Puts columns of the program's own after the register's, each new cell with a line of its own in the log."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tikissa.export.additions.appended_rows import Appended
from tikissa.export.log.audit_line import AuditLine, LineKind
from tikissa.export.typed_cell import as_json
from tikissa.files.letters import column_letter
from tikissa.messages import say
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import AddColumn

Placed = Mapping[int, AddColumn]
"""Columns by their position from 0 at A."""


def placed(columns: Sequence[AddColumn], first_free: int) -> Placed:
    """Return columns by their places, from the first free one on; places count from 0 at A."""
    return dict(enumerate(columns, first_free))


def new_cells(outcome: Outcome, columns: Placed) -> Iterator[tuple[int, int, str]]:
    """Yield row, column and text of every new cell: the headings first, then those of the records that stay."""
    header = outcome.register.source.header_row
    for place, column in columns.items():
        if header:
            yield header, place, column.heading
        for record, text in column.texts.items():
            if text and outcome.stays(record):
                yield outcome.register.row(record), place, text


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
    for row, place, text in new_cells(outcome, columns):
        reason = columns[place].reason
        yield AuditLine(
            time=time,
            kind=LineKind.CHANGE,
            sheet=outcome.register.source.sheet,
            row=str(row),
            column=columns[place].heading,
            letter=column_letter(place),
            after=text,
            before_cell=as_json(None),
            after_cell=as_json(text),
            rule=reason.code,
            reason=say(language, reason.code, *reason.arguments),
            decided_by=who,
        )
