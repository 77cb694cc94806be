"""The row arithmetic and the counts a user is shown before saving."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tikissa.model.outcome import AppliedChange, Fate, Outcome


@dataclass(frozen=True)
class Summary:
    """`rows_in` + `added` = `kept` + `merged` + `archived` + `removed`. `changes` are counted only when asked for."""

    rows_in: int
    kept: int
    merged: int
    archived: int
    removed: int
    changed_cells: int
    added: int
    applied: Sequence[AppliedChange] = field(repr=False)

    @cached_property
    def changes(self) -> Mapping[str, int]:
        """Return the numbers of changed cells by reason code, the most first."""
        return dict(Counter(change.reason.code for change in self.applied if change.has_effect).most_common())

    @property
    def anything_changed(self) -> bool:
        return self.kept != self.rows_in or self.added > 0 or self.changed_cells > 0


def summarise(outcome: Outcome) -> Summary:
    """Return the row arithmetic of an outcome: rows in + added = kept + merged + archived + removed."""
    return Summary(
        rows_in=len(outcome.register),
        kept=outcome.kept,
        merged=outcome.count(Fate.MERGED),
        archived=outcome.count(Fate.ARCHIVED),
        removed=outcome.count(Fate.REMOVED),
        changed_cells=outcome.changed_cells,
        added=len(outcome.added),
        applied=outcome.changes,
    )
