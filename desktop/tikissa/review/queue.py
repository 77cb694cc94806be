"""What is left to decide, surest and most needed first."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from tikissa.model.analysis import Analysis
from tikissa.model.decision import DecisionLog, Judgement, Sameness
from tikissa.model.proposal import Fix, Merge, ProposalId, Retire
from tikissa.model.record import RecordId, RecordKey
from tikissa.review.standing import Pair, Standing
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


def open_work(analysis: Analysis, log: DecisionLog, leaving: Iterable[RecordId] = frozenset()) -> OpenWork:
    """Return the proposals without a verdict: errors before writing, sure merges before unsure, likeliest wrong rows
    first; what was left for later comes last. Rows that leave need not be checked, nor merged where one alone stays."""
    return Queue(analysis).open_work(log, leaving)


class Queue:
    """Tells the open work of one analysis again and again: everything is put in order once, then only sieved."""

    def __init__(self, analysis: Analysis) -> None:
        self._standing = Standing()
        self._groups = [(group, frozenset(fix.id for fix in group.fixes)) for group in fix_groups(analysis.fixes)]
        self._merges = [
            (merge, [analysis.keys[record] for record in merge.records])
            for merge in sorted(analysis.merges, key=_merge_order)
        ]
        self._retires = sorted(analysis.retires, key=lambda retire: -(retire.probability or 0.0))

    def open_work(self, log: DecisionLog, leaving: Iterable[RecordId]) -> OpenWork:
        settled, said = self._standing.settled(log), Said(self._standing.judgements(log))
        gone = frozenset(leaving)
        return OpenWork(
            fix_groups=self._open_groups(settled),
            merges=self._open_merges(settled, said, gone),
            retires=self._open_retires(settled, gone),
        )

    def _open_groups(self, settled: Mapping[ProposalId, bool]) -> tuple[FixGroup, ...]:
        """Return the groups without what was settled; most are not touched by it and stay the same objects."""
        groups = (
            group if settled.keys().isdisjoint(ids) else _group(group.code, group.fixes, settled)
            for group, ids in self._groups
        )
        return tuple(sorted((group for group in groups if group.fixes), key=_group_order))

    def _open_merges(
        self, settled: Mapping[ProposalId, bool], said: "Said", leaving: frozenset[RecordId]
    ) -> tuple[Merge, ...]:
        now: list[Merge] = []
        later: list[Merge] = []
        for merge, keys in self._merges:
            if settled.get(merge.id) or _is_alone(merge, leaving):
                continue
            words = said.within(keys)
            if not _is_judged(words, len(keys)):
                (later if Sameness.UNSURE in words else now).append(merge)
        return (*now, *later)

    def _open_retires(self, settled: Mapping[ProposalId, bool], leaving: frozenset[RecordId]) -> tuple[Retire, ...]:
        staying = [retire for retire in self._retires if retire.record not in leaving]
        later = (retire for retire in staying if settled.get(retire.id) is False)
        return (*(retire for retire in staying if retire.id not in settled), *later)


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


def _is_alone(merge: Merge, leaving: frozenset[RecordId]) -> bool:
    """Tell whether at most one of a group's rows stays."""
    if leaving.isdisjoint(merge.records):
        return False
    return sum(record not in leaving for record in merge.records) < 2


def _merge_order(merge: Merge) -> tuple[bool, float, int]:
    return not merge.safe, -merge.cluster.probability, merge.records[0]


class Said:
    """What the user has said of pairs; most groups hold no record anything was said of, and are passed over fast."""

    def __init__(self, by_pair: Mapping[Pair, Judgement]) -> None:
        self._by_pair = by_pair
        self._keys = frozenset[RecordKey]().union(*by_pair)

    def within(self, keys: Collection[RecordKey]) -> Sequence[Sameness]:
        """Return what was said of pairs of these records."""
        if self._keys.isdisjoint(keys):
            return ()
        pairs = map(frozenset, combinations(keys, 2))
        return [self._by_pair[pair].sameness for pair in pairs if pair in self._by_pair]


def _is_judged(words: Sequence[Sameness], records: int) -> bool:
    """Tell whether the user has said that two of a group's records are not the same, or that all of them are."""
    if not words:
        return False
    apart = Sameness.DIFFERENT in words or Sameness.RELATED in words
    return apart or words.count(Sameness.SAME) == records * (records - 1) // 2
