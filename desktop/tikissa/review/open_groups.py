"""The open groups of duplicates as a list to work through: how sure each is, what differs in it, searched and put in
order."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tikissa.model.golden_record import GoldenRecord
from tikissa.model.matching import CandidatePair, Cluster, MatchWeight
from tikissa.model.proposal import Merge, ProposalId
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.review.decided_groups import DecidedGroup
from tikissa.review.queue import OpenWork
from tikissa.review.settled import nearly_sure

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


def as_group(decided: DecidedGroup) -> OpenGroup:
    """Return a decided group as a line of the list."""
    first, second = decided.records[:2]
    cluster = Cluster(decided.records, 1.0, False, (), (), CandidatePair(first, second, 1.0, ()))
    merge = Merge(ProposalId(f"decided {decided.number} {first}"), cluster, GoldenRecord(first, ()))
    return OpenGroup(merge, Sureness.DECIDED, (decided.word.relation or decided.word.sameness,), decided)


def is_shared(weight: MatchWeight) -> bool:
    """Tell whether rows have this in common."""
    return weight.level in _ALIKE or (weight.level not in _APART and weight.weight > 0)


def is_apart(weight: MatchWeight) -> bool:
    """Tell whether this sets rows apart."""
    return weight.level in _APART or (weight.level not in _ALIKE and weight.weight < 0)


class OpenGroups:
    """Tells the open groups of one analysis again and again; what differs in a group is worked out once."""

    def __init__(self) -> None:
        self._known: dict[ProposalId, OpenGroup] = {}

    def of(self, work: OpenWork, said: Mapping[str, str]) -> tuple[OpenGroup, ...]:
        """Return the groups that wait, in the order of `work`; `said` are the settings in the log."""
        likely = {merge.id for merge in nearly_sure(work.merges, said)}
        first_later = len(work.merges) - work.later
        return tuple(
            self._group(merge, _sureness(merge, place >= first_later, merge.id in likely))
            for place, merge in enumerate(work.merges)
        )

    def _group(self, merge: Merge, sureness: Sureness) -> OpenGroup:
        known = self._known.get(merge.id)
        if known is None or known.merge is not merge or known.sureness is not sureness:
            known = self._known[merge.id] = OpenGroup(merge, sureness, _differs(merge))
        return known


def _sureness(merge: Merge, later: bool, likely: bool) -> Sureness:
    if later:
        return Sureness.LATER
    return Sureness.CLEAR if merge.safe else Sureness.NEARLY_SURE if likely else Sureness.ASKED


def _differs(merge: Merge) -> Difference:
    apart = (weight.comparison for weight in merge.cluster.evidence if is_apart(weight))
    return tuple(sorted({*apart, *merge.cluster.unexplained}))


def counted_by_sureness(groups: Iterable[OpenGroup]) -> Counter[Sureness]:
    """Return how many of the groups are of each degree of sureness."""
    return Counter(group.sureness for group in groups)


def counted_by_difference(groups: Iterable[OpenGroup]) -> list[tuple[Difference, int]]:
    """Return what groups differ in with how many of them do, the commonest first."""
    return sorted(Counter(group.differs for group in groups).items(), key=lambda entry: (-entry[1], entry[0]))


def wanted(groups: Iterable[OpenGroup], wish: GroupWish, said_of: Callable[[Merge], str]) -> tuple[OpenGroup, ...]:
    """Return the groups that are wanted, in the wanted order; `said_of` returns the words of a group's rows, which
    searching and sorting by name go by."""
    words = wish.words.casefold().split()
    found = [
        group
        for group in groups
        if is_wanted(group, wish.sureness)
        and wish.differs in (None, group.differs)
        and _holds(words, said_of, group.merge)
    ]
    if wish.order is GroupOrder.NAME:
        found.sort(key=lambda group: said_of(group.merge).casefold())
    elif wish.order is GroupOrder.SURENESS:
        found.sort(key=lambda group: -group.merge.cluster.probability)
    return tuple(found)


def is_wanted(group: OpenGroup, sureness: Sureness | None) -> bool:
    """Tell whether a group is of that sureness; None: whether it waits."""
    return group.sureness is sureness if sureness is not None else group.sureness is not Sureness.DECIDED


def _holds(words: list[str], said_of: Callable[[Merge], str], merge: Merge) -> bool:
    if not words:
        return True
    text = said_of(merge).casefold()
    return all(word in text for word in words)


def left_unseen(merges: Iterable[Merge], register: Register) -> tuple[RecordId, ...]:
    """Return the rows that stay and are hidden in the workbook though others of their group are seen."""
    return tuple(
        merge.golden.survivor
        for merge in merges
        if register.is_hidden(merge.golden.survivor) and not all(map(register.is_hidden, merge.records))
    )
