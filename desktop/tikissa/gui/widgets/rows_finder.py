"""Works out which rows to show: at once for a usual register, as a task for a large one, always the newest wish."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from tikissa.gui.models.row_search import RowSearch
from tikissa.gui.models.row_view import RowQuery, rows_of
from tikissa.gui.task_runner import TaskRunner
from tikissa.model.outcome import Outcome
from tikissa.model.progress import Progress
from tikissa.model.register import Register

AT_ONCE = 1_000_000
"""Registers of up to this many cells are searched without leaving the window's thread: it takes a few hundredths."""


class RowsFinder(QObject):
    """`found` comes with the outcome and the order of its rows."""

    found = Signal(object, object)

    def __init__(self, runner: TaskRunner) -> None:
        super().__init__()
        self._runner = runner
        self._register: Register | None = None
        self._search: RowSearch | None = None
        self._is_busy = False
        self._next: Callable[[], None] | None = None

    def find(self, outcome: Outcome, query: RowQuery) -> None:
        """Find the rows of a query; while an earlier one is under way only the newest waits."""
        search = self._search_of(outcome.register)
        if len(outcome.register) * len(outcome.register.columns) <= AT_ONCE:
            self.found.emit(outcome, rows_of(outcome, query, search))
        elif self._is_busy:
            self._next = lambda: self.find(outcome, query)
        else:
            self._start(outcome, query, search)

    def _start(self, outcome: Outcome, query: RowQuery, search: RowSearch) -> None:
        def work(_: Progress) -> object:
            return rows_of(outcome, query, search)

        task = self._runner.task(work)
        task.finished.connect(lambda order: self.found.emit(outcome, order))
        task.ended.connect(self._finish)
        self._is_busy = True
        task.start()

    def _finish(self) -> None:
        self._is_busy = False
        waiting, self._next = self._next, None
        if waiting is not None:
            waiting()

    def _search_of(self, register: Register) -> RowSearch:
        if self._search is None or self._register is not register:
            self._register, self._search = register, RowSearch(register)
        return self._search
