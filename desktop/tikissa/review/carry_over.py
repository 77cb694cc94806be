"""Takes decisions over to a newer version of the file: what they were about is unchanged, or they are asked again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from tikissa.model.decision import (
    AddItem,
    AskedAgain,
    Choice,
    Decision,
    DecisionLog,
    ExcludeItem,
    FixItem,
    Item,
    Judgement,
    MeaningItem,
    MergeItem,
    NewCell,
    PermissionItem,
    RetireItem,
    Sameness,
    SettingItem,
    Word,
)
from tikissa.model.finding import Reason
from tikissa.model.matching import Relation
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import CellChange, ProposalId, fix_id, merge_id, retire_id
from tikissa.model.record import RecordId, RecordKey
from tikissa.review.derive import derive
from tikissa.review.own_changes import came_and_went, unchanged_but_for_ours
from tikissa.review.same_records import ACTIVITY, Recognition, Visit, recognise
from tikissa.review.styles import column_of, renamed


@dataclass(frozen=True, slots=True)
class Dropped:
    """Part of an old decision that no longer holds, and why."""

    decision: int
    item: Item
    reason: Reason


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """`log` holds the decisions that stand, made when and by whom they were; what does not hold is in `dropped`.

    `before` is the register as it was last time.
    """

    log: DecisionLog
    recognition: Recognition
    dropped: tuple[Dropped, ...]
    before: Visit


def carry_over(old: Visit, log: DecisionLog, new: Visit) -> CarriedOver:
    """Return the old log's decisions as far as they hold for the new version of the file."""
    left = derive(old.register, old.keys, log)
    carrier = _Carrier(old, new, unchanged_but_for_ours(recognise(old, new), old, new, left), left)
    decisions: list[Decision] = []
    dropped: list[Dropped] = []
    added: set[RecordId] = set()
    for number, decision in log.in_force:
        items = []
        for item in decision.items:
            added |= carrier.holding(item) if isinstance(item, AddItem) else frozenset()
            for carried in carrier.carry(item):
                if isinstance(carried, Reason):
                    dropped.append(Dropped(number, item, carried))
                else:
                    items.append(carried)
        if items:
            decisions.append(replace(decision, items=tuple(items)))
    recognition = came_and_went(carrier.recognition, left, added)
    return CarriedOver(DecisionLog(tuple(decisions)), recognition, tuple(dropped), old)


@dataclass(frozen=True)
class _Carrier:
    """Carries item by item: yields what of it holds for the new file, why it no longer does, or nothing where the new
    file already says what was decided."""

    old: Visit
    new: Visit
    recognition: Recognition
    left: Outcome
    """The old register as the decisions left it."""

    def carry(self, item: Item) -> Iterator[Item | Reason]:
        match item:
            case MergeItem():
                yield from self._merge(item)
            case Judgement() | AskedAgain():
                yield from self._word(item)
            case _:
                carried = self._carry_one(item)
                if carried is not None:
                    yield carried

    def _carry_one(
        self, item: FixItem | RetireItem | AddItem | NewCell | MeaningItem | PermissionItem | SettingItem | ExcludeItem
    ) -> Item | Reason | None:
        match item:
            case FixItem():
                return self._fix(item)
            case RetireItem():
                return self._retire(item)
            case AddItem():
                return self._added(item)
            case NewCell():
                return self._new_cell(item)
            case MeaningItem(column, meaning):
                now = self.recognition.columns.get(column)
                return MeaningItem(now, meaning) if now else Reason("carried.column_gone", (column,))
            case PermissionItem(column):
                now = self.recognition.columns.get(column)
                return replace(item, column=now) if now else Reason("carried.column_gone", (column,))
            case ExcludeItem():
                return item
            case SettingItem(name):
                return None if name.startswith("reading.") else self._setting(item)

    def _setting(self, item: SettingItem) -> SettingItem | Reason:
        """Carry a setting; one on a column goes by what the column is called now."""
        column = column_of(item.name)
        if column is None:
            return item
        now = self.recognition.columns.get(column)
        return Reason("carried.column_gone", (column,)) if now is None else renamed(item, now)

    def _fix(self, item: FixItem) -> FixItem | Reason | None:
        record = self._record(item.record)
        if record is None:
            return self._why_gone(item.record)
        columns = [self.recognition.columns.get(change.column) for change in item.changes]
        changes = []
        for change, column in zip(item.changes, columns, strict=True):
            if column is None:
                return Reason("carried.column_gone", (change.column,))
            changes.append(CellChange(column, change.before, change.after))
        texts = [self.new.register.text(record, change.column) for change in changes]
        if texts == [change.after for change in changes]:
            return None
        if texts != [change.before for change in changes]:
            return Reason("carried.cell_changed")
        key = self.new.keys[record]
        proposal = None if item.is_own_word else fix_id(key, tuple(changes), item.reason.code)
        return FixItem(proposal, key, tuple(changes), item.reason)

    def _merge(self, item: MergeItem) -> Iterator[Item | Reason]:
        """Carry a merge: its rows that say the same stay merged, and those that have changed are asked about."""
        present = [key for key in item.records if self._record(key) is not None]
        if len(present) < 2:
            yield from () if present else self._gone(*item.records)
            return
        unchanged = [key for key in present if self._unchanged(key)]
        if len(unchanged) > 1:
            yield self._merged(item, tuple(unchanged))
        if len(unchanged) < len(item.records):
            yield Reason("carried.row_changed")
        for first, second in combinations(present, 2):
            if not self._unchanged(first, second):
                yield self._asked_again(first, second, Sameness.SAME)

    def _merged(self, item: MergeItem, records: tuple[RecordKey, ...]) -> MergeItem:
        """Return a merge of these of its rows, with the values that come from them."""
        keys = tuple(self._keys(records))
        whole = len(records) == len(item.records)
        survivor = item.survivor if item.survivor in records else records[0]
        chosen = item.choices if whole else (choice for choice in item.choices if choice.source in (None, *records))
        choices = tuple(self._choices(choice for choice in chosen if choice.source != survivor))
        proposal: ProposalId | None = merge_id(keys) if item.proposal else None
        return MergeItem(proposal, keys, next(self._keys((survivor,))), choices)

    def _choices(self, choices: Iterable[Choice]) -> Iterator[Choice]:
        for choice in choices:
            column = self.recognition.columns.get(choice.column)
            source = next(self._keys((choice.source,))) if choice.source else None
            if column:
                yield Choice(column, source, choice.value, choice.reason)

    def _word(self, item: Word) -> Iterator[Item | Reason]:
        """Carry what was said of a pair; where a row of it has changed it is no longer in force, and that is told."""
        if self._record(item.first) is None or self._record(item.second) is None:
            yield from self._gone(item.first, item.second)
            return
        if self._unchanged(item.first, item.second):
            first, second = self._keys((item.first, item.second))
            yield replace(item, first=first, second=second)
            return
        if isinstance(item, AskedAgain):
            yield self._asked_again(item.first, item.second, item.said, item.relation, item.changes)
            return
        yield Reason("carried.row_changed")
        if item.sameness is not Sameness.UNSURE:
            yield self._asked_again(item.first, item.second, item.sameness, item.relation)

    def _asked_again(
        self,
        first: RecordKey,
        second: RecordKey,
        said: Sameness,
        relation: Relation | None = None,
        before: tuple[CellChange, ...] = (),
    ) -> AskedAgain:
        changes = (*before, *self._changes(first), *self._changes(second))
        one, other = self._keys((first, second))
        return AskedAgain(one, other, said, relation, changes)

    def _changes(self, key: RecordKey) -> Iterator[CellChange]:
        """Yield the cells of a record that say something else about the customer than last time."""
        before, now = self.old.keys.record(key), self._record(key)
        if before is None or now is None or self._unchanged(key):
            return
        for mine, theirs in self.recognition.columns.items():
            texts = self.old.register.text(before, mine), self.new.register.text(now, theirs)
            if texts[0] != texts[1] and self.old.schema.meaning_of(mine) not in ACTIVITY:
                yield CellChange(theirs, *texts)

    def _retire(self, item: RetireItem) -> RetireItem | Reason | None:
        if self._record(item.record) is None:
            return self._why_gone(item.record)
        if not self._unchanged(item.record):
            return Reason("carried.row_changed")
        key = next(self._keys((item.record,)))
        return replace(item, record=key, proposal=retire_id(key, item.reasons) if item.proposal else None)

    def _added(self, item: AddItem) -> Reason | None:
        """Never put a row in twice: the file may hold it, written otherwise by the program it has been in since."""
        return None if self.holding(item) else Reason("carried.row_from_list", (item.source.file,))

    def _new_cell(self, item: NewCell) -> NewCell | Reason | None:
        """A column that the file has by now needs no cells; of a row from another file its own line tells."""
        if item.record is None or self.new.register.has_column(item.column):
            return None
        if self._record(item.record) is None:
            return self._why_gone(item.record)
        return replace(item, record=next(self._keys((item.record,))))

    def holding(self, item: AddItem) -> frozenset[RecordId]:
        """Return the records that came since and hold what was added."""
        columns = {column.name: column.name for column in self.new.register.columns} | dict(self.recognition.columns)
        cells = [(columns[column], text) for column, text in item.cells if column in columns]
        holding = sorted((self.new_cells.get(cell, frozenset()) for cell in cells), key=len)
        return frozenset.intersection(*holding) if holding else frozenset()

    @cached_property
    def new_cells(self) -> Mapping[tuple[str, str], frozenset[RecordId]]:
        """Return which of the records that came since hold each content, by column and text."""
        found: dict[tuple[str, str], set[RecordId]] = defaultdict(set)
        for column in self.new.register.columns:
            cells = self.new.register.cells_of(column.name)
            for record in self.recognition.new:
                found[column.name, cells[record]].add(record)
        return {cell: frozenset(records) for cell, records in found.items()}

    def _gone(self, *keys: RecordKey) -> Iterator[Reason]:
        why = self._why_gone(*keys)
        if why is not None:
            yield why

    def _why_gone(self, *keys: RecordKey) -> Reason | None:
        """Return the reason that a row is gone, None where those that are went by the user's own decision."""
        gone = {self.old.keys.record(key) for key in keys if self._record(key) is None}
        return None if gone <= self.left.leaving.keys() else Reason("carried.row_gone")

    def _record(self, key: RecordKey) -> RecordId | None:
        before = self.old.keys.record(key)
        return None if before is None else self.recognition.records.get(before)

    def _unchanged(self, *keys: RecordKey) -> bool:
        return all(self.old.keys.record(key) in self.recognition.unchanged for key in keys)

    def _keys(self, keys: tuple[RecordKey, ...]) -> Iterator[RecordKey]:
        for key in keys:
            record = self._record(key)
            if record is not None:
                yield self.new.keys[record]
