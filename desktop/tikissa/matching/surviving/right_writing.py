"""Of writings of one value the right one survives a merge: with its letters å, ä, ö, é, and with its end."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache

from tikissa.model.register import ColumnCells
from tikissa.text.garbled_text import has_lost_letters, has_traces
from tikissa.text.normalise import fold

_DIGRAPHS = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))
"""How letters with marks are written where there are none, folded: Mueller, Aaberg."""
_MANY_TIMES = 5
_MOST_MISSING = 4
_FEWEST_LEFT = 5


def with_letters(text: str, others: Iterable[str], column: ColumnCells) -> str:
    """Return a text with those of its words that stand in the others with the letters it lacks.

    A word the register mostly writes without marks keeps its own writing: "Virtänen" is the typing error.
    """
    words = text.split(" ")
    for other in others:
        theirs = other.split(" ")
        if other != text and len(theirs) == len(words) and not (has_traces(other) or has_lost_letters(other)):
            words = [_better(mine, word, column) for mine, word in zip(words, theirs, strict=True)]
    return " ".join(words)


def _better(mine: str, theirs: str, column: ColumnCells) -> str:
    if _marks(theirs) <= _marks(mine) or _without_marks(mine) != _without_marks(theirs):
        return mine
    counts = _writings(column)
    usual, marked = counts[mine.casefold()], counts[theirs.casefold()]
    if usual >= _MANY_TIMES and usual > _MANY_TIMES * marked:
        return mine
    return theirs.upper() if mine.isupper() and len(mine) > 1 else theirs


def _marks(word: str) -> int:
    return sum(letter.isalpha() and not letter.isascii() for letter in word)


def _without_marks(word: str) -> str:
    plain = fold(word)
    for written, meant in _DIGRAPHS:
        plain = plain.replace(written, meant)
    return plain


@lru_cache(maxsize=16)
def _writings(column: ColumnCells) -> Counter[str]:
    """Return in how many distinct texts of a column each word stands as it is written, its letter case apart."""
    return Counter(word for text in column.texts.tolist() for word in str(text).casefold().split(" "))


def whole_of(key: str, others: Iterable[str], is_valid: Callable[[str], object] = bool) -> str | None:
    """Return the valid one among the others that begins with a key and goes on a little: the key lacks its end."""
    longer = (other for other in others if other.startswith(key) and 0 < len(other) - len(key) <= _MOST_MISSING)
    return next((other for other in longer if len(key) >= _FEWEST_LEFT and is_valid(other)), None)
