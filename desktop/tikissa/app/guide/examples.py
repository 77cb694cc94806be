"""Examples of errors as this register has them, in which no customer can be known."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tikissa.model.proposal import CellChange
from tikissa.model.schema import Meaning, Schema

_MOST = 2
_LONGEST = 40
_OPEN = frozenset(
    [Meaning.POSTAL_CODE, Meaning.TOWN, Meaning.COUNTRY, Meaning.CREATED, Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE]
)
"""What tells nobody's name: it is shown as it stands."""

_DIGIT = re.compile(r"\d")
_LAST_DIGITS = 7
_LOCAL = re.compile(r"^\s*[^@\s]+@(?=.)")


@dataclass(frozen=True, slots=True)
class Example:
    wrong: str
    right: str


def examples(schema: Schema, changes: Iterable[CellChange]) -> tuple[Example, ...]:
    """Return the commonest examples that may be shown: towns, codes and days as they are, phones with other digits,
    e-mail without the name before the @; of names, streets and notes none."""
    found: dict[Example, int] = {}
    for change in changes:
        example = _shown(schema.meaning_of(change.column), change)
        if example is not None and example.wrong != example.right and max(map(len, _texts(example))) <= _LONGEST:
            found[example] = found.get(example, 0) + 1
    return tuple(sorted(found, key=lambda example: (-found[example], example.wrong))[:_MOST])


def _texts(example: Example) -> tuple[str, str]:
    return example.wrong, example.right


def _shown(meaning: Meaning | None, change: CellChange) -> Example | None:
    if not (change.before.strip() and change.after.strip()):
        return None
    if meaning in _OPEN:
        return Example(change.before, change.after)
    if meaning in (Meaning.PHONE, Meaning.FAX):
        return Example(_other_digits(change.before), _other_digits(change.after))
    if meaning is Meaning.EMAIL:
        return _without_name(change)
    return None


def _other_digits(number: str) -> str:
    """Return a number of the same form whose last digits are 1 2 3 …, counted from the end so that both forms agree."""
    places = [found.start() for found in _DIGIT.finditer(number)][-_LAST_DIGITS:]
    letters = list(number)
    for digit, place in zip("1234567"[-len(places) :], places, strict=True):
        letters[place] = digit
    return "".join(letters)


def _without_name(change: CellChange) -> Example | None:
    """Return an address with a name of nobody; None where the error is in the name, or may be."""
    wrong, right = _LOCAL.match(change.before), _LOCAL.match(change.after)
    if wrong is None or right is None or wrong[0].strip().lower() != right[0].strip().lower():
        return None
    domain = change.before[wrong.end() :], change.after[right.end() :]
    return Example(f"…@{domain[0]}", f"…@{domain[1]}")
