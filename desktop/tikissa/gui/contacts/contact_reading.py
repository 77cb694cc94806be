"""Reads what came back of contacting customers beside the open register, as a task."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.model.problems import SessionProblem
from tikissa.model.progress import Progress

if TYPE_CHECKING:
    from tikissa.app.contact_cards import ContactReport


class ContactReading(QObject):
    """`told` comes when there is something to show, `failed` with what kept it from coming."""

    told = Signal()
    failed = Signal(object)

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(model)
        self._model = model
        self._runner = runner

    def start(self, paths: Sequence[Path]) -> None:
        """Read files, folders and zips, and look for their addresses in the register as it will be saved."""
        from tikissa.app.contact_memory import remember, remembered

        session = self._model.current
        analysis, outcome, before = session.analysis, session.outcome, remembered(session)

        def work(progress: Progress) -> object:
            from tikissa.app.contact_cards import contact_report
            from tikissa.app.contacts import read_contacts

            found = read_contacts(paths, analysis.register.source.sha256, progress)
            names = [path.name for path in paths]
            return contact_report((*before, *found.events), analysis, outcome, names, found.silent)

        def take(report: "ContactReport") -> None:
            if self._model.session is session:
                with suppress(SessionProblem):  # a full disk is told where a choice would be lost
                    remember(session, report.events)
                self._model.take_contacts(report)
                self.told.emit()

        task = self._runner.task(work)
        task.finished.connect(take)
        task.failed.connect(self.failed)
        task.start()


def tells_of_contacts(path: Path) -> bool:
    """Say whether a file can be nothing else: a message, a mailbox, a folder or a zip of such."""
    from tikissa.files.mail.sources import is_archive_of_files, is_mail

    return path.is_dir() or is_mail(path) or is_archive_of_files(path)
