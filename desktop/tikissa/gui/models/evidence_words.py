"""What speaks for and against rows being the same customer, in words: never a number."""

from collections.abc import Iterable

from tikissa.gui import texts
from tikissa.messages import has_words
from tikissa.model.matching import MatchWeight

_PLAIN = frozenset({"exact", "different"})
"""Levels that the heading says already."""


def in_common(weights: Iterable[MatchWeight]) -> list[str]:
    """Return what the rows share, strongest first."""
    return _words(sorted((weight for weight in weights if weight.weight > 0), key=lambda weight: -weight.weight))


def different(weights: Iterable[MatchWeight]) -> list[str]:
    """Return what sets the rows apart, strongest first."""
    return _words(sorted((weight for weight in weights if weight.weight < 0), key=lambda weight: weight.weight))


def _words(weights: Iterable[MatchWeight]) -> list[str]:
    return list(dict.fromkeys(map(_word, weights)))


def _word(weight: MatchWeight) -> str:
    comparison = f"evidence.{weight.comparison}"
    name = texts.say(comparison) if has_words(comparison) else weight.comparison  # a column goes by its own name
    level = f"level.{weight.level}"
    return name if weight.level in _PLAIN or not has_words(level) else f"{name} ({texts.say(level)})"
