"""What is left to decide, surest and most needed first."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tikissa.model.analysis import Analysis
from tikissa.model.decision import AskedAgain, Decision, DecisionLog, FixItem, MergeItem, RetireItem
from tikissa.model.progress import Tick, nothing
from tikissa.model.proposal import Fix, Merge, Retire
from tikissa.model.record import RecordId, RecordKey
from tikissa.review.bulk import of_kind
from tikissa.review.group_words import GroupWords
from tikissa.review.log_state import Standing
from tikissa.review.per_decision import PerDecision
from tikissa.review.proposal_tables import Chosen, FixTable, MergeTable, RetireTable
from tikissa.review.proposals import DONE, LATER, InForce, Proposals
from tikissa.review.question_worth import worth_of_records
from tikissa.rules import is_error

Stays = NDArray[np.bool_]
"""Whether each record stays, shape (records,)."""


@dataclass(frozen=True, slots=True)
class FixGroup:
    """Open fixes of one kind: one card, one decision. A group is safe when every fix in it is."""

    code: str
    fixes: Sequence[Fix]
    error: bool
    safe: bool


@dataclass(frozen=True)
class OpenWork:
    """Everything still open. What was left for later stays open and comes last; so many of the merges are that."""

    fix_groups: tuple[FixGroup, ...]
    merges: Sequence[Merge]
    retires: Sequence[Retire]
    later: int = 0

    @cached_property
    def fixes(self) -> int:
        return sum(len(group.fixes) for group in self.fix_groups)

    @cached_property
    def safe_merges(self) -> Sequence[Merge]:
        merges = self.merges
        if isinstance(merges, Chosen) and isinstance(merges.table, MergeTable):
            return merges.chosen(merges.places[merges.table.safe[merges.places]])
        return tuple(merge for merge in merges if merge.safe)

    @property
    def count(self) -> int:
        return self.fixes + len(self.merges) + len(self.retires)


class Queue:
    """Tells the open work of one analysis again and again: everything is put in order once, then only sieved."""

    def __init__(self, analysis: Analysis, tick: Tick = nothing) -> None:
        self._records = len(analysis.register)
        groups = fix_groups(analysis.fixes)
        self.fixes = FixTable(fix for group in groups for fix in group.fixes)
        self._fixes = Proposals(self.fixes, FixItem)
        self._cards = [*_cards(groups, self.fixes)]
        tick()
        worth = worth_of_records(analysis)
        merges = sorted(analysis.merges, key=partial(_merge_order, worth))
        self.merges = MergeTable(merges)
        self._merges = Proposals(self.merges, MergeItem)
        tick()
        self._words = GroupWords(self.merges, [[analysis.keys[record] for record in merge.records] for merge in merges])
        tick()
        retires = sorted(analysis.retires, key=lambda retire: -(retire.probability or 0.0))
        self.retires = RetireTable(retires)
        self._retires = Proposals(self.retires, RetireItem)
        self._standing = Standing()
        self._again = PerDecision(_asks_again)

    @property
    def tables(self) -> "tuple[FixTable, MergeTable, RetireTable]":
        """All proposals of the analysis, in the order they are shown."""
        return self.fixes, self.merges, self.retires

    def open_work(self, log: DecisionLog, leaving: Collection[RecordId] = frozenset()) -> OpenWork:
        """Return the proposals without a verdict: errors before writing, sure merges first and then those of most
        worth, likeliest wrong rows first; what was left for later comes last. Rows that leave need not be checked, nor
        merged where one alone stays."""
        in_force = log.in_force
        stays = np.ones(self._records, dtype=np.bool_)
        stays[np.fromiter(leaving, np.intp, len(leaving))] = False
        waits = self._fixes.states(in_force) != DONE
        groups = (card.left(waits) for card in self._cards)
        merges, later = self._open_merges(in_force, stays)
        return OpenWork(
            fix_groups=tuple(sorted((group for group in groups if group.fixes), key=_group_order)),
            merges=merges,
            retires=self._open_retires(in_force, stays),
            later=later,
        )

    def asked_again(self, log: DecisionLog, keys: Collection[RecordKey]) -> tuple[AskedAgain, ...]:
        """Return the pairs of these records on which the newest word no longer holds."""
        if not any(self._again.of(number, decision) for number, decision in log.in_force):
            return ()
        words = self._standing.judgements(log)
        found = (words.get(frozenset(pair)) for pair in combinations(keys, 2))
        return tuple(word for word in found if isinstance(word, AskedAgain))

    def _open_merges(self, in_force: InForce, stays: Stays) -> tuple[Chosen[Merge], int]:
        """Return the merges that wait, and how many at their end were left for later."""
        said, staying = self._words.said(in_force), self.merges.staying(stays)
        is_open = (self._merges.states(in_force) != DONE) & (staying >= 2) & ~said.judged
        places = _later_last(is_open, said.later)
        smaller = places[staying[places] < self.merges.sizes[places]]
        instead = {place: _of_staying(self.merges.proposals[place], stays) for place in smaller.tolist()}
        return self._merges.at(places, instead), int(np.count_nonzero(is_open & said.later))

    def _open_retires(self, in_force: InForce, stays: Stays) -> Chosen[Retire]:
        states = self._retires.states(in_force)
        return self._retires.at(_later_last((states != DONE) & stays[self.retires.records], states == LATER))


class _Card:
    """A group of fixes with what is left of it; its fixes stand one after another in the table, from `start` on."""

    def __init__(self, group: FixGroup, table: FixTable, start: int) -> None:
        self._table = table
        self._place = slice(start, start + len(group.fixes))
        self._whole = self._left = replace(group, fixes=table.at(np.arange(start, self._place.stop)))
        self._waits: NDArray[np.bool_] = np.ones(len(group.fixes), np.bool_)

    def left(self, all_waits: NDArray[np.bool_]) -> FixGroup:
        """Return the group without what was decided on; the same object as long as nothing more is."""
        waits = all_waits[self._place]
        if not np.array_equal(waits, self._waits):
            self._waits = waits
            self._left = self._whole if waits.all() else self._of(waits)
        return self._left

    def _of(self, waits: NDArray[np.bool_]) -> FixGroup:
        places = self._place.start + np.flatnonzero(waits)
        return replace(self._whole, fixes=self._table.at(places), safe=bool(self._table.safe[places].all()))


def _cards(groups: Iterable[FixGroup], table: FixTable) -> Iterator[_Card]:
    start = 0
    for group in groups:
        yield _Card(group, table, start)
        start += len(group.fixes)


def _asks_again(decision: Decision) -> bool:
    return len(of_kind(decision.items, AskedAgain)) > 0


def _later_last(is_open: NDArray[np.bool_], later: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return the places of what is open, with those that may wait at the end."""
    return np.concatenate([np.flatnonzero(is_open & ~later), np.flatnonzero(is_open & later)])


def _of_staying(merge: Merge, stays: Stays) -> Merge:
    """Return a merge of the rows that stay: those merged into one of them before are no question any more."""
    staying = tuple(record for record in merge.records if stays[record])
    pairs = tuple(pair for pair in merge.cluster.pairs if pair.first in staying and pair.second in staying)
    return replace(merge, cluster=replace(merge.cluster, records=staying, pairs=pairs))


def fix_groups(fixes: Iterable[Fix]) -> tuple[FixGroup, ...]:
    """Return fixes gathered by kind: errors first, then what needs a look before what is safe, larger groups first."""
    by_code: dict[str, list[Fix]] = defaultdict(list)
    for fix in fixes:
        by_code[fix.reason.code].append(fix)
    groups = (
        FixGroup(code, tuple(members), is_error(code), all(fix.safe for fix in members))
        for code, members in by_code.items()
    )
    return tuple(sorted(groups, key=_group_order))


def _group_order(group: FixGroup) -> tuple[bool, int, str]:
    return not group.error, -len(group.fixes), group.code


def _merge_order(worth: NDArray[np.float64], merge: Merge) -> tuple[bool, float, float, int]:
    """What can be accepted in one go comes first, surest first; then what matters most, the surer before the rest."""
    matters = 0.0 if merge.safe else float(worth[list(merge.records)].max())
    return not merge.safe, -matters, -merge.cluster.probability, merge.records[0]
