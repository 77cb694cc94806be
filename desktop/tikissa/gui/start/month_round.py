"""Does a register's month by one click: reads it, accepts what was accepted before, saves, and shows what waits."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from tikissa.gui.common.workflow import Saving, Workflow
from tikissa.model.problems import SessionProblem


class MonthRound(QObject):
    """Watches the workflow; what it does is asked for in the model, by `month_of`."""

    def __init__(self, workflow: Workflow) -> None:
        super().__init__(workflow)
        self._workflow = workflow
        self._model = workflow.model
        workflow.read.connect(self._go_past_the_question)
        workflow.analysed.connect(self._accept_and_save)
        workflow.failed.connect(self._give_up)
        workflow.cancelled.connect(self._give_up)

    def _is_asked_for(self) -> bool:
        path = self._model.month_of
        return path is not None and self._model.current.path.resolve() == path.resolve()

    def _go_past_the_question(self) -> None:
        """A register that was looked at before is read as it was then."""
        if self._is_asked_for():
            self._model.current.place = "since_last_time"

    def _accept_and_save(self) -> None:
        if not self._is_asked_for():
            return
        from tikissa.app.month.round import accept_again
        from tikissa.app.targets import home_folder, targets_in
        from tikissa.export.saving_options import IfUnsafe

        self._model.month_of = None
        session, preferences = self._model.current, self._workflow.preferences.current
        try:
            self._model.month = accept_again(session)
        except SessionProblem as problem:
            self._workflow.failed.emit(problem)
            return
        self._model.changed.emit()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = (
            Path(preferences.save_folder) if preferences.save_folder else home_folder(session.path, Path(documents))
        )
        targets = targets_in(folder, session.path, preferences.safe_for_excel)
        self._workflow.save(Saving(targets, IfUnsafe.STOP, preferences.removed_rows_sheet))

    def _give_up(self) -> None:
        self._model.month_of = None
