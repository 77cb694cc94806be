"""Given names people in Finland and its neighbourhood commonly have, to tell a column or a word that holds them."""

from functools import cache

from tikissa.reference.nicknames import known_given_names
from tikissa.reference.tables import rows
from tikissa.text.normalise import fold


@cache
def common_given_names() -> frozenset[str]:
    """Return the names folded; double names stand in them by their parts."""
    listed = (name for row in rows("given_names") for name in row["names"].split(";"))
    return frozenset(map(fold, (*listed, *known_given_names())))
