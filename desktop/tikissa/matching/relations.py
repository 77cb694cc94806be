"""Tells apart what belongs together without being one customer: households, branches, contact persons, namesakes."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.clusters import Group, Labels, Pair, groups_of, labels_of
from tikissa.matching.evidence import ExplainedPairs, shared_weights
from tikissa.matching.fields import Tick, nothing, ticking
from tikissa.matching.levels import Stance
from tikissa.matching.pairs import Pairs
from tikissa.matching.scoring import KINDS, Model, Scored, stances
from tikissa.model.matching import Related, Relation
from tikissa.model.record import RecordId

Flags = NDArray[np.bool_]

_NAMESAKES_FROM = -9.0
"""Two of one name are worth telling apart only where they could be taken for one, in bits."""


def relations_of_pairs(model: Model, scored: Scored) -> dict[Relation, Flags]:
    """Return for each relation which pairs stand in it, were they not one customer."""
    same, different = (stances(model, scored.levels, stance) for stance in (Stance.SAME, Stance.DIFFERENT))
    likeliest = scored.kinds.argmax(axis=0)
    none = np.zeros(len(scored.bits), bool)
    household = np.isin(likeliest, (KINDS.index("household"), KINDS.index("siblings"))) & same.get("street", none)
    company = (likeliest == KINDS.index("company")) & _same_company(same, different, none)
    elsewhere = different.get("street", none) | different.get("postal_code", none)
    contact = likeliest == KINDS.index("contact")
    named = same.get("given_name", none) & same.get("surname", none) & (scored.bits > _NAMESAKES_FROM)
    return {
        Relation.BRANCH: company & elsewhere,
        Relation.CONTACT_PERSON: company & ~elsewhere & different.get("given_name", none),
        Relation.HOUSEHOLD: household & ~company,
        Relation.NAMESAKE: named & ~household & ~company & ~contact,
    }


def _same_company(same: Mapping[str, Flags], different: Mapping[str, Flags], none: Flags) -> Flags:
    """The same business id; where one is missing, the same name in the same legal form."""
    conflict = different.get("business_id", none) | different.get("legal_form", none)
    return same.get("business_id", none) | (same.get("company", none) & ~conflict)


def related(
    flags: Mapping[Relation, Flags],
    pairs: Pairs,
    customers: Labels,
    explained: ExplainedPairs,
    tick: Tick = nothing,
) -> Iterator[Related]:
    """Yield the groups of related records; pairs of one customer (`customers`: a label a record) are none."""
    apart = customers[pairs.first] != customers[pairs.second]
    for relation, stands in flags.items():
        yield from _groups(relation, pairs, stands & apart, explained, tick)


def _groups(
    relation: Relation, pairs: Pairs, places: Flags, explained: ExplainedPairs, tick: Tick
) -> Iterator[Related]:
    first, second = pairs.first[places], pairs.second[places]
    labels = labels_of(first, second, int(second.max(initial=-1)) + 1)
    by_label: dict[int, list[Pair]] = {}
    for label, pair in zip(labels[first].tolist(), zip(first.tolist(), second.tolist(), strict=True), strict=True):
        by_label.setdefault(label, []).append(pair)
    for group in ticking(groups_of(labels), tick):
        yield _related(relation, group, by_label[group[0]], explained)


def _related(relation: Relation, group: Group, pairs: Sequence[Pair], explained: ExplainedPairs) -> Related:
    evidence = shared_weights([explained.weights(pair) for pair in pairs])
    return Related(tuple(map(RecordId, group)), relation, evidence)
