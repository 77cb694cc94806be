"""What the decisions say of very many proposals, all at once: each decision is looked through a single time."""

from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from tikissa.model.decision import Decision, Verdict
from tikissa.model.proposal import Fix, Merge, ProposalId, Retire
from tikissa.model.register import object_array
from tikissa.review.bulk import Proposed, of_kind
from tikissa.review.per_decision import PerDecision

OPEN, LATER, DONE = 0, 1, 2

States = NDArray[np.int8]
"""Whether each proposal is OPEN, left for LATER or DONE, shape (proposals,)."""

Places = NDArray[np.intp]
InForce = Sequence[tuple[int, Decision]]

Proposal = TypeVar("Proposal", Fix, Merge, Retire)


class Proposals(Generic[Proposal]):
    """Proposals in the order they are to be shown; `kind` is that of the items by which they are settled."""

    def __init__(self, proposals: Iterable[Proposal], kind: type[Any]) -> None:
        self._proposals = object_array([*proposals])
        self._place_of: dict[ProposalId | None, int] = {each.id: place for place, each in enumerate(self._proposals)}
        self._kind = kind
        self._settled = PerDecision(self._settled_by)

    def __len__(self) -> int:
        return len(self._proposals)

    def states(self, in_force: InForce) -> States:
        """Return what the newest decision on each proposal has made of it."""
        states = np.full(len(self), OPEN, np.int8)
        for number, decision in in_force:
            places = self._settled.of(number, decision)
            states[places] = LATER if decision.verdict is Verdict.LATER else DONE
        return states

    def at(self, places: Places | Sequence[int] | NDArray[np.bool_]) -> tuple[Proposal, ...]:
        return tuple(self._proposals[places])

    def _settled_by(self, decision: Decision) -> Places:
        items = of_kind(decision.items, self._kind)
        ids = items.ids if isinstance(items, Proposed) else [item.proposal for item in items]
        return np.array([place for place in map(self._place_of.get, ids) if place is not None], np.intp)
