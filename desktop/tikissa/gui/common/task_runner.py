"""The one door for long work: off the window's thread, with progress, and cancelled at once.

`task = runner.task(work)`, connect its signals, `task.start()` last. The work gets a Progress and whatever it was
built with; its result comes back on the window's thread. At the end of the program nothing is left running.
"""

import gc
import sys
from collections.abc import Callable
from threading import Event
from time import monotonic

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from tikissa.model.problems import Cancelled
from tikissa.model.progress import Progress

Work = Callable[[Progress], object]

REPORT_EVERY_SECONDS = 0.05

TURN_SECONDS = 0.000_02
"""How long the work may keep Python after the window has asked for its turn. Painting a page asks dozens of times in a
row, and would wait each time for Python's own five thousandths of a second; this costs the work nothing that shows."""


class Task(QObject):
    """One piece of long work. Exactly one of `finished`, `failed` and `cancelled` comes, after all `progressed`."""

    progressed = Signal(str, int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    unclaimed = Signal(object)
    """What the work had made all the same when it was cancelled; comes before `cancelled`, for what must be closed."""

    ended = Signal()
    _came_back = Signal(object, object)

    def __init__(self, runner: "TaskRunner", work: Work, quiet: bool) -> None:
        super().__init__(runner)
        self.work = work
        self.is_quiet = quiet
        self._runner = runner
        self._stop = Event()
        self._came_back.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        self._runner.run(self)

    def cancel(self) -> None:
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        return self._stop.is_set()

    def perform(self) -> None:
        """Do the work, on the thread that calls; what comes of it is delivered on the window's thread."""
        result: object = None
        problem: BaseException | None = None
        try:
            result = self.work(_Reporter(self, self._stop))
        except Exception as raised:
            problem = raised
        self._came_back.emit(result, problem)

    def _deliver(self, result: object, problem: object) -> None:
        is_cancelled = self.is_cancelled or isinstance(problem, Cancelled)
        if is_cancelled:
            if result is not None:
                self.unclaimed.emit(result)
            self.cancelled.emit()
        elif problem is None:
            self.finished.emit(result)
        self.ended.emit()
        self._runner.forget(self)
        if problem is not None and not is_cancelled:
            self.failed.emit(problem)  # last: a dialog that tells of it waits until it has been read


class _Reporter:
    """Passes progress on, twenty times a second at most, and stops the work when asked to."""

    def __init__(self, task: Task, stop: Event) -> None:
        self._task = task
        self._stop = stop
        self._stage = ""
        self._reported = 0.0

    def report(self, stage: str, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        now = monotonic()
        if stage != self._stage or now - self._reported >= REPORT_EVERY_SECONDS:
            self._stage, self._reported = stage, now
            self._task.progressed.emit(stage, done, total)


class _Job(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.perform()


class TaskRunner(QObject):
    """Starts tasks on a thread pool of its own; `started` lets the frame show what is going on.

    While they run the search for reference cycles rests, and what they made is left out of it afterwards: looking
    through the objects of a large register would hold the window up for a quarter of a second at a time.
    """

    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: set[Task] = set()
        sys.setswitchinterval(TURN_SECONDS)

    def task(self, work: Work, quiet: bool = False) -> Task:
        """Return a task that is not started yet; a quiet one is not shown to the user."""
        return Task(self, work, quiet)

    @property
    def is_busy(self) -> bool:
        return bool(self._running)

    def run(self, task: Task) -> None:
        self._running.add(task)
        gc.disable()
        if not task.is_quiet:
            self.started.emit(task)
        self._pool.start(_Job(task))

    def forget(self, task: Task) -> None:
        self._running.discard(task)
        task.deleteLater()
        if not self._running:
            gc.freeze()
            gc.enable()

    def cancel_all(self) -> None:
        for task in self._running:
            task.cancel()

    def shut_down(self) -> None:
        """Stop whatever runs and wait until it has stopped."""
        self.cancel_all()
        self._pool.waitForDone()
        gc.enable()
