"""A clock that ticks in the window's own thread: the longest pause between two ticks is how long it gave no answer."""

from collections.abc import Callable
from itertools import pairwise
from time import perf_counter, process_time

from PySide6.QtCore import QEventLoop, QTimer

TICK_MILLISECONDS = 5


class Clock:
    def __init__(self) -> None:
        self._ticks = [_now()]
        self._timer = QTimer()
        self._timer.timeout.connect(lambda: self._ticks.append(_now()))
        self._timer.start(TICK_MILLISECONDS)

    def until(self, claim: Callable[[], bool]) -> None:
        """Let the window work until the claim holds, in a loop that lets other threads work as the program's own does:
        `QTest.qWait` keeps Python to itself."""
        loop, look = QEventLoop(), QTimer()
        look.timeout.connect(lambda: loop.quit() if claim() else None)
        look.start(TICK_MILLISECONDS)
        loop.exec()
        look.stop()
        self._ticks.append(_now())

    def gaps(self, name: str) -> dict[str, float]:
        """Return the longest pause since the last call, in milliseconds; the second figure counts only what this
        program worked meanwhile, and leaves out what other programs took."""
        pauses = [(later[0] - earlier[0], later[1] - earlier[1]) for earlier, later in pairwise(self._ticks)]
        self._ticks[:] = [_now()]
        longest, own = max((wall for wall, _ in pauses), default=0.0), max(map(min, pauses), default=0.0)
        return {f"{name}_gap_ms": milliseconds(longest), f"{name}_gap_own_ms": milliseconds(own)}

    def stop(self) -> None:
        self._timer.stop()


def _now() -> tuple[float, float]:
    """Return the clock's time and what this program has worked, in seconds."""
    return perf_counter(), process_time()


def milliseconds(seconds: float) -> float:
    return round(seconds * 1000, 1)
