"""How refusals enter the register: as a prohibition of that channel, in its own column for it and its own words.

Where the register has no column that says just this, a column of the program's own does: a permission for other
channels is not taken away, and no prohibition is left out for want of room.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tikissa.lists.contacts.known_contacts import ContactProposal, ContactRow
from tikissa.messages import say
from tikissa.model.finding import Reason
from tikissa.model.outcome import Outcome
from tikissa.model.permission import NONE, Channel, PermissionColumn, Said, Stance, Subject
from tikissa.model.proposal import AddColumn, CellChange
from tikissa.model.record import RecordId
from tikissa.model.register import NOT_OWN
from tikissa.model.schema import Schema
from tikissa.permission.columns_in_force import permission_columns
from tikissa.permission.permission_cells import said
from tikissa.permission.writing import writing_of

_PREFERRED = (Subject.PROHIBITION, Subject.PERMISSION)
MARK = "x"


@dataclass(frozen=True)
class Forbidding:
    """`changes` are cells of the register's own columns; `without_column` are those who have none, by channel."""

    changes: tuple[tuple[RecordId, CellChange], ...]
    without_column: Mapping[Channel, tuple[RecordId, ...]] = field(default_factory=dict)


def forbidding(rows: Iterable[ContactRow], outcome: Outcome, schema: Schema) -> Forbidding:
    """Return what accepting the proposed prohibitions would do."""
    wanted: dict[Channel, dict[RecordId, None]] = {}
    for row in rows:
        if row.proposal is ContactProposal.FORBID:
            wanted.setdefault(row.channel, {}).update(dict.fromkeys(row.open))
    changes: list[tuple[RecordId, CellChange]] = []
    lacking: dict[Channel, tuple[RecordId, ...]] = {}
    for way, records in wanted.items():
        column, text = column_for(way, outcome, schema) or (None, "")
        fits = [record for record in records if column is not None and _can_be_written(outcome, record, column)]
        if column is not None:
            changes += ((record, CellChange(column, outcome.text(record, column), text)) for record in fits)
        if rest := tuple(record for record in records if record not in set(fits)):
            lacking[way] = rest
    return Forbidding(tuple(changes), lacking)


def column_for(way: Channel, outcome: Outcome, schema: Schema) -> tuple[str, str] | None:
    """Return the register's column for a prohibition of this channel alone, with what it writes there."""
    told = Said(Stance.FORBIDDEN, NONE, frozenset((way,)))
    for column in _candidates(way, schema):
        text = writing_of(column, outcome.register.cells_of(column.column)).of(told)
        if text and way in said(column, text).forbidden:
            return column.column, text
    return None


def _candidates(way: Channel, schema: Schema) -> Iterator[PermissionColumn]:
    columns = [column for column in permission_columns(schema) if column.channels == frozenset((way,))]
    for subject in _PREFERRED:
        yield from (column for column in columns if column.subject is subject)


def _can_be_written(outcome: Outcome, record: RecordId, column: str) -> bool:
    size = len(outcome.register)
    return record < size and not isinstance(outcome.register.cells_of(column).raw(record), NOT_OWN)


def own_columns(found: Forbidding, outcome: Outcome, language: str) -> tuple[AddColumn, ...]:
    """Return the columns of the program's own that hold the prohibitions the register has no column for."""
    taken = {column.name for column in outcome.register.columns}
    size = len(outcome.register)
    return tuple(
        AddColumn(
            _free(say(language, f"contacts.column_{way}"), taken),
            dict.fromkeys((record for record in records if record < size), MARK),
            Reason("contacts.forbidden"),
            {outcome.added[record - size].proposal: MARK for record in records if record >= size},
        )
        for way, records in found.without_column.items()
    )


def _free(heading: str, taken: set[str]) -> str:
    return heading if heading not in taken else f"{heading} 2"
