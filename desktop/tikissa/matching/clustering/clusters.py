"""Gathers pairs into groups: a record joins while the summed evidence of all its pairs with the group stays for it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

MOST = 14.0
"""No single pair counts for more bits than this, for or against: one slip must not outweigh a whole group."""

ALL_PAIRS_UP_TO = 60
UNCOMPARED = -4.0
"""What a pair counts for in a group too large to compare every pair of it."""

_NEVER = -1e9
"""What a pair counts for that is never one customer."""

Pair = tuple[int, int]
Group = tuple[int, ...]
Labels = NDArray[np.int32]


def pair_of(first: int, second: int) -> Pair:
    """Return two records as a pair, the smaller first."""
    return (first, second) if first < second else (second, first)


def labels_of(first: NDArray[np.int32], second: NDArray[np.int32], size: int) -> Labels:
    """Return for each record the smallest record it hangs together with by these pairs, shape (size,)."""
    labels = np.arange(size, dtype=np.int32)
    while True:
        smaller = np.minimum(labels[first], labels[second])
        before = labels.copy()
        np.minimum.at(labels, first, smaller)
        np.minimum.at(labels, second, smaller)
        np.minimum.at(labels, before[first], smaller)
        np.minimum.at(labels, before[second], smaller)
        labels = labels[labels]
        if np.array_equal(labels, before):
            return labels


def groups_of(labels: Labels) -> list[Group]:
    """Return the records of each label that two or more have, each group ascending."""
    order = np.argsort(labels, kind="stable").astype(np.int32)
    starts = np.flatnonzero(np.diff(labels[order], prepend=-1))
    sizes = np.diff(np.append(starts, len(order)))
    several = np.flatnonzero(sizes > 1)
    return [tuple(order[starts[place] : starts[place] + sizes[place]].tolist()) for place in several]


def missing_pairs(groups: Iterable[Group], known: Collection[Pair]) -> list[Pair]:
    """Return the pairs within groups that have not been compared, leaving out groups too large for it."""
    small = (group for group in groups if 2 < len(group) <= ALL_PAIRS_UP_TO)
    return sorted(pair for group in small for pair in combinations(group, 2) if pair not in known)


def gather(
    group: Group, bits: Mapping[Pair, float], apart: Collection[Pair] = (), uncompared: float = UNCOMPARED
) -> list[Group]:
    """Divide a component into groups of one customer each, surest pairs first; pairs of `apart` never join.

    `uncompared`: what a pair counts for of which nothing is known. The work grows with the pairs that are known.
    """
    parts = _Parts(bits, apart, uncompared)
    within = sorted((pair for pair, value in bits.items() if value > 0), key=lambda pair: (-bits[pair], pair))
    for first, second in within:
        parts.join(first, second)
    members: dict[int, list[int]] = {}
    for record in sorted(group):
        members.setdefault(parts.part_of(record), []).append(record)
    return [tuple(records) for records in members.values() if len(records) > 1]


class _Parts:
    """The parts of a component as they grow, and between any two what their known pairs say together."""

    def __init__(self, bits: Mapping[Pair, float], apart: Collection[Pair], uncompared: float) -> None:
        self._leaders: dict[int, int] = {}
        self._sizes: dict[int, int] = {}
        self._between: dict[int, dict[int, tuple[float, int]]] = {}
        self._uncompared = uncompared
        for pair, value in bits.items():
            self._say(pair, _NEVER if pair in apart else max(-MOST, min(MOST, value)))
        for pair in apart:
            if pair not in bits:
                self._say(pair, _NEVER)

    def _say(self, pair: Pair, value: float) -> None:
        first, second = pair
        self._between.setdefault(first, {})[second] = (value, 1)
        self._between.setdefault(second, {})[first] = (value, 1)

    def part_of(self, record: int) -> int:
        """Return the record that stands for the part this one is in."""
        leader = self._leaders.get(record, record)
        while leader != record:
            self._leaders[record] = self._leaders.get(leader, leader)
            record, leader = leader, self._leaders.get(leader, leader)
        return record

    def join(self, first: int, second: int) -> None:
        """Make one of two records' parts where all the pairs between them together speak for it."""
        mine, theirs = self.part_of(first), self.part_of(second)
        if mine == theirs:
            return
        said, known = self._between[mine][theirs]
        unknown = self._sizes.get(mine, 1) * self._sizes.get(theirs, 1) - known
        if said + self._uncompared * unknown > 0:
            self._unite(*sorted((mine, theirs), key=lambda part: -len(self._between[part])))

    def _unite(self, larger: int, smaller: int) -> None:
        self._leaders[smaller] = larger
        self._sizes[larger] = self._sizes.get(larger, 1) + self._sizes.pop(smaller, 1)
        around = self._between[larger]
        del around[smaller]
        for other, (said, known) in self._between.pop(smaller).items():
            if other != larger:
                before, pairs = around.get(other, (0.0, 0))
                around[other] = self._between[other][larger] = (before + said, pairs + known)
                del self._between[other][smaller]


def spanning_pairs(group: Group, bits: Mapping[Pair, float]) -> Sequence[Pair]:
    """Return the strongest pairs that hold a group together, strongest first: the last is its weak link."""
    if len(group) == 2:
        return ((group[0], group[1]),)
    ordered = sorted((pair for pair in combinations(group, 2) if pair in bits), key=lambda pair: (-bits[pair], pair))
    return _joining(group, ordered)


def hang_together(group: Group, pairs: Iterable[Pair]) -> bool:
    """Tell whether these pairs alone hold a group together."""
    return len(_joining(group, pairs)) == len(group) - 1


def _joining(group: Group, pairs: Iterable[Pair]) -> Sequence[Pair]:
    """Return the pairs that join parts of a group which no pair before them has joined."""
    leaders = {record: record for record in group}
    chosen = []
    for first, second in pairs:
        mine, theirs = leaders[first], leaders[second]
        if mine != theirs:
            chosen.append((first, second))
            leaders = {record: mine if leader == theirs else leader for record, leader in leaders.items()}
    return chosen
