"""Remembers what was worked out from each decision, so that a long log costs only what is new in it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from tikissa.model.decision import Decision

Worth = TypeVar("Worth")


class PerDecision(Generic[Worth]):
    """Works out something of a decision once. A number stands for another decision in another log: then anew."""

    def __init__(self, work_out: Callable[[Decision], Worth]) -> None:
        self._work_out = work_out
        self._known: dict[int, tuple[Decision, Worth]] = {}

    def of(self, number: int, decision: Decision) -> Worth:
        known = self._known.get(number)
        if known is None or known[0] is not decision:
            known = self._known[number] = (decision, self._work_out(decision))
        return known[1]
