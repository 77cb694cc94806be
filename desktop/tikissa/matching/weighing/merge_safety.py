"""Which pairs leave no doubt: several independent agreements and nothing that speaks against them."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.comparing.address_comparison import OTHER_NUMBER
from tikissa.matching.comparing.compared import MISSING
from tikissa.matching.comparing.comparison_levels import LEVELS, NAME_LEVELS, Stance
from tikissa.matching.weighing.scoring import Model, Scored, stances

SAFE_BITS = 7.0
"""Log-odds from which a pair can be safe; the rules below ask for more than the sum."""

_SAFE_BITS_OF_MANY = 5.0
"""Where the name, a personal witness and two more agree, the rules carry more than the sum."""

_NEARLY_SURE = 5.0
"""Log-odds (of 32 to 1, 97 %) from which a pair is right by the program's own measure: of the pairs so likely, hardly
one was wrong in any register with known truth."""

_WITNESSES = ("phone", "email", "business_id", "identity_code", "date_of_birth", "street")
"""Beside the name, each of these is a witness of its own."""

_PERSONAL = ("email", "identity_code", "date_of_birth")
"""What a father and his son of one name do not share, as they may share a phone and a home."""

_MANY_WITNESSES = 3
"""Where so many agree, one of them personal, a surname that is missing or quite mistyped leaves no doubt."""

_NO_WITNESS = -6.0
"""What more strangers than this share (log2) is no witness: a shop's own number, an address written where none is."""

_NAMING = frozenset(("given_name", "surname", "company"))
_FEWEST_NAMELESS = 3
"""Columns without a meaning that must agree where nothing tells a name; a phone alone is a household's."""

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

_ONE_WRITING: Mapping[str, frozenset[str]] = {
    "given_name": frozenset(("exact", "slip")),
    "surname": frozenset(("exact", "swapped", "part", "close", "similar", "initial")),
    "company": frozenset(("exact",)),
    "legal_form": frozenset(("exact",)),
    "business_id": frozenset(("exact",)),
    "identity_code": frozenset(("exact",)),
    "date_of_birth": frozenset(("exact",)),
}
"""Levels at which two values that tell who somebody is are one value in two writings. Of given names and dates none is
but the same: twins are called Anna and Anni, and a slip of one digit makes another birth date."""

_OF_CONTACTS = frozenset(("close", "initial"))
"""Levels of the given name that are no doubt where both rows are the same company: it is the contact person's."""

_A_GENERATION = frozenset(("generation", "digit_and_generation"))

_ANY = frozenset(("one_sided", "different"))

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


def two_customers(model: Model, scored: Scored) -> Flags:
    """Return which pairs are never in one group, whoever stands between them: two business ids, the younger and the
    older of one name, birth dates a generation apart at one home where no identity codes tell more. Other codes are
    mistyped too often for that, where nothing checks them."""
    different = stances(model, scored.levels, Stance.DIFFERENT)
    apart = _any(different, ("business_id", "generation"), len(scored.bits))
    if "identity_code" in scored.levels:
        return apart
    at_home = _at(model, scored, "street", frozenset(("exact", "close")))
    return apart | (at_home & _at(model, scored, "date_of_birth", _A_GENERATION))


def tax_groups(model: Model, scored: Scored) -> Flags:
    """Return which pairs are two companies under one number, as the members of a group for value added tax are."""
    different = stances(model, scored.levels, Stance.DIFFERENT)
    same = stances(model, scored.levels, Stance.SAME)
    size = len(scored.bits)
    return _any(same, ("business_id",), size) & _any(different, ("company", "legal_form"), size)


def one_writing(model: Model, scored: Scored) -> Flags:
    """Return which pairs have, in all that tells who somebody is, one value in two writings or a missing one.

    The same identity code explains another surname, which people change as they marry, and the same business id a
    company's name with a typing error in it.
    """
    same, close = (stances(model, scored.levels, stance) for stance in (Stance.SAME, Stance.ALIKE))
    none = np.zeros(len(scored.bits), bool)
    alike: Flags = np.ones(len(scored.bits), bool)
    for name in _ONE_WRITING.keys() & set(model.names):
        here = _at(model, scored, name, _ONE_WRITING[name]) | (scored.levels[name] == MISSING)
        if name == "surname":
            here |= same.get("identity_code", none)
        if name == "company":
            here |= same.get("business_id", none) & close.get("company", none)
        if name == "given_name":
            here |= same.get("company", none) & _at(model, scored, "given_name", _OF_CONTACTS)
            here |= scored.levels.get("spelt_out", MISSING) != MISSING
        alike &= here
    for name in ("kind", "generation", "couple"):
        if name in scored.levels:
            alike &= scored.levels[name] == MISSING
    return alike


def _at(model: Model, scored: Scored, name: str, levels: frozenset[str]) -> Flags:
    """Return which pairs are at one of these levels of a comparison; none where the register has no such comparison."""
    if name not in scored.levels:
        return np.zeros(len(scored.bits), bool)
    wanted = np.array([False, *(level.name in levels for level in model.tables[name].levels)])
    found: Flags = wanted[scored.levels[name]]
    return found


def cut_names(model: Model, scored: Scored) -> Flags:
    """Return which pairs have nothing but an initial between their names: what tells who they are is one value else."""
    initials = initials_between(model, scored)
    if not initials.any():
        return initials
    given = np.where(initials, np.uint8(NAME_LEVELS.index("exact") + 1), scored.levels["given_name"])
    return initials & one_writing(model, replace(scored, levels={**scored.levels, "given_name": given}))


def initials_between(model: Model, scored: Scored) -> Flags:
    """Return which pairs have a given name on one side and its initial on the other."""
    return _at(model, scored, "given_name", frozenset(("initial",)))


def two_given_names(model: Model, scored: Scored) -> Flags:
    """Return which pairs have two given names and one surname, as brothers and sisters have."""
    given = _at(model, scored, "given_name", frozenset(("different", "twin")))
    return given & _at(model, scored, "surname", frozenset(("exact",)))


def may_be_another(model: Model, scored: Scored) -> Flags:
    """Return which pairs may be two customers whatever else agrees: they differ in what nobody changes, or have given
    names that two of one family could have, twins with one letter changed above all. Another surname is not among it:
    people marry."""
    different = stances(model, scored.levels, Stance.DIFFERENT)
    who = _any(different, tuple(name for name in _WHO if name != "surname"), len(scored.bits))
    born_together = _at(model, scored, "date_of_birth", frozenset(("exact",)))
    who |= born_together & _at(model, scored, "given_name", frozenset(("close", "similar")))
    for name in ("kind", "generation", "couple"):
        who |= _at(model, scored, name, _ANY)
    return who | _at(model, scored, "given_name", frozenset(("nickname",)))


def nearly_sure_pairs(model: Model, scored: Scored) -> Flags:
    """Return which pairs are right by the program's own measure: likely, and not of two minds, as two e-mail addresses
    with only a phone in common are, and rows of one company at two places with only a phone in common."""
    size = len(scored.bits)
    different = stances(model, scored.levels, Stance.DIFFERENT)
    same, alike = (_without_common(scored, stances(model, scored.levels, s)) for s in (Stance.SAME, Stance.ALIKE))
    others = _witnesses({name: flag for name, flag in same.items() if name != "phone"}, alike, size)
    two_minds = _any(different, ("email",), size) & (others == 0) & ~_one_place(model, scored)
    companies = _at(model, scored, "company", frozenset(("exact", "close", "part", "similar")))
    two_minds |= companies & _elsewhere(scored, different) & ~_any(same, ("business_id", "email"), size)
    unsure = _any(different, ("email",), size) & ~_any(same, _PERSONAL, size) & (scored.bits < SAFE_BITS)
    unsure |= _at(model, scored, "company", frozenset(("part", "similar")))
    likely: Flags = (scored.bits >= _NEARLY_SURE) & ~two_minds & ~unsure
    return likely


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
    alone = personal | _any(same, ("company", "street"), size) | _knows_places(scored)
    enough |= (witnesses == 1) & alone & (~differing | (reached & ~_any(different, ("phone", "email"), size)))
    if not _NAMING & set(model.names):
        unknown = sum((same[name].astype(np.int8) for name in same if name not in LEVELS), np.zeros(size, np.int8))
        identical = identical & (personal | (witnesses + unknown >= _FEWEST_NAMELESS))
    slipped = mistyped & _at(model, scored, "given_name", frozenset(("slip",)))
    slipped &= ~_any(different, ("phone", "email"), size)
    safe = (named & enough) | (mistyped & (personal | slipped) & (witnesses >= 2)) | identical
    least = np.where(personal & (witnesses >= 3), _SAFE_BITS_OF_MANY, SAFE_BITS)
    safe &= (scored.bits >= least) | (identical & (scored.bits > 0))
    safe &= one_writing(model, scored) & ~contradicting_pairs(model, scored)
    return safe & ~_maybe_branch(scored, same, different)


def may_be_branches(model: Model, scored: Scored) -> Flags:
    """Return which pairs are one company at two places: its branches for all that is known, whoever stands between."""
    different = stances(model, scored.levels, Stance.DIFFERENT)
    same = _without_common(scored, stances(model, scored.levels, Stance.SAME))
    return _maybe_branch(scored, same, different)


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
    """Return which pairs have the same name (of a person the surname may be mistyped, of a company its contact's name),
    and which nearly so."""
    company = _any(same, ("company",), size)
    if "given_name" not in same:
        return company, np.zeros(size, bool)
    given, near_given = same["given_name"], alike["given_name"]
    surname = same.get("surname", np.ones(size, bool)) | alike.get("surname", np.zeros(size, bool))
    of_contact = ~given & (~near_given | surname)
    return (given & surname) | (of_contact & company), near_given & surname


def _any(flags: dict[str, Flags], names: tuple[str, ...], size: int) -> Flags:
    found: Flags = np.zeros(size, bool)
    for name in names:
        if name in flags:
            found = found | flags[name]
    return found


def _knows_places(scored: Scored) -> bool:
    """Tell whether a register says where people live: where none does, a phone alone is a namesake's in the family."""
    return bool({"street", "postal_code", "town"} & scored.levels.keys())


def _one_place(model: Model, scored: Scored) -> Flags:
    """Return which pairs live in one postal code or town: a phone alone is one a namesake in the family has too."""
    here = frozenset(("exact", "exact_here", "exact_elsewhere", "close"))
    return _at(model, scored, "postal_code", here) | _at(model, scored, "town", here)


def _maybe_branch(scored: Scored, same: dict[str, Flags], different: dict[str, Flags]) -> Flags:
    """The same business id or company at another street or house may be a branch."""
    return _elsewhere(scored, different) & _any(same, ("business_id", "company"), len(scored.bits))


def _elsewhere(scored: Scored, different: dict[str, Flags]) -> Flags:
    """Return which pairs stand at two places; another number in the same street is one for a company."""
    apart = _any(different, ("street", "postal_code"), len(scored.bits))
    return apart | (scored.levels["street"] == OTHER_NUMBER) if "street" in scored.levels else apart
