"""Tells apart what belongs together without being one customer: households, branches, contact persons, namesakes."""

from collections.abc import Iterable, Mapping, Set

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.blocking import PairKeys, records_of
from tikissa.matching.clusters import Pair, components
from tikissa.matching.evidence import shared_evidence
from tikissa.matching.levels import Stance
from tikissa.matching.scoring import KINDS, Model, Scored, stances
from tikissa.model.matching import CandidatePair, Related, Relation
from tikissa.model.register import RecordId

Flags = NDArray[np.bool_]


def relations_of_pairs(model: Model, scored: Scored) -> dict[Relation, Flags]:
    """Return for each relation which pairs stand in it, were they not one customer."""
    same, different = (stances(model, scored.levels, stance) for stance in (Stance.SAME, Stance.DIFFERENT))
    likeliest = scored.kinds.argmax(axis=0)
    none = np.zeros(len(scored.bits), bool)
    household = (likeliest == KINDS.index("household")) & same.get("street", none)
    company = (likeliest == KINDS.index("company")) & _same_company(same, different, none)
    elsewhere = different.get("street", none) | different.get("postal_code", none)
    named = same.get("given_name", none) & same.get("surname", none)
    return {
        Relation.BRANCH: company & elsewhere,
        Relation.CONTACT_PERSON: company & ~elsewhere & different.get("given_name", none),
        Relation.HOUSEHOLD: household & ~company,
        Relation.NAMESAKE: named & ~household & ~company,
    }


def _same_company(same: dict[str, Flags], different: dict[str, Flags], none: Flags) -> Flags:
    """The same business id; where one is missing, the same name in the same legal form."""
    conflict = different.get("business_id", none) | different.get("legal_form", none)
    return same.get("business_id", none) | (same.get("company", none) & ~conflict)


def related(
    flags: Mapping[Relation, Flags], keys: PairKeys, together: Set[Pair], explain: Mapping[Pair, CandidatePair]
) -> tuple[Related, ...]:
    """Return the groups of related records, leaving out the pairs that are one customer (`together`)."""
    firsts, seconds = records_of(keys)
    found = []
    for relation, stands in flags.items():
        places = np.flatnonzero(stands)
        pairs = zip(firsts[places].tolist(), seconds[places].tolist(), strict=True)
        found += _groups(relation, [pair for pair in pairs if pair not in together], explain)
    return tuple(found)


def _groups(relation: Relation, pairs: Iterable[Pair], explain: Mapping[Pair, CandidatePair]) -> list[Related]:
    by_record: dict[int, list[Pair]] = {}
    pairs = list(pairs)
    for pair in pairs:
        by_record.setdefault(pair[0], []).append(pair)
    groups = components(pairs)
    return [_group(relation, group, by_record, explain) for group in groups]


def _group(
    relation: Relation,
    group: tuple[int, ...],
    by_record: Mapping[int, list[Pair]],
    explain: Mapping[Pair, CandidatePair],
) -> Related:
    pairs = [explain[pair] for record in group for pair in by_record.get(record, ()) if pair in explain]
    return Related(tuple(RecordId(record) for record in group), relation, shared_evidence(pairs) if pairs else ())
