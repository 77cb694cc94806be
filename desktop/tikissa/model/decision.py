"""What was decided, as events only ever appended: each carries what it changes, so it outlives a change of rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from tikissa.model.finding import Reason
from tikissa.model.matching import Relation
from tikissa.model.proposal import CellChange, ProposalId
from tikissa.model.record import RecordKey
from tikissa.model.register import Provenance

BY_HAND = "hand.edit"
"""The reason code of an edit by hand."""

ANSWERED = "hand.answered"
"""The reason code of what a customer answered when asked."""


class Verdict(StrEnum):
    ACCEPTED = "accepted"
    EDITED = "edited"
    DECLINED = "declined"
    LATER = "later"


class Sameness(StrEnum):
    """What a verdict on a group leaves behind, pair by pair; every later analysis obeys it."""

    SAME = "same"
    DIFFERENT = "different"
    RELATED = "related"
    UNSURE = "unsure"


class RetireAction(StrEnum):
    ARCHIVE = "archive"
    REMOVE = "remove"
    UP_TO_DATE = "up_to_date"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class FixItem:
    """Changed cells of one record; one without a proposal is the user's own word."""

    proposal: ProposalId | None
    record: RecordKey
    changes: tuple[CellChange, ...]
    reason: Reason

    @property
    def is_own_word(self) -> bool:
        """Say whether the user wrote the cells, so that they hold whatever stood there before."""
        return self.proposal is None


@dataclass(frozen=True, slots=True)
class Choice:
    """The value a column keeps in a merge: the value of `source` after its fixes, or `value` where that is given."""

    column: str
    source: RecordKey | None
    value: str | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class MergeItem:
    """Records merged into the survivor, with the chosen values of the columns in which they differ."""

    proposal: ProposalId | None
    records: tuple[RecordKey, ...]
    survivor: RecordKey
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is known of two records for good, until the records themselves change."""

    first: RecordKey
    second: RecordKey
    sameness: Sameness
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """A pair on which the user's word no longer holds: what was said of it, and the cells that have changed since."""

    first: RecordKey
    second: RecordKey
    said: Sameness
    relation: Relation | None
    changes: tuple[CellChange, ...]


Word = Judgement | AskedAgain
"""What is known of a pair of records."""


@dataclass(frozen=True, slots=True)
class RetireItem:
    proposal: ProposalId | None
    record: RecordKey
    action: RetireAction
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class AddItem:
    """A row taken into the register from another file: where it stood there, and its filled cells as they are added,
    each a column of the register with its text."""

    proposal: ProposalId
    source: Provenance
    cells: tuple[tuple[str, str], ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class NewCell:
    """A cell of a column that the register does not have: of one of its records, or of a row from another file."""

    column: str
    record: RecordKey | None
    row: ProposalId | None
    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class MeaningItem:
    """What the user said a column means (a Meaning's value; None: leave the column as it is)."""

    column: str
    meaning: str | None


@dataclass(frozen=True, slots=True)
class PermissionItem:
    """What the user said a column speaks of (channels by name, None: as recognised), and what its values say: each a
    folded value, a stance or a customer's state, and the channels it is about."""

    column: str
    channels: tuple[str, ...] | None
    answers: tuple[tuple[str, str, tuple[str, ...]], ...] = ()


OWN_ENTRY = Reason("exclusion.own")


class ExcludedBy(StrEnum):
    EMAIL = "email"
    PHONE = "phone"
    NUMBER = "number"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class ExcludeItem:
    """An entry of the exclusion list: what names the customer, and the channels by name it is for, none for all."""

    by: ExcludedBy
    text: str
    channels: tuple[str, ...] = ()
    reason: Reason = OWN_ENTRY


@dataclass(frozen=True, slots=True)
class SettingItem:
    name: str
    value: str


Item = (
    FixItem
    | MergeItem
    | Judgement
    | AskedAgain
    | RetireItem
    | AddItem
    | NewCell
    | MeaningItem
    | PermissionItem
    | SettingItem
    | ExcludeItem
)


@dataclass(frozen=True, slots=True)
class Decision:
    """One act of the user, however many items it settles: one event, one undo. `when` is in UTC."""

    verdict: Verdict
    items: Sequence[Item]
    when: datetime
    who: str

    @property
    def is_about_rows(self) -> bool:
        return not all(isinstance(item, MeaningItem | PermissionItem | SettingItem) for item in self.items)


@dataclass(frozen=True, slots=True)
class Undo:
    """Takes back the decision with this number, alone."""

    decision: int
    when: datetime
    who: str


@dataclass(frozen=True, slots=True)
class Redo:
    """Puts the decision with this number back in force."""

    decision: int
    when: datetime
    who: str


Event = Decision | Undo | Redo


@dataclass(frozen=True)
class DecisionLog:
    """All events in the order they came; an event's number is its position, from 0."""

    events: tuple[Event, ...] = ()

    def append(self, event: Event) -> "DecisionLog":
        return DecisionLog((*self.events, event))

    @cached_property
    def taken_back(self) -> frozenset[int]:
        """Return the numbers of the decisions that do not count at present."""
        numbers: set[int] = set()
        for event in self.events:
            match event:
                case Undo(decision=number):
                    numbers.add(number)
                case Redo(decision=number):
                    numbers.discard(number)
        return frozenset(numbers)

    @cached_property
    def in_force(self) -> tuple[tuple[int, Decision], ...]:
        """Return the decisions that count, with their numbers, oldest first."""
        taken_back = self.taken_back
        return tuple(
            (number, event)
            for number, event in enumerate(self.events)
            if isinstance(event, Decision) and number not in taken_back
        )

    @cached_property
    def next_undo(self) -> int | None:
        """Return the number of the newest decision on rows in force, the one Ctrl+Z takes back.

        How the file is read and what its columns mean is changed where it was said, not by Ctrl+Z.
        """
        return next((number for number, decision in reversed(self.in_force) if decision.is_about_rows), None)

    @property
    def next_redo(self) -> int | None:
        """Return the number of the decision Ctrl+Y puts back: the last one undone since the newest decision."""
        undone: list[int] = []
        for event in self.events:
            match event:
                case Decision():
                    undone.clear()
                case Undo(decision=number):
                    undone.append(number)
                case Redo(decision=number):
                    if number in undone:
                        undone.remove(number)
        return undone[-1] if undone else None
