"""Puts the weights of pairs into the words of the model, strongest first."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from tikissa.matching.clusters import Pair
from tikissa.matching.pairs import Pairs
from tikissa.matching.plain_columns import PREFIX
from tikissa.matching.safety import Flags
from tikissa.matching.scoring import Model, chosen, contributions
from tikissa.model.matching import CandidatePair, MatchWeight
from tikissa.model.record import RecordId

_SHOWN_AS = {
    "exact_here": "exact",
    "exact_elsewhere": "exact",
    "different_here": "different",
    "different_elsewhere": "different",
}
"""Levels that differ only in what another comparison has said already."""

Weights = tuple[MatchWeight, ...]


@lru_cache(maxsize=65536)
def _weight(comparison: str, level: str, weight: float) -> MatchWeight:
    return MatchWeight(comparison, level, weight)


def probability(bits: float) -> float:
    """Return 0-1 for log-odds in bits, never quite either."""
    return round(min(max(1 / (1 + 2 ** -max(min(bits, 40.0), -40.0)), 0.000001), 0.999999), 6)


class ExplainedPairs:
    """The evidence of chosen pairs, looked up by their records."""

    def __init__(self, model: Model, pairs: Pairs, places: Flags) -> None:
        scored = chosen(pairs.scored, places)
        parts = contributions(model, scored)
        rows: list[list[MatchWeight]] = [[] for _ in range(int(places.sum()))]
        for name, table in model.tables.items():
            shown = ["", *(_SHOWN_AS.get(level.name, level.name) for level in table.levels)]
            weights = np.round(parts[name].astype(np.float64), 1).tolist()
            comparison = name.removeprefix(PREFIX)
            for place, level in enumerate(scored.levels[name].tolist()):
                if level:
                    rows[place].append(_weight(comparison, shown[level], weights[place]))
        records = zip(pairs.first[places].tolist(), pairs.second[places].tolist(), strict=True)
        self._weights = dict(zip(records, map(strongest_first, rows), strict=True))

    def weights(self, pair: Pair) -> Weights:
        return self._weights.get(pair, ())

    def pair(self, pair: Pair, bits: float) -> CandidatePair:
        return CandidatePair(RecordId(pair[0]), RecordId(pair[1]), probability(bits), self.weights(pair))


def strongest_first(weights: Sequence[MatchWeight]) -> Weights:
    return tuple(sorted(weights, key=lambda weight: (-weight.weight, weight.comparison)))


def shared_evidence(pairs: Sequence[CandidatePair]) -> Weights:
    return shared_weights([pair.weights for pair in pairs])


def shared_weights(rows: Sequence[Weights]) -> Weights:
    """Return what speaks for a group: of each comparison its mean weight and its most frequent level."""
    if len(rows) == 1:
        return rows[0]
    found: dict[str, list[MatchWeight]] = {}
    for row in rows:
        for weight in row:
            found.setdefault(weight.comparison, []).append(weight)
    return strongest_first([_mean(name, weights) for name, weights in found.items()])


def _mean(name: str, weights: Sequence[MatchWeight]) -> MatchWeight:
    if len(weights) == 1:
        return weights[0]
    levels = [weight.level for weight in weights]
    commonest = max(levels, key=lambda level: (levels.count(level), -levels.index(level)))
    return _weight(name, commonest, round(sum(weight.weight for weight in weights) / len(weights), 1))
