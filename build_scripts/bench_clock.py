"""A clock that ticks in the window's own thread: the longest pause between two ticks is how long it gave no answer."""

from collections.abc import Callable
from itertools import pairwise
from time import perf_counter, process_time, thread_time

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
        program worked meanwhile, and leaves out what other programs took; the third only what the window's thread
        itself worked between two ticks, which no load changes."""
        pauses = [
            tuple(end - begin for begin, end in zip(earlier, later, strict=True))
            for earlier, later in pairwise(self._ticks)
        ]
        self._ticks[:] = [_now()]
        longest = max((wall for wall, _, _ in pauses), default=0.0)
        own = max((min(wall, worked) for wall, worked, _ in pauses), default=0.0)
        thread = max((worked for _, _, worked in pauses), default=0.0)
        figures = {"gap_ms": longest, "gap_own_ms": own, "gap_thread_ms": thread}
        return {f"{name}_{figure}": milliseconds(seconds) for figure, seconds in figures.items()}

    def stop(self) -> None:
        self._timer.stop()


def _now() -> tuple[float, float, float]:
    """Return the clock's time, what this program has worked and what this thread of it has, in seconds."""
    return perf_counter(), process_time(), thread_time()


def milliseconds(seconds: float) -> float:
    return round(seconds * 1000, 1)
