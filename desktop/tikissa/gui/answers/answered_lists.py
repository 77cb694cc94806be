"""Takes in an ask list that came back: reads it as a task, shows what is in it, and takes what the user leaves in."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.model.progress import Progress

if TYPE_CHECKING:
    from tikissa.gui.answers.answers_dialog import AnswersDialog
    from tikissa.lists.returned_ask_list import Answers


class AnsweredLists(QObject):
    """`failed` comes with what kept a list from being read; `shown` is the last dialog."""

    failed = Signal(object)

    def __init__(self, window: QWidget, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(window)
        self._window = window
        self._model = model
        self._runner = runner
        self.shown: AnswersDialog | None = None

    def takes(self, path: Path) -> bool:
        """Take a file in if it is an ask list, and say whether it is; without its register it says what is missing."""
        from tikissa.app.ask_list_file import comes_back
        from tikissa.model.problems import FileProblem

        if not comes_back(path):
            return False
        if self._model.is_analysed:
            self._read(path)
        else:
            self.failed.emit(FileProblem("ask_list.no_register", path.name))
        return True

    def _read(self, path: Path) -> None:
        session = self._model.current
        outcome, analysis = session.outcome, session.analysis

        def work(progress: Progress) -> object:
            from tikissa.app.ask_list_file import read_answers

            return read_answers(path, outcome, analysis.keys, analysis.schema, progress)

        def show(answers: "Answers") -> None:
            if self._model.session is session:
                self._show(answers, path.name)

        task = self._runner.task(work)
        task.finished.connect(show)
        task.failed.connect(self.failed)
        task.start()

    def _show(self, answers: "Answers", name: str) -> None:
        from tikissa.gui.answers.answers_dialog import AnswersDialog

        session = self._model.current
        dialog = AnswersDialog(answers, session.analysis, session.outcome, name, self._window)
        dialog.accepted.connect(self._take)
        self.shown = dialog
        dialog.open()

    def _take(self) -> None:
        if self.shown is not None:
            self._model.decide(self.shown.model.decision(self._model.current.analysis, self._model.decider))
