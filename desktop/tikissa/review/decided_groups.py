"""The groups that were decided on: what the newest word on each is, and how that word alone is taken back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import combinations
from typing import TypeGuard, overload

from tikissa.model.analysis import RecordKeys
from tikissa.model.decision import Decision, DecisionLog, Item, Judgement, MergeItem, Sameness, Verdict
from tikissa.model.matching import Relation
from tikissa.model.record import RecordId, RecordKey
from tikissa.review.bulk import ProposedMerges, of_kind
from tikissa.review.per_decision import PerDecision
from tikissa.review.proposal_tables import in_table

Keys = frozenset[RecordKey]
Held = frozenset[RecordId]


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


class Decided(Sequence[DecidedGroup]):
    """The groups that were decided on, the newest word first; counted without looking at each, told when asked for."""

    def __init__(self, told: Sequence[tuple[int, Decision, Mapping[Held, Word | int]]], keys: RecordKeys) -> None:
        self._told = told
        self._keys = keys

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> DecidedGroup: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[DecidedGroup]: ...
    def __getitem__(self, place: int | slice) -> DecidedGroup | Sequence[DecidedGroup]:
        return self._all[place]

    @cached_property
    def _count(self) -> int:
        every = [words for _, _, words in self._told if words]
        return len(every[0]) if len(every) == 1 else len(set[Held]().union(*every))

    @cached_property
    def _all(self) -> tuple[DecidedGroup, ...]:
        newest: dict[Held, DecidedGroup] = {}
        for number, decision, words in self._told:
            for held, told in words.items():
                newest.pop(held, None)
                word = told if isinstance(told, Word) else _merged(of_kind(decision.items, MergeItem)[told])
                records = tuple(record for key in word.keys if (record := self._keys.record(key)) is not None)
                newest[held] = DecidedGroup(records, word, number, decision, len(words) == 1)
        return tuple(reversed(newest.values()))


class DecidedGroups:
    """Tells the decided groups of a log that grows, looking at each decision once."""

    def __init__(self) -> None:
        self._keys: RecordKeys | None = None

    def of(self, log: DecisionLog, keys: RecordKeys) -> Decided:
        """Return the groups of which two records or more are there, the newest word first."""
        if keys is not self._keys:
            self._keys, self._words = keys, PerDecision(partial(_there, keys))
        return Decided(
            [(number, decision, self._words.of(number, decision)) for number, decision in log.in_force], keys
        )


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


def _there(keys: RecordKeys, decision: Decision) -> Mapping[Held, Word | int]:
    """Return what a decision says by group, of those of which two records are there: a word, or the place of the merge
    that says it; rows taken out of a merged group are part of that one word."""
    if decision.verdict is Verdict.LATER:
        return {}
    merges = of_kind(decision.items, MergeItem)
    if isinstance(merges, ProposedMerges) and merges.keys is keys:
        table, chosen = in_table(merges.proposals)
        held = [frozenset(merge.records) for merge in chosen] if chosen.instead else table.held[chosen.places].tolist()
        return dict(zip(held, range(len(held)), strict=True))
    told = map(_merged, merges) if len(merges) else _judged([*of_kind(decision.items, Judgement)])
    held_by = ((frozenset(filter(_is_there, map(keys.record, word.keys))), word) for word in told)
    return {held: word for held, word in held_by if len(held) > 1}


def _is_there(record: RecordId | None) -> TypeGuard[RecordId]:
    """Tell whether a key still leads to a record."""
    return record is not None


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
