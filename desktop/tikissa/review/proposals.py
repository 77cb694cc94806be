"""What the decisions say of very many proposals, all at once: each decision is looked through a single time."""

from collections.abc import Mapping, Sequence
from typing import Any, Generic

import numpy as np
from numpy.typing import NDArray

from tikissa.model.decision import Decision, Verdict
from tikissa.review.bulk import Proposed, of_kind
from tikissa.review.per_decision import PerDecision
from tikissa.review.proposal_tables import Chosen, Places, Proposal, Table, places_in

OPEN, LATER, DONE = 0, 1, 2

States = NDArray[np.int8]
"""Whether each proposal is OPEN, left for LATER or DONE, shape (proposals,)."""

InForce = Sequence[tuple[int, Decision]]


class Proposals(Generic[Proposal]):
    """The proposals of a table; `kind` is that of the items by which they are settled."""

    def __init__(self, table: Table[Proposal], kind: type[Any]) -> None:
        self.table = table
        self._kind = kind
        self._settled = PerDecision(self._settled_by)

    def __len__(self) -> int:
        return len(self.table)

    def states(self, in_force: InForce) -> States:
        """Return what the newest decision on each proposal has made of it."""
        states = np.full(len(self), OPEN, np.int8)
        for number, decision in in_force:
            places = self._settled.of(number, decision)
            states[places] = LATER if decision.verdict is Verdict.LATER else DONE
        return states

    def at(self, places: Places, instead: Mapping[int, Proposal] | None = None) -> Chosen[Proposal]:
        return self.table.at(places, instead)

    def _settled_by(self, decision: Decision) -> Places:
        items = of_kind(decision.items, self._kind)
        if not len(items):
            return np.zeros(0, np.intp)
        if isinstance(items, Proposed) and (places := places_in(items.proposals, self.table)) is not None:
            return places
        ids = items.ids if isinstance(items, Proposed) else [item.proposal for item in items]
        return np.array([place for place in map(self.table.place_of.get, ids) if place is not None], np.intp)
