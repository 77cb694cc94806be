"""Which pairs leave no doubt: several independent agreements and nothing that speaks against them."""

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.levels import Stance
from tikissa.matching.scoring import Model, Scored, stances

SAFE_BITS = 7.0
"""Log-odds from which a pair can be safe; the rules below ask for more than the sum."""

_WITNESSES = ("phone", "email", "business_id", "identity_code", "date_of_birth", "street")
"""Beside the name, each of these is a witness of its own."""

_PERSONAL = ("email", "identity_code", "date_of_birth")
"""What a father and his son of one name do not share, as they may share a phone and a home."""

_WHO = ("given_name", "surname", "company", "legal_form", "business_id", "identity_code", "date_of_birth")

Flags = NDArray[np.bool_]


def contradicting_pairs(model: Model, scored: Scored) -> Flags:
    """Return which pairs differ in who they are, not only in where they live or how they are reached."""
    return _any(stances(model, scored.levels, Stance.DIFFERENT), _WHO, len(scored.bits))


def safe_pairs(model: Model, scored: Scored, identical: Flags) -> Flags:
    """Return which pairs are safe by themselves, shape (pairs,).

    `identical`: the pairs whose rows are equal in every column that describes the customer.
    """
    size = len(scored.bits)
    same, alike, different = (stances(model, scored.levels, s) for s in (Stance.SAME, Stance.ALIKE, Stance.DIFFERENT))
    witnesses = np.zeros(size, np.int8)
    for name in _WITNESSES:
        if name in same:
            witnesses += same[name]
    personal = _any(same, _PERSONAL, size)
    named = _named(same, alike, personal, size)
    doubtful = _any(different, ("email",), size) & ~personal
    safe = named & (scored.bits >= SAFE_BITS) & (witnesses >= 2) & ~doubtful
    safe |= identical & (witnesses >= 1) & (scored.bits > 0)
    return safe & ~contradicting_pairs(model, scored) & ~_maybe_branch(same, different, size)


def _named(same: dict[str, Flags], alike: dict[str, Flags], personal: Flags, size: int) -> Flags:
    """The name is the same; of a person one of its two parts may be mistyped, the given name only beside more."""
    if "given_name" not in same:
        return _any(same, ("company",), size)
    given, surname = same["given_name"], same.get("surname", np.ones(size, bool))
    mistyped = alike.get("surname", np.zeros(size, bool))
    named: Flags = (given & (surname | mistyped)) | (alike["given_name"] & surname & personal)
    present = _any(same, ("given_name",), size) | _any(alike, ("given_name",), size)
    return named | (~present & _any(same, ("company",), size))


def _any(flags: dict[str, Flags], names: tuple[str, ...], size: int) -> Flags:
    found: Flags = np.zeros(size, bool)
    for name in names:
        if name in flags:
            found = found | flags[name]
    return found


def _maybe_branch(same: dict[str, Flags], different: dict[str, Flags], size: int) -> Flags:
    """The same business id or company at another street may be a branch."""
    apart = _any(different, ("street", "postal_code"), size)
    return apart & _any(same, ("business_id", "company"), size)
