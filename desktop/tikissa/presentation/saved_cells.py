"""A register's columns as they will be saved, still with every distinct content held once."""

from functools import cache

import numpy as np

from tikissa.model.outcome import AddedRow, Outcome
from tikissa.model.record import RecordId
from tikissa.model.register import ColumnCells, no_raws, object_array


class SavedCells:
    """The columns of one outcome, each made when it is first asked for. New texts come after the register's own, and
    rows added from lists after the register's own rows."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.column = cache(self._column)

    def __len__(self) -> int:
        """Return how many rows the columns have."""
        return len(self.outcome.register) + len(self.outcome.added)

    def _column(self, place: int) -> ColumnCells:
        cells, name = self.outcome.register.cells[place], self.outcome.register.columns[place].name
        changed = self.outcome.changed.get(name, {})
        if not changed and not self.outcome.added:
            return cells
        places: dict[str, int] = {}
        own = len(cells.texts)
        codes = np.concatenate([cells.codes, np.zeros(len(self.outcome.added), dtype=cells.codes.dtype)])
        records = np.fromiter(changed.keys(), np.intp, len(changed))
        codes[records] = [own + places.setdefault(text, len(places)) for text in changed.values()]
        added = (row.texts.get(name, "") for row in self.outcome.added)
        codes[len(cells.codes) :] = [own + places.setdefault(text, len(places)) for text in added]
        texts = np.concatenate([cells.texts, object_array([*places])])
        raws = np.concatenate([cells.raws, no_raws(len(places))])
        return ColumnCells(codes, texts, raws)


def added_row(outcome: Outcome, record: RecordId) -> AddedRow | None:
    """Return the row added from a list that stands here among all rows, None where one of the register's own does."""
    place = record - len(outcome.register)
    return outcome.added[place] if place >= 0 else None
