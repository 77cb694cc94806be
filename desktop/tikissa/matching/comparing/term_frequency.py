"""How often two strangers share a value: by the register itself, steadied by what is usual for the kind."""

from collections.abc import Callable, Mapping

import numpy as np

from tikissa.matching.comparing.compared import Bits, Levels, Records, distinct_keys
from tikissa.matching.preparing.fields import Codes, Field

_SAMPLE = 6000
_GUESSED_PAIRS = 1000.0

STEADY = 200.0
"""How many unseen records the usual share counts for."""

_ONE_HOUSEHOLD = 3
"""Holders of one phone or address that are still no reason to think that everybody has it."""

_VARIANTS = {"close": 40.0, "similar": 400.0, "nickname": 5.0, "part": 3.0}
"""Into how many others a name is miswritten, shortened or cut, roughly."""


def log_shares(field: Field, usual: float, drawn: int, steady: float = STEADY) -> Bits:
    """Return log2 of each value's share among strangers.

    `drawn`: how many of a value's records a pair itself accounts for: 1 for names, 2 for what only one customer has.
    """
    total = int(field.counts.sum())
    shares = (np.maximum(field.counts - drawn, 0.0) + steady * usual) / (max(total - drawn, 0) + steady)
    return np.log2(np.minimum(shares, 1.0)).astype(np.float32)


def log_shares_of_customers(field: Field, usual: float, sorts: Codes | None) -> Bits:
    """Return log2 of each value's share among strangers, for values that mostly one customer has.

    The rows of one customer count once: holders are told apart by `sorts` (how their name begins) where it is given.
    """
    if sorts is None:
        return log_shares(field, usual, 2)
    others = np.zeros(len(field.values))
    for codes in field.codes:
        pairs = np.flatnonzero((codes >= 0) & (sorts >= 0))
        keys = distinct_keys((codes[pairs].astype(np.int64) << 32) | sorts[pairs])[0]
        others += np.bincount(keys >> 32, minlength=len(field.values))
    shares = (np.maximum(others - _ONE_HOUSEHOLD, 0.0) + STEADY * usual) / (field.filled + STEADY)
    return np.log2(np.minimum(shares, 1.0)).astype(np.float32)


def miswritten(rarer: Bits, kind: str) -> Bits:
    """Return log2 of how likely strangers look like writings of one name, from the share of the rarer writing.

    One of two common names is hardly a miswriting of the other; a rare near-twin of a common one mostly is.
    """
    likely: Bits = np.minimum(rarer + np.float32(np.log2(2 * _VARIANTS[kind])), np.float32(-0.1))
    return likely


def sampled_shares(
    compare: Callable[[Records, Records], Levels], records: int, highest: int, guessed: Mapping[int, float]
) -> Bits:
    """Return log2 of how often strangers reach each level from 0 to `highest`, from pairs drawn at random.

    `guessed` shares count for as many pairs as are drawn in a register of some thousand rows.
    """
    draw = np.random.default_rng(20)
    first, second = draw.integers(0, records, (2, _SAMPLE)).astype(np.int32)
    levels = compare(first[first != second], second[first != second])
    counts = np.bincount(levels, minlength=highest + 1)[1:].astype(np.float64)
    expected = np.array([guessed.get(level, 0.0) for level in range(1, highest + 1)])
    expected[-1] += 1 - expected.sum()
    shares = (counts + _GUESSED_PAIRS * expected + 0.1) / (counts.sum() + _GUESSED_PAIRS + 0.1 * highest)
    logs: Bits = np.log2(np.append(1.0, shares)).astype(np.float32)
    return logs
