"""Which pairs leave no doubt: several independent agreements and nothing that speaks against them."""

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.compared import MISSING
from tikissa.matching.comparisons.places import DIFFERENT_ELSEWHERE, OTHER_NUMBER
from tikissa.matching.levels import LEVELS, Stance
from tikissa.matching.scoring import Model, Scored, stances

SAFE_BITS = 7.0
"""Log-odds from which a pair can be safe; the rules below ask for more than the sum."""

_SAFE_BITS_OF_MANY = 5.0
"""Where the name, a personal witness and two more agree, the rules carry more than the sum."""

_WITNESSES = ("phone", "email", "business_id", "identity_code", "date_of_birth", "street")
"""Beside the name, each of these is a witness of its own."""

_PERSONAL = ("email", "identity_code", "date_of_birth")
"""What a father and his son of one name do not share, as they may share a phone and a home."""

_FOR_LIFE = ("identity_code", "date_of_birth")
"""What nobody changes and a namesake in the family does not have."""

_MANY_WITNESSES = 3
"""Where so many agree, one of them personal, a surname that is missing or quite mistyped leaves no doubt."""

_NO_WITNESS = -6.0
"""What more strangers than this share (log2) is no witness: a shop's own number, an address written where none is."""

_NAMING = frozenset(("given_name", "surname", "company"))
_FEWEST_NAMELESS = 3
"""Columns without a meaning that must agree where nothing tells a name; a phone alone is a household's."""

_HARDLY_EVER = -2.5
"""Bits from which a difference in a column without a meaning leaves a doubt."""

_REACHED = ("phone", "email", "street", "postal_code")

_WHO = (
    "kind",
    "generation",
    "given_name",
    "surname",
    "company",
    "legal_form",
    "business_id",
    "identity_code",
    "date_of_birth",
)

Flags = NDArray[np.bool_]


def contradicting_pairs(model: Model, scored: Scored) -> Flags:
    """Return which pairs differ in who they are, not only in where they live or how they are reached.

    Another surname is none where the identity code is the same, which stays as it is when people marry.
    """
    size = len(scored.bits)
    different = stances(model, scored.levels, Stance.DIFFERENT)
    same = _without_common(scored, stances(model, scored.levels, Stance.SAME))
    married = _any(same, ("identity_code",), size) & _any(same, ("given_name",), size)
    who = _any(different, tuple(name for name in _WHO if name != "surname"), size)
    return who | (_any(different, ("surname",), size) & ~married)


def safe_pairs(model: Model, scored: Scored, identical: Flags) -> Flags:
    """Return which pairs are safe by themselves, shape (pairs,).

    `identical`: the pairs that `sure_copies` found.
    """
    size = len(scored.bits)
    different = stances(model, scored.levels, Stance.DIFFERENT)
    same, alike = (_without_common(scored, stances(model, scored.levels, s)) for s in (Stance.SAME, Stance.ALIKE))
    witnesses = _witnesses(same, alike, size)
    personal = _any(same, _PERSONAL, size)
    named, mistyped = _named(same, alike, size)
    mistyped |= _any(same, ("given_name",), size) & (witnesses >= _MANY_WITNESSES)
    differing = _any(different, _REACHED, size)
    enough = (witnesses >= 2) & (personal | ~_any(different, ("email",), size))
    reached = personal | _any(same, ("phone",), size)
    enough |= (witnesses == 1) & (~differing | (reached & ~_any(different, ("phone", "email"), size)))
    if not _NAMING & set(model.names):
        unknown = sum((same[name].astype(np.int8) for name in same if name not in LEVELS), np.zeros(size, np.int8))
        identical = identical & (personal | (witnesses + unknown >= _FEWEST_NAMELESS))
    safe = (named & enough) | (mistyped & personal & (witnesses >= 2)) | identical
    least = np.where(personal & (witnesses >= 3), _SAFE_BITS_OF_MANY, SAFE_BITS)
    safe &= (scored.bits >= least) | (identical & (scored.bits > 0))
    safe &= ~_any(stances(model, scored.levels, Stance.OPEN), ("generation", "couple"), size)
    safe &= ~contradicting_pairs(model, scored) & ~_unlike_elsewhere(model, scored, same, different)
    return safe & ~_maybe_branch(scored, same, different)


def _unlike_elsewhere(model: Model, scored: Scored, same: dict[str, Flags], different: dict[str, Flags]) -> Flags:
    """Return which pairs differ in a column without a meaning in which this register's customers hardly ever do.

    It may tell father from son, where nothing else does that neither shares with the other.
    """
    size = len(scored.bits)
    unlike: Flags = np.zeros(size, bool)
    for name in (name for name in model.names if name not in LEVELS):
        against = model.tables[name].match[scored.levels[name]] - scored.rarity[name]
        unlike |= different[name] & (against < _HARDLY_EVER)
    return unlike & ~(_any(same, _FOR_LIFE, size) & _any(same, ("given_name",), size))


def sure_copies(model: Model, scored: Scored, identical: Flags) -> Flags:
    """Return which of the pairs with equal rows are copies: the name, if the register has one, and one witness more.

    Two rows with nothing but the same name and town may be namesakes.
    """
    same, alike = (_without_common(scored, stances(model, scored.levels, s)) for s in (Stance.SAME, Stance.ALIKE))
    size = len(scored.bits)
    named, _ = _named(same, alike, size)
    unknown = tuple(name for name in model.names if name not in LEVELS)
    plain = sum((same[name].astype(np.int8) for name in unknown), np.zeros(size, np.int8))
    witnesses = _witnesses(same, alike, size)
    for name in unknown:
        identical = identical & (same[name] | (scored.levels[name] == MISSING))
    nameless = not _NAMING & set(model.names)
    return identical & ((witnesses >= 1) | (plain >= 2)) & (named | nameless)


def _without_common(scored: Scored, stands: dict[str, Flags]) -> dict[str, Flags]:
    """Return the pairs that agree, without those whose witness half the town could call as well."""
    return stands | {name: stands[name] & (scored.rarity[name] < _NO_WITNESS) for name in _WITNESSES if name in stands}


def _witnesses(same: dict[str, Flags], alike: dict[str, Flags], size: int) -> NDArray[np.int8]:
    """Count what agrees beside the name; a street with a typing error is the same street."""
    count = np.zeros(size, np.int8)
    for name in _WITNESSES:
        if name in same:
            count += same[name]
    return count + alike["street"] if "street" in alike else count


def _named(same: dict[str, Flags], alike: dict[str, Flags], size: int) -> tuple[Flags, Flags]:
    """Return which pairs have the same name (of a person the surname may be mistyped), and which nearly so."""
    company = _any(same, ("company",), size)
    if "given_name" not in same:
        return company, np.zeros(size, bool)
    given, near_given = same["given_name"], alike["given_name"]
    surname = same.get("surname", np.ones(size, bool)) | alike.get("surname", np.zeros(size, bool))
    nameless = ~given & ~near_given
    return (given & surname) | (nameless & company), near_given & surname


def _any(flags: dict[str, Flags], names: tuple[str, ...], size: int) -> Flags:
    found: Flags = np.zeros(size, bool)
    for name in names:
        if name in flags:
            found = found | flags[name]
    return found


def _maybe_branch(scored: Scored, same: dict[str, Flags], different: dict[str, Flags]) -> Flags:
    """The same business id or company at another street may be a branch; so may one in another town's street alike."""
    size = len(scored.bits)
    apart = _any(different, ("street", "postal_code"), size)
    if {"street", "postal_code"} <= scored.levels.keys():
        other_number = scored.levels["street"] == OTHER_NUMBER
        apart = apart | (other_number & (scored.levels["postal_code"] == DIFFERENT_ELSEWHERE))
    return apart & _any(same, ("business_id", "company"), size)
