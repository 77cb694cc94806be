"""A clock that ticks in the window's own thread: the longest pause between two ticks is how long it gave no answer."""

from collections.abc import Callable
from itertools import pairwise
from time import perf_counter, process_time

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

TICK_MILLISECONDS = 5


class Clock:
    def __init__(self) -> None:
        self._ticks = [(perf_counter(), process_time())]
        self._timer = QTimer()
        self._timer.timeout.connect(lambda: self._ticks.append((perf_counter(), process_time())))
        self._timer.start(TICK_MILLISECONDS)

    def until(self, claim: Callable[[], bool]) -> None:
        """Let the window work until the claim holds."""
        while not claim():
            QTest.qWait(TICK_MILLISECONDS)
        QTest.qWait(2 * TICK_MILLISECONDS)

    def gaps(self, name: str) -> dict[str, float]:
        """Return the longest pause since the last call, in milliseconds; the second figure counts only what this
        program worked meanwhile, and leaves out what other programs took."""
        pauses = [(later[0] - earlier[0], later[1] - earlier[1]) for earlier, later in pairwise(self._ticks)]
        self._ticks[:] = self._ticks[-1:]
        longest, own = max((wall for wall, _ in pauses), default=0.0), max(map(min, pauses), default=0.0)
        return {f"{name}_gap_ms": milliseconds(longest), f"{name}_gap_own_ms": milliseconds(own)}

    def stop(self) -> None:
        self._timer.stop()


def milliseconds(seconds: float) -> float:
    return round(seconds * 1000, 1)
