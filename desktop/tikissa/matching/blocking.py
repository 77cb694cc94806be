"""Which pairs of records are worth comparing: those that share a block, over-large blocks divided, never dropped."""

from collections.abc import Iterator, Mapping
from itertools import product

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.block_keys import REFINEMENTS, RULES, Hashes, combined, key_hashes
from tikissa.matching.compared import Records
from tikissa.matching.fields import Fields
from tikissa.model.progress import Progress

LARGEST_BLOCK = 30
"""Records that may share a key before they are divided further."""

_EVERY_PAIR_UP_TO = 1000
"""Registers no larger are compared pair by pair throughout."""

_NEIGHBOURS = 2
"""Where nothing divides a block, each record is still compared with so many after it."""

PairKeys = NDArray[np.int64]
"""A pair as one number: the smaller record in the upper 32 bits."""


def candidate_pairs(fields: Fields, size: int, progress: Progress) -> PairKeys:
    """Return the distinct pairs worth comparing, ascending."""
    if size <= _EVERY_PAIR_UP_TO:
        first, second = np.triu_indices(size, 1)
        return pair_keys(first.astype(np.int32), second.astype(np.int32))
    hashes = key_hashes(fields)
    rules = [rule for rule in RULES if all(key in hashes for key in rule)]
    found: PairKeys = np.empty(0, np.int64)
    for place, rule in enumerate(rules):
        progress.report("matching.block", place, len(rules))
        found = _united(found, list(_pairs_of_rule(rule, hashes, size)))
    return found


def pair_keys(left: Records, right: Records) -> PairKeys:
    low, high = np.minimum(left, right).astype(np.int64), np.maximum(left, right)
    keys: PairKeys = (low << 32) | high
    return keys


def records_of(keys: PairKeys) -> tuple[Records, Records]:
    return (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32)


def _united(found: PairKeys, more: list[PairKeys]) -> PairKeys:
    keys = np.concatenate([found, *more])
    keys.sort()
    return keys[np.concatenate([[True], keys[1:] != keys[:-1]])] if len(keys) else keys


def _pairs_of_rule(rule: tuple[str, ...], hashes: Mapping[str, Hashes], size: int) -> Iterator[PairKeys]:
    parts = [combined(list(choice)) for choice in product(*(hashes[key] for key in rule))]
    keys = np.concatenate(parts)
    records = np.tile(np.arange(size, dtype=np.int32), len(parts))
    present = keys != 0
    yield from _pairs_of_blocks(records[present], keys[present], hashes, REFINEMENTS)


def _pairs_of_blocks(
    records: Records, keys: NDArray[np.uint64], hashes: Mapping[str, Hashes], refinements: tuple[str, ...]
) -> Iterator[PairKeys]:
    order = np.argsort(keys, kind="stable")
    records, keys = records[order], keys[order]
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])) if len(keys) else np.empty(0, np.int64)
    sizes = np.diff(np.append(starts, len(keys)))
    small = np.repeat((sizes > 1) & (sizes <= LARGEST_BLOCK), sizes)
    yield from _all_pairs(records[small], keys[small], LARGEST_BLOCK)
    large = np.repeat(sizes > LARGEST_BLOCK, sizes)
    if large.any():
        yield from _pairs_of_large(records[large], keys[large], hashes, refinements)


def _pairs_of_large(
    records: Records, keys: NDArray[np.uint64], hashes: Mapping[str, Hashes], refinements: tuple[str, ...]
) -> Iterator[PairKeys]:
    yield from _all_pairs(records, keys, _NEIGHBOURS)
    for place, key in enumerate(refinements):
        for column in hashes.get(key, ()):
            finer = combined([keys, column[records]])
            present = finer != 0
            following = refinements[place + 1 :] if len(refinements) == len(REFINEMENTS) else ()
            yield from _pairs_of_blocks(records[present], finer[present], hashes, following)


def _all_pairs(records: Records, keys: NDArray[np.uint64], largest: int) -> Iterator[PairKeys]:
    """Yield the pairs of records that share a key, neighbours first, up to `largest` places apart."""
    places = np.arange(len(keys))
    for apart in range(1, largest + 1):
        places = places[places + apart < len(keys)]
        places = places[keys[places] == keys[places + apart]]
        if not len(places):
            return
        left, right = records[places], records[places + apart]
        different = left != right
        yield pair_keys(left[different], right[different])
