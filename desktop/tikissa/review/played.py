"""What was played: the steps, one a decision and kind, and what each of them did to which cells."""

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tikissa.model.decision import Decision, Item
from tikissa.model.finding import Reason
from tikissa.model.proposal import Fix, ProposalId
from tikissa.model.record import RecordId
from tikissa.review.proposal_tables import MergeTable, Places

Cell = tuple[RecordId, str]
"""A record and a column."""

Wanted = tuple[int, Decision, Sequence[Item]]
"""A decision with its number and those of its items that are of the kind to be played."""


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


class ProposedPlays(Mapping[int, MergePlay]):
    """What merges of a table did, none of whose rows had left: told one by one only for whoever asks.

    `merges` are their places in the table and `at` those among the items of the step, shapes (merges,). `taken` are
    places in the table's own, with the cells' `befores` and `afters`, shapes (values,); an `after` is None where
    the user's own word stands. `anew` are plays of other merges, and those that stand in place of the first ones.
    """

    def __init__(
        self, number: int, table: MergeTable, merges: Places, at: Places, anew: Mapping[int, MergePlay]
    ) -> None:
        self.number = number
        self.table = table
        self.anew = anew
        self._place_of = np.full(len(table), -1, np.intp)
        self._place_of[merges] = at
        self.taken = np.flatnonzero(self._place_of[table.taken.owners] >= 0)
        self.owners = table.taken.owners[self.taken]
        self.befores = np.empty(len(self.taken), object)
        self.afters = np.empty(len(self.taken), object)
        self._merges = {int(self._place_of[merge]): int(merge) for merge in np.unique(self.owners)}
        self._places = tuple(sorted({*self._merges, *anew}))

    def with_anew(self, anew: Mapping[int, MergePlay]) -> "ProposedPlays":
        """Return the same with some of the merges played once more."""
        made = copy(self)
        made.anew = {**self.anew, **anew}
        return made

    def touched(self, records: Places) -> list[int]:
        """Return the places of the merges that any of these records is in."""
        merges = self._merge_of[records[records < len(self._merge_of)]]
        return [place for place in np.unique(self._place_of[merges[merges >= 0]]).tolist() if place in self._merges]

    @cached_property
    def _merge_of(self) -> NDArray[np.int32]:
        table = self.table
        own = self._place_of[table.owners] >= 0
        found = np.full(int(table.members.max(initial=-1)) + 1, -1, np.int32)
        found[table.members[own]] = table.owners[own]
        return found

    def by_column(self) -> Iterator[tuple[str, Places]]:
        """Yield each column with the places of its values among `taken`, without merges that were played anew."""
        columns = self.table.taken.columns
        numbers = columns.numbers[self.taken]
        if self.anew:
            numbers = np.where(np.isin(self._place_of[self.owners], [*self.anew]), -1, numbers)
        for number in np.unique(numbers[numbers >= 0]).tolist():
            yield str(columns.values[number]), np.flatnonzero(numbers == number)

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[int]:
        return iter(self._places)

    def __getitem__(self, place: int) -> MergePlay:
        if place in self.anew:
            return self.anew[place]
        merge = self._merges[place]
        proposal = self.table.proposals[merge]
        survivor, every = proposal.golden.survivor, self.table.taken.values
        strokes, survived = [], []
        for at in range(*np.searchsorted(self.owners, (merge, merge + 1)).tolist()):
            value, before, after = every[self.taken[at]], self.befores[at], self.afters[at]
            if after is not None and value.source is not None:
                survived.append((value.source, value.column))
            if after is not None and before != after:
                strokes.append(Stroke(survivor, value.column, before, after, value.reason, value.source))
        return MergePlay(self.number, place, survivor, proposal.records, tuple(strokes), tuple(survived))


@dataclass(frozen=True, slots=True)
class Step:
    """The items of one kind in one decision, and once played what they did; `plays` by the places of merges, of which
    those without values from elsewhere have none.

    `edited`: cells that hold what the user wrote. A fix among the strokes stands for that of its one cell; `cells` are
    the records of those by column.
    """

    number: int
    decision: Decision
    items: Sequence[Item]
    own_strokes: list[Stroke | Fix] = field(default_factory=list)
    left: list[RecordId] = field(default_factory=list)
    edited: set[Cell] = field(default_factory=set)
    came: list[ProposalId] = field(default_factory=list)
    plays: Mapping[int, MergePlay] = field(default_factory=dict)
    cells: dict[str, list[RecordId]] = field(default_factory=dict)

    def is_of(self, wanted: Wanted) -> bool:
        number, decision, items = wanted
        return self.number == number and self.decision is decision and self.items is items

    @property
    def strokes(self) -> Iterator[Stroke]:
        return chain(map(_stroke, self.own_strokes), *(play.strokes for play in self.plays.values()))

    @property
    def survived(self) -> Iterator[Cell]:
        return chain.from_iterable(play.survived for play in self.plays.values())


def _stroke(of: Stroke | Fix) -> Stroke:
    if isinstance(of, Stroke):
        return of
    change = of.changes[0]
    return Stroke(of.record, change.column, change.before, change.after, of.reason, None)
