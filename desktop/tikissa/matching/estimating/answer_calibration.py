"""Moves the weights a little towards what the user has answered of this register's pairs.

The model's log-odds stand, and each level of a comparison may add or take a little, the same for every pair. Let x be
the levels of an answered pair, y its answer (1: the same customer), b the log-odds before and s the levels of the pairs
nobody doubts; the moves d are those that maximise

    sum w (y (b + x d) - log(1 + exp(b + x d))) - sum d² / 2v - mean (s d)² / 2u

This is a logistic regression on top of a given offset, held to zero by a ridge (le Cessie & van Houwelingen, "Ridge
estimators in logistic regression", Applied Statistics 41, 1992). An answer that says what was thought already moves
nothing, v is how far a surprising one may, and u how far the sure pairs may be moved along.

No answer counts alone. Answers are of one kind when they say the same of pairs that agree in the same comparisons, and
however many of a kind there are, they count for one less: a slip of the hand changes nothing. What was said of
one group in one go is one answer.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.blocking.blocking import pair_keys
from tikissa.matching.clustering.clusters import labels_of
from tikissa.matching.clustering.user_judgements import Judged
from tikissa.matching.comparing.compared import Bits
from tikissa.matching.comparing.comparison_levels import Stance
from tikissa.matching.weighing.merge_safety import SAFE_BITS
from tikissa.matching.weighing.scored_pairs import Pairs
from tikissa.matching.weighing.scoring import Model, Scored, chosen, stances

_VARIANCE = 0.15
"""How freely a level moves, in squared nats: twenty answers turn odds of forty to one, five leave six to one."""
_SURE_VARIANCE = 0.2
"""How freely the odds of pairs nobody doubts move: what they share with those that turned out different is not what
made the difference."""
_FURTHEST = 2.0
"""No level moves further than so many bits, however many answers there are."""
_MOST_SURE = 20_000
_MOST_ANSWERS = 5_000
_ROUNDS = 60
_ENOUGH = 1e-4
"""A round that takes no pair's odds further is the last."""
_STRIDE = 1.0
"""How far a round may take any pair's odds: from far off, the usual step of such a regression overshoots."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Answers:
    """Pairs the user has answered: their levels, whether they are the same (0 or 1), and what each answer counts."""

    scored: Scored
    same: Numbers
    counts: Numbers


def taught(model: Model, pairs: Pairs, judged: Judged, size: int) -> Model:
    """Return the model with its weights moved by the answers on a register of `size` records; itself without any."""
    answers = _answers(model, pairs, judged, size) if judged.certain else None
    if answers is None or not answers.counts.any():
        return model
    moves = _moves(model, answers, _sure(pairs))
    tables = {name: replace(table, match=table.match + moves[name]) for name, table in model.tables.items()}
    return replace(model, tables=tables)


def _answers(model: Model, pairs: Pairs, judged: Judged, size: int) -> Answers:
    places = np.flatnonzero(np.isin(pair_keys(pairs.first, pairs.second), judged.pair_keys))
    first, second, scored = pairs.first[places], pairs.second[places], chosen(pairs.scored, places)
    said = zip(first.tolist(), second.tolist(), strict=True)
    same = np.array([judged.certain[pair] > 0 for pair in said], np.float64)
    kinds = _kinds(model, scored, same)
    groups = labels_of(first, second, size)[first]
    return _most_telling(Answers(scored, same, _counts(kinds, groups)))


def _most_telling(answers: Answers) -> Answers:
    """Leave out what was expected anyway where there are very many answers: a click can accept a hundred thousand."""
    expected = 1 / (1 + np.exp2(-np.clip(answers.scored.bits.astype(np.float64), -60, 60)))
    order = np.argsort(-np.abs(answers.same - expected), kind="stable")[:_MOST_ANSWERS]
    return Answers(chosen(answers.scored, order), answers.same[order], answers.counts[order])


def _kinds(model: Model, scored: Scored, same: Numbers) -> NDArray[np.int64]:
    """Return a number for the kind of each answer: what it says, and in which comparisons the two agree."""
    agree = [stances(model, scored.levels, stance) for stance in (Stance.SAME, Stance.ALIKE)]
    columns = [same > 0, *(agree[0][name] | agree[1][name] for name in model.names)]
    return np.unique(np.stack(columns, axis=1), axis=0, return_inverse=True)[1].reshape(-1)


def _counts(kinds: NDArray[np.int64], groups: NDArray[np.int32]) -> Numbers:
    """Return what each pair counts: the answers of its kind count for one less, shared among the pairs of an answer."""
    answers, answer_of = np.unique(np.stack([kinds, groups], axis=1), axis=0, return_inverse=True)
    pairs_of_answer = np.bincount(answer_of.reshape(-1))
    answers_of_kind = np.bincount(answers[:, 0])[kinds]
    counts: Numbers = (1 - 1 / answers_of_kind) / pairs_of_answer[answer_of.reshape(-1)]
    return counts


def _sure(pairs: Pairs) -> Scored:
    """Return pairs nobody doubts, at most so many of them."""
    sure = np.flatnonzero(pairs.scored.bits >= SAFE_BITS)
    return chosen(pairs.scored, sure[:: len(sure) // _MOST_SURE + 1])


def _moves(model: Model, answers: Answers, sure: Scored) -> dict[str, Bits]:
    """Return by comparison how far each level's weight moves, in bits; the level of what is missing never does."""
    seen, known = _indicators(model, answers.scored), _indicators(model, sure)
    held = np.eye(seen.shape[1]) / _VARIANCE + known.T @ known / (_SURE_VARIANCE * max(len(known), 1))
    moves = np.zeros(seen.shape[1])
    before = answers.scored.bits.astype(np.float64) * np.log(2)
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-np.clip(before + seen @ moves, -40, 40)))
        slope = seen.T @ (answers.counts * (answers.same - likely)) - held @ moves
        bend = (seen.T * (answers.counts * likely * (1 - likely))) @ seen + held
        step = np.linalg.solve(bend, slope)
        furthest = np.abs(seen @ step).max()
        moves = moves + step * min(1.0, _STRIDE / max(furthest, _ENOUGH))
        if furthest < _ENOUGH:
            break
    bits = np.clip(moves / np.log(2), -_FURTHEST, _FURTHEST).astype(np.float32)
    ends = np.cumsum([len(table.levels) for table in model.tables.values()])[:-1]
    parts = zip(model.names, np.split(bits, ends), strict=True)
    return {name: np.concatenate([np.zeros(1, np.float32), part]) for name, part in parts}


def _indicators(model: Model, scored: Scored) -> Numbers:
    """Return which level each pair has in every comparison, shape (pairs, levels); none where a value is missing."""
    parts = (
        scored.levels[name][:, None] == np.arange(1, len(table.levels) + 1) for name, table in model.tables.items()
    )
    return np.concatenate([part.astype(np.float64) for part in parts], axis=1)
