"""Plays the decisions over the register: fixes first, survivorship among fixed values, retirements last."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tikissa.model.analysis import RecordKeys
from tikissa.model.decision import Decision, DecisionLog, FixItem, Item, MergeItem, RetireAction, RetireItem, Verdict
from tikissa.model.finding import Reason
from tikissa.model.outcome import AppliedChange, Fate, Leaving, Outcome
from tikissa.model.record import RecordId, RecordKey
from tikissa.model.register import Register

BY_HAND = "hand.edit"
"""The reason code of an edit by hand: it holds whatever stood in the cell before."""

_FATES = {RetireAction.ARCHIVE: Fate.ARCHIVED, RetireAction.REMOVE: Fate.REMOVED}


def derive(register: Register, keys: RecordKeys, log: DecisionLog) -> Outcome:
    """Return what the decisions in force make of the register.

    Items about records or columns the register does not hold have no effect. A fix is applied only where the cell
    still says what the fix was proposed for; an edit by hand always is.
    """
    play = _Play(register, keys)
    items = tuple(_items(log))
    for number, decision, item in items:
        if isinstance(item, FixItem):
            play.fix(item, number, decision)
    for number, decision, item in items:
        if isinstance(item, MergeItem):
            play.merge(item, number, decision)
    for number, decision, item in items:
        if isinstance(item, RetireItem):
            play.retire(item, number, decision)
    return play.outcome()


def _items(log: DecisionLog) -> Iterator[tuple[int, Decision, Item]]:
    for number, decision in log.in_force:
        if decision.verdict in (Verdict.ACCEPTED, Verdict.EDITED):
            for item in decision.items:
                yield number, decision, item


@dataclass
class _Play:
    """The state while the log is played; thrown away once the outcome is made."""

    register: Register
    keys: RecordKeys
    changed: dict[str, dict[RecordId, str]] = field(default_factory=dict)
    changes: list[AppliedChange] = field(default_factory=list)
    leaving: dict[RecordId, Leaving] = field(default_factory=dict)
    survived: set[tuple[RecordId, str]] = field(default_factory=set)

    def text(self, record: RecordId, column: str) -> str:
        after = self.changed.get(column, {}).get(record)
        return self.register.text(record, column) if after is None else after

    def fix(self, item: FixItem, number: int, decision: Decision) -> None:
        record = self.keys.record(item.record)
        if record is None:
            return
        changes = [change for change in item.changes if self.register.has_column(change.column)]
        by_hand = item.reason.code == BY_HAND
        if by_hand or all(self.text(record, change.column) == change.before for change in changes):
            for change in changes:
                self._set(record, change.column, change.after, item.reason, number, decision)

    def merge(self, item: MergeItem, number: int, decision: Decision) -> None:
        survivor = self._standing(item.survivor)
        if survivor is None:
            return
        for choice in item.choices:
            source = None if choice.source is None else self.keys.record(choice.source)
            if not self.register.has_column(choice.column) or (source is None and choice.value is None):
                continue
            value = self.text(source, choice.column) if choice.value is None and source is not None else choice.value
            if source is not None:
                self.survived.add((source, choice.column))
            self._set(survivor, choice.column, value or "", choice.reason, number, decision, source)
        for record in map(self._standing, item.records):
            if record is not None and record != survivor and record not in self.leaving:
                self._leave(record, Fate.MERGED, survivor, (Reason("merge.same_customer"),), number, decision)

    def retire(self, item: RetireItem, number: int, decision: Decision) -> None:
        record = self.keys.record(item.record)
        fate = _FATES.get(item.action)
        if record is not None and fate is not None and record not in self.leaving:
            self._leave(record, fate, None, item.reasons, number, decision)

    def outcome(self) -> Outcome:
        """Return what was played, with fixes whose values did not survive a merge marked as without effect."""
        changes = tuple(
            replace(change, has_effect=False) if self._is_lost(change) else change for change in self.changes
        )
        changed = {
            column: {record: text for record, text in cells.items() if text != self.register.text(record, column)}
            for column, cells in self.changed.items()
        }
        return Outcome(self.register, {name: cells for name, cells in changed.items() if cells}, self.leaving, changes)

    def _is_lost(self, change: AppliedChange) -> bool:
        leaving = self.leaving.get(change.record)
        merged = leaving is not None and leaving.fate is Fate.MERGED
        return merged and (change.record, change.column) not in self.survived

    def _standing(self, key: RecordKey) -> RecordId | None:
        """Return the record of a key, or the one it was merged into by an earlier decision."""
        record = self.keys.record(key)
        while record is not None and (leaving := self.leaving.get(record)) is not None and leaving.into is not None:
            record = leaving.into
        return record

    def _set(
        self,
        record: RecordId,
        column: str,
        after: str,
        reason: Reason,
        number: int,
        decision: Decision,
        source: RecordId | None = None,
    ) -> None:
        before = self.text(record, column)
        if before == after:
            return
        self.changed.setdefault(column, {})[record] = after
        self.changes.append(
            AppliedChange(record, column, before, after, reason, number, decision.when, decision.who, source)
        )

    def _leave(
        self,
        record: RecordId,
        fate: Fate,
        into: RecordId | None,
        reasons: tuple[Reason, ...],
        number: int,
        decision: Decision,
    ) -> None:
        self.leaving[record] = Leaving(record, fate, into, reasons, number, decision.when, decision.who)
