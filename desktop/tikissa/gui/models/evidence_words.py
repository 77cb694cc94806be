"""What speaks for and against rows being the same customer, in words: never a number."""

from collections.abc import Iterable

from tikissa.gui import texts
from tikissa.messages import has_words
from tikissa.model.matching import MatchWeight

_PLAIN = frozenset({"exact", "different"})
"""Levels that the heading says already."""


def in_common(weights: Iterable[MatchWeight]) -> list[str]:
    """Return what the rows share, strongest first."""
    shared = (weight for weight in weights if _speaks(weight, "exact", weight.weight > 0))
    return _words(sorted(shared, key=lambda weight: -weight.weight))


def different(weights: Iterable[MatchWeight]) -> list[str]:
    """Return what sets the rows apart, strongest first."""
    apart = (weight for weight in weights if _speaks(weight, "different", weight.weight < 0))
    return _words(sorted(apart, key=lambda weight: weight.weight))


def _speaks(weight: MatchWeight, level: str, weighs: bool) -> bool:
    """Tell whether a field belongs under a heading: by what is seen where that is plain, else by what it weighs. A
    common town that is the same in both weighs a little against, but nobody would call it different."""
    return weight.level == level if weight.level in _PLAIN else weighs


def _words(weights: Iterable[MatchWeight]) -> list[str]:
    return list(dict.fromkeys(map(_word, weights)))


def _word(weight: MatchWeight) -> str:
    comparison = f"evidence.{weight.comparison}"
    name = texts.say(comparison) if has_words(comparison) else weight.comparison  # a column goes by its own name
    level = f"level.{weight.level}"
    return name if weight.level in _PLAIN or not has_words(level) else f"{name} ({texts.say(level)})"
