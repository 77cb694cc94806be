"""Which given names are forms of one another: Matti and Masa, Aleksanteri and Santeri."""

from functools import cache

from tikissa.reference.tables import rows


@cache
def nickname_pairs() -> frozenset[tuple[str, str]]:
    """Return the pairs of names, each both ways round, as written in the table."""
    pairs = {(row["name"], row["variant"]) for row in rows("nicknames_fi")}
    return frozenset(pairs | {(variant, name) for name, variant in pairs})


@cache
def name_form_pairs() -> frozenset[tuple[str, str]]:
    """Return the pairs of names that may be one person's, each both ways round: short forms, and what a name is called
    in the languages around us and in another script's letters (Aleksandr and Alexander, William and Bill)."""
    pairs = {(row["name"], form) for row in rows("name_forms") for form in row["forms"].split(";")}
    pairs |= {(row["name"], row["variant"]) for row in rows("nicknames_en")}
    return nickname_pairs() | pairs | {(form, name) for name, form in pairs}


@cache
def known_given_names() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("nicknames_fi"))
