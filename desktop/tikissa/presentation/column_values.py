"""What a column holds after the decisions so far, each content once with how many rows have it."""

from dataclasses import dataclass

import numpy as np

from tikissa.model.outcome import Outcome
from tikissa.model.schema import Meaning
from tikissa.presentation.row_order import Order
from tikissa.presentation.saved_cells import SavedCells
from tikissa.text.secret_numbers import masked


@dataclass(frozen=True, slots=True)
class ColumnValue:
    """`text` is the content, `shown` the same with secret numbers covered."""

    text: str
    shown: str
    count: int


def column_values(outcome: Outcome, place: int, records: Order, meaning: Meaning | None) -> tuple[ColumnValue, ...]:
    """Return the contents of a column among some records, the commonest first, then by their letters."""
    cells = SavedCells(outcome).column(place)
    counts: dict[str, int] = {}
    for text, count in zip(cells.texts, np.bincount(cells.codes[records], minlength=len(cells.texts)), strict=True):
        if count:
            counts[text] = counts.get(text, 0) + int(count)
    ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0].casefold()))
    return tuple(ColumnValue(text, masked(text, meaning), count) for text, count in ordered)
