"""Which legal forms are one and the same: Oy and Ab, Ky and Kb; two different ones are two companies."""

from functools import cache

from tikissa.reference.tables import rows

_ALIKE = {"Ab": "Oy", "AB": "Oy", "Abp": "Oyj", "Kb": "Ky", "Öb": "Ay", "Fma": "Tmi", "Andl": "Osk", "rf": "ry"}
_NOT_A_FORM = frozenset({"c/o", "sivuliike", "", "OP"})


@cache
def forms_by_writing() -> dict[str, str]:
    """Return every way to write a legal form, as in the table, and the class it belongs to (by abbreviation)."""
    written: dict[str, str] = {}
    for row in rows("company_forms"):
        abbreviation = row["abbreviation"]
        if abbreviation in _NOT_A_FORM:
            continue
        for variant in (abbreviation, *row["variants"].split(";")):
            written.setdefault(variant.strip().casefold(), _ALIKE.get(abbreviation, abbreviation))
    return written


_LONG = 4
"""Letters from which a legal form is no other word, whatever its capitals."""


@cache
def long_forms() -> frozenset[str]:
    """Return the legal forms, folded, that are told from other words by their length alone."""
    return frozenset(written for written in forms_by_writing() if len(written) >= _LONG or written in _OWN_WORDS)


@cache
def short_forms() -> frozenset[str]:
    """Return the shorter ones as they are written: "SA" and "AG" are legal forms, "sa" and "ag" words."""
    abbreviations = (row["abbreviation"] for row in rows("company_forms"))
    written = {form for form in abbreviations if form not in _NOT_A_FORM and len(form) < _LONG}
    return frozenset(written | {form.upper() for form in written})


_OWN_WORDS = frozenset(("oy", "oyj", "tmi", "ky", "ltd", "plc", "llc", "llp", "inc", "sas", "srl", "kft", "uab", "oü"))
"""Short ones that are no words of any language around us."""


@cache
def loose_forms() -> frozenset[str]:
    """Return the forms of English, which people write one for another: "Ltd" and "Corp" tell no two companies apart."""
    english = (row["abbreviation"] for row in rows("company_forms") if _ENGLISH & set(row["countries"].split(",")))
    return frozenset(_ALIKE.get(form, form) for form in english)


_ENGLISH = frozenset(("GB", "US", "IE"))
