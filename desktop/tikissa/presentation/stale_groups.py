"""Rows worth checking gathered by their weightiest reason: a card each, and every row on one card only."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tikissa.model.analysis import Analysis
from tikissa.model.proposal import Retire
from tikissa.review.proposal_tables import Chosen, RetireTable
from tikissa.staleness.holds import HOLDS, holds


@dataclass(frozen=True, slots=True)
class StaleGroup:
    code: str
    retires: Sequence[Retire]


def stale_groups(retires: Sequence[Retire]) -> tuple[StaleGroup, ...]:
    """Return the groups in the order in which their first rows come."""
    waiting = retires if isinstance(retires, Chosen) else RetireTable(retires).at(np.arange(len(retires)))
    assert isinstance(waiting.table, RetireTable)
    codes = waiting.table.codes
    numbers = codes.numbers[waiting.places]
    found, firsts = np.unique(numbers, return_index=True)
    return tuple(
        StaleGroup(str(codes.values[number]), waiting.chosen(waiting.places[numbers == number]))
        for number in found[np.argsort(firsts)].tolist()
    )


def may_be_put_away(analysis: Analysis, retires: Sequence[Retire]) -> Sequence[Retire]:
    """Return the rows in which nothing is open any more; the others are not put away with many at a time."""
    if not analysis.schema.columns_of(*(meaning for _, meaning, _ in HOLDS)):
        return retires
    today = analysis.settings.today
    return [retire for retire in retires if not holds(analysis.register, analysis.schema, retire.record, today)]
