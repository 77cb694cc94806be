"""Finds which rows of a register are the same customer, and which belong together without being one."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from tikissa.matching import relations
from tikissa.matching.blocking import PairKeys, candidate_pairs, pair_keys, records_of
from tikissa.matching.clusters import Group, Pair, components, gather, missing_pairs, spanning_pairs
from tikissa.matching.compared import Compared, Comparer, Records
from tikissa.matching.comparers import comparers
from tikissa.matching.evidence import bits_by_pair, probability, shared_evidence
from tikissa.matching.evidence import candidate_pairs as explained
from tikissa.matching.features import fields_of
from tikissa.matching.judged import Judged
from tikissa.matching.learning import learnt
from tikissa.matching.plain_columns import plain_fields
from tikissa.matching.safety import Flags, contradicting_pairs, safe_pairs
from tikissa.matching.scoring import Model, Scored, chosen, first_model, joined, rescore, score
from tikissa.model.analysis import RecordKeys
from tikissa.model.decision import Judgement
from tikissa.model.matching import CandidatePair, Cluster, Related
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.register import RecordId, Register
from tikissa.model.schema import Schema

_CHUNK = 200_000
_MILDLY_AGAINST = -3.0
_WORTH_KEEPING = -12.0
"""Pairs less likely than this (in bits) are nobody's business."""


@dataclass(frozen=True, slots=True)
class Matching:
    """`clusters`: rows of one customer, no row in two of them. `related`: rows that belong together and stay apart."""

    clusters: tuple[Cluster, ...]
    related: tuple[Related, ...]


def match(
    register: Register,
    schema: Schema,
    keys: RecordKeys,
    judgements: tuple[Judgement, ...] = (),
    progress: Progress | None = None,
) -> Matching:
    """Match a register's rows. `judgements` are obeyed: what the user called different is never one cluster."""
    progress = progress or NoProgress()
    progress.report("matching.prepare", 0, 1)
    fields = fields_of(register, schema) | plain_fields(register, schema)
    compare = comparers(fields)
    if len(register) < 2 or not compare:
        return Matching((), ())
    judged = Judged.of(judgements, keys)
    pairs = candidate_pairs(fields, len(register), progress)
    pairs = np.union1d(pairs, judged.pair_keys)
    model, kept, scored = _score_all(pairs, compare, len(register), progress)
    model = learnt(model, scored, len(register))
    scored = rescore(model, scored.levels, scored.rarity)
    return _gathered(model, compare, kept, scored, judged)


def _compare(compare: tuple[Comparer, ...], first: Records, second: Records) -> dict[str, Compared]:
    compared: dict[str, Compared] = {}
    for comparer in compare:
        compared |= comparer(first, second)
    return compared


def _score_all(
    pairs: PairKeys, compare: tuple[Comparer, ...], size: int, progress: Progress
) -> tuple[Model, PairKeys, Scored]:
    """Compare and score in chunks, keeping the pairs that may be one customer or related."""
    names = tuple(_compare(compare, *records_of(pairs[:0])))
    model = first_model(names, size)
    kept, parts = [], []
    for start in range(0, max(len(pairs), 1), _CHUNK):
        progress.report("matching.compare", start, len(pairs))
        chunk = pairs[start : start + _CHUNK]
        scored = score(model, _compare(compare, *records_of(chunk)))
        worth = (scored.bits > _WORTH_KEEPING) | (scored.kinds.argmax(axis=0) > 0)
        kept.append(chunk[worth])
        parts.append(chosen(scored, worth))
    return model, np.concatenate(kept), joined(parts)


def _gathered(model: Model, compare: tuple[Comparer, ...], keys: PairKeys, scored: Scored, judged: Judged) -> Matching:
    bits = dict(bits_by_pair(keys, scored)) | judged.certain
    grouped = components(pair for pair, value in bits.items() if value > 0)
    missing = missing_pairs(grouped, bits)
    if missing:
        more = pair_keys(*(np.array(side, np.int32) for side in zip(*missing, strict=True)))
        extra = score(model, _compare(compare, *records_of(more)))
        keys, scored = np.concatenate([keys, more]), joined([scored, extra])
        bits |= {pair: value for pair, value in bits_by_pair(more, extra).items() if pair not in bits}
    support = bits | _mild(keys, scored, contradicting_pairs(model, scored)) | judged.certain
    groups = [group for component in grouped for group in gather(component, support, judged.forbids)]
    return _answer(model, keys, scored, groups, bits, judged)


def _mild(keys: PairKeys, scored: Scored, contradicting: Flags) -> dict[Pair, float]:
    """Soften what speaks against pairs that merely have little in common: a third row may hold them together."""
    places = np.flatnonzero((scored.bits < _MILDLY_AGAINST) & ~contradicting)
    firsts, seconds = records_of(keys[places])
    return dict.fromkeys(zip(firsts.tolist(), seconds.tolist(), strict=True), _MILDLY_AGAINST)


def _answer(
    model: Model, keys: PairKeys, scored: Scored, groups: list[Group], bits: Mapping[Pair, float], judged: Judged
) -> Matching:
    together = {pair for group in groups for pair in combinations(group, 2)}
    flags = relations.relations_of_pairs(model, scored)
    firsts, seconds = records_of(keys)
    pairs = list(zip(firsts.tolist(), seconds.tolist(), strict=True))
    inside = np.fromiter((pair in together for pair in pairs), bool, len(pairs))
    stands = np.logical_or.reduce(list(flags.values()))
    wanted = inside | stands
    explain = explained(model, keys[wanted], chosen(scored, wanted))
    safe = {pair for pair, is_safe in zip(pairs, safe_pairs(model, scored).tolist(), strict=True) if is_safe}
    safe |= judged.same
    clusters = tuple(sorted((_cluster(group, bits, explain, safe) for group in groups), key=lambda c: c.records))
    apart = {relation: flag & ~inside for relation, flag in flags.items()}
    return Matching(clusters, relations.related(apart, keys, together, explain))


def _cluster(
    group: Group, bits: Mapping[Pair, float], explain: Mapping[Pair, CandidatePair], safe: set[Pair]
) -> Cluster:
    holding = spanning_pairs(group, bits)
    pairs = tuple(_explained(pair, bits, explain) for pair in combinations(group, 2) if pair in bits)
    weakest = _explained(holding[-1], bits, explain)
    is_safe = all(pair in safe for pair in holding) and all(bits.get(p, -1.0) > 0 for p in combinations(group, 2))
    evidence = shared_evidence(pairs)
    return Cluster(tuple(RecordId(r) for r in group), weakest.probability, is_safe, pairs, evidence, weakest)


def _explained(pair: Pair, bits: Mapping[Pair, float], explain: Mapping[Pair, CandidatePair]) -> CandidatePair:
    known = explain.get(pair)
    likely = probability(bits[pair])
    return CandidatePair(RecordId(pair[0]), RecordId(pair[1]), likely, known.weights if known else ())
