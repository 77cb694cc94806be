"""Works out which rows to show: at once for a usual register, for a large one the first at once and all as a task."""

from PySide6.QtCore import QObject, Signal

from tikissa.gui.common.task_runner import TaskRunner
from tikissa.model.outcome import Outcome
from tikissa.model.progress import Progress
from tikissa.model.register import Register
from tikissa.presentation.row_search import RowSearch
from tikissa.presentation.row_view import Found, RowQuery, first_of, rows_of

AT_ONCE = 1_000_000
"""Registers of up to this many cells are searched without leaving the window's thread: it takes a few hundredths."""


class RowsFinder(QObject):
    """`first` comes with the rows that could be told at once, `found` with all of them; what was asked for since is
    never followed by the answer to an older wish."""

    first = Signal(object)
    found = Signal(object)

    def __init__(self, runner: TaskRunner) -> None:
        super().__init__()
        self._runner = runner
        self._register: Register | None = None
        self._search: RowSearch | None = None
        self._last: Found | None = None
        self._is_prepared = False
        """Whether a large register was made ready for searching: that begins as soon as its rows are shown."""
        self._is_busy = False
        self._next: tuple[Outcome, RowQuery] | None = None

    def find(self, outcome: Outcome, query: RowQuery) -> None:
        """Find the rows of a query; while an earlier one is under way only the newest waits."""
        search = self.search_of(outcome.register)
        if _is_usual(outcome.register):
            self._take(rows_of(outcome, query, search, self._last))
            return
        if (first := first_of(outcome, query, self._last)) is not None:
            self.first.emit(first)
        if self._is_busy:
            self._next = outcome, query
        else:
            self._start(outcome, query, search)

    def _start(self, outcome: Outcome, query: RowQuery, search: RowSearch) -> None:
        before = self._last

        def work(_: Progress) -> object:
            return rows_of(outcome, query, search, before)

        task = self._runner.task(work)
        task.finished.connect(self._take)
        task.ended.connect(self._finish)
        self._is_busy = True
        task.start()

    def _take(self, found: Found) -> None:
        self._last = found
        if self._next is None:
            self.found.emit(found)

    def _finish(self) -> None:
        self._is_busy = False
        waiting, self._next = self._next, None
        if waiting is not None:
            self._start(*waiting, self.search_of(waiting[0].register))
        elif self._search is not None and not self._is_prepared:
            self._is_prepared = True
            self._runner.task(self._search.prepare, quiet=True).start()

    def search_of(self, register: Register) -> RowSearch:
        """Return what searches a register; the same one as long as the register is."""
        if self._search is None or self._register is not register:
            self._register, self._search = register, RowSearch(register)
            self._last, self._is_prepared = None, False
        return self._search


def _is_usual(register: Register) -> bool:
    return len(register) * len(register.columns) <= AT_ONCE
