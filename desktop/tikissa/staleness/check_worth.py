"""Which rows worth checking to look at first: the chance that something is wrong, times what the row is worth."""

from collections.abc import Sequence
from heapq import nlargest

import numpy as np
from numpy.typing import NDArray

from tikissa.model.bought import NOTHING_BOUGHT, BoughtByLists
from tikissa.model.proposal import Retire
from tikissa.model.register import ColumnCells, RawValue, Register
from tikissa.model.schema import Meaning, Schema
from tikissa.text.amounts import parse_amount

SHOWN_ONE_BY_ONE = 20


def most_worth_checking(
    register: Register,
    schema: Schema,
    retires: Sequence[Retire],
    count: int = SHOWN_ONE_BY_ONE,
    bought: BoughtByLists = NOTHING_BOUGHT,
) -> tuple[Retire, ...]:
    """Return the rows that deserve a look of their own, the likeliest loss first.

    Where the register knows no purchase sums all rows are worth the same, and the chance alone decides.
    """
    sums = purchase_sums(register, schema, bought)
    are_told = bool((sums > 0).any())
    average = float(sums[sums > 0].mean()) if are_told else 1.0

    def loss(retire: Retire) -> tuple[float, int]:
        worth = float(sums[retire.record]) / average if are_told else 1.0
        return (retire.probability or 0.0) * worth, -retire.record

    return tuple(nlargest(count, retires, key=loss))


def purchase_sums(register: Register, schema: Schema, bought: BoughtByLists = NOTHING_BOUGHT) -> NDArray[np.float64]:
    """Return each record's purchases in the register's own money, 0 where none is told, shape (records,).

    Of what the register and the lists beside it tell the larger counts: the same purchases may stand in both.
    """
    total = np.zeros(len(register))
    for column in schema.columns_of(Meaning.PURCHASE_SUM):
        total += _sums(register.cells_of(column))
    return np.maximum(total, bought.sums(len(register)))


def _sums(cells: ColumnCells) -> NDArray[np.float64]:
    texts: list[str] = cells.texts.tolist()
    raws: list[RawValue] = cells.raws.tolist()
    sums = [_sum(text, raw) for text, raw in zip(texts, raws, strict=True)]
    spread: NDArray[np.float64] = np.array(sums, dtype=np.float64)[cells.codes]
    return spread


def _sum(text: str, raw: RawValue) -> float:
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return max(float(raw), 0.0)
    return max(parse_amount(text) or 0.0, 0.0)
