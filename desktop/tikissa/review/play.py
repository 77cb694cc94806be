"""Plays decisions over the register kind by kind: fixes, then merges, then what leaves and what comes.

What one decision changes is all that is played: a fix that comes after merges is played before them, and only the
merges it touches are played once more.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, takewhile
from typing import NamedTuple

from tikissa.model.analysis import RecordKeys
from tikissa.model.decision import AddItem, Decision, FixItem, Item, MergeItem, RetireAction, RetireItem
from tikissa.model.finding import Reason
from tikissa.model.outcome import AddedRow, Fate, Leaving
from tikissa.model.proposal import CellChange, Fix, Merge, ProposalId
from tikissa.model.record import RecordId, RecordKey
from tikissa.model.register import Register
from tikissa.review.bulk import ProposedFixes, ProposedMerges, ProposedRetires
from tikissa.review.proposal_tables import chosen

_FATES = {RetireAction.ARCHIVE: Fate.ARCHIVED, RetireAction.REMOVE: Fate.REMOVED}
_SAME_CUSTOMER = (Reason("merge.same_customer"),)


Cell = tuple[RecordId, str]
"""A record and a column."""

Wanted = tuple[int, Decision, Sequence[Item]]
"""A decision with its number and those of its items that are of the kind to be played."""


WantedValue = tuple[str, RecordId | None, str | None, Reason]
"""What the survivor of a merge is to hold in a column: what the source holds, or where that is given, a text."""


class Stroke(NamedTuple):
    """One cell as a step changed it: all that is needed to tell of it and to take it back."""

    record: RecordId
    column: str
    before: str
    after: str
    reason: Reason
    source: RecordId | None


class MergePlay(NamedTuple):
    """One merge as it was played: `place` is its own among the items of its step, `records` are those it is about, and
    `survived` the cells that live on in another record."""

    number: int
    place: int
    survivor: RecordId
    records: tuple[RecordId, ...]
    strokes: tuple[Stroke, ...]
    survived: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """The items of one kind in one decision, and once played what they did; `plays` by the places of merges, of which
    those without values from elsewhere have none.

    `edited`: cells that hold what the user wrote. A fix among the strokes stands for that of its one cell.
    """

    number: int
    decision: Decision
    items: Sequence[Item]
    own_strokes: list[Stroke | Fix] = field(default_factory=list)
    left: list[RecordId] = field(default_factory=list)
    edited: set[Cell] = field(default_factory=set)
    came: list[ProposalId] = field(default_factory=list)
    plays: Mapping[int, MergePlay] = field(default_factory=dict)

    def is_of(self, wanted: Wanted) -> bool:
        number, decision, items = wanted
        return self.number == number and self.decision is decision and self.items is items

    @property
    def strokes(self) -> Iterator[Stroke]:
        return chain(map(_stroke, self.own_strokes), *(play.strokes for play in self.plays.values()))

    @property
    def survived(self) -> Iterator[Cell]:
        return chain.from_iterable(play.survived for play in self.plays.values())


class Play:
    """The register as the steps so far leave it. `changed` holds only cells that differ from the register.

    What was handed out is never changed afterwards: a column that was is copied before its next change.
    """

    def __init__(self, register: Register, keys: RecordKeys) -> None:
        self.register = register
        self.added: dict[ProposalId, AddedRow] = {}
        self._changed: dict[str, dict[RecordId, str]] = {column.name: {} for column in register.columns}
        self._handed_out: set[str] = set()
        self._leaving: dict[RecordId, Leaving] = {}
        self._leaving_is_handed_out = True
        self._retired: dict[RecordId, Leaving] = {}
        self.keys = keys
        self._own_words: dict[Cell, list[int]] = {}
        self._fixes: list[Step] = []
        self._merges: list[Step] = []
        self._retires: list[Step] = []
        self._adds: list[Step] = []
        self._touching: dict[RecordId, list[tuple[int, int]]] = {}
        """Which merges each record is in, by decision and place."""

    @property
    def steps(self) -> tuple[Step, ...]:
        return (*self._fixes, *self._merges, *self._retires, *self._adds)

    def hand_out(self) -> tuple[dict[str, dict[RecordId, str]], dict[RecordId, Leaving]]:
        """Return the changed cells by column and what leaves, as they stay."""
        self._handed_out = set(self._changed)
        self._leaving_is_handed_out = True
        return {name: cells for name, cells in self._changed.items() if cells}, self._leaving

    def fix(self, wanted: Sequence[Wanted]) -> None:
        """Have just these fixes played; merges of the records they touch are played anew."""
        same = _in_common(self._fixes, wanted)
        if same == len(self._fixes) == len(wanted):
            return
        touched = {stroke.record for step in self._fixes[same:] for stroke in step.own_strokes}
        touched |= {record for step in self._fixes[same:] for record, _ in step.edited}
        touched |= {record for _, _, items in wanted[same:] for record in self._records(items)}
        plays = sorted(self._hanging_on(touched), key=lambda play: (play.number, play.place))
        for play in reversed(plays):
            self._take_back_cells(play.strokes)
        while len(self._fixes) > same:
            step = self._fixes.pop()
            self._take_back_cells(step.own_strokes)
            for cell in step.edited:
                self._own_words[cell].remove(step.number)
        for number, decision, items in wanted[same:]:
            step = Step(number, decision, items)
            if isinstance(items, ProposedFixes) and items.keys is self.keys:
                self._fix_proposed(step, items)
            else:
                for item in items:
                    assert isinstance(item, FixItem)
                    self._fix(step, item)
            self._fixes.append(step)
        self._replay(plays)

    def merge(self, wanted: Sequence[Wanted]) -> None:
        """Have just these merges played."""
        same = _in_common(self._merges, wanted)
        while len(self._merges) > same:
            step = self._merges.pop()
            for play in reversed([*step.plays.values()]):
                self._take_back_cells(play.strokes)
                for record in play.records:
                    self._touching[record].pop()
            self._come_back(step.left)
        for number, decision, items in wanted[same:]:
            plays: dict[int, MergePlay] = {}
            step = Step(number, decision, items, plays=plays)
            if isinstance(items, ProposedMerges) and items.keys is self.keys:
                self._merge_proposed(step, items, plays)
            else:
                for place, item in enumerate(items):
                    assert isinstance(item, MergeItem)
                    self._merge(step, place, item, plays)
            self._merges.append(step)

    def retire(self, wanted: Sequence[Wanted]) -> None:
        """Have just these rows leave, as far as they are not merged."""
        same = _in_common(self._retires, wanted)
        while len(self._retires) > same:
            gone = self._retires.pop().left
            for record in gone:
                leaving = self._retired.pop(record)
                if self._leaving[record] is leaving:
                    self._own_leaving().pop(record)
        for number, decision, items in wanted[same:]:
            step = Step(number, decision, items)
            if isinstance(items, ProposedRetires) and items.keys is self.keys:
                self._retire_proposed(step, items)
            else:
                for item in items:
                    assert isinstance(item, RetireItem)
                    self._retire(step, self.keys.record(item.record), item.action, item.reasons)
            self._retires.append(step)

    def add(self, wanted: Sequence[Wanted]) -> None:
        """Have just these rows come."""
        same = _in_common(self._adds, wanted)
        while len(self._adds) > same:
            for proposal in self._adds.pop().came:
                del self.added[proposal]
        for number, decision, items in wanted[same:]:
            step = Step(number, decision, items)
            for item in items:
                assert isinstance(item, AddItem)
                self._add(step, item)
            self._adds.append(step)

    def _records(self, items: Iterable[Item]) -> Iterator[RecordId]:
        if isinstance(items, ProposedFixes) and items.keys is self.keys:
            yield from (fix.record for fix in items.proposals)
            return
        for item in items:
            if isinstance(item, FixItem) and (record := self.keys.record(item.record)) is not None:
                yield record

    def _hanging_on(self, records: Iterable[RecordId]) -> Iterator[MergePlay]:
        """Yield the merges that these records are in, and those that share a record with one of them, and so on."""
        plays = {step.number: step.plays for step in self._merges}
        waiting = [record for record in records if self._touching.get(record)]
        seen, found = set(waiting), set[tuple[int, int]]()
        while waiting:
            for number, place in self._touching.get(waiting.pop(), ()):
                if (number, place) not in found:
                    found.add((number, place))
                    play = plays[number][place]
                    yield play
                    waiting.extend(record for record in play.records if record not in seen)
                    seen.update(play.records)

    def _replay(self, plays: Iterable[MergePlay]) -> None:
        """Play these merges once more; who leaves by them does not hang on what the cells say."""
        anew: dict[int, dict[int, MergePlay]] = {}
        steps = {step.number: step for step in self._merges}
        for play in plays:
            item = steps[play.number].items[play.place]
            assert isinstance(item, MergeItem)
            strokes, survived = self._choose(play.number, play.survivor, self._wanted(item))
            anew.setdefault(play.number, {})[play.place] = play._replace(strokes=strokes, survived=survived)
        self._merges = [
            replace(step, plays={**step.plays, **anew[step.number]}) if step.number in anew else step
            for step in self._merges
        ]

    def _fix_proposed(self, step: Step, items: ProposedFixes) -> None:
        """Play fixes of this register; those of a single cell that nothing has changed yet in one go."""
        cells_of = {column.name: self.register.cells[column.index] for column in self.register.columns}
        for place, fix in enumerate(items.proposals):
            change, record = fix.changes[0], fix.record
            changed = self._own_cells(change.column) if change.column in cells_of else {}
            cells = cells_of.get(change.column)
            is_plain = len(fix.changes) == 1 and cells is not None and record not in changed
            if cells is not None and is_plain and cells.texts[cells.codes[record]] == change.before != change.after:
                changed[record] = change.after
                step.own_strokes.append(fix)
            else:
                self._fix(step, items.item(place))

    def _fix(self, step: Step, item: FixItem) -> None:
        record = self.keys.record(item.record)
        if record is None:
            return
        changes = [change for change in item.changes if change.column in self._changed]
        if not item.is_own_word and not all(self._may_change(record, change) for change in changes):
            return
        for change in changes:
            cell = record, change.column
            if stroke := self._write(*cell, change.after, item.reason):
                step.own_strokes.append(stroke)
            if item.is_own_word and cell not in step.edited:
                step.edited.add(cell)
                self._own_words.setdefault(cell, []).append(step.number)

    def _may_change(self, record: RecordId, change: CellChange) -> bool:
        """Say whether a proposed fix finds the cell as it was proposed for, or as an earlier fix of it left it."""
        if self._text(record, change.column) == change.before:
            return True
        is_own = bool(self._own_words.get((record, change.column)))
        return not is_own and self.register.text(record, change.column) == change.before

    def _merge_proposed(self, step: Step, items: ProposedMerges, plays: dict[int, MergePlay]) -> None:
        """Play merges of this register; those none of whose rows has left yet without looking anybody up."""
        leaving, left = self._own_leaving(), step.left
        about = step.number, step.decision.when, step.decision.who
        for place, merge in enumerate(items.proposals):
            records, golden = merge.cluster.records, merge.golden
            survivor = golden.survivor
            if survivor not in records or not leaving.keys().isdisjoint(records):
                self._merge(step, place, items.item(place), plays)
                continue
            if any(value.source != survivor for value in golden.values):
                self._choose_proposed(step, place, merge, plays)
            for record in records:
                if record != survivor:
                    leaving[record] = Leaving(record, Fate.MERGED, survivor, _SAME_CUSTOMER, *about)
                    left.append(record)

    def _choose_proposed(self, step: Step, place: int, merge: Merge, plays: dict[int, MergePlay]) -> None:
        survivor, number = merge.golden.survivor, step.number
        wanted = (
            (value.column, value.source, value.value if value.source is None else None, value.reason)
            for value in chosen(merge)
        )
        strokes, survived = self._choose(number, survivor, wanted)
        plays[place] = MergePlay(number, place, survivor, merge.records, strokes, survived)
        for record in merge.records:
            self._touching.setdefault(record, []).append((number, place))

    def _merge(self, step: Step, place: int, item: MergeItem, plays: dict[int, MergePlay]) -> None:
        survivor = self._standing(item.survivor)
        if survivor is None:
            return
        strokes, survived = self._choose(step.number, survivor, self._wanted(item))
        keys = (*item.records, *(choice.source for choice in item.choices if choice.source is not None))
        found = (self.keys.record(key) for key in keys)
        records = tuple(dict.fromkeys((survivor, *(record for record in found if record is not None))))
        for record in records:
            self._touching.setdefault(record, []).append((step.number, place))
        plays[place] = MergePlay(step.number, place, survivor, records, strokes, survived)
        for merged in map(self._standing, item.records):
            if merged is not None and merged != survivor:
                self._own_leaving()[merged] = _leaving(step, merged, Fate.MERGED, survivor, _SAME_CUSTOMER)
                step.left.append(merged)

    def _wanted(self, item: MergeItem) -> Iterator[WantedValue]:
        """Yield the values that a merge takes; where a value's record is gone, its own text if it has one."""
        for choice in item.choices:
            source = None if choice.source is None else self.keys.record(choice.source)
            if source is not None or choice.value is not None:
                yield choice.column, source, choice.value, choice.reason

    def _choose(
        self, number: int, survivor: RecordId, wanted: Iterable[WantedValue]
    ) -> tuple[tuple[Stroke, ...], tuple[Cell, ...]]:
        """Put the chosen values into the survivor. What the user wrote into it afterwards stays, though that is played
        first."""
        strokes, survived = [], []
        for column, source, value, reason in wanted:
            if column not in self._changed:
                continue
            if any(edited > number for edited in self._own_words.get((survivor, column), ())):
                continue
            if source is not None:
                survived.append((source, column))
                value = self._text(source, column) if value is None else value
            if stroke := self._write(survivor, column, value or "", reason, source):
                strokes.append(stroke)
        return tuple(strokes), tuple(survived)

    def _retire_proposed(self, step: Step, items: ProposedRetires) -> None:
        for retire in items.proposals if items.action in _FATES else ():
            self._retire(step, retire.record, items.action, retire.reasons)

    def _retire(self, step: Step, record: RecordId | None, action: RetireAction, reasons: tuple[Reason, ...]) -> None:
        fate = _FATES.get(action)
        if fate is not None and record is not None and record not in self._retired:
            self._retired[record] = _leaving(step, record, fate, None, reasons)
            step.left.append(record)
            if record not in self._leaving:
                self._own_leaving()[record] = self._retired[record]

    def _add(self, step: Step, item: AddItem) -> None:
        """Put a row below the others, once, with the cells of the columns that the register holds."""
        texts = {column: text for column, text in item.cells if text and column in self._changed}
        if texts and item.proposal not in self.added:
            decision = step.decision
            row = AddedRow(item.proposal, item.source, texts, item.reason, step.number, decision.when, decision.who)
            self.added[item.proposal] = row
            step.came.append(item.proposal)

    def _come_back(self, records: Iterable[RecordId]) -> None:
        """Take back that records were merged; they may have been put away as well."""
        leaving = self._own_leaving()
        for record in records:
            del leaving[record]
            if record in self._retired:
                leaving[record] = self._retired[record]

    def _standing(self, key: RecordKey) -> RecordId | None:
        """Return the record of a key, or the one it was merged into by an earlier decision."""
        record = self.keys.record(key)
        while record is not None and (leaving := self._leaving.get(record)) is not None and leaving.into is not None:
            record = leaving.into
        return record

    def _text(self, record: RecordId, column: str) -> str:
        after = self._changed[column].get(record)
        return self.register.text(record, column) if after is None else after

    def _write(
        self, record: RecordId, column: str, after: str, reason: Reason, source: RecordId | None = None
    ) -> Stroke | None:
        before = self._text(record, column)
        if before == after:
            return None
        self._put(record, column, after)
        return Stroke(record, column, before, after, reason, source)

    def _take_back_cells(self, strokes: Sequence[Stroke | Fix]) -> None:
        for stroke in reversed(strokes):
            if isinstance(stroke, Fix):  # it found the cell as it was read
                del self._own_cells(stroke.changes[0].column)[stroke.record]
            else:
                self._put(stroke.record, stroke.column, stroke.before)

    def _put(self, record: RecordId, column: str, text: str) -> None:
        cells = self._own_cells(column)
        if text == self.register.text(record, column):
            cells.pop(record, None)
        else:
            cells[record] = text

    def _own_cells(self, column: str) -> dict[RecordId, str]:
        """Return the changed cells of a column for changing."""
        if column in self._handed_out:
            self._handed_out.remove(column)
            self._changed[column] = dict(self._changed[column])
        return self._changed[column]

    def _own_leaving(self) -> dict[RecordId, Leaving]:
        """Return what leaves for changing."""
        if self._leaving_is_handed_out:
            self._leaving_is_handed_out = False
            self._leaving = dict(self._leaving)
        return self._leaving


def _stroke(of: Stroke | Fix) -> Stroke:
    if isinstance(of, Stroke):
        return of
    change = of.changes[0]
    return Stroke(of.record, change.column, change.before, change.after, of.reason, None)


def _in_common(steps: Sequence[Step], wanted: Sequence[Wanted]) -> int:
    """Return how many of the first steps are as they are wanted."""
    return sum(1 for _ in takewhile(lambda pair: pair[0].is_of(pair[1]), zip(steps, wanted, strict=False)))


def _leaving(step: Step, record: RecordId, fate: Fate, into: RecordId | None, reasons: tuple[Reason, ...]) -> Leaving:
    decision = step.decision
    return Leaving(record, fate, into, reasons, step.number, decision.when, decision.who)
