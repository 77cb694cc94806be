"""Tells apart what belongs together without being one customer: households, branches, contact persons, namesakes."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.clustering.clusters import Labels, groups_of, labels_of
from tikissa.matching.comparing.compared import MISSING
from tikissa.matching.comparing.comparison_levels import Stance
from tikissa.matching.explaining.weight_evidence import ExplainedPairs, shared_weights
from tikissa.matching.preparing.fields import GROUPS_EVERY
from tikissa.matching.weighing.scored_pairs import Pairs
from tikissa.matching.weighing.scoring import KINDS, Model, stances
from tikissa.model.matching import Related, Relation
from tikissa.model.progress import Tick, nothing, ticking
from tikissa.model.record import RecordId

Flags = NDArray[np.bool_]

_NAMESAKES_FROM = -9.0
"""Two of one name are worth telling apart only where they could be taken for one, in bits."""


_MOST_FIRMS = 5
"""Firms from which on one contact person is a manager or an accountant: his clients do not belong together."""


def relations_of_pairs(model: Model, pairs: Pairs, tax_groups: Flags) -> dict[Relation, Flags]:
    """Return for each relation which pairs stand in it, were they not one customer; those of `tax_groups` belong
    together as branches do."""
    scored = pairs.scored
    same, different = (stances(model, scored.levels, stance) for stance in (Stance.SAME, Stance.DIFFERENT))
    likeliest = scored.kinds.argmax(axis=0)
    none = np.zeros(len(scored.bits), bool)
    persons = scored.levels.get("company", MISSING) == MISSING
    household = np.isin(likeliest, (KINDS.index("household"), KINDS.index("siblings"))) & same.get("street", none)
    household &= persons | (scored.levels.get("given_name", MISSING) != MISSING)
    company = (likeliest == KINDS.index("company")) & _same_company(same, different, none)
    elsewhere = different.get("street", none) | different.get("postal_code", none)
    contact = likeliest == KINDS.index("contact")
    named = same.get("given_name", none) & same.get("surname", none) & (scored.bits > _NAMESAKES_FROM)
    return {
        Relation.BRANCH: (company & elsewhere) | tax_groups,
        Relation.CONTACT_PERSON: (company & ~elsewhere & different.get("given_name", none))
        | _of_one_owner(pairs, contact, same, different),
        Relation.HOUSEHOLD: household & ~company,
        Relation.NAMESAKE: named & ~household & ~company & ~contact,
    }


def _of_one_owner(pairs: Pairs, contact: Flags, same: Mapping[str, Flags], different: Mapping[str, Flags]) -> Flags:
    """Return which pairs are two firms of one person, reached as one; the many clients of one manager are not."""
    none = np.zeros(len(contact), bool)
    reached = same.get("phone", none) | same.get("email", none)
    two_firms = different.get("company", none) | different.get("legal_form", none)
    owned: Flags = contact & two_firms & reached & same.get("given_name", none) & same.get("surname", none)
    both = np.concatenate([pairs.first[owned], pairs.second[owned]])
    firms = np.bincount(both, minlength=int(pairs.second.max(initial=0)) + 1)
    return owned & (np.maximum(firms[pairs.first], firms[pairs.second]) < _MOST_FIRMS)


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
    standing = np.flatnonzero(places)
    first, second = pairs.first[standing], pairs.second[standing]
    labels = labels_of(first, second, int(second.max(initial=-1)) + 1)
    order = np.argsort(labels[first], kind="stable")
    starts = np.flatnonzero(np.diff(labels[first][order], prepend=-1)).tolist()
    by_label = standing[order].tolist()
    spans = pairwise([*starts, len(by_label)])
    for group, (start, end) in zip(ticking(groups_of(labels), tick, GROUPS_EVERY), spans, strict=True):
        evidence = shared_weights([explained.weights(place) for place in by_label[start:end]])
        yield Related(tuple(map(RecordId, group)), relation, evidence)
