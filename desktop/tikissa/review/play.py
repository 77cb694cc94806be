"""Plays decisions over the register kind by kind: fixes, then merges, then what leaves and what comes.

What one decision changes is all that is played: a fix that comes after merges is played before them, and only the
merges it touches are played once more.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import repeat, takewhile

import numpy as np
from numpy.typing import NDArray

from tikissa.model.analysis import RecordKeys
from tikissa.model.decision import AddItem, FixItem, Item, MergeItem, RetireAction, RetireItem
from tikissa.model.finding import Reason
from tikissa.model.outcome import AddedRow, Fate, Leaving
from tikissa.model.proposal import CellChange, Fix, ProposalId
from tikissa.model.record import RecordId, RecordKey
from tikissa.model.register import Register, object_array
from tikissa.review.bulk import ProposedFixes, ProposedMerges, ProposedRetires
from tikissa.review.played import Cell, MergePlay, ProposedPlays, Step, Stroke, Wanted
from tikissa.review.proposal_tables import FixTable, MergeTable, Places, fixes_in_table, in_table, places_in

_FATES = {RetireAction.ARCHIVE: Fate.ARCHIVED, RetireAction.REMOVE: Fate.REMOVED}
_SAME_CUSTOMER = (Reason("merge.same_customer"),)

WantedValue = tuple[str, RecordId | None, str | None, Reason]
"""What the survivor of a merge is to hold in a column: what the source holds, or where that is given, a text."""


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
        plays: list[MergePlay] = []
        if self._merges:
            touched = {stroke.record for step in self._fixes[same:] for stroke in step.own_strokes}
            touched |= {record for step in self._fixes[same:] for record, _ in step.edited}
            touched |= {record for _, _, items in wanted[same:] for record in self._records(items)}
            plays = sorted(self._hanging_on(touched), key=lambda play: (play.number, play.place))
        for play in reversed(plays):
            self._take_back_cells(play.strokes)
        while len(self._fixes) > same:
            step = self._fixes.pop()
            self._take_back_fixes(step)
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
            if isinstance(step.plays, ProposedPlays):
                self._take_back_values(step.plays)
            own = step.plays.anew if isinstance(step.plays, ProposedPlays) else step.plays
            for play in reversed([*own.values()]):
                self._take_back_cells(play.strokes)
                for record in play.records:
                    if self._touching.get(record, [])[-1:] == [(play.number, play.place)]:
                        self._touching[record].pop()
            self._come_back(step.left)
        for number, decision, items in wanted[same:]:
            plays: dict[int, MergePlay] = {}
            step = Step(number, decision, items, plays=plays)
            if isinstance(items, ProposedMerges) and items.keys is self.keys:
                step = replace(step, plays=self._merge_proposed(step, items))
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
        proposed = [(number, of) for number, of in plays.items() if isinstance(of, ProposedPlays)]
        waiting, found = {*records}, set[tuple[int, int]]()
        seen = set(waiting)
        while waiting:
            rows = np.fromiter(waiting, np.intp, len(waiting))
            touched = [(number, place) for number, of in proposed for place in of.touched(rows)]
            touched += [entry for record in waiting & self._touching.keys() for entry in self._touching[record]]
            waiting = set()
            for number, place in touched:
                if (number, place) not in found:
                    found.add((number, place))
                    play = plays[number][place]
                    yield play
                    waiting |= {*play.records} - seen
            seen |= waiting

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
            replace(step, plays=_with_anew(step.plays, anew[step.number])) if step.number in anew else step
            for step in self._merges
        ]

    def _fix_proposed(self, step: Step, items: ProposedFixes) -> None:
        """Play fixes of this register; those of a single cell that nothing has changed yet column by column."""
        table, places = fixes_in_table(items.proposals)
        strokes: list[tuple[int, Stroke | Fix]] = []
        plain = np.zeros(len(places), np.bool_)
        for number, column in enumerate(table.columns.values):
            mine = np.flatnonzero(table.columns.numbers[places] == number) if column in self._changed else plain[:0]
            if len(mine):
                plain[mine] = self._are_plain(str(column), table, places[mine])
        slow = np.flatnonzero(~plain)
        if not {*table.records[places[slow]].tolist()}.isdisjoint(table.records[places[plain]].tolist()):
            plain, slow = np.zeros_like(plain), np.arange(len(places))
        for number in np.unique(table.columns.numbers[places[plain]]).tolist():
            column = str(table.columns.values[number])
            at = places[plain & (table.columns.numbers[places] == number)]
            records = table.records[at].tolist()
            self._own_cells(column).update(zip(records, table.afters[at].tolist(), strict=True))
            step.cells[column] = records
        for place in slow.tolist():
            before = len(step.own_strokes)
            self._fix(step, items.item(place))
            strokes += ((place, stroke) for stroke in step.own_strokes[before:])
        fixes = table.proposals[places[plain]].tolist()
        if strokes:
            strokes += zip(np.flatnonzero(plain).tolist(), fixes, strict=True)
            fixes = [stroke for _, stroke in sorted(strokes, key=lambda entry: entry[0])]
        step.own_strokes[:] = fixes

    def _are_plain(self, column: str, table: FixTable, places: Places) -> NDArray[np.bool_]:
        """Tell which fixes of one column each find their cell as it was read and nothing written in it, shape
        (places,)."""
        records, befores = table.records[places], table.befores[places]
        cells, changed = self.register.cells_of(column), self._changed[column]
        found: NDArray[np.bool_] = (cells.texts[cells.codes[records]] == befores) & (befores != table.afters[places])
        if len(np.unique(records)) < len(records):
            return np.zeros(len(records), np.bool_)
        rows = records.tolist()
        if changed and not changed.keys().isdisjoint(rows):
            found &= np.array([record not in changed for record in rows], np.bool_)
        return found

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

    def _merge_proposed(self, step: Step, items: ProposedMerges) -> Mapping[int, MergePlay]:
        """Play merges of this register; those none of whose rows has left yet column by column."""
        own = places_in(items.proposals, in_table(items.proposals)[0]) is not None
        table, chosen = in_table(items.proposals if own else tuple(items.proposals))
        free = self._are_free(table, chosen.places)
        anew: dict[int, MergePlay] = {}
        for place in np.flatnonzero(~free).tolist():
            self._merge(step, place, items.item(place), anew)
        merges = chosen.places[free]
        plays = ProposedPlays(step.number, table, merges, np.flatnonzero(free), anew)
        for column, at in plays.by_column():
            if column in self._changed:
                self._choose_column(plays, column, at)
        mine = np.zeros(len(table), np.bool_)
        mine[merges] = True
        survivors = table.survivors[table.owners]
        merged = mine[table.owners] & (table.members != survivors)
        records = table.members[merged].tolist()
        about = map(repeat, (_SAME_CUSTOMER, step.number, step.decision.when, step.decision.who))
        left = map(Leaving, records, repeat(Fate.MERGED), survivors[merged].tolist(), *about)
        self._own_leaving().update(zip(records, left, strict=True))
        step.left.extend(records)
        return plays

    def _are_free(self, table: MergeTable, merges: Places) -> NDArray[np.bool_]:
        """Tell which merges neither share a record with another of them nor have one that left, shape (merges,); what
        leads from one of the others to a record of theirs makes all of them depend on the order."""
        mine = np.zeros(len(table), np.bool_)
        mine[merges] = True
        members = mine[table.owners]
        nothing = np.zeros(len(merges), np.bool_)
        if np.bincount(table.members[members]).max(initial=0) > 1 or np.count_nonzero(mine) < len(merges):
            return nothing
        standing = np.ones(len(self.register), np.bool_)
        standing[np.fromiter(self._leaving, np.intp, len(self._leaving))] = False
        free = mine & table.whole
        free[table.owners[members & ~standing[table.members]]] = False
        others = table.members[(mine & ~free)[table.owners]].tolist()
        led_to = {self._standing(self.keys[record]) for record in others}
        return nothing if not led_to.isdisjoint(table.members[free[table.owners]].tolist()) else free[merges]

    def _choose_column(self, plays: ProposedPlays, column: str, at: Places) -> None:
        """Put the chosen values of one column into the survivors, as `_choose` does."""
        taken, cells, values = plays.table.taken, self.register.cells_of(column), plays.taken[at]
        sources, survivors = taken.sources[values].tolist(), taken.survivors[values].tolist()
        changed, read = self._own_cells(column), cells.texts[cells.codes[taken.survivors[values]]].tolist()
        afters = cells.texts[cells.codes[taken.sources[values]]].tolist()
        for place in np.flatnonzero(taken.sources[values] < 0).tolist():
            afters[place] = taken.values[values[place]].value
        if changed:
            afters = [changed.get(source, text) for source, text in zip(sources, afters, strict=True)]
        befores = [changed.get(survivor, text) for survivor, text in zip(survivors, read, strict=True)]
        for place, (survivor, text) in enumerate(zip(survivors, read, strict=True)):
            own = self._own_words.get((survivor, column), ()) if self._own_words else ()
            if any(edited > plays.number for edited in own):
                afters[place] = None
            elif afters[place] == text:
                changed.pop(survivor, None)
            else:
                changed[survivor] = afters[place]
        plays.befores[at], plays.afters[at] = object_array(befores), object_array(afters)

    def _take_back_values(self, plays: ProposedPlays) -> None:
        survivors, befores, afters = plays.table.taken.survivors[plays.taken], plays.befores, plays.afters
        for column, at in plays.by_column():
            if column in self._changed:
                written = at[(afters[at] != befores[at]) & (afters[at] != object_array([None] * len(at)))]
                for survivor, before in zip(survivors[written].tolist(), befores[written].tolist(), strict=True):
                    self._put(survivor, column, before)

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

    def _come_back(self, records: Sequence[RecordId]) -> None:
        """Take back that records were merged; they may have been put away as well."""
        leaving = self._own_leaving()
        deque(map(leaving.pop, records), maxlen=0)
        leaving.update((record, self._retired[record]) for record in self._retired.keys() & {*records})

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

    def _take_back_fixes(self, step: Step) -> None:
        for column, records in step.cells.items():  # each found its cell as it was read
            deque(map(self._own_cells(column).pop, records), maxlen=0)
        self._take_back_cells([stroke for stroke in step.own_strokes if isinstance(stroke, Stroke)])

    def _take_back_cells(self, strokes: Sequence[Stroke]) -> None:
        for stroke in reversed(strokes):
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


def _with_anew(plays: Mapping[int, MergePlay], anew: Mapping[int, MergePlay]) -> Mapping[int, MergePlay]:
    return plays.with_anew(anew) if isinstance(plays, ProposedPlays) else {**plays, **anew}


def _in_common(steps: Sequence[Step], wanted: Sequence[Wanted]) -> int:
    """Return how many of the first steps are as they are wanted."""
    return sum(1 for _ in takewhile(lambda pair: pair[0].is_of(pair[1]), zip(steps, wanted, strict=False)))


def _leaving(step: Step, record: RecordId, fate: Fate, into: RecordId | None, reasons: tuple[Reason, ...]) -> Leaving:
    decision = step.decision
    return Leaving(record, fate, into, reasons, step.number, decision.when, decision.who)
