"""Puts the weights of pairs into the words of the model, strongest first."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from statistics import fmean

import numpy as np

from tikissa.matching.blocking import PairKeys, records_of
from tikissa.matching.clusters import Pair
from tikissa.matching.scoring import Model, Scored, contributions
from tikissa.model.matching import CandidatePair, MatchWeight
from tikissa.model.register import RecordId

_SHOWN_AS = {
    "exact_here": "exact",
    "exact_elsewhere": "exact",
    "different_here": "different",
    "different_elsewhere": "different",
}
"""Levels that differ only in what another comparison has said already."""


@lru_cache(maxsize=65536)
def _weight(comparison: str, level: str, weight: float) -> MatchWeight:
    return MatchWeight(comparison, level, weight)


def probability(bits: float) -> float:
    """Return 0-1 for log-odds in bits, never quite either."""
    return round(float(min(max(1 / (1 + 2 ** -max(min(bits, 40.0), -40.0)), 0.000001), 0.999999)), 6)


def candidate_pairs(model: Model, keys: PairKeys, scored: Scored) -> dict[Pair, CandidatePair]:
    """Return the pairs with their evidence, by their records."""
    parts = contributions(model, scored)
    levels = {
        name: [None, *(_SHOWN_AS.get(level.name, level.name) for level in t.levels)] for name, t in model.tables.items()
    }
    firsts, seconds = (records.tolist() for records in records_of(keys))
    rows: list[list[MatchWeight]] = [[] for _ in firsts]
    for name, table_levels in levels.items():
        found = scored.levels[name].tolist()
        weights = np.round(parts[name], 1).tolist()
        for place in np.flatnonzero(scored.levels[name]).tolist():
            level = table_levels[found[place]]
            if level is not None:
                rows[place].append(_weight(name, level, weights[place]))
    return {
        (first, second): CandidatePair(RecordId(first), RecordId(second), probability(bits), strongest_first(row))
        for first, second, bits, row in zip(firsts, seconds, scored.bits.tolist(), rows, strict=True)
    }


def strongest_first(weights: Sequence[MatchWeight]) -> tuple[MatchWeight, ...]:
    return tuple(sorted(weights, key=lambda weight: (-weight.weight, weight.comparison)))


def shared_evidence(pairs: Sequence[CandidatePair]) -> tuple[MatchWeight, ...]:
    """Return what speaks for a group: of each comparison its mean weight and its most frequent level."""
    if len(pairs) == 1:
        return pairs[0].weights
    found: dict[str, list[MatchWeight]] = {}
    for pair in pairs:
        for weight in pair.weights:
            found.setdefault(weight.comparison, []).append(weight)
    return strongest_first([_mean(name, weights) for name, weights in found.items()])


def _mean(name: str, weights: Sequence[MatchWeight]) -> MatchWeight:
    levels = [weight.level for weight in weights]
    commonest = max(levels, key=lambda level: (levels.count(level), -levels.index(level)))
    return _weight(name, commonest, round(fmean(weight.weight for weight in weights), 1))


def bits_by_pair(keys: PairKeys, scored: Scored) -> Mapping[Pair, float]:
    firsts, seconds = records_of(keys)
    return dict(zip(zip(firsts.tolist(), seconds.tolist(), strict=True), scored.bits.tolist(), strict=True))
