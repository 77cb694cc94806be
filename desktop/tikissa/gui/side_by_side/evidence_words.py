"""What speaks for and against rows being the same customer, in words: never a number."""

from collections.abc import Iterable

from tikissa.gui.language import texts
from tikissa.messages import has_words
from tikissa.model.matching import MatchWeight

_PLAIN = frozenset({"exact", "different"})
"""Levels that the heading says already."""

_ALIKE = frozenset({"exact", "close", "nickname", "swapped", "shared"})
_APART = frozenset({"different", "conflict", "other_initial"})
"""Levels that belong under one heading whatever they weigh: a common town that is the same in both rows weighs a little
against them, but nobody would call it different."""


def in_common(weights: Iterable[MatchWeight]) -> list[str]:
    """Return what the rows share, strongest first."""
    return _words(sorted(filter(_is_shared, weights), key=lambda weight: -weight.weight))


def different(weights: Iterable[MatchWeight]) -> list[str]:
    """Return what sets the rows apart, strongest first."""
    return _words(sorted(filter(_is_apart, weights), key=lambda weight: weight.weight))


def _is_shared(weight: MatchWeight) -> bool:
    return weight.level in _ALIKE or (weight.level not in _APART and weight.weight > 0)


def _is_apart(weight: MatchWeight) -> bool:
    return weight.level in _APART or (weight.level not in _ALIKE and weight.weight < 0)


def _words(weights: Iterable[MatchWeight]) -> list[str]:
    return list(dict.fromkeys(map(_word, weights)))


def _word(weight: MatchWeight) -> str:
    comparison = f"evidence.{weight.comparison}"
    name = texts.say(comparison) if has_words(comparison) else weight.comparison  # a column goes by its own name
    level = f"level.{weight.level}"
    return name if weight.level in _PLAIN or not has_words(level) else f"{name} ({texts.say(level)})"
