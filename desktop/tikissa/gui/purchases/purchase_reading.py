"""Joins a list of purchases to the open register as a task, and shows what came of it."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.common.workflow import Workflow
from tikissa.model.problems import SessionProblem
from tikissa.model.progress import Progress

if TYPE_CHECKING:
    from tikissa.gui.purchases.purchases_dialog import PurchasesDialog
    from tikissa.purchases.purchases import Purchases


class PurchaseReading(QObject):
    """`failed` comes with what kept a list from being joined, `new_customers` with those who buy and are not in the
    register, as a list to be checked; `shown` is the last dialog."""

    failed = Signal(object)
    new_customers = Signal(object)

    def __init__(self, window: QWidget, workflow: Workflow, runner: TaskRunner) -> None:
        super().__init__(window)
        self._window, self._workflow, self._runner = window, workflow, runner
        self.shown: PurchasesDialog | None = None

    def start(self, path: Path) -> None:
        session = self._workflow.model.current
        analysis, outcome, settings = session.analysis, session.outcome, session.settings(date.today())

        def work(progress: Progress) -> object:
            from tikissa.app.merged_numbers import numbers_now
            from tikissa.files.reader import read
            from tikissa.purchases.purchases import join_purchases

            merged = numbers_now(outcome, analysis.schema)
            listed = read(path, progress=progress)
            return join_purchases(listed, analysis.register, analysis.schema, settings, merged, progress)

        def show(purchases: "Purchases") -> None:
            if self._workflow.model.session is session:
                self._show(purchases)

        task = self._runner.task(work)
        task.finished.connect(show)
        task.failed.connect(self.failed)
        task.start()

    def _show(self, purchases: "Purchases") -> None:
        from tikissa.gui.purchases.purchases_dialog import PurchasesDialog

        dialog = PurchasesDialog(purchases, self._window)
        dialog.accepted.connect(lambda: self._take(purchases))
        dialog.new_wanted.connect(lambda: self.new_customers.emit(purchases.new_customers))
        self.shown = dialog
        dialog.open()

    def _take(self, purchases: "Purchases") -> None:
        """Keep with the register what was bought, and look the register through anew with it."""
        session = self._workflow.model.current
        try:
            session.purchases.keep(purchases.bought, session.analysis.keys)
        except SessionProblem as problem:
            self.failed.emit(problem)
            return
        self._workflow.analyse()
