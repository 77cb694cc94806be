"""Plays a change log backwards over the cleaned file: what a log is worth shows in the original that comes of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from tikissa.export.log.audit_log import AuditLog, LeavingAs
from tikissa.export.log.logged_cell import Masked, NewCell, logged_row, trimmed
from tikissa.export.proof.replay import Replay, ReplayedRow
from tikissa.export.second_reader.file_contents import RawRow


@dataclass(frozen=True, slots=True)
class Restored:
    """Rows given back by playing a log backwards; `masked` are the cells the log does not hold in clear."""

    rows: tuple[tuple[NewCell, ...], ...]
    masked: tuple[tuple[int, int], ...]


def restored_rows(cleaned: Iterable[RawRow], log: AuditLog) -> Restored:
    """Give back the original's rows in their order from the cleaned sheet and the log."""
    replay = Replay(log)
    rows: list[tuple[NewCell, ...]] = []
    kept, number = iter(cleaned), 0
    deleted, mark = log.subject.leaving_as is LeavingAs.DELETED, log.subject.mark_column
    left: Mapping[int, object] = log.leaving
    last = max((*left, *replay.steps, log.subject.added_below or 0))
    while True:
        if number == log.subject.added_below:
            kept = islice(kept, len(log.added), None)
        number += 1
        if number in left:
            rows.append(logged_row(log.leaving[number].before_cell))
            if not deleted:
                next(kept, None)
            continue
        row = next(kept, None)
        if row is None and number > last:
            break
        rows.append(_undone(replay, number, row or () if mark is None else (row or ())[:mark]))
    rows = rows[: len(rows) - len(log.added)] if log.subject.added_below is None else rows
    masked = tuple(
        (place, column)
        for place, cells in enumerate(rows, 1)
        for column, cell in enumerate(cells)
        if isinstance(cell, Masked)
    )
    return Restored(tuple(rows), masked)


def _undone(replay: Replay, number: int, row: RawRow) -> tuple[NewCell, ...]:
    cells: ReplayedRow = [*trimmed(row)]
    for step in reversed(replay.steps.get(number, [])):
        cells += [None] * (step.column + 1 - len(cells))
        cells[step.column] = step.before
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)
