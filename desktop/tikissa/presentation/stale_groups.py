"""Rows worth checking gathered by their weightiest reason: a card each, and every row on one card only."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tikissa.model.analysis import Analysis
from tikissa.model.proposal import Retire
from tikissa.staleness.holds import HOLDS, holds


@dataclass(frozen=True, slots=True)
class StaleGroup:
    code: str
    retires: tuple[Retire, ...]


def stale_groups(retires: Iterable[Retire]) -> tuple[StaleGroup, ...]:
    """Return the groups in the order in which their first rows come."""
    gathered: dict[str, list[Retire]] = defaultdict(list)
    for retire in retires:
        gathered[retire.reasons[0].code].append(retire)
    return tuple(StaleGroup(code, tuple(members)) for code, members in gathered.items())


def may_be_put_away(analysis: Analysis, retires: Sequence[Retire]) -> Sequence[Retire]:
    """Return the rows in which nothing is open any more; the others are not put away with many at a time."""
    if not analysis.schema.columns_of(*(meaning for _, meaning, _ in HOLDS)):
        return retires
    today = analysis.settings.today
    return [retire for retire in retires if not holds(analysis.register, analysis.schema, retire.record, today)]
