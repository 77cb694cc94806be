"""All proposals of an analysis as tables: what very many of them say is told from whole columns, worked out once.

Open work and bulk decisions name proposals by their places in a table, so that they cost what they change.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar, cast, overload

import numpy as np
from numpy.typing import NDArray

from tikissa.model.golden_record import SurvivingValue
from tikissa.model.progress import Tick
from tikissa.model.proposal import Fix, Merge, ProposalId, Retire
from tikissa.model.register import object_array

Proposal = TypeVar("Proposal", bound=Fix | Merge | Retire)

Places = NDArray[np.intp]


class Table(Generic[Proposal]):
    """All proposals of one kind in the order they are to be shown; what a decision names of them are places here."""

    COLUMNS: tuple[str, ...] = ("ids",)

    def __init__(self, proposals: Iterable[Proposal]) -> None:
        self.proposals = object_array([*proposals])

    def work_out(self, tick: Tick) -> None:
        """Make all columns, so that nobody who decides waits for one."""
        for column in self.COLUMNS:
            getattr(self, column)
            tick()

    def __len__(self) -> int:
        return len(self.proposals)

    @cached_property
    def ids(self) -> NDArray[np.object_]:
        """The id of each one."""
        return object_array([each.id for each in self.proposals])

    @cached_property
    def place_of(self) -> Mapping[ProposalId | None, int]:
        """The way back from ids."""
        return {proposal: place for place, proposal in enumerate(self.ids.tolist())}

    def at(self, places: Places, instead: Mapping[int, Proposal] | None = None) -> "Chosen[Proposal]":
        """Return the proposals at these places, some of them with others in their stead."""
        return Chosen(self, places, instead or {})


class Chosen(Sequence[Proposal]):
    """Some proposals of a table by their `places`; `instead` are those that stand in place of the table's own."""

    def __init__(self, table: Table[Proposal], places: Places, instead: Mapping[int, Proposal]) -> None:
        self.table = table
        self.places = places
        self.instead = instead

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, place: int) -> Proposal: ...
    @overload
    def __getitem__(self, place: slice) -> "Chosen[Proposal]": ...
    def __getitem__(self, place: int | slice) -> "Proposal | Chosen[Proposal]":
        if isinstance(place, slice):
            return self.chosen(self.places[place])
        at = int(self.places[place])
        return self.instead[at] if at in self.instead else cast(Proposal, self.table.proposals[at])

    def __iter__(self) -> Iterator[Proposal]:
        if self.instead:
            return map(self.__getitem__, range(len(self)))
        return iter(self.table.proposals[self.places])

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Chosen) and other.table is self.table:
            return np.array_equal(self.places, other.places) and self.instead == other.instead
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def without(self, proposal: Proposal) -> "Chosen[Proposal]":
        """Return the others."""
        return self.chosen(self.places[self.places != self.table.place_of.get(proposal.id, -1)])

    def chosen(self, places: Places) -> "Chosen[Proposal]":
        """Return others of the same table, those that stand in place of its own with them."""
        return Chosen(self.table, places, self.instead)


def places_in(proposals: Sequence[Proposal], table: Table[Proposal]) -> Places | None:
    """Return the places of proposals in a table, None where they were not chosen from it or are not its own."""
    if isinstance(proposals, Chosen) and proposals.table is table:
        others = proposals.instead
        if not others or others.keys().isdisjoint(proposals.places.tolist()):
            return proposals.places
    return None


@dataclass(frozen=True, slots=True)
class Numbered:
    """Values by number: `numbers` has shape (n,) and leads to `values`, each of which is there once."""

    numbers: NDArray[np.int32]
    values: tuple[object, ...]

    @classmethod
    def of(cls, values: Iterable[object]) -> "Numbered":
        """Number values in the order in which they first come."""
        seen: dict[object, int] = {}
        numbers = np.fromiter((seen.setdefault(value, len(seen)) for value in values), np.int32)
        return cls(numbers, tuple(seen))


class FixTable(Table[Fix]):
    """Shapes (fixes,). What a fix of more cells than one changes is not told in columns."""

    COLUMNS = ("ids", "records", "safe", "columns", "befores", "afters", "codes")

    @cached_property
    def codes(self) -> Numbered:
        """The kind of each one, the code of its reason."""
        return Numbered.of(fix.reason.code for fix in self.proposals)

    @cached_property
    def records(self) -> Places:
        """The record of each one."""
        return np.array([fix.record for fix in self.proposals], np.intp)

    @cached_property
    def safe(self) -> NDArray[np.bool_]:
        """Whether each one is safe."""
        return np.array([fix.safe for fix in self.proposals], np.bool_)

    @cached_property
    def columns(self) -> Numbered:
        """The column of each fix of one cell, None of others."""
        return Numbered.of(fix.changes[0].column if len(fix.changes) == 1 else None for fix in self.proposals)

    @cached_property
    def befores(self) -> NDArray[np.object_]:
        """What stands in the first cell of each fix."""
        return object_array([fix.changes[0].before if fix.changes else "" for fix in self.proposals])

    @cached_property
    def afters(self) -> NDArray[np.object_]:
        """What would stand in it."""
        return object_array([fix.changes[0].after if fix.changes else "" for fix in self.proposals])


@dataclass(frozen=True, slots=True)
class Taken:
    """Values that merges take from elsewhere than the record that stays, in the merges' order, shapes (values,).

    `owners` are the merges' places, `sources` -1 where a value is put together from several records.
    """

    owners: Places
    columns: Numbered
    survivors: Places
    sources: Places
    values: NDArray[np.object_]


class MergeTable(Table[Merge]):
    """Shapes (merges,), where nothing else is said. `differs`: in what each one's rows differ, once that is known."""

    COLUMNS = (
        "ids",
        "place_of",
        "held",
        "safe",
        "nearly_sure",
        "unexplained",
        "probabilities",
        "whole",
        "members",
        "taken",
    )
    differs: Numbered | None = None

    @cached_property
    def safe(self) -> NDArray[np.bool_]:
        """Whether each one is safe."""
        return np.array([merge.safe for merge in self.proposals], np.bool_)

    @cached_property
    def held(self) -> NDArray[np.object_]:
        """The records of each one as a set."""
        return object_array([frozenset(merge.records) for merge in self.proposals])

    @cached_property
    def nearly_sure(self) -> NDArray[np.bool_]:
        """Whether each one is right by the program's own measure."""
        return np.array([merge.cluster.nearly_sure for merge in self.proposals], np.bool_)

    @cached_property
    def unexplained(self) -> Numbered:
        """The columns in which each one's rows differ for no known reason, as a tuple of names."""
        return Numbered.of(merge.cluster.unexplained for merge in self.proposals)

    @cached_property
    def probabilities(self) -> NDArray[np.float64]:
        """The chance (0-1) that each one is right."""
        return np.array([merge.cluster.probability for merge in self.proposals])

    @cached_property
    def sizes(self) -> Places:
        """How many records each one has."""
        return np.array([len(merge.records) for merge in self.proposals], np.intp)

    @cached_property
    def whole(self) -> NDArray[np.bool_]:
        """Whether the record that would stay is one of each one's own."""
        return np.array([merge.golden.survivor in merge.records for merge in self.proposals], np.bool_)

    @cached_property
    def owners(self) -> Places:
        """The merge of each of the `members`, shape (members,)."""
        return np.repeat(np.arange(len(self)), self.sizes)

    @cached_property
    def members(self) -> Places:
        """The records of all merges, one merge's after another's, shape (members,)."""
        return np.array([record for merge in self.proposals for record in merge.records], np.intp)

    @cached_property
    def survivors(self) -> Places:
        """The record that would stay of each one."""
        return np.array([merge.golden.survivor for merge in self.proposals], np.intp)

    @cached_property
    def taken(self) -> Taken:
        """The values that do not come from the record that stays."""
        told = [(place, value) for place, merge in enumerate(self.proposals) for value in chosen(merge)]
        owners = np.array([place for place, _ in told], np.intp)
        sources = np.array([-1 if value.source is None else value.source for _, value in told], np.intp)
        columns = Numbered.of(value.column for _, value in told)
        return Taken(owners, columns, self.survivors[owners], sources, object_array([value for _, value in told]))

    def staying(self, stays: NDArray[np.bool_]) -> Places:
        """Return how many records of each merge stay; `stays` has shape (records,)."""
        return np.bincount(self.owners[stays[self.members]], minlength=len(self))


def fixes_in_table(fixes: Sequence[Fix]) -> tuple[FixTable, Places]:
    """Return a table that fixes stand in, with their places there."""
    if isinstance(fixes, Chosen) and isinstance(fixes.table, FixTable) and not fixes.instead:
        return fixes.table, fixes.places
    return FixTable(fixes), np.arange(len(fixes))


def in_table(merges: Sequence[Merge]) -> tuple[MergeTable, Chosen[Merge]]:
    """Return merges as they were chosen from their table, or from one of their own."""
    if isinstance(merges, Chosen) and isinstance(merges.table, MergeTable):
        return merges.table, merges
    table = MergeTable(merges)
    return table, table.at(np.arange(len(table)))


class RetireTable(Table[Retire]):
    """Shapes (retires,)."""

    COLUMNS = ("ids", "records", "codes")

    @cached_property
    def records(self) -> Places:
        """The record of each one."""
        return np.array([retire.record for retire in self.proposals], np.intp)

    @cached_property
    def codes(self) -> Numbered:
        """The code of each one's weightiest reason."""
        return Numbered.of(retire.reasons[0].code if retire.reasons else "" for retire in self.proposals)


def chosen(merge: Merge) -> Iterator[SurvivingValue]:
    """Yield the values that a merge takes from elsewhere than the record that stays."""
    survivor = merge.golden.survivor
    return (value for value in merge.golden.values if value.source != survivor)
