"""Rows worth checking gathered by their weightiest reason: a card each, and every row on one card only."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tikissa.model.proposal import Retire


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
