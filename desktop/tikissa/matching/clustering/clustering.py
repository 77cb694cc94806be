"""From scored pairs to the groups that are one customer, with what the user has decided obeyed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.blocking.blocking import pair_keys
from tikissa.matching.clustering.clusters import (
    ALL_PAIRS_UP_TO,
    Group,
    Labels,
    Pair,
    gather,
    groups_of,
    hang_together,
    labels_of,
    missing_pairs,
    pair_of,
    spanning_pairs,
)
from tikissa.matching.clustering.explained_differences import Columns
from tikissa.matching.clustering.user_judgements import ASKED_AGAIN, Judged
from tikissa.matching.explaining.weight_evidence import ExplainedPairs, shared_evidence
from tikissa.matching.preparing.fields import GROUPS_EVERY
from tikissa.matching.weighing.merge_safety import (
    Flags,
    contradicting_pairs,
    initials_between,
    tax_groups,
    two_customers,
    two_given_names,
)
from tikissa.matching.weighing.scored_pairs import Comparers, Pairs, with_more
from tikissa.matching.weighing.scoring import Model
from tikissa.model.matching import Cluster
from tikissa.model.progress import Progress, Tick, nothing, ticking
from tikissa.model.record import RecordId

_MILDLY_AGAINST = -3.0
"""What a pair counts for that merely has little in common: a third row may hold the two together."""

_UNCOMPARED_YET = -1.0
"""What a pair counts for in a large component before it is known which of its pairs are worth comparing."""

_PLAINLY_AGAINST = -6.0
"""Bits of a pair that hardly can be one customer: a group that holds it is never safe."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a register beside its pairs: how many records it has, and whether its companies are told by
    numbers for value added tax alone, of which the members of a group share one."""

    size: int
    has_tax_groups: bool


@dataclass(frozen=True, eq=False)
class Gathered:
    """The groups, the pairs with those compared in addition, and which of them hardly are one customer."""

    groups: list[Group]
    pairs: Pairs
    contradicting: Flags


def gathered(
    model: Model, pairs: Pairs, compare: Comparers, judged: Judged, known: Known, progress: Progress
) -> Gathered:
    """Gather the pairs of a register into groups."""
    progress.report("matching.gather", 1, 4)
    pairs = as_judged(pairs, judged)
    likely = pairs.scored.bits > 0
    labels = labels_of(pairs.first[likely], pairs.second[likely], known.size)
    components = groups_of(labels)
    progress.report("matching.gather", 1, 4)
    missing = missing_pairs(_to_compare(components, pairs, labels), set(_records(pairs, _to_divide(pairs, labels))))
    if missing:
        more = np.array(missing, np.int32)
        pairs = as_judged(with_more(model, pairs, pair_keys(more[:, 0], more[:, 1]), compare), judged)
    progress.report("matching.gather", 2, 4)
    against = contradicting_pairs(model, pairs.scored)
    support = np.where((pairs.scored.bits < _MILDLY_AGAINST) & ~against, _MILDLY_AGAINST, pairs.scored.bits)
    never = two_customers(model, pairs.scored)
    if known.has_tax_groups:
        never |= tax_groups(model, pairs.scored)
    never |= _bridged_by_initials(model, pairs, labels)
    apart = set(_records(pairs, never)) - judged.same | judged.apart
    progress.report("matching.gather", 2, 4)
    groups = _divided(components, pairs, support, labels, apart)
    return Gathered(groups, pairs, against | (pairs.scored.bits < _PLAINLY_AGAINST))


def _bridged_by_initials(model: Model, pairs: Pairs, labels: Labels) -> Flags:
    """Return which pairs have two given names of which a third record has the initial and none a writing between."""
    bridged = np.zeros(len(pairs), bool)
    likely = pairs.scored.bits > 0
    initials = initials_between(model, pairs.scored) & likely
    if not initials.any():
        return bridged
    cut, written = (_partners(pairs, places) for places in (initials, likely & ~initials))
    two_names = two_given_names(model, pairs.scored) & _to_divide(pairs, labels)
    for place in np.flatnonzero(two_names).tolist():
        first, second = int(pairs.first[place]), int(pairs.second[place])
        bridged[place] = bool(cut[first] & cut[second]) and not written[first] & written[second]
    return bridged


def _partners(pairs: Pairs, places: Flags) -> Mapping[int, set[int]]:
    """Return the records each is paired with at these places."""
    partners: defaultdict[int, set[int]] = defaultdict(set)
    for first, second in _records(pairs, places):
        partners[first].add(second)
        partners[second].add(first)
    return partners


def _to_compare(components: Sequence[Group], pairs: Pairs, labels: Labels) -> list[Group]:
    """Return what is small enough to be compared pair by pair: a component, or the parts a large one may have."""
    large = [group for group in components if len(group) > ALL_PAIRS_UP_TO]
    if not large:
        return [*components]
    small = [group for group in components if len(group) <= ALL_PAIRS_UP_TO]
    bits = _by_component(pairs, pairs.scored.bits, labels)
    return small + [part for group in large for part in gather(group, bits[group[0]], uncompared=_UNCOMPARED_YET)]


def _divided(
    components: Sequence[Group], pairs: Pairs, support: NDArray[np.float32], labels: Labels, apart: Set[Pair]
) -> list[Group]:
    """Return the groups of one customer each; pairs of `apart` are never in one."""
    several = [group for group in components if len(group) > 2]
    bits = _by_component(pairs, support, labels)
    forbidden: dict[int, set[Pair]] = defaultdict(set)
    for pair in apart:
        if labels[pair[0]] == labels[pair[1]]:
            forbidden[int(labels[pair[0]])].add(pair)
    found = [group for group in components if len(group) == 2 and (group[0], group[1]) not in apart]
    return found + [part for group in several for part in gather(group, bits[group[0]], forbidden[group[0]])]


def _by_component(pairs: Pairs, values: NDArray[np.float32], labels: Labels) -> dict[int, dict[Pair, float]]:
    """Return the values of the pairs inside each component of more than two records, by its first record."""
    inside = _to_divide(pairs, labels)
    found: dict[int, dict[Pair, float]] = defaultdict(dict)
    labelled = zip(labels[pairs.first[inside]].tolist(), _records(pairs, inside), values[inside].tolist(), strict=True)
    for label, pair, value in labelled:
        found[label][pair] = value
    return found


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


def _records(pairs: Pairs, places: Flags) -> Iterator[Pair]:
    return zip(pairs.first[places].tolist(), pairs.second[places].tolist(), strict=True)


@dataclass(frozen=True, eq=False)
class Verdicts:
    """What is thought of the pairs, and of each group in the order they were found.

    `inside`: the pairs of groups; `safe`: those that leave no doubt; `doubted`: those whose names, birth dates or ids
    are not one value; `cut`: those of which one given name is an initial of the other; `likely`: those that are right
    by the program's own measure; `others`: those that may be two customers whatever else agrees;
    `unexplained`: by group, the columns in which its rows differ for no known reason.
    """

    inside: Flags
    safe: Flags
    doubted: Flags
    cut: Flags
    likely: Flags
    others: Flags
    unexplained: Sequence[Columns]


def _joined_by_one(pair: Pair, group: Group, safe: Sequence[Pair]) -> bool:
    """Tell whether a third record is safely one with both: what an initial stands for is told by it."""
    others = (record for record in group if record not in pair)
    return any(all(pair_of(record, each) in safe for each in pair) for record in others)


def clusters_of(
    found: Gathered, verdicts: Verdicts, explained: ExplainedPairs, tick: Tick = nothing
) -> tuple[Cluster, ...]:
    """Return the clusters with their evidence, in the order of their first record."""
    places = np.flatnonzero(verdicts.inside).tolist()
    place_of = dict(zip(_records(found.pairs, verdicts.inside), places, strict=True))
    tick()

    def cluster(group: Group, columns: Columns) -> Cluster:
        places = {pair: place_of[pair] for pair in combinations(group, 2) if pair in place_of}
        holding = spanning_pairs(group, {pair: explained.bits[place] for pair, place in places.items()})
        every = {pair: explained.pair(place) for pair, place in places.items()}
        safe = [pair for pair, place in places.items() if verdicts.safe[place]]
        doubts = [pair for pair, place in places.items() if found.contradicting[place] or verdicts.doubted[place]]
        cut = {pair for pair in doubts if verdicts.cut[places[pair]] and not found.contradicting[places[pair]]}
        doubted = any(pair not in cut or not _joined_by_one(pair, group, safe) for pair in doubts)
        sure = not doubted and hang_together(group, safe)
        apart = any(verdicts.others[place] for place in places.values())
        likely = [pair for pair, place in places.items() if verdicts.likely[place]]
        nearly = not sure and not apart and hang_together(group, likely)
        return Cluster(
            records=tuple(map(RecordId, group)),
            probability=every[holding[-1]].probability,
            safe=sure and not columns,
            pairs=tuple(every.values()),
            evidence=shared_evidence([*every.values()]),
            weakest=every[holding[-1]],
            nearly_sure=nearly and not columns,
            unexplained=columns if sure or nearly else (),
        )

    ordered = sorted(zip(found.groups, verdicts.unexplained, strict=True))
    return tuple(cluster(group, columns) for group, columns in ticking(ordered, tick, GROUPS_EVERY))
