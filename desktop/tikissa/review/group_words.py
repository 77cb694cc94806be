"""What was said of the pairs within proposed groups, all groups at once: which are judged, and which wait for later."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tikissa.model.decision import AskedAgain, Decision, Judgement, MergeItem, Sameness
from tikissa.model.record import RecordKey
from tikissa.review.bulk import ProposedMerges, of_kind
from tikissa.review.per_decision import PerDecision
from tikissa.review.proposal_tables import MergeTable, Places, places_in
from tikissa.review.proposals import InForce

_NOTHING, _SAME, _APART, _UNSURE = 0, 1, 2, 3
_CODES = {
    Sameness.SAME: _SAME,
    Sameness.DIFFERENT: _APART,
    Sameness.RELATED: _APART,
    Sameness.UNSURE: _UNSURE,
}

_LARGEST = 1000
"""Rows of a group up to which its pairs are told apart, which takes the square of it in bytes."""

Words = tuple[Places, NDArray[np.int8]]
"""Places of pairs, and what was said of each."""


@dataclass(frozen=True, slots=True)
class Said:
    """Shapes (groups,): whether two of a group's records are not the same or all of them are; whether it can wait."""

    judged: NDArray[np.bool_]
    later: NDArray[np.bool_]


class GroupWords:
    """The pairs of each group have places in a row: that of its `i`th and `j`th record lies `i` times its size and `j`
    behind its first."""

    def __init__(self, table: MergeTable, groups: Sequence[Sequence[RecordKey]]) -> None:
        """`groups` are the record keys of each merge of the table."""
        self._table = table
        self._sizes = np.array([len(keys) if len(keys) <= _LARGEST else 0 for keys in groups], np.intp)
        squares = self._sizes**2
        self._starts = np.concatenate([[0], np.cumsum(squares)]).astype(np.intp)
        self._owners = np.repeat(np.arange(len(groups)), squares)
        self._standing: dict[RecordKey, list[tuple[int, int]]] = defaultdict(list)
        for group, keys in enumerate(groups):
            for place, key in enumerate(keys if len(keys) <= _LARGEST else ()):
                self._standing[key].append((group, place))
        self._words = PerDecision(self._words_of)

    def said(self, in_force: InForce) -> Said:
        """Return what the newest word on every pair makes of the groups."""
        words = np.full(self._starts[-1], _NOTHING, np.int8)
        for number, decision in in_force:
            places, codes = self._words.of(number, decision)
            words[places] = codes
        same, apart, unsure = (self._count(words, code) for code in (_SAME, _APART, _UNSURE))
        pairs = self._sizes * (self._sizes - 1) // 2
        return Said((apart > 0) | ((same == pairs) & (pairs > 0)), unsure > 0)

    def _count(self, words: NDArray[np.int8], code: int) -> NDArray[np.intp]:
        return np.bincount(self._owners[words == code], minlength=len(self._sizes))

    def _words_of(self, decision: Decision) -> Words:
        merges = of_kind(decision.items, MergeItem)
        whole, rest = self._whole_groups(merges)
        said = [*self._found(rest, decision)]
        codes = [np.full(len(whole), _SAME, np.int8), np.array([code for _, code in said], np.int8)]
        return np.concatenate([whole, np.array([place for place, _ in said], np.intp)]), np.concatenate(codes)

    def _whole_groups(self, merges: Sequence[MergeItem]) -> tuple[Places, Sequence[MergeItem]]:
        """Return the places of all pairs of the groups merged as they are, and the merges that are none of those."""
        if not isinstance(merges, ProposedMerges):
            return np.zeros(0, np.intp), merges
        if (places := places_in(merges.proposals, self._table)) is not None and self._sizes[places].all():
            return np.concatenate([np.zeros(0, np.intp), *self._pairs_of(places)]), ()
        groups, rest = [], []
        for place, merge in enumerate(merges.proposals):
            group = self._table.place_of.get(merge.id)
            if group is not None and self._sizes[group] == len(merge.records):
                groups.append(group)
            else:
                rest.append(merges.item(place))
        found = np.array(groups, np.intp)
        return np.concatenate([*self._pairs_of(found)]) if groups else found, rest

    def _pairs_of(self, groups: Places) -> Iterator[Places]:
        sizes = self._sizes[groups]
        for size in np.unique(sizes).tolist():
            first, second = np.triu_indices(size, 1)
            yield (self._starts[groups[sizes == size]][:, None] + first * size + second).ravel()

    def _found(self, merges: Sequence[MergeItem], decision: Decision) -> Iterator[tuple[int, int]]:
        for item in merges:
            for first, second in combinations(item.records, 2):
                yield from ((place, _SAME) for place in self._places(first, second))
        for word in of_kind(decision.items, Judgement):
            yield from ((place, _CODES[word.sameness]) for place in self._places(word.first, word.second))
        for asked in of_kind(decision.items, AskedAgain):
            yield from ((place, _NOTHING) for place in self._places(asked.first, asked.second))

    def _places(self, first: RecordKey, second: RecordKey) -> Iterator[int]:
        """Yield where a pair stands in the groups that hold both of its records."""
        for group, place in self._standing.get(first, ()):
            for other, beside in self._standing.get(second, ()):
                if group == other:
                    low, high = min(place, beside), max(place, beside)
                    yield int(self._starts[group] + low * self._sizes[group] + high)
