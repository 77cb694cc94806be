"""The applied changes one by one, made only when somebody asks for them: most steps on the way ask for none."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import overload

from tikissa.model.outcome import AppliedChange, Fate, Leaving
from tikissa.model.record import RecordId
from tikissa.review.played import Step


class Changes(Sequence[AppliedChange]):
    """What the steps did, in the order of play; fixes whose values did not survive a merge have no effect."""

    def __init__(self, steps: tuple[Step, ...], leaving: Mapping[RecordId, Leaving]) -> None:
        self._steps = steps
        self._leaving = leaving

    @overload
    def __getitem__(self, place: int) -> AppliedChange: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[AppliedChange]: ...
    def __getitem__(self, place: int | slice) -> AppliedChange | Sequence[AppliedChange]:
        return self._made[place]

    def __len__(self) -> int:
        return sum(1 for step in self._steps for _ in step.strokes)

    def __iter__(self) -> Iterator[AppliedChange]:
        return iter(self._made)

    @cached_property
    def _made(self) -> tuple[AppliedChange, ...]:
        return tuple(self._make())

    def _make(self) -> Iterator[AppliedChange]:
        survived = set[tuple[RecordId, str]]().union(*(step.survived for step in self._steps))
        for step in self._steps:
            number, when, who = step.number, step.decision.when, step.decision.who
            for record, column, before, after, reason, source in step.strokes:
                has_effect = not self._is_merged(record) or (record, column) in survived
                yield AppliedChange(record, column, before, after, reason, number, when, who, source, has_effect)

    def _is_merged(self, record: RecordId) -> bool:
        leaving = self._leaving.get(record)
        return leaving is not None and leaving.fate is Fate.MERGED
