"""How long work tells where it is, and learns that it should stop."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Tick = Callable[[], None]
"""Says that work goes on; raises Cancelled when the user has asked to stop."""


class Progress(Protocol):
    def report(self, stage: str, done: int, total: int) -> None:
        """Say that `done` of `total` steps of a stage (a code such as `matching.compare`) are done.

        Raises Cancelled when the user has asked to stop, so call it often: at least ten times a second.
        """
        ...


def nothing() -> None:
    """The tick of callers that do not care."""


def ticking(items: Iterable[Item], tick: Tick, every: int) -> Iterator[Item]:
    """Yield the items, ticking before every so many of them."""
    left = iter(items)
    while some := tuple(islice(left, every)):
        tick()
        yield from some


class NoProgress:
    """For callers that do not care."""

    def report(self, stage: str, done: int, total: int) -> None:
        return None
