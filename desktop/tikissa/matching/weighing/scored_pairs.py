"""Compares and scores candidate pairs chunk by chunk, keeping those that may be one customer or belong together."""

from dataclasses import dataclass

import numpy as np

from tikissa.matching.blocking.blocking import PairKeys, records_of
from tikissa.matching.comparing.compared import Compared, Comparer, Records
from tikissa.matching.weighing.scoring import KINDS, Model, Scored, chosen, first_model, joined, score
from tikissa.model.progress import Progress

_CHUNK = 50_000
_RELATED = tuple(map(KINDS.index, ("household", "siblings", "company")))
_WORTH_KEEPING = -12.0
"""Pairs less likely than this (in bits) are nobody's business."""

Comparers = tuple[Comparer, ...]


@dataclass(frozen=True, eq=False)
class Pairs:
    """Compared pairs of records: `first` < `second`, shape (pairs,), ascending, with their scores."""

    first: Records
    second: Records
    scored: Scored

    def __len__(self) -> int:
        return len(self.first)


def pairs_of(keys: PairKeys, scored: Scored) -> Pairs:
    """Return scored pairs with their records; `keys` and the arrays of `scored` go by the same order."""
    return Pairs(*records_of(keys), scored)


def compare_all(compare: Comparers, first: Records, second: Records) -> dict[str, Compared]:
    """Return what all comparers say of pairs of records, by comparison; each has shape (pairs,)."""
    compared: dict[str, Compared] = {}
    for comparer in compare:
        compared |= comparer(first, second)
    return compared


def score_all(
    keys: PairKeys, always: PairKeys, compare: Comparers, size: int, progress: Progress
) -> tuple[Model, Pairs]:
    """Score the pairs; `always` are kept whatever they score. Also returns the model they were scored with."""
    names = tuple(compare_all(compare, *records_of(keys[:0])))
    model = first_model(names, size)
    kept, parts = [], []
    for start in range(0, max(len(keys), 1), _CHUNK):
        progress.report("matching.compare", start, len(keys))
        chunk = keys[start : start + _CHUNK]
        scored = score(model, compare_all(compare, *records_of(chunk)))
        worth = (scored.bits > _WORTH_KEEPING) | np.isin(scored.kinds.argmax(axis=0), _RELATED) | np.isin(chunk, always)
        kept.append(chunk[worth])
        parts.append(chosen(scored, worth))
    return model, pairs_of(np.concatenate(kept), joined(parts))


def with_more(model: Model, pairs: Pairs, keys: PairKeys, compare: Comparers) -> Pairs:
    """Return the pairs and further ones, compared and scored now; the order is kept ascending."""
    if not len(keys):
        return pairs
    more = score(model, compare_all(compare, *records_of(keys)))
    known = (pairs.first.astype(np.int64) << 32) | pairs.second
    every = np.concatenate([known, keys])
    order = np.argsort(every, kind="stable")
    return pairs_of(every[order], chosen(joined([pairs.scored, more]), order))
