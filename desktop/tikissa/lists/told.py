"""Asks what the saved cells of a column say: each distinct text once, however many rows it stands in.

Rows are those of the register in its order, then those added to it from other files.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tikissa.model.outcome import Outcome
from tikissa.model.progress import Tick, nothing, ticking
from tikissa.model.proposal import AddColumn
from tikissa.model.record import RecordId

Rows = NDArray[np.bool_]
"""Which rows something holds for, those that leave among them, shape (rows,)."""

Answer = TypeVar("Answer")

OFTEN = 10_000
"""How many texts or rows are looked at between two ticks."""


def told(outcome: Outcome, column: str, ask: Callable[[str], Answer], tick: Tick = nothing) -> list[Answer]:
    """Return the answer for every row, of its cell as it will be saved."""
    if (new := next((each for each in outcome.columns if each.heading == column), None)) is not None:
        return [ask(text) for text in texts_of(outcome, new)]
    cells = outcome.register.cells_of(column)
    answers = [ask(text) for text in ticking(cells.texts.tolist(), tick, OFTEN)]
    spread = [answers[code] for code in cells.codes.tolist()]
    for record, text in outcome.changed.get(column, {}).items():
        spread[record] = ask(text)
    return spread + [ask(row.texts.get(column, "")) for row in outcome.added]


def texts_of(outcome: Outcome, column: AddColumn) -> list[str]:
    """Return the texts of a column that the register does not have, row by row."""
    own = (column.texts.get(RecordId(record), "") for record in range(len(outcome.register)))
    return [*own, *(column.of_added.get(row.proposal, "") for row in outcome.added)]


def holds(outcome: Outcome, columns: Sequence[str], claim: Callable[[str], bool]) -> Rows:
    """Return the rows that the claim holds of in one of the columns."""
    held = no_rows(outcome)
    for column in columns:
        held |= np.array(told(outcome, column, claim), dtype=np.bool_)
    return held


def no_rows(outcome: Outcome) -> Rows:
    return np.zeros(len(outcome.register) + len(outcome.added), dtype=np.bool_)


def staying(outcome: Outcome) -> Rows:
    """Return the rows the cleaned register has."""
    stays = ~no_rows(outcome)
    stays[list(outcome.leaving)] = False
    return stays
