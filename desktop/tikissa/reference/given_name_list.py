"""Given names people in Finland and its neighbourhood commonly have, to tell a column or a word that holds them."""

from functools import cache

from tikissa.reference.nicknames import known_given_names
from tikissa.reference.tables import rows


@cache
def common_given_names() -> frozenset[str]:
    """Return the names as they are written; double names stand in them by their parts."""
    return known_given_names().union(*(row["names"].split(";") for row in rows("given_names")))


@cache
def given_names_anywhere() -> frozenset[str]:
    """Return all given names known here, of farther countries and rarer ones too: two of them are two names."""
    return common_given_names().union(*(row["names"].split(";") for row in rows("given_names_abroad")))
