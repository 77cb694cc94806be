"""Takes an open register's file in, or an index away, off the window's thread; what is open is then looked at anew."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tikissa.gui.common.workflow import Workflow
from tikissa.model.progress import Progress

if TYPE_CHECKING:
    from tikissa.open_registers.register_kinds import RegisterKind


class RegisterAdding(QObject):
    """`changed`: what is kept is another by now; `failed` carries what kept a file from being taken in."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, workflow: Workflow) -> None:
        super().__init__(workflow)
        self._workflow = workflow

    def takes(self, path: Path) -> bool:
        """Take a file in, if it is one of an open register."""
        from tikissa.files.open_registers.recognise import register_kind

        if register_kind(path) is None:
            return False
        self.add(path)
        return True

    def add(self, path: Path) -> None:
        def work(progress: Progress) -> object:
            from tikissa.app.open_registers import add_register

            return add_register(path, progress)

        task = self._workflow.runner.task(work)
        task.finished.connect(lambda _: self._tell_changed())
        task.failed.connect(self.failed)
        task.start()

    def take_away(self, kind: "RegisterKind") -> None:
        from tikissa.app.folders import data_folder
        from tikissa.model.problems import Problem
        from tikissa.store.open_registers.shelf import take_away

        try:
            take_away(data_folder(), kind)
        except Problem as problem:
            self.failed.emit(problem)
        else:
            self._tell_changed()

    def _tell_changed(self) -> None:
        self.changed.emit()
        if self._workflow.model.is_analysed:
            self._workflow.analyse()
