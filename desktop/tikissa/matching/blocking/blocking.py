"""Which pairs of records are worth comparing: those that share a block, over-large blocks divided, never dropped."""

from collections.abc import Iterator, Mapping
from itertools import product

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.blocking.block_keys import REFINEMENTS, Hashes, combined, key_hashes, parts_of, rules_of
from tikissa.matching.comparing.compared import Records
from tikissa.matching.preparing.fields import Fields
from tikissa.model.progress import Progress, Tick, nothing

LARGEST_BLOCK = 30
"""Records that may share a key before they are divided further."""

_SMALLEST_BLOCK = 3

_PAIRS_PER_RECORD = 0.12
_PAIRS_PER_RECORD_OF_ONE_KEY = 1.0
_PAIRS_OF_ANY_RULE = 100_000
"""Pairs a rule may bring per record, and how many it may in any case: cost grows close to linearly."""

_EVERY_PAIR_UP_TO = 500
"""Registers no larger are compared pair by pair throughout."""

_NEIGHBOURS = 1
"""Where nothing divides a block any further, each record is still compared with so many after it."""

PairKeys = NDArray[np.int64]
"""A pair as one number: the smaller record in the upper 32 bits."""


def candidate_pairs(fields: Fields, size: int, progress: Progress) -> PairKeys:
    """Return the distinct pairs worth comparing, ascending."""
    if size <= _EVERY_PAIR_UP_TO:
        first, second = np.triu_indices(size, 1)
        return pair_keys(first.astype(np.int32), second.astype(np.int32))
    hashes = key_hashes(fields, lambda: progress.report("matching.block", 0, 1))
    rules = rules_of(hashes, size)
    found: list[PairKeys] = []
    for place, rule in enumerate(rules):
        for pairs in _pairs_of_rule(rule, hashes, size):
            progress.report("matching.block", place, len(rules))
            found.append(pairs)
    return united(found, lambda: progress.report("matching.block", len(rules), len(rules)))


def pair_keys(left: Records, right: Records) -> PairKeys:
    """Return pairs of records as one number each, the smaller record in the upper 32 bits, shape (pairs,)."""
    low, high = np.minimum(left, right).astype(np.int64), np.maximum(left, right)
    keys: PairKeys = (low << 32) | high
    return keys


def records_of(keys: PairKeys) -> tuple[Records, Records]:
    """Return the smaller and the larger record of each key, two arrays of shape (pairs,)."""
    return (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32)


def united(parts: list[PairKeys], tick: Tick = nothing) -> PairKeys:
    """Return all the pairs once, ascending."""
    tick()
    keys = np.concatenate([np.empty(0, np.int64), *parts])
    tick()
    keys.sort()
    tick()
    return keys[np.concatenate([[True], keys[1:] != keys[:-1]])] if len(keys) else keys


def _pairs_of_rule(rule: tuple[str, ...], hashes: Mapping[str, Hashes], size: int) -> Iterator[PairKeys]:
    parts = [combined(list(choice)) for choice in product(*(hashes[key] for key in rule))]
    keys = np.concatenate(parts)
    records = np.tile(np.arange(size, dtype=np.int32), len(parts))
    present = keys != 0
    per_record = _PAIRS_PER_RECORD_OF_ONE_KEY if len(parts_of(rule)) == 1 else _PAIRS_PER_RECORD
    budget = max(_PAIRS_OF_ANY_RULE, int(per_record * size))
    yield from _pairs_of_blocks(records[present], keys[present], budget, _finer(rule, hashes))


def _finer(rule: tuple[str, ...], hashes: Mapping[str, Hashes]) -> tuple[NDArray[np.uint64], ...]:
    """Return the keys an over-large block of the rule is divided by."""
    return tuple(column for key in REFINEMENTS if key not in parts_of(rule) for column in hashes.get(key, ()))


def _pairs_of_blocks(
    records: Records, keys: NDArray[np.uint64], budget: int, finer: tuple[NDArray[np.uint64], ...]
) -> Iterator[PairKeys]:
    order, keys = _gathered(keys)
    records = records[order]
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])) if len(keys) else np.empty(0, np.int64)
    sizes = np.diff(np.append(starts, len(keys)))
    largest = _largest_block(sizes, budget)
    small = np.repeat((sizes > 1) & (sizes <= largest), sizes)
    yield from _all_pairs(records[small], keys[small], largest)
    large = np.repeat(sizes > largest, sizes)
    records, keys = records[large], keys[large]
    if len(records) and not finer:
        yield from _all_pairs(records, keys, _NEIGHBOURS)
    for column in finer:
        finer_keys = combined([keys, column[records]])
        present = finer_keys != 0
        yield from _pairs_of_blocks(records[present], finer_keys[present], budget // len(finer), ())


def _gathered(keys: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """Return the places of the keys gathered by key, ascending within each, and the keys in that order.

    The lowest bits of a key make room for its place, so that plain numbers are sorted, which is many times faster:
    more than forty bits are left to tell the keys of a million records apart.
    """
    room = np.uint64(max(len(keys) - 1, 1).bit_length())
    packed = ((keys >> room) << room) | np.arange(len(keys), dtype=np.uint64)
    packed.sort()
    return (packed & ((np.uint64(1) << room) - np.uint64(1))).astype(np.int64), packed >> room


def _largest_block(sizes: NDArray[np.int64], budget: int) -> int:
    """Return up to what size blocks are compared pair by pair, so that the pairs stay within the budget."""
    counts = np.bincount(np.minimum(sizes, LARGEST_BLOCK + 1), minlength=LARGEST_BLOCK + 2)
    lengths = np.arange(LARGEST_BLOCK + 2)
    pairs = np.cumsum(counts * lengths * (lengths - 1) // 2)
    return max(int(np.searchsorted(pairs[: LARGEST_BLOCK + 1], budget, side="right")) - 1, _SMALLEST_BLOCK)


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
