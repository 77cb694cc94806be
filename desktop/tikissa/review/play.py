"""Plays decisions over the register step by step, and takes the last steps back."""

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass, field
from typing import NamedTuple

from tikissa.model.analysis import RecordKeys
from tikissa.model.decision import AddItem, Decision, FixItem, Item, MergeItem, RetireAction, RetireItem
from tikissa.model.finding import Reason
from tikissa.model.outcome import AddedRow, Fate, Leaving
from tikissa.model.proposal import CellChange, ProposalId
from tikissa.model.record import RecordId, RecordKey
from tikissa.model.register import Register

_FATES = {RetireAction.ARCHIVE: Fate.ARCHIVED, RetireAction.REMOVE: Fate.REMOVED}
_SAME_CUSTOMER = (Reason("merge.same_customer"),)


Cell = tuple[RecordId, str]
"""A record and a column."""


class Stroke(NamedTuple):
    """One cell as a step changed it: all that is needed to tell of it and to take it back."""

    record: RecordId
    column: str
    before: str
    after: str
    reason: Reason
    source: RecordId | None


@dataclass(frozen=True, slots=True)
class Step:
    """The items of one kind in one decision, and once played what they did. `survived`: cells that live on in another
    record; `edited`: cells that hold what the user wrote."""

    number: int
    decision: Decision
    items: tuple[Item, ...]
    strokes: list[Stroke] = field(default_factory=list)
    left: list[RecordId] = field(default_factory=list)
    survived: set[Cell] = field(default_factory=set)
    edited: set[Cell] = field(default_factory=set)
    came: list[ProposalId] = field(default_factory=list)

    def is_of(self, number: int, decision: Decision, items: tuple[Item, ...]) -> bool:
        return self.number == number and self.decision is decision and self.items is items


class Play:
    """The register as the steps so far leave it. `changed` holds only cells that differ from the register."""

    def __init__(self, register: Register, keys: RecordKeys) -> None:
        self.register = register
        self.steps: list[Step] = []
        self.changed: dict[str, dict[RecordId, str]] = {column.name: {} for column in register.columns}
        self.leaving: dict[RecordId, Leaving] = {}
        self.added: dict[ProposalId, AddedRow] = {}
        self._keys = keys
        self._own_words = Counter[Cell]()

    def go_on(self, step: Step) -> None:
        """Play one more step."""
        merges = bool(step.items) and isinstance(step.items[0], MergeItem)
        edited = self._edited_since(step.number) if merges else frozenset()
        for item in step.items:
            match item:
                case FixItem():
                    self._fix(step, item)
                case MergeItem():
                    self._merge(step, item, edited)
                case RetireItem():
                    self._retire(step, item)
                case AddItem():
                    self._add(step, item)
        self.steps.append(step)

    def go_back_to(self, place: int) -> None:
        """Take back all steps from the `place`th on."""
        while len(self.steps) > place:
            step = self.steps.pop()
            for stroke in reversed(step.strokes):
                self._put(stroke.record, stroke.column, stroke.before)
            self._own_words.subtract(step.edited)
            for record in step.left:
                del self.leaving[record]
            for proposal in step.came:
                del self.added[proposal]

    def _fix(self, step: Step, item: FixItem) -> None:
        record = self._keys.record(item.record)
        if record is None:
            return
        changes = [change for change in item.changes if change.column in self.changed]
        if not item.is_own_word and not all(self._may_change(record, change) for change in changes):
            return
        for change in changes:
            self._write(step, record, change.column, change.after, item.reason)
            cell = record, change.column
            if item.is_own_word and cell not in step.edited:
                step.edited.add(cell)
                self._own_words[cell] += 1

    def _may_change(self, record: RecordId, change: CellChange) -> bool:
        """Say whether a proposed fix finds the cell as it was proposed for, or as an earlier fix of it left it."""
        if self._text(record, change.column) == change.before:
            return True
        is_own = self._own_words[record, change.column] > 0
        return not is_own and self.register.text(record, change.column) == change.before

    def _merge(self, step: Step, item: MergeItem, edited: Set[Cell]) -> None:
        """Merge records. What the user wrote into the survivor afterwards stays, though fixes are played first."""
        survivor = self._standing(item.survivor)
        if survivor is None:
            return
        for choice in item.choices:
            source = None if choice.source is None else self._keys.record(choice.source)
            if choice.column not in self.changed or (source is None and choice.value is None):
                continue
            if (survivor, choice.column) in edited:
                continue
            value = self._text(source, choice.column) if choice.value is None and source is not None else choice.value
            if source is not None:
                step.survived.add((source, choice.column))
            self._write(step, survivor, choice.column, value or "", choice.reason, source)
        for record in map(self._standing, item.records):
            if record is not None and record != survivor and record not in self.leaving:
                self._leave(step, record, Fate.MERGED, survivor, _SAME_CUSTOMER)

    def _edited_since(self, number: int) -> Set[Cell]:
        """Return the cells written by decisions later than this one."""
        return set[Cell]().union(*(step.edited for step in self.steps if step.edited and step.number > number))

    def _retire(self, step: Step, item: RetireItem) -> None:
        record = self._keys.record(item.record)
        fate = _FATES.get(item.action)
        if record is not None and fate is not None and record not in self.leaving:
            self._leave(step, record, fate, None, item.reasons)

    def _add(self, step: Step, item: AddItem) -> None:
        """Put a row below the others, once, with the cells of the columns that the register holds."""
        texts = {column: text for column, text in item.cells if text and column in self.changed}
        if texts and item.proposal not in self.added:
            decision = step.decision
            row = AddedRow(item.proposal, item.source, texts, item.reason, step.number, decision.when, decision.who)
            self.added[item.proposal] = row
            step.came.append(item.proposal)

    def _standing(self, key: RecordKey) -> RecordId | None:
        """Return the record of a key, or the one it was merged into by an earlier decision."""
        record = self._keys.record(key)
        while record is not None and (leaving := self.leaving.get(record)) is not None and leaving.into is not None:
            record = leaving.into
        return record

    def _text(self, record: RecordId, column: str) -> str:
        after = self.changed[column].get(record)
        return self.register.text(record, column) if after is None else after

    def _write(
        self, step: Step, record: RecordId, column: str, after: str, reason: Reason, source: RecordId | None = None
    ) -> None:
        before = self._text(record, column)
        if before != after:
            self._put(record, column, after)
            step.strokes.append(Stroke(record, column, before, after, reason, source))

    def _put(self, record: RecordId, column: str, text: str) -> None:
        if text == self.register.text(record, column):
            self.changed[column].pop(record, None)
        else:
            self.changed[column][record] = text

    def _leave(
        self, step: Step, record: RecordId, fate: Fate, into: RecordId | None, reasons: tuple[Reason, ...]
    ) -> None:
        decision = step.decision
        self.leaving[record] = Leaving(record, fate, into, reasons, step.number, decision.when, decision.who)
        step.left.append(record)
