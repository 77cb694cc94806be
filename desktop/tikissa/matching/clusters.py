"""Gathers pairs into groups: a record joins while the summed evidence of all its pairs with the group stays for it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

MOST = 14.0
"""No single pair counts for more bits than this, for or against: one slip must not outweigh a whole group."""

_ALL_PAIRS_UP_TO = 60
_UNCOMPARED = -4.0
"""What a pair counts for in a group too large to compare every pair of it."""

Pair = tuple[int, int]
Group = tuple[int, ...]
Labels = NDArray[np.int32]


def pair_of(first: int, second: int) -> Pair:
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


def missing_pairs(groups: Iterable[Group], known: Mapping[Pair, float]) -> list[Pair]:
    """Return the pairs within groups that have not been compared, leaving out groups too large for it."""
    small = (group for group in groups if 2 < len(group) <= _ALL_PAIRS_UP_TO)
    return sorted(pair for group in small for pair in combinations(group, 2) if pair not in known)


def gather(group: Group, bits: Mapping[Pair, float], forbidden: Callable[[Pair], bool]) -> list[Group]:
    """Divide a component into groups of one customer each, surest pairs first; `forbidden` pairs never join."""
    within = sorted((pair for pair in combinations(group, 2) if bits.get(pair, -1.0) > 0), key=lambda p: (-bits[p], p))
    members: dict[int, set[int]] = {record: {record} for record in group}
    for first, second in within:
        mine, theirs = members[first], members[second]
        if mine is not theirs and _belong_together(mine, theirs, bits, forbidden):
            mine |= theirs
            for record in theirs:
                members[record] = mine
    distinct = {id(gathered): gathered for gathered in members.values()}
    return [tuple(sorted(gathered)) for gathered in distinct.values() if len(gathered) > 1]


def _belong_together(
    mine: set[int], theirs: set[int], bits: Mapping[Pair, float], forbidden: Callable[[Pair], bool]
) -> bool:
    crossing = [pair_of(first, second) for first in mine for second in theirs]
    if any(forbidden(pair) for pair in crossing):
        return False
    return sum(max(-MOST, min(MOST, bits.get(pair, _UNCOMPARED))) for pair in crossing) > 0


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
