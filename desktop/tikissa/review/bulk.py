"""The items of a decision on many proposals at once, made one by one only for whoever asks for one.

A decision keeps the proposals it settles and who goes by which key: what nineteen thousand fixes change is written and
played column by column.
"""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar, cast, overload

import numpy as np

from tikissa.model.analysis import RecordKeys
from tikissa.model.decision import Choice, FixItem, Item, MergeItem, RetireAction, RetireItem
from tikissa.model.golden_record import SurvivingValue
from tikissa.model.proposal import Fix, Merge, ProposalId, Retire
from tikissa.model.record import RecordKey
from tikissa.review.proposal_tables import Chosen, Proposal, chosen, fixes_in_table, in_table

OfKind = TypeVar("OfKind", bound=Item)


class Lazily(Sequence[OfKind]):
    """A sequence that equals the tuple of what it makes."""

    @abstractmethod
    def item(self, place: int) -> OfKind:
        """Make one item."""

    @overload
    def __getitem__(self, place: int) -> OfKind: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[OfKind]: ...
    def __getitem__(self, place: int | slice) -> OfKind | Sequence[OfKind]:
        places = range(len(self))[place]
        return self.item(places) if isinstance(places, int) else tuple(map(self.item, places))

    def __iter__(self) -> Iterator[OfKind]:
        return map(self.item, range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


class Proposed(Lazily[OfKind], Generic[OfKind, Proposal]):
    """Items of one kind, one a proposal; `made` is the kind."""

    made: type[OfKind]

    def __init__(self, keys: RecordKeys, proposals: Sequence[Proposal]) -> None:
        self.keys = keys
        self.proposals: Sequence[Proposal] = proposals if isinstance(proposals, Chosen) else tuple(proposals)

    def __len__(self) -> int:
        return len(self.proposals)

    @property
    def ids(self) -> list[ProposalId]:
        chosen = self.proposals
        if isinstance(chosen, Chosen) and not chosen.instead:
            return cast(list[ProposalId], chosen.table.ids[chosen.places].tolist())
        return [proposal.id for proposal in chosen]


class ProposedFixes(Proposed[FixItem, Fix]):
    made = FixItem

    def item(self, place: int) -> FixItem:
        fix = self.proposals[place]
        return FixItem(fix.id, self.keys[fix.record], fix.changes, fix.reason)


class ProposedMerges(Proposed[MergeItem, Merge]):
    made = MergeItem

    def item(self, place: int) -> MergeItem:
        merge, keys = self.proposals[place], self.keys
        records = tuple(keys[record] for record in merge.records)
        choices = tuple(choice_of(keys, value) for value in chosen(merge))
        return MergeItem(merge.id, records, keys[merge.golden.survivor], choices)


class ProposedRetires(Proposed[RetireItem, Retire]):
    made = RetireItem

    def __init__(self, keys: RecordKeys, proposals: Sequence[Retire], action: RetireAction) -> None:
        super().__init__(keys, proposals)
        self.action = action

    def item(self, place: int) -> RetireItem:
        retire = self.proposals[place]
        return RetireItem(retire.id, self.keys[retire.record], self.action, retire.reasons)


class WithOthers(Lazily[Item]):
    """Items on proposals, and a few others behind them."""

    def __init__(self, proposed: Sequence[Item], others: tuple[Item, ...]) -> None:
        self.proposed = proposed
        self.others = others

    def __len__(self) -> int:
        return len(self.proposed) + len(self.others)

    def item(self, place: int) -> Item:
        count = len(self.proposed)
        return self.proposed[place] if place < count else self.others[place - count]


def choice_of(keys: RecordKeys, value: SurvivingValue) -> Choice:
    """Return a value as it is decided on: where it comes from one record only the record is named, so that the value
    follows that record's own fixes."""
    if value.source is None:
        return Choice(value.column, None, value.value, value.reason)
    return Choice(value.column, keys[value.source], None, value.reason)


def record_keys_of(proposed: ProposedFixes | ProposedRetires) -> list[RecordKey]:
    """Return the record key of each proposal, in their order."""
    return [proposed.keys[proposal.record] for proposal in proposed.proposals]


def codes_in(fixes: Sequence[FixItem]) -> list[str]:
    """Return the kinds of fixes, each once."""
    if isinstance(fixes, ProposedFixes):
        table, places = fixes_in_table(fixes.proposals)
        return [str(table.codes.values[number]) for number in np.unique(table.codes.numbers[places])]
    return list(dict.fromkeys(item.reason.code for item in fixes))


def rows_in(merges: Sequence[MergeItem]) -> int:
    """Return how many records merges are about."""
    if isinstance(merges, ProposedMerges):
        table, chosen = in_table(merges.proposals)
        return int(table.sizes[chosen.places].sum())
    return sum(len(item.records) for item in merges)


def unchanged_in(fixes: Sequence[FixItem]) -> int:
    """Return how many cells were left as they are by fixes that were gone through one by one."""
    return 0 if isinstance(fixes, ProposedFixes) else sum(not item.changes for item in fixes)


def of_kind(items: Sequence[Item], kind: type[OfKind]) -> Sequence[OfKind]:
    """Return the items of a kind; most decisions have only one, and are then not looked through one by one."""
    if isinstance(items, WithOthers):
        found = of_kind(items.proposed, kind)
        return found if len(found) else of_kind(items.others, kind)
    if isinstance(items, Proposed):
        return cast(Sequence[OfKind], items) if items.made is kind else ()
    kinds = set(map(type, items))
    if kinds == {kind}:
        return cast(Sequence[OfKind], items)
    return tuple(item for item in items if isinstance(item, kind)) if kind in kinds else ()
