"""Which words are given names, as far as our table of names goes."""

from functools import cache

from tikissa.reference.given_name_list import common_given_names
from tikissa.reference.nicknames import nickname_pairs
from tikissa.text.normalise import fold


def is_given_name(word: str) -> bool:
    """Return whether a name, or the first part of a double one, is a common Finnish or Swedish given name."""
    first = word.partition("-")[0].partition(" ")[0].casefold()
    return first in _names() or (not first.isascii() and fold(first) in _names())


def looks_like_person(text: str) -> bool:
    """Return whether a text is a given name and a word that ends as only surnames do, in either order."""
    words = text.split(" ")
    return len(words) == 2 and any(
        is_given_name(given) and not is_given_name(surname) and surname.casefold().endswith("nen")
        for given, surname in (words, words[::-1])
    )


@cache
def _names() -> frozenset[str]:
    names = {name.casefold() for name in common_given_names().union(*nickname_pairs())}
    return frozenset(names | {fold(name) for name in names})
