"""The row arithmetic and the counts a user is shown before saving."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tikissa.model.outcome import Fate, Outcome


@dataclass(frozen=True, slots=True)
class Summary:
    """`rows_in` = `kept` + `merged` + `archived` + `removed`. `changes` counts changed cells by reason code."""

    rows_in: int
    kept: int
    merged: int
    archived: int
    removed: int
    changed_cells: int
    changes: Mapping[str, int]

    @property
    def anything_changed(self) -> bool:
        return self.kept != self.rows_in or self.changed_cells > 0


def summarise(outcome: Outcome) -> Summary:
    changes = Counter(change.reason.code for change in outcome.changes if change.has_effect)
    return Summary(
        rows_in=len(outcome.register),
        kept=outcome.kept,
        merged=outcome.count(Fate.MERGED),
        archived=outcome.count(Fate.ARCHIVED),
        removed=outcome.count(Fate.REMOVED),
        changed_cells=sum(len(cells) for cells in outcome.changed.values()),
        changes=dict(changes.most_common()),
    )
