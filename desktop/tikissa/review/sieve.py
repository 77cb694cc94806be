"""Finds the proposals still open among very many, all at once: only those something was said of are looked at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from tikissa.model.proposal import Merge, ProposalId, Retire

Stays = NDArray[np.bool_]
"""Whether each record stays, shape (records,)."""

Proposal = TypeVar("Proposal", Merge, Retire)


class Sieve(Generic[Proposal]):
    """Proposals in the order they are to be shown, each with the records it is about."""

    def __init__(self, proposals: Iterable[Proposal], records: Sequence[Sequence[int]]) -> None:
        self.proposals: tuple[Proposal, ...] = tuple(proposals)
        self._places: dict[ProposalId, int] = {proposal.id: place for place, proposal in enumerate(self.proposals)}
        self._records = np.array([record for members in records for record in members], np.intp)
        self._owners = np.repeat(np.arange(len(records)), [len(members) for members in records])

    def open(self, settled: Mapping[ProposalId, bool], stays: Stays, least: int) -> list[int]:
        """Return the places of the proposals not decided on of whose rows at least so many stay."""
        staying = np.bincount(self._owners[stays[self._records]], minlength=len(self.proposals))
        is_open = staying >= least
        is_open[[place for place, done in self._settled(settled) if done]] = False
        places: list[int] = np.flatnonzero(is_open).tolist()
        return places

    def later(self, settled: Mapping[ProposalId, bool]) -> set[int]:
        """Return the places of those left for later."""
        return {place for place, done in self._settled(settled) if not done}

    def at(self, places: Iterable[int]) -> tuple[Proposal, ...]:
        return tuple(map(self.proposals.__getitem__, places))

    def _settled(self, settled: Mapping[ProposalId, bool]) -> Iterator[tuple[int, bool]]:
        for proposal, done in settled.items():
            if (place := self._places.get(proposal)) is not None:
                yield place, done
