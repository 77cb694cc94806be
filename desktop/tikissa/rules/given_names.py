"""Which words are given names, as far as our table of names goes."""

from functools import cache

from tikissa.reference.nicknames import nickname_pairs
from tikissa.text.normalise import fold


def is_given_name(word: str) -> bool:
    """Return whether a name, or the first part of a double one, is a common Finnish or Swedish given name."""
    return fold(word).partition("-")[0].partition(" ")[0] in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(fold(name) for pair in nickname_pairs() for name in pair)
