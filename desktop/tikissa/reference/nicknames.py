"""Which given names are forms of one another: Matti and Masa, Aleksanteri and Santeri."""

from functools import cache

from tikissa.reference.tables import rows


@cache
def nickname_pairs() -> frozenset[tuple[str, str]]:
    """Return the pairs of names, each both ways round, as written in the table."""
    pairs = {(row["name"], row["variant"]) for row in rows("nicknames_fi")}
    return frozenset(pairs | {(variant, name) for name, variant in pairs})


@cache
def known_given_names() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("nicknames_fi"))
