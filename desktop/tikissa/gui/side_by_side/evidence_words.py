"""What speaks for and against rows being the same customer, in words: never a number."""

from collections.abc import Iterable

from tikissa.gui.language import texts
from tikissa.messages import has_words
from tikissa.model.matching import MatchWeight
from tikissa.review.open_groups import is_apart, is_shared

_PLAIN = frozenset({"exact", "different"})
"""Levels that the heading says already."""


def in_common(weights: Iterable[MatchWeight]) -> list[str]:
    """Return what the rows share, strongest first."""
    return _words(sorted(filter(is_shared, weights), key=lambda weight: -weight.weight))


def different(weights: Iterable[MatchWeight]) -> list[str]:
    """Return what sets the rows apart, strongest first."""
    return _words(sorted(filter(is_apart, weights), key=lambda weight: weight.weight))


def _words(weights: Iterable[MatchWeight]) -> list[str]:
    return list(dict.fromkeys(map(_word, weights)))


def comparison_name(comparison: str) -> str:
    """Return what is compared, in words; a column goes by its own name."""
    code = f"evidence.{comparison}"
    return texts.say(code) if has_words(code) else comparison


def _word(weight: MatchWeight) -> str:
    name = comparison_name(weight.comparison)
    level = f"level.{weight.level}"
    return name if weight.level in _PLAIN or not has_words(level) else f"{name} ({texts.say(level)})"
