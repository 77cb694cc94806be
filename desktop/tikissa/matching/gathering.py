"""From scored pairs to the groups that are one customer, with what the user has decided obeyed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.blocking import pair_keys
from tikissa.matching.clusters import (
    Group,
    Labels,
    Pair,
    gather,
    groups_of,
    hang_together,
    labels_of,
    missing_pairs,
    spanning_pairs,
)
from tikissa.matching.evidence import ExplainedPairs, shared_evidence
from tikissa.matching.fields import GROUPS_EVERY
from tikissa.matching.judged import ASKED_AGAIN, Judged
from tikissa.matching.pairs import Comparers, Pairs, with_more
from tikissa.matching.safety import Flags, contradicting_pairs
from tikissa.matching.scoring import Model
from tikissa.model.matching import Cluster
from tikissa.model.progress import Progress, Tick, nothing, ticking
from tikissa.model.record import RecordId

_MILDLY_AGAINST = -3.0
"""What a pair counts for that merely has little in common: a third row may hold the two together."""

_PLAINLY_AGAINST = -6.0
"""Bits of a pair that hardly can be one customer: a group that holds it is never safe."""


@dataclass(frozen=True, eq=False)
class Gathered:
    """The groups, the pairs with those compared in addition, and which of them hardly are one customer."""

    groups: list[Group]
    pairs: Pairs
    contradicting: Flags


def gathered(model: Model, pairs: Pairs, compare: Comparers, judged: Judged, size: int, progress: Progress) -> Gathered:
    """Gather the pairs of a register of `size` records into groups."""
    progress.report("matching.gather", 1, 4)
    pairs = as_judged(pairs, judged)
    likely = pairs.scored.bits > 0
    labels = labels_of(pairs.first[likely], pairs.second[likely], size)
    components = groups_of(labels)
    progress.report("matching.gather", 1, 4)
    missing = missing_pairs(components, _by_pair(pairs, pairs.scored.bits, _to_divide(pairs, labels)))
    if missing:
        more = np.array(missing, np.int32)
        pairs = as_judged(with_more(model, pairs, pair_keys(more[:, 0], more[:, 1]), compare), judged)
    progress.report("matching.gather", 2, 4)
    against = contradicting_pairs(model, pairs.scored)
    support = np.where((pairs.scored.bits < _MILDLY_AGAINST) & ~against, _MILDLY_AGAINST, pairs.scored.bits)
    supporting = _by_pair(pairs, support, _to_divide(pairs, labels)) | judged.certain
    progress.report("matching.gather", 2, 4)
    groups = [group for component in components for group in _divided(component, supporting, judged)]
    return Gathered(groups, pairs, against | (pairs.scored.bits < _PLAINLY_AGAINST))


def _divided(component: Group, bits: Mapping[Pair, float], judged: Judged) -> list[Group]:
    if len(component) == 2:
        return [] if judged.forbids((component[0], component[1])) else [component]
    return gather(component, bits, judged.forbids)


def as_judged(pairs: Pairs, judged: Judged) -> Pairs:
    """Return the pairs with the bits of those the user has decided, or is to be asked about again."""
    if not judged.certain and not judged.again:
        return pairs
    bits = pairs.scored.bits.copy()
    places = {pair: place for place, pair in enumerate(zip(pairs.first.tolist(), pairs.second.tolist(), strict=True))}
    for pair, certain in judged.certain.items():
        if pair in places:
            bits[places[pair]] = certain
    for pair in judged.again & places.keys():
        bits[places[pair]] = max(bits[places[pair]], ASKED_AGAIN)
    return replace(pairs, scored=replace(pairs.scored, bits=bits))


def _to_divide(pairs: Pairs, labels: Labels) -> Flags:
    """Return which pairs lie within a component of more than two records: one of two is a group or none."""
    several = np.bincount(labels, minlength=len(labels))[labels] > 2
    inside: Flags = several[pairs.first] & (labels[pairs.first] == labels[pairs.second])
    return inside


def _by_pair(pairs: Pairs, values: NDArray[np.float32], places: Flags) -> dict[Pair, float]:
    return dict(zip(_records(pairs, places), values[places].tolist(), strict=True))


def _records(pairs: Pairs, places: Flags) -> Iterator[Pair]:
    return zip(pairs.first[places].tolist(), pairs.second[places].tolist(), strict=True)


def clusters_of(
    found: Gathered, inside: Flags, safe: Flags, explained: ExplainedPairs, tick: Tick = nothing
) -> tuple[Cluster, ...]:
    """Return the clusters with their evidence, in the order of their first record; `inside` are the pairs of groups."""
    place_of = dict(zip(_records(found.pairs, inside), np.flatnonzero(inside).tolist(), strict=True))
    tick()

    def cluster(group: Group) -> Cluster:
        places = {pair: place_of[pair] for pair in combinations(group, 2) if pair in place_of}
        holding = spanning_pairs(group, {pair: explained.bits[place] for pair, place in places.items()})
        sure = hang_together(group, [pair for pair, place in places.items() if safe[place]])
        every = {pair: explained.pair(place) for pair, place in places.items()}
        return Cluster(
            records=tuple(map(RecordId, group)),
            probability=every[holding[-1]].probability,
            safe=sure and not any(found.contradicting[place] for place in places.values()),
            pairs=tuple(every.values()),
            evidence=shared_evidence([*every.values()]),
            weakest=every[holding[-1]],
        )

    return tuple(map(cluster, ticking(sorted(found.groups), tick, GROUPS_EVERY)))
