"""A register's columns as they will be saved, still with every distinct content held once."""

from functools import cache

import numpy as np

from tikissa.model.outcome import Outcome
from tikissa.model.register import ColumnCells


class SavedCells:
    """The columns of one outcome, each made when it is first asked for. New texts come after the register's own."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.column = cache(self._column)

    def _column(self, place: int) -> ColumnCells:
        cells = self.outcome.register.cells[place]
        changed = self.outcome.changed.get(self.outcome.register.columns[place].name)
        if not changed:
            return cells
        added: dict[str, int] = {}
        own = len(cells.texts)
        codes = cells.codes.copy()
        records = np.fromiter(changed.keys(), np.intp, len(changed))
        codes[records] = [own + added.setdefault(text, len(added)) for text in changed.values()]
        texts = np.concatenate([cells.texts, np.array([*added, None], dtype=object)[:-1]])
        raws = np.concatenate([cells.raws, np.full(len(added), None, dtype=object)])
        return ColumnCells(codes, texts, raws)
