"""A clock that ticks in the window's own thread: the longest pause between two ticks is how long it gave no answer."""

from collections.abc import Callable
from itertools import pairwise
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

TICK_MILLISECONDS = 5


class Clock:
    def __init__(self) -> None:
        self._ticks = [perf_counter()]
        self._timer = QTimer()
        self._timer.timeout.connect(lambda: self._ticks.append(perf_counter()))
        self._timer.start(TICK_MILLISECONDS)

    def until(self, claim: Callable[[], bool]) -> None:
        """Let the window work until the claim holds."""
        while not claim():
            QTest.qWait(TICK_MILLISECONDS)
        QTest.qWait(2 * TICK_MILLISECONDS)

    def longest_gap(self) -> float:
        """Return the longest pause since the last call, in milliseconds."""
        gap = max((later - earlier for earlier, later in pairwise(self._ticks)), default=0.0)
        self._ticks[:] = self._ticks[-1:]
        return milliseconds(gap)

    def stop(self) -> None:
        self._timer.stop()


def milliseconds(seconds: float) -> float:
    return round(seconds * 1000, 1)
