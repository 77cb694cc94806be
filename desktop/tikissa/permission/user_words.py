"""The user's own words on columns and values, as they are written on the command line and kept in the log."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tikissa.model.permission import ANY, NONE, Channel, Correction, CustomerState, Said, Stance, Ways
from tikissa.model.schema import Meaning
from tikissa.text.normalise import fold

NOTHING = "none"
"""The word for a column that holds nothing the program knows."""


@dataclass(frozen=True, slots=True)
class ColumnWord:
    """What the user said of one column: its meaning (None: nothing we know), and what it says of permission."""

    column: str
    meaning: Meaning | None
    correction: Correction | None


@dataclass(frozen=True)
class ColumnWords:
    """All that the user said of the columns of a register, by column name."""

    meanings: Mapping[str, Meaning | None] = field(default_factory=dict)
    corrections: Mapping[str, Correction] = field(default_factory=dict)

    @classmethod
    def of(cls, said: "tuple[ColumnWord, ...]") -> "ColumnWords":
        corrections = {word.column: word.correction for word in said if word.correction is not None}
        return cls({word.column: word.meaning for word in said}, corrections)


NO_WORDS = ColumnWords()


def column_word(text: str) -> ColumnWord:
    """Return what "SMS ok=permission:sms;o=forbidden" says. Raises ValueError with the part that says nothing.

    A column, its meaning with the channels it is about, and after semicolons what its values say of which channels.
    """
    first, *values = text.split(";")
    column, _, said = first.rpartition("=")
    name, _, ways = said.partition(":")
    if not column.strip() or (name != NOTHING and name not in set(Meaning)):
        raise ValueError(first)
    channels = _channels(ways) if ways else None
    answers = tuple(_answer(value, channels or ANY) for value in values if value.strip())
    correction = Correction(channels, answers) if channels is not None or answers else None
    return ColumnWord(column.strip(), None if name == NOTHING else Meaning(name), correction)


def _answer(text: str, channels: Ways) -> tuple[str, Said]:
    value, _, said = text.rpartition("=")
    word, _, ways = said.strip().partition(":")
    if not value:
        raise ValueError(text)
    return fold(value), said_by_word(word, _channels(ways) if ways else channels)


def said_by_word(word: str, channels: Ways) -> Said:
    """Return what an answer says: a stance or a customer's state by its name. Raises ValueError for any other word."""
    if word == Stance.ALLOWED:
        return Said(Stance.ALLOWED, channels)
    if word == Stance.FORBIDDEN:
        return Said(Stance.FORBIDDEN, NONE, channels)
    if word == Stance.UNKNOWN:
        return Said()
    if word in set(CustomerState):
        return Said(state=CustomerState(word))
    raise ValueError(word)


def word_of(said: Said) -> str:
    """Return the name of an answer, the way back from `said_by_word`."""
    return said.state.value if said.state is not CustomerState.IN_FORCE else said.stance.value


def _channels(text: str) -> Ways:
    names = [name.strip() for name in text.split(",")]
    if names == ["any"]:
        return ANY
    if not set(names) <= set(Channel):
        raise ValueError(text)
    return frozenset(map(Channel, names))
