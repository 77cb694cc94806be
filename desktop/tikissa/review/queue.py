"""What is left to decide, surest and most needed first."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tikissa.model.analysis import Analysis
from tikissa.model.decision import AskedAgain, DecisionLog, FixItem, Judgement, MergeItem, RetireItem, Sameness, Word
from tikissa.model.progress import Tick, nothing
from tikissa.model.proposal import Fix, Merge, ProposalId, Retire
from tikissa.model.record import RecordId, RecordKey
from tikissa.review.sieve import Sieve, Stays
from tikissa.review.standing import Pair, Standing
from tikissa.review.worth import worth_of_records
from tikissa.rules import is_error


@dataclass(frozen=True, slots=True)
class FixGroup:
    """Open fixes of one kind: one card, one decision. A group is safe when every fix in it is."""

    code: str
    fixes: tuple[Fix, ...]
    error: bool
    safe: bool


@dataclass(frozen=True)
class OpenWork:
    """Everything still open. `postponed` merges come after the others; those left for later stay open."""

    fix_groups: tuple[FixGroup, ...]
    merges: tuple[Merge, ...]
    retires: tuple[Retire, ...]

    @cached_property
    def fixes(self) -> int:
        return sum(len(group.fixes) for group in self.fix_groups)

    @cached_property
    def safe_merges(self) -> tuple[Merge, ...]:
        return tuple(merge for merge in self.merges if merge.safe)

    @property
    def count(self) -> int:
        return self.fixes + len(self.merges) + len(self.retires)


class Queue:
    """Tells the open work of one analysis again and again: everything is put in order once, then only sieved."""

    def __init__(self, analysis: Analysis, tick: Tick = nothing) -> None:
        self._standing = Standing()
        self._records = len(analysis.register)
        self._groups = [(group, frozenset(fix.id for fix in group.fixes)) for group in fix_groups(analysis.fixes)]
        tick()
        worth = worth_of_records(analysis)
        merges = sorted(analysis.merges, key=partial(_merge_order, worth))
        self._merges = Sieve(merges, [merge.records for merge in merges])
        tick()
        self._keys = [[analysis.keys[record] for record in merge.records] for merge in merges]
        self._places: dict[RecordKey, list[int]] = defaultdict(list)
        for place, keys in enumerate(self._keys):
            for key in keys:
                self._places[key].append(place)
        tick()
        retires = sorted(analysis.retires, key=lambda retire: -(retire.probability or 0.0))
        self._retires = Sieve(retires, [(retire.record,) for retire in retires])

    def open_work(self, log: DecisionLog, leaving: Collection[RecordId] = frozenset()) -> OpenWork:
        """Return the proposals without a verdict: errors before writing, sure merges first and then those of most
        worth, likeliest wrong rows first; what was left for later comes last. Rows that leave need not be checked, nor
        merged where one alone stays."""
        settled, judgements = self._standing.settled, self._standing.judgements(log)
        stays = np.ones(self._records, dtype=np.bool_)
        stays[np.fromiter(leaving, np.intp, len(leaving))] = False
        return OpenWork(
            fix_groups=self._open_groups(settled(log, FixItem)),
            merges=self._open_merges(settled(log, MergeItem), Said(judgements), stays),
            retires=self._open_retires(settled(log, RetireItem), stays),
        )

    def asked_again(self, log: DecisionLog, keys: Collection[RecordKey]) -> tuple[AskedAgain, ...]:
        """Return the pairs of these records on which the newest word no longer holds."""
        words = self._standing.judgements(log)
        found = (words.get(frozenset(pair)) for pair in combinations(keys, 2))
        return tuple(word for word in found if isinstance(word, AskedAgain))

    def _open_groups(self, settled: Mapping[ProposalId, bool]) -> tuple[FixGroup, ...]:
        """Return the groups without what was settled; most are not touched by it and stay the same objects."""
        groups = (
            group if settled.keys().isdisjoint(ids) else _group(group.code, group.fixes, settled)
            for group, ids in self._groups
        )
        return tuple(sorted((group for group in groups if group.fixes), key=_group_order))

    def _open_merges(self, settled: Mapping[ProposalId, bool], said: "Said", stays: Stays) -> tuple[Merge, ...]:
        waiting = self._merges.open(settled, stays, least=2)
        touched = {place for key in said.keys for place in self._places.get(key, ())}.intersection(waiting)
        words = {place: said.within(self._keys[place]) for place in touched}
        judged = {place for place in touched if _is_judged(words[place], len(self._keys[place]))}
        later = {place for place in touched if Sameness.UNSURE in words[place]}
        merges = self._merges.at(_in_order((place for place in waiting if place not in judged), later))
        return tuple(_of_staying(merge, stays) for merge in merges)

    def _open_retires(self, settled: Mapping[ProposalId, bool], stays: Stays) -> tuple[Retire, ...]:
        waiting = self._retires.open(settled, stays, least=1)
        return self._retires.at(_in_order(waiting, self._retires.later(settled)))


def _of_staying(merge: Merge, stays: Stays) -> Merge:
    """Return a merge of the rows that stay: those merged into one of them before are no question any more."""
    staying = tuple(record for record in merge.records if stays[record])
    if len(staying) == len(merge.records):
        return merge
    pairs = tuple(pair for pair in merge.cluster.pairs if pair.first in staying and pair.second in staying)
    return replace(merge, cluster=replace(merge.cluster, records=staying, pairs=pairs))


def _in_order(places: Iterable[int], later: Container[int]) -> list[int]:
    """Return the places with those that may wait at the end."""
    return sorted(places, key=lambda place: place in later) if later else list(places)


def fix_groups(fixes: Iterable[Fix]) -> tuple[FixGroup, ...]:
    """Return fixes gathered by kind: errors first, then what needs a look before what is safe, larger groups first."""
    by_code: dict[str, list[Fix]] = defaultdict(list)
    for fix in fixes:
        by_code[fix.reason.code].append(fix)
    return tuple(sorted((_group(code, members, {}) for code, members in by_code.items()), key=_group_order))


def _group(code: str, fixes: Iterable[Fix], settled: Mapping[ProposalId, bool]) -> FixGroup:
    waiting = tuple(fix for fix in fixes if not settled.get(fix.id))
    return FixGroup(code, waiting, is_error(code), all(fix.safe for fix in waiting))


def _group_order(group: FixGroup) -> tuple[bool, int, str]:
    return not group.error, -len(group.fixes), group.code


def _merge_order(worth: NDArray[np.float64], merge: Merge) -> tuple[bool, float, float, int]:
    """What can be accepted in one go comes first, surest first; then what matters most, the surer before the rest."""
    matters = 0.0 if merge.safe else float(worth[list(merge.records)].max())
    return not merge.safe, -matters, -merge.cluster.probability, merge.records[0]


class Said:
    """What the user has said of pairs, and the `keys` of the records anything was said of."""

    def __init__(self, by_pair: Mapping[Pair, Word]) -> None:
        self._by_pair = {pair: word.sameness for pair, word in by_pair.items() if isinstance(word, Judgement)}
        self.keys = frozenset[RecordKey]().union(*self._by_pair)

    def within(self, keys: Collection[RecordKey]) -> list[Sameness]:
        """Return what was said of pairs of these records."""
        pairs = map(frozenset, combinations(keys, 2))
        return [self._by_pair[pair] for pair in pairs if pair in self._by_pair]


def _is_judged(words: list[Sameness], records: int) -> bool:
    """Tell whether the user has said that two of a group's records are not the same, or that all of them are."""
    apart = Sameness.DIFFERENT in words or Sameness.RELATED in words
    return apart or words.count(Sameness.SAME) == records * (records - 1) // 2
