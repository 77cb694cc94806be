"""Puts the weights of pairs into the words of the model, strongest first."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np

from tikissa.matching.comparing.compared import distinct_keys
from tikissa.matching.preparing.plain_columns import PREFIX
from tikissa.matching.weighing.merge_safety import Flags
from tikissa.matching.weighing.scored_pairs import Pairs
from tikissa.matching.weighing.scoring import Model, Scored, Table, chosen, contributions
from tikissa.model.matching import CandidatePair, MatchWeight
from tikissa.model.progress import Tick, nothing
from tikissa.model.record import RecordId

_SHOWN_AS = {
    "exact_here": "exact",
    "exact_elsewhere": "exact",
    "different_here": "different",
    "different_elsewhere": "different",
    "slip": "close",
    "twin": "similar",
    "digit_and_generation": "generation",
    "other_form": "different",
}
"""Levels that differ only in what another comparison has said already, or in what makes a name nearly the same."""

_SILENT = frozenset(("spelt_out",))
"""What weighs nothing and only explains another comparison's difference."""

_AT_A_TIME = 10_000
_MISSING = -(1 << 40)

Weights = tuple[MatchWeight, ...]


@lru_cache(maxsize=65536)
def _weight(comparison: str, level: str, weight: float) -> MatchWeight:
    return MatchWeight(comparison, level, weight)


def probability(bits: float) -> float:
    """Return 0-1 for log-odds in bits, never quite either."""
    return round(min(max(1 / (1 + 2 ** -max(min(bits, 40.0), -40.0)), 0.000001), 0.999999), 6)


class ExplainedPairs:
    """The evidence of chosen pairs, looked up by their places among all pairs; the others have none."""

    def __init__(self, model: Model, pairs: Pairs, places: Flags, tick: Tick = nothing) -> None:
        self._first, self._second = pairs.first.tolist(), pairs.second.tolist()
        self.bits: list[float] = pairs.scored.bits.tolist()
        self._weights: list[Weights] = [()] * len(pairs)
        wanted = np.flatnonzero(places)
        for start in range(0, len(wanted), _AT_A_TIME):
            tick()
            here = wanted[start : start + _AT_A_TIME]
            rows = rows_of_weights(model, chosen(pairs.scored, here))
            for place, weights in zip(here.tolist(), rows, strict=True):
                self._weights[place] = weights

    def weights(self, place: int) -> Weights:
        return self._weights[place]

    def pair(self, place: int) -> CandidatePair:
        records = RecordId(self._first[place]), RecordId(self._second[place])
        return CandidatePair(*records, probability(self.bits[place]), self._weights[place])


def rows_of_weights(model: Model, scored: Scored) -> Iterator[Weights]:
    """Yield the weights of each pair, strongest first, then by the name of the comparison."""
    parts = contributions(model, scored)
    distinct: list[MatchWeight] = []
    codes, strengths = [], []
    shown = [name for name in model.names if name not in _SILENT]
    for name in sorted(shown, key=_comparison_name):
        tenths = np.rint(parts[name] * 10).astype(np.int64)
        kinds, back = distinct_keys((tenths << 8) | scored.levels[name])
        codes.append(back + len(distinct))
        strengths.append(np.where(scored.levels[name] > 0, tenths, _MISSING))
        distinct += [_weight_of(model.tables[name], kind & 255, (kind >> 8) / 10) for kind in kinds.tolist()]
    order = np.argsort(-np.stack(strengths, axis=1), axis=1, kind="stable")
    arranged = np.take_along_axis(np.stack(codes, axis=1), order, axis=1).tolist()
    counts = sum((scored.levels[name] > 0).astype(np.int64) for name in shown)
    for row, count in zip(arranged, np.asarray(counts).tolist(), strict=True):
        yield tuple([distinct[code] for code in row[:count]])


def _comparison_name(name: str) -> str:
    return name.removeprefix(PREFIX)


def _weight_of(table: Table, level: int, weight: float) -> MatchWeight:
    shown = table.levels[level - 1].name if level else ""
    return _weight(_comparison_name(table.name), _SHOWN_AS.get(shown, shown), weight)


def strongest_first(weights: Sequence[MatchWeight]) -> Weights:
    """Return match weights (bits) from the most for to the most against; equal ones by comparison."""
    return tuple(sorted(weights, key=lambda weight: (-weight.weight, weight.comparison)))


def shared_evidence(pairs: Sequence[CandidatePair]) -> Weights:
    """Return the weights that all of some pairs have in common."""
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
