"""What the user has said of pairs of records; every analysis obeys it."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from tikissa.matching.blocking.blocking import PairKeys
from tikissa.matching.blocking.blocking import pair_keys as keys_of
from tikissa.matching.clustering.clusters import MOST, Pair, pair_of
from tikissa.model.analysis import RecordKeys
from tikissa.model.decision import AskedAgain, Sameness, Word
from tikissa.model.matching import Relation

ASKED_AGAIN = 4.0
"""Bits a pair of rows is worth at least that were one customer before a detail of theirs changed."""

_CERTAIN = {Sameness.SAME: 4 * MOST, Sameness.DIFFERENT: -4 * MOST, Sameness.RELATED: -4 * MOST}


@dataclass(frozen=True, eq=False)
class Judged:
    """`certain`: bits of the pairs that have been decided; `apart` are never in one group; the later verdict counts.

    `again` were said to be the same before a detail of theirs changed: they are asked about, whatever is against it.
    """

    certain: dict[Pair, float]
    same: frozenset[Pair]
    apart: frozenset[Pair]
    related: dict[Pair, Relation]
    again: frozenset[Pair] = frozenset()

    @classmethod
    def of(cls, judgements: Iterable[Word], keys: RecordKeys) -> "Judged":
        """Find the records the judgements speak of; one on records that are gone is left out."""
        verdicts: dict[Pair, Sameness] = {}
        related: dict[Pair, Relation] = {}
        again: set[Pair] = set()
        for judgement in judgements:
            first, second = keys.record(judgement.first), keys.record(judgement.second)
            if first is not None and second is not None and first != second:
                pair = pair_of(first, second)
                if isinstance(judgement, AskedAgain):
                    again |= {pair} if judgement.said is Sameness.SAME else set()
                    continue
                verdicts[pair] = judgement.sameness
                related.pop(pair, None)
                if judgement.sameness is Sameness.RELATED and judgement.relation is not None:
                    related[pair] = judgement.relation
        certain = {pair: _CERTAIN[sameness] for pair, sameness in verdicts.items() if sameness in _CERTAIN}
        same = frozenset(pair for pair, sameness in verdicts.items() if sameness is Sameness.SAME)
        apart = frozenset(pair for pair, bits in certain.items() if bits < 0)
        return cls(certain, same, apart, related, frozenset(again - certain.keys()))

    @property
    def pair_keys(self) -> PairKeys:
        return _keys(self.certain)

    @property
    def again_keys(self) -> PairKeys:
        return _keys(self.again)

    @property
    def same_keys(self) -> PairKeys:
        return _keys(self.same)

    def forbids(self, pair: Pair) -> bool:
        return pair in self.apart


def _keys(pairs: Iterable[Pair]) -> PairKeys:
    records = np.array(sorted(pairs), np.int32).reshape(-1, 2)
    return keys_of(records[:, 0], records[:, 1])
