"""Outcomes for the tests of saving: decisions written down by hand over a register that was really read."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tikissa.files.parse import Request, parse
from tikissa.model.finding import Reason
from tikissa.model.outcome import AddedRow, AppliedChange, Fate, Leaving, Outcome
from tikissa.model.progress import NoProgress
from tikissa.model.proposal import add_row_id
from tikissa.model.record import RecordId
from tikissa.model.register import Provenance, Reading, Register

WHEN = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
BY_HAND = Reason("hand.edit")


def read(path: Path, sheet: str | None = None) -> Register:
    """Read a register in this process: a file of our own needs no guard, and the tests are many."""
    return parse(path.read_bytes(), Request(path, Reading(sheet)), NoProgress())


def change(
    register: Register, row: int, column: str, after: str, source_row: int | None = None, before: str | None = None
) -> AppliedChange:
    """A cell of a row changed, its value taken from `source_row` where that is given."""
    record = register.record_at(row)
    source = None if source_row is None else register.record_at(source_row)
    known = register.text(record, column) if before is None else before
    return AppliedChange(record, column, known, after, BY_HAND, 0, WHEN, "user", source)


def outcome(
    register: Register,
    changes: Sequence[AppliedChange] = (),
    merged: Mapping[int, int] | None = None,
    archived: Sequence[int] = (),
    removed: Sequence[int] = (),
    added: Sequence[Mapping[str, str]] = (),
) -> Outcome:
    """An outcome with these changes; rows are named by their numbers, merged ones with the row they go into. Added rows
    are given by their texts, as if they came from rows 2, 3, … of a list."""
    leaving = {
        record.record: record
        for record in (
            *(_leaving(register, row, Fate.MERGED, into) for row, into in (merged or {}).items()),
            *(_leaving(register, row, Fate.ARCHIVED) for row in archived),
            *(_leaving(register, row, Fate.REMOVED) for row in removed),
        )
    }
    changed: dict[str, dict[RecordId, str]] = {}
    for each in changes:
        if each.has_effect and each.record not in leaving:
            changed.setdefault(each.column, {})[each.record] = each.after
    coming = tuple(_coming(row, texts) for row, texts in enumerate(added, 2))
    return Outcome(register, changed, leaving, tuple(changes), coming)


def _coming(row: int, texts: Mapping[str, str]) -> AddedRow:
    source = Provenance("lista.csv", "lista", row)
    filled = {column: text for column, text in texts.items() if text}
    reason = Reason("gate.added", ("lista.csv", str(row)))
    return AddedRow(add_row_id(source, filled), source, filled, reason, 2, WHEN, "user")


def _leaving(register: Register, row: int, fate: Fate, into: int | None = None) -> Leaving:
    target = None if into is None else register.record_at(into)
    return Leaving(register.record_at(row), fate, target, (Reason("hand.edit"),), 1, WHEN, "user")
