"""What is left to decide, surest and most needed first."""

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from tikissa.model.analysis import Analysis
from tikissa.model.decision import DecisionLog, Sameness
from tikissa.model.proposal import Fix, Merge, Retire
from tikissa.model.record import RecordId, RecordKey
from tikissa.review.standing import judgements, settled
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


def open_work(analysis: Analysis, log: DecisionLog, leaving: Container[RecordId] = frozenset()) -> OpenWork:
    """Return the proposals without a verdict: errors before writing, sure merges before unsure, likeliest wrong rows
    first; what was left for later comes last. Rows that leave need not be checked, nor merged where one alone stays."""
    decided, later = settled(log)
    known = Known(log)
    merges = [merge for merge in analysis.merges if merge.id not in decided and not _judged(analysis, merge, known)]
    merges = [merge for merge in merges if sum(record not in leaving for record in merge.records) > 1]
    retires = [retire for retire in analysis.retires if retire.id not in decided and retire.record not in leaving]
    return OpenWork(
        fix_groups=fix_groups(fix for fix in analysis.fixes if fix.id not in decided),
        merges=tuple(sorted(merges, key=lambda merge: _merge_order(analysis, merge, known))),
        retires=tuple(sorted(retires, key=lambda retire: (retire.id in later, -(retire.probability or 0.0)))),
    )


def fix_groups(fixes: Iterable[Fix]) -> tuple[FixGroup, ...]:
    """Return fixes gathered by kind: errors first, then what needs a look before what is safe, larger groups first."""
    by_code: dict[str, list[Fix]] = defaultdict(list)
    for fix in fixes:
        by_code[fix.reason.code].append(fix)
    groups = [
        FixGroup(code, tuple(members), is_error(code), all(fix.safe for fix in members))
        for code, members in by_code.items()
    ]
    return tuple(sorted(groups, key=lambda group: (not group.error, -len(group.fixes), group.code)))


class Known:
    """What the user has said of pairs; most groups hold no record anything was said of, and are passed over fast."""

    def __init__(self, log: DecisionLog) -> None:
        said = judgements(log)
        self._by_pair = {frozenset((judgement.first, judgement.second)): judgement for judgement in said}
        self._keys = {key for pair in self._by_pair for key in pair}

    def within(self, keys: list[RecordKey]) -> list[Sameness]:
        """Return what was said of pairs of these records."""
        if self._keys.isdisjoint(keys):
            return []
        pairs = map(frozenset, combinations(keys, 2))
        return [self._by_pair[pair].sameness for pair in pairs if pair in self._by_pair]


def _judgements_within(analysis: Analysis, merge: Merge, known: Known) -> list[Sameness]:
    return known.within([analysis.keys[record] for record in merge.records])


def _judged(analysis: Analysis, merge: Merge, known: Known) -> bool:
    """Tell whether the user has said that two of these are not the same, or that all of them are."""
    said = _judgements_within(analysis, merge, known)
    pairs = len(merge.records) * (len(merge.records) - 1) // 2
    apart = any(sameness in (Sameness.DIFFERENT, Sameness.RELATED) for sameness in said)
    return apart or said.count(Sameness.SAME) == pairs


def _merge_order(analysis: Analysis, merge: Merge, known: Known) -> tuple[bool, bool, float, int]:
    postponed = Sameness.UNSURE in _judgements_within(analysis, merge, known)
    return postponed, not merge.safe, -merge.cluster.probability, merge.records[0]
