"""Finds which rows of a register are the same customer, and which belong together without being one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

import numpy as np

from tikissa.matching.blocking.blocking import candidate_pairs, pair_keys, united
from tikissa.matching.clustering.clustering import Gathered, Known, Verdicts, as_judged, clusters_of, gathered
from tikissa.matching.clustering.clusters import Group, Labels
from tikissa.matching.clustering.explained_differences import unexplained
from tikissa.matching.clustering.relations import related, relations_of_pairs
from tikissa.matching.clustering.user_judgements import Judged
from tikissa.matching.comparing.comparers import comparers
from tikissa.matching.comparing.exact_duplicates import identical_pairs
from tikissa.matching.estimating.answer_calibration import taught
from tikissa.matching.estimating.weight_estimation import learnt
from tikissa.matching.explaining.weight_evidence import ExplainedPairs
from tikissa.matching.preparing.fields import TICKS_EVERY, Field
from tikissa.matching.preparing.packed_columns import every_field
from tikissa.matching.weighing.merge_safety import (
    Flags,
    cut_names,
    may_be_another,
    may_be_branches,
    nearly_sure_pairs,
    one_writing,
    safe_pairs,
    sure_copies,
    tax_groups,
)
from tikissa.matching.weighing.scored_pairs import Pairs, score_all
from tikissa.matching.weighing.scoring import Model, rescore
from tikissa.model.analysis import RecordKeys
from tikissa.model.collector import collector_resting
from tikissa.model.decision import Word
from tikissa.model.matching import Cluster, Related, Relation
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema

_COPY = 10.0
"""Bits of a pair whose rows are equal in all that describes the customer."""

_COULD_BE_COPY = -6.0


@dataclass(frozen=True, slots=True)
class Matching:
    """`clusters`: rows of one customer, no row in two of them. `related`: rows that belong together and stay apart."""

    clusters: tuple[Cluster, ...]
    related: tuple[Related, ...]


def match(
    register: Register,
    schema: Schema,
    keys: RecordKeys,
    judgements: tuple[Word, ...] = (),
    progress: Progress = NoProgress(),
    settled: frozenset[str] = frozenset(),
) -> Matching:
    """Match a register's rows. `judgements` are obeyed: what the user called different is never one cluster.

    `settled`: columns of which the user has said that it does not matter which of two values stays.
    """
    if len(register) < 2:
        return Matching((), ())
    with collector_resting():
        return _matched(register, schema, keys, Said(judgements, settled), progress)


@dataclass(frozen=True, slots=True)
class Said:
    """What the user has said: of pairs of records, and of the columns in which they may differ."""

    judgements: tuple[Word, ...]
    settled: frozenset[str]


def _matched(register: Register, schema: Schema, keys: RecordKeys, said: Said, progress: Progress) -> Matching:
    fields = _fields(register, schema, progress)
    compare = comparers(fields, lambda: progress.report("matching.prepare", 1, 1))
    if not compare:
        return Matching((), ())
    judged = Judged.of(said.judgements, keys)
    candidates = united([candidate_pairs(fields, len(register), progress), judged.pair_keys, judged.again_keys])
    model, pairs = score_all(candidates, judged.pair_keys, compare, len(register), progress)
    model, scored = learnt(model, pairs.scored, len(register), lambda: progress.report("matching.gather", 0, 4))
    pairs = replace(pairs, scored=scored)
    progress.report("matching.gather", 0, 4)
    lesson = taught(model, pairs, judged, len(register))
    pairs = _by(lesson, pairs) if lesson is not model else pairs
    progress.report("matching.gather", 0, 4)
    pairs = _with_copies(pairs, _copies(register, schema, lesson, pairs))
    known = Known(len(register), _has_tax_groups(schema))
    found = gathered(lesson, pairs, compare, judged, known, progress)
    return _answer(register, schema, (model, lesson), found, judged, said.settled, progress)


def _has_tax_groups(schema: Schema) -> bool:
    return bool(schema.columns_of(Meaning.VAT_NUMBER)) and not schema.columns_of(Meaning.BUSINESS_ID)


def _by(model: Model, pairs: Pairs) -> Pairs:
    """Return the pairs as this model scores them."""
    return replace(pairs, scored=rescore(model, pairs.scored))


def _fields(register: Register, schema: Schema, progress: Progress) -> dict[str, Field]:
    values = sum(len(cells.texts) for cells in register.cells)
    done = count(0, TICKS_EVERY)

    def tick() -> None:
        progress.report("matching.prepare", min(next(done), values), values)

    return every_field(register, schema, tick)


def _answer(
    register: Register,
    schema: Schema,
    models: tuple[Model, Model],
    found: Gathered,
    judged: Judged,
    settled: frozenset[str],
    progress: Progress,
) -> Matching:
    """Tell what was found. `models`: the one before the user's answers, and the one they have moved.

    Safe is only what is safe by both: answers can raise a doubt, never take one away.
    """

    def tick() -> None:
        progress.report("matching.gather", 3, 4)

    tick()
    before, model = models
    pairs = found.pairs
    customers = _customers(found.groups, len(register))
    inside = customers[pairs.first] == customers[pairs.second]
    flags = relations_of_pairs(model, pairs, tax_groups(model, pairs.scored) & _has_tax_groups(schema))
    tick()
    explained = ExplainedPairs(model, pairs, inside | np.logical_or.reduce(list(flags.values())), tick)
    tick()
    copies = _copies(register, schema, model, pairs)
    tick()
    sure = _sure(model, pairs, inside, copies)
    tick()
    if before is not model:
        sure &= _sure(before, as_judged(_with_copies(_by(before, pairs), copies), judged), inside, copies)
    tick()
    told_same = np.isin(pair_keys(pairs.first, pairs.second), judged.same_keys)
    doubted = (~one_writing(model, pairs.scored) | may_be_branches(model, pairs.scored)) & ~told_same
    others = may_be_another(model, pairs.scored) & ~told_same
    cut = cut_names(model, pairs.scored)
    likely = nearly_sure_pairs(model, pairs.scored) & ~(cut & _torn(pairs, inside, len(customers)))
    unlike = unexplained(register, schema, found.groups, settled)
    tick()
    verdicts = Verdicts(inside, sure | told_same, doubted, cut, likely, others, unlike)
    clusters = clusters_of(found, verdicts, explained, tick)
    return Matching(clusters, tuple(related(_as_told(flags, pairs, judged), pairs, customers, explained, tick)))


def _sure(model: Model, pairs: Pairs, inside: Flags, copies: Flags) -> Flags:
    """Return the pairs that leave no doubt; `copies` are those whose rows are equal."""
    size = int(pairs.second.max(initial=0)) + 1
    return safe_pairs(model, pairs.scored, copies) & inside & ~_torn(pairs, inside, size)


def _torn(pairs: Pairs, inside: Flags, size: int) -> Flags:
    """Return the pairs of a record that might as well be another customer's: a father's row or his son's, say."""
    torn = np.zeros(size, bool)
    elsewhere = (pairs.scored.bits > 0) & ~inside
    torn[pairs.first[elsewhere]] = torn[pairs.second[elsewhere]] = True
    both: Flags = torn[pairs.first] | torn[pairs.second]
    return both


def _as_told(flags: Mapping[Relation, Flags], pairs: Pairs, judged: Judged) -> dict[Relation, Flags]:
    """Return the relations with those the user has named, and without any where the user said: different."""
    told = {relation: flag.copy() for relation, flag in flags.items()}
    for place in np.flatnonzero(np.isin(pair_keys(pairs.first, pairs.second), judged.pair_keys)):
        pair = (int(pairs.first[place]), int(pairs.second[place]))
        for relation, flag in told.items():
            flag[place] = judged.related.get(pair) is relation
    return told


def _copies(register: Register, schema: Schema, model: Model, pairs: Pairs) -> Flags:
    """Return which pairs are copies of one row."""
    identical = np.zeros(len(pairs), bool)
    likely = np.flatnonzero(pairs.scored.bits > _COULD_BE_COPY)
    identical[likely] = identical_pairs(register, schema, pairs.first[likely], pairs.second[likely])
    return sure_copies(model, pairs.scored, identical)


def _with_copies(pairs: Pairs, copies: Flags) -> Pairs:
    """Return the pairs with copies as sure as they are."""
    bits = np.where(copies, np.maximum(pairs.scored.bits, _COPY), pairs.scored.bits)
    return replace(pairs, scored=replace(pairs.scored, bits=bits))


def _customers(groups: Sequence[Group], size: int) -> Labels:
    """Return a label a record: its own number, or the first record's of its group."""
    labels = np.arange(size, dtype=np.int32)
    for group in groups:
        labels[list(group)] = group[0]
    return labels
