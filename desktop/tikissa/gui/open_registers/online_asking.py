"""Asks the trade register from the window: finds the ids, shows them, and sends only what was agreed to."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tikissa.gui.common.workflow import Workflow
from tikissa.model.progress import Progress

if TYPE_CHECKING:
    from tikissa.app.online_check import Asked


@dataclass(frozen=True, slots=True)
class _Wanted:
    ids: tuple[str, ...]
    seconds: int


class OnlineAsking(QObject):
    """`told` carries codes of sentences with their arguments; `question` is the dialog that was shown last."""

    told = Signal(str, list)
    failed = Signal(object)

    def __init__(self, window: QWidget, workflow: Workflow) -> None:
        super().__init__(window)
        self._window, self._workflow = window, workflow
        self.question: QWidget | None = None

    def start(self) -> None:
        """Find the ids that would be asked about; nothing is sent yet."""
        model = self._workflow.model
        if not model.is_analysed:
            return
        analysis = model.current.analysis

        def work(progress: Progress) -> object:
            from tikissa.app.company_check import check_companies, companies_of
            from tikissa.app.online_check import ids_to_ask, seconds_for

            ids = ids_to_ask(check_companies(analysis, progress), companies_of(analysis), date.today())
            return _Wanted(ids, seconds_for(ids))

        task = self._workflow.runner.task(work)
        task.finished.connect(self._show)
        task.failed.connect(self.failed)
        task.start()

    def _show(self, wanted: _Wanted) -> None:
        from tikissa.app.online_check import HOST
        from tikissa.gui.open_registers.asking_dialog import AskingDialog

        if not wanted.ids:
            self.told.emit("lookup.nothing", [])
            return
        question = AskingDialog(wanted.ids, HOST, wanted.seconds, self._window)
        question.accepted.connect(lambda: self._send(wanted.ids))
        self.question = question
        question.open()

    def _send(self, ids: tuple[str, ...]) -> None:
        def work(progress: Progress) -> object:
            from tikissa.app.online_check import ask

            return ask(ids, date.today(), progress)

        task = self._workflow.runner.task(work)
        task.finished.connect(self._take)
        task.failed.connect(self.failed)
        task.cancelled.connect(self._look_anew)
        task.start()

    def _take(self, done: "Asked") -> None:
        self.told.emit("lookup.answered", [done.answered, done.left])
        if done.fault is not None and done.left:
            self.told.emit(f"lookup.{done.fault}", [])
        self._look_anew()

    def _look_anew(self) -> None:
        if self._workflow.model.is_analysed:
            self._workflow.analyse()
