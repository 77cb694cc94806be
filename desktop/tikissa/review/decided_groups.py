"""The groups that were decided on: what the newest word on each is, and how that word alone is taken back."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tikissa.model.analysis import RecordKeys
from tikissa.model.decision import Decision, DecisionLog, Item, Judgement, MergeItem, Sameness, Verdict
from tikissa.model.matching import Relation
from tikissa.model.record import RecordId, RecordKey
from tikissa.review.bulk import ProposedMerges, of_kind
from tikissa.review.per_decision import PerDecision

Keys = frozenset[RecordKey]


@dataclass(frozen=True, slots=True)
class Word:
    """What a decision says of one group: its records, the one that stays first."""

    keys: tuple[RecordKey, ...]
    sameness: Sameness
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class DecidedGroup:
    """A group with the newest word on it, which the decision of that number gives; `alone`: it says nothing else."""

    records: tuple[RecordId, ...]
    word: Word
    number: int
    decision: Decision
    alone: bool


class DecidedGroups:
    """Tells the decided groups of a log that grows, looking at each decision once."""

    def __init__(self) -> None:
        self._words = PerDecision(_words)

    def of(self, log: DecisionLog, keys: RecordKeys) -> tuple[DecidedGroup, ...]:
        """Return the groups of which two records or more are there, the newest word first."""
        newest: dict[Keys, tuple[Word, int, Decision, bool]] = {}
        for number, decision in log.in_force:
            words = self._words.of(number, decision)
            for held, word in words.items():
                newest.pop(held, None)
                newest[held] = word, number, decision, len(words) == 1
        found = []
        for word, number, decision, alone in reversed(newest.values()):
            records = tuple(record for key in word.keys if (record := keys.record(key)) is not None)
            if len(records) > 1:
                found.append(DecidedGroup(records, word, number, decision, alone))
        return tuple(found)


def without_group(decision: Decision, group: DecidedGroup) -> Decision:
    """Return a decision on several groups without what it says of this one."""
    items, held = decision.items, frozenset(group.word.keys)
    if isinstance(items, ProposedMerges):
        rest = tuple(
            merge for merge in items.proposals if not held.issuperset(items.keys[record] for record in merge.records)
        )
        return Decision(decision.verdict, ProposedMerges(items.keys, rest), decision.when, decision.who)
    kept = tuple(item for item in items if not _is_about(item, held))
    return Decision(decision.verdict, kept, decision.when, decision.who)


def _is_about(item: Item, held: Keys) -> bool:
    match item:
        case MergeItem():
            return held.issuperset(item.records)
        case Judgement():
            return item.first in held and item.second in held
    return False


def _words(decision: Decision) -> dict[Keys, Word]:
    """Return what a decision says by group; rows taken out of a merged group are part of that one word."""
    if decision.verdict is Verdict.LATER:
        return {}
    merges = [*of_kind(decision.items, MergeItem)]
    told = map(_merged, merges) if merges else _judged([*of_kind(decision.items, Judgement)])
    return {frozenset(word.keys): word for word in told}


def _merged(item: MergeItem) -> Word:
    others = (key for key in item.records if key != item.survivor)
    return Word((item.survivor, *others), Sameness.SAME)


def _judged(items: list[Judgement]) -> Iterator[Word]:
    """Yield the groups of a verdict, which says the same of every pair within each, one group after another."""
    start = 0
    while start < len(items):
        first = items[start]
        members = [first.first]
        while start + len(members) - 1 < len(items) and items[start + len(members) - 1].first == first.first:
            members.append(items[start + len(members) - 1].second)
        yield Word(tuple(members), first.sameness, first.relation)
        start += sum(1 for _ in combinations(members, 2))
