"""The open groups of duplicates as a list to work through: how sure each is, what differs in it, searched and put in
order."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast, overload

import numpy as np
from numpy.typing import NDArray

from tikissa.model.golden_record import GoldenRecord
from tikissa.model.matching import CandidatePair, Cluster, MatchWeight
from tikissa.model.proposal import Merge, ProposalId
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.review.decided_groups import DecidedGroup
from tikissa.review.proposal_tables import Chosen, MergeTable, Numbered, in_table
from tikissa.review.queue import OpenWork
from tikissa.review.settled import are_nearly_sure

_ALIKE = frozenset({"exact", "close", "nickname", "swapped", "shared"})
_APART = frozenset({"different", "conflict", "other_initial"})
"""Levels that speak for themselves whatever they weigh: a common town that is the same in both rows weighs a little
against them, but nobody would call it different."""


class Sureness(StrEnum):
    """What a group asks of the user, in the order in which groups are gone through."""

    CLEAR = "clear"
    NEARLY_SURE = "nearly_sure"
    ASKED = "asked"
    LATER = "later"
    DECIDED = "decided"


class GroupOrder(StrEnum):
    """In which order groups stand. PROPOSED: surest first, then of most worth."""

    PROPOSED = "proposed"
    NAME = "name"
    SURENESS = "sureness"


Difference = tuple[str, ...]
"""The comparisons and columns in which a group's rows differ, as they are named in match weights."""


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """A group as a line of the list; `decided` where it waits no longer."""

    merge: Merge
    sureness: Sureness
    differs: Difference
    decided: DecidedGroup | None = None


@dataclass(frozen=True, slots=True)
class GroupWish:
    """Which groups are wanted; None and "" leave nothing out of those that wait."""

    sureness: Sureness | None = None
    differs: Difference | None = None
    words: str = ""
    order: GroupOrder = GroupOrder.PROPOSED


def is_shared(weight: MatchWeight) -> bool:
    """Tell whether rows have this in common."""
    return weight.level in _ALIKE or (weight.level not in _APART and weight.weight > 0)


def is_apart(weight: MatchWeight) -> bool:
    """Tell whether this sets rows apart."""
    return weight.level in _APART or (weight.level not in _ALIKE and weight.weight < 0)


_DEGREES = tuple(Sureness)
_CLEAR, _NEARLY_SURE, _ASKED, _LATER, _DECIDED = range(len(_DEGREES))


class Groups(Sequence[OpenGroup]):
    """Some groups. `degrees` says by number how sure each is, shape (groups,); `differs` tells of each merge of the
    table in what its rows differ, `decided` what was decided on it where all of them wait no longer."""

    def __init__(
        self,
        merges: Chosen[Merge],
        degrees: NDArray[np.int8],
        differs: Numbered,
        decided: Sequence[DecidedGroup] | None = None,
    ) -> None:
        self.merges = merges
        self.degrees = degrees
        self.differs = differs
        self.decided = decided

    def __len__(self) -> int:
        return len(self.merges)

    @overload
    def __getitem__(self, place: int) -> OpenGroup: ...
    @overload
    def __getitem__(self, place: slice) -> "Groups": ...
    def __getitem__(self, place: int | slice) -> "OpenGroup | Groups":
        if isinstance(place, slice):
            return self.at(np.arange(len(self))[place])
        at = self.merges.places[place]
        differs = cast(Difference, self.differs.values[self.differs.numbers[at]])
        decided = None if self.decided is None else self.decided[at]
        return OpenGroup(self.merges[place], _DEGREES[self.degrees[place]], differs, decided)

    def at(self, places: NDArray[Any]) -> "Groups":
        """Return these of the groups: a mask or their places among them."""
        return Groups(self.merges.chosen(self.merges.places[places]), self.degrees[places], self.differs, self.decided)

    @property
    def kinds(self) -> NDArray[np.int32]:
        """The number of what each group differs in, shape (groups,)."""
        return self.differs.numbers[self.merges.places]


def open_groups(work: OpenWork, said: Mapping[str, str]) -> Groups:
    """Return the groups that wait, in the order of `work`; `said` are the settings in the log."""
    table, merges = in_table(work.merges)
    differs = work_out_differences(table)
    degrees = np.where(are_nearly_sure(table, said), _NEARLY_SURE, _ASKED)
    degrees = np.where(table.safe, _CLEAR, degrees)[merges.places].astype(np.int8)
    degrees[len(merges) - work.later :] = _LATER
    return Groups(merges, degrees, differs)


def work_out_differences(table: MergeTable) -> Numbered:
    """Return in what the rows of each merge differ, worked out once."""
    if table.differs is None:
        table.differs = Numbered.of(map(_differs, table.proposals))
    return table.differs


def decided_groups(decided: Sequence[DecidedGroup]) -> Groups:
    """Return groups that were decided on as lines of the list; what was decided stands for what differs."""
    table = MergeTable(map(_as_merge, decided))
    words = Numbered.of((each.word.relation or each.word.sameness,) for each in decided)
    places = np.arange(len(table))
    return Groups(table.at(places), np.full(len(table), _DECIDED, np.int8), words, decided)


def _as_merge(decided: DecidedGroup) -> Merge:
    first, second = decided.records[:2]
    cluster = Cluster(decided.records, 1.0, False, (), (), CandidatePair(first, second, 1.0, ()))
    return Merge(ProposalId(f"decided {decided.number} {first}"), cluster, GoldenRecord(first, ()))


def _differs(merge: Merge) -> Difference:
    apart = (weight.comparison for weight in merge.cluster.evidence if is_apart(weight))
    return tuple(sorted({*apart, *merge.cluster.unexplained}))


def counted_by_sureness(groups: Groups) -> Counter[Sureness]:
    """Return how many of the groups are of each degree of sureness."""
    counts = np.bincount(groups.degrees, minlength=len(_DEGREES)).tolist()
    return Counter(dict(zip(_DEGREES, counts, strict=True)))


def counted_by_difference(groups: Groups) -> list[tuple[Difference, int]]:
    """Return what groups differ in with how many of them do, the commonest first."""
    counts = np.bincount(groups.kinds, minlength=len(groups.differs.values)).tolist()
    told = zip(cast(tuple[Difference, ...], groups.differs.values), counts, strict=True)
    return sorted((entry for entry in told if entry[1]), key=lambda entry: (-entry[1], entry[0]))


def wanted(groups: Groups, wish: GroupWish, said_of: Callable[[Merge], str]) -> Groups:
    """Return the groups that are wanted, in the wanted order; `said_of` returns the words of a group's rows, which
    searching and sorting by name go by."""
    words = wish.words.casefold().split()
    if wish.sureness is not None:
        groups = groups.at(groups.degrees == _DEGREES.index(wish.sureness))
    if wish.differs is not None:
        of_kind = [number for number, differs in enumerate(groups.differs.values) if differs == wish.differs]
        groups = groups.at(np.isin(groups.kinds, of_kind))
    if words:
        groups = groups.at(np.array([_holds(words, said_of(merge)) for merge in groups.merges], np.bool_))
    if wish.order is GroupOrder.NAME:
        names = [said_of(merge).casefold() for merge in groups.merges]
        groups = groups.at(np.array(sorted(range(len(names)), key=names.__getitem__), np.intp))
    elif wish.order is GroupOrder.SURENESS:
        table, merges = in_table(groups.merges)
        groups = groups.at(np.argsort(-table.probabilities[merges.places], kind="stable"))
    return groups


def _holds(words: list[str], said: str) -> bool:
    text = said.casefold()
    return all(word in text for word in words)


def left_unseen(merges: Sequence[Merge], register: Register) -> tuple[RecordId, ...]:
    """Return the rows that stay and are hidden in the workbook though others of their group are seen."""
    return tuple(
        merge.golden.survivor
        for merge in (merges if register.hidden_rows else ())
        if register.is_hidden(merge.golden.survivor) and not all(map(register.is_hidden, merge.records))
    )
