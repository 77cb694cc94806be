"""Which pairs leave no doubt: several independent agreements and nothing that speaks against them."""

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.compared import MISSING
from tikissa.matching.levels import Stance
from tikissa.matching.scoring import Model, Scored, stances

SAFE_BITS = 9.0
"""Log-odds from which a pair can be safe: one wrong in five hundred by the model itself, before the rules below."""

_AGREEMENTS = ("phone", "email", "business_id", "identity_code", "date_of_birth", "street")
"""Beside the name, each of these is a witness of its own."""

_NEVER_DIFFERENT = ("given_name", "surname", "company", "legal_form", "business_id", "identity_code", "date_of_birth")

Flags = NDArray[np.bool_]


def contradicting_pairs(model: Model, scored: Scored) -> Flags:
    """Return which pairs differ in who they are, not only in where they live or how they are reached."""
    different = stances(model, scored.levels, Stance.DIFFERENT)
    flags: Flags = np.zeros(len(scored.bits), bool)
    for name in _NEVER_DIFFERENT:
        if name in different:
            flags |= different[name]
    return flags


def safe_pairs(model: Model, scored: Scored) -> Flags:
    """Return which pairs are safe by themselves, shape (pairs,)."""
    same, alike, different = (stances(model, scored.levels, s) for s in (Stance.SAME, Stance.ALIKE, Stance.DIFFERENT))
    witnesses = np.zeros(len(scored.bits), np.int8)
    for name in _AGREEMENTS:
        if name in same:
            witnesses += same[name]
    named = np.zeros(len(scored.bits), bool)
    for name in ("given_name", "company"):
        if name in same:
            named |= same[name] | (alike[name] & (witnesses >= 3))
    if "surname" in same:
        named &= same["surname"] | (alike["surname"] & (witnesses >= 3)) | (scored.levels["surname"] == MISSING)
    safe = (scored.bits >= SAFE_BITS) & named & (witnesses >= 2)
    safe &= ~contradicting_pairs(model, scored)
    return safe & ~_maybe_branch(same, different)


def _maybe_branch(same: dict[str, Flags], different: dict[str, Flags]) -> Flags:
    """The same business id or company at another street may be a branch."""
    apart = [different[name] for name in ("street", "postal_code") if name in different]
    shared = [same[name] for name in ("business_id", "company") if name in same]
    if not apart or not shared:
        return np.zeros(len(next(iter(same.values()))), bool)
    maybe: Flags = np.logical_or.reduce(apart) & np.logical_or.reduce(shared)
    return maybe
