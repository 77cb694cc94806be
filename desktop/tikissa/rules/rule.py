"""What a rule is: a function from one cell to a suggestion, and the list of codes it may give as its reason.

The README shows one from end to end. In its sentence, in `resources/words/*/rules.toml`, {0} is what stands in the cell
and {1} what would. A rule is asked once for each distinct value of a column. One that must see other cells of the row
names their meanings in `beside` and finds them in `cell.beside`; it is then asked once for each distinct combination.
Rules run in the order of the list, each on what those before it made of the cell, and must leave alone what they
themselves propose. A rule for all columns gives a `hint`, a quick look that finds something in every text it might have
a word on.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tikissa.model.finding import Severity
from tikissa.model.schema import Meaning
from tikissa.rules.habits import Habits


class Kind(StrEnum):
    """Whether a reason speaks of an error or of a matter of writing; the window shows errors first."""

    ERROR = "error"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with what a rule may know of its surroundings.

    `beside` holds the row's cells of the meanings the rule asked for ("" where empty or no such column). `is_number`
    says that the spreadsheet holds a number whose text is a matter of its format; `is_abroad` that the row's country
    is another than Finland. `day` is the day the spreadsheet holds, whatever it shows of it.
    """

    text: str
    habits: Habits
    beside: Mapping[Meaning, str] = field(default_factory=dict)
    meaning: Meaning | None = None
    is_number: bool = False
    is_abroad: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What would stand in the cell and why. `safe`: the meaning stays. `confidence` is 0-1."""

    code: str
    after: str
    confidence: float
    safe: bool


Hint = Callable[[str], object]


def any_text(text: str) -> object:
    """The hint of a rule that wants to be asked about everything."""
    return text


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of repair. No meanings: every column, those nobody recognised too."""

    codes: Mapping[str, Kind]
    meanings: tuple[Meaning, ...]
    propose: Callable[[Cell], Suggestion | None]
    beside: tuple[Meaning, ...] = ()
    hint: Hint = any_text


@dataclass(frozen=True, slots=True)
class Second:
    """The second column of a meaning: phone 2."""

    meaning: Meaning


Place = Meaning | Second
"""A column of a row: the first that has a meaning, or the second."""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of one row, by what they hold; those of `beside` are "" where the register has no such column."""

    cells: Mapping[Place, str]
    habits: Habits


@dataclass(frozen=True, slots=True)
class RowSuggestion:
    """What would stand in several cells of a row at once, by what they hold."""

    code: str
    after: Mapping[Place, str]
    confidence: float
    safe: bool


@dataclass(frozen=True, slots=True)
class RowRule:
    """A repair of several cells of a row together; it runs after the others, where the register has all `places`.

    It is asked about rows in which a hint finds something, and may look at, but not change, the cells of `beside`.
    """

    codes: Mapping[str, Kind]
    places: tuple[Place, ...]
    propose: Callable[[Row], RowSuggestion | None]
    hints: Mapping[Place, Hint]
    beside: tuple[Meaning, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """What a check saw in a cell, with what its sentence speaks of."""

    code: str
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One kind of thing to be told of where nothing can be proposed.

    It sees cells as the rules would leave them, or `as_read`.
    """

    codes: Mapping[str, Severity]
    meanings: tuple[Meaning, ...]
    observe: Callable[[Cell], Iterable[Observation]]
    beside: tuple[Meaning, ...] = ()
    hint: Hint = any_text
    as_read: bool = False
