"""What becomes of files that come in, dropped or chosen: opened as a register, checked against one, or kept beside it.

Dialogs are loaded when they are asked for: the window is up before.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tikissa.gui.answers.answered_lists import AnsweredLists
from tikissa.gui.common.task_runner import Work
from tikissa.gui.common.workflow import Workflow
from tikissa.gui.contacts.contact_reading import ContactReading, tells_of_contacts
from tikissa.gui.gate.list_check import ListCheck
from tikissa.gui.language.translation import language
from tikissa.gui.open_registers.online_asking import OnlineAsking
from tikissa.gui.open_registers.register_adding import RegisterAdding
from tikissa.gui.purchases.purchase_reading import PurchaseReading
from tikissa.model.problems import Problem
from tikissa.model.progress import Progress

if TYPE_CHECKING:
    from tikissa.gui.gate.list_check_page import ListCheckPage
    from tikissa.gui.shell.what_files_dialog import Intent, WhatFilesDialog


class Arrivals(QObject):
    """`check` does the looking beside the register; `question` is the last one asked."""

    def __init__(self, window: QWidget, workflow: Workflow) -> None:
        super().__init__(window)
        self._window = window
        self._workflow = workflow
        self._model = workflow.model
        self.check = ListCheck(workflow.model, workflow.runner)
        self.check.failed.connect(self._tell_list_problem)
        self.contacts = ContactReading(workflow.model, workflow.runner)
        self.contacts.failed.connect(self._tell)
        self.purchases = PurchaseReading(window, workflow, workflow.runner)
        self.purchases.failed.connect(self._tell)
        self.purchases.new_customers.connect(self.check.check)
        self.answered = AnsweredLists(window, workflow.model, workflow.runner)
        self.answered.failed.connect(self._tell)
        self.adding = RegisterAdding(workflow)
        self.adding.failed.connect(self._tell)
        self.asking = OnlineAsking(window, workflow)
        self.asking.failed.connect(self._tell)
        workflow.analysed.connect(self._go_on)
        self.question: WhatFilesDialog | None = None

    def take(self, files: Sequence[Path]) -> None:
        """Take files that were dropped, each once; what they are is asked unless it is plain."""
        files = tuple({file.resolve(): file for file in files}.values())
        if len(files) == 1 and (self.adding.takes(files[0]) or self.answered.takes(files[0])):
            return
        if self._model.is_analysed and all(map(tells_of_contacts, files)):
            self.contacts.start(files)
            return
        session = self._model.session
        is_open = session.path.resolve() if session is not None and self._model.is_analysed else None
        others = [file for file in files if file.resolve() != is_open]
        if len(files) == 1 and (is_open is None or not others or _was_worked_on(files[0])):
            self._workflow.open_file(files[0])
        elif others:
            self._ask(others, is_open)

    def choose_register(self) -> None:
        if chosen := self._choose(self.tr("Choose a customer register")):
            self._workflow.open_file(chosen)

    def choose_list(self) -> None:
        if self._model.is_analysed and (chosen := self._choose(self.tr("Choose a list"))):
            self._look_at(chosen)

    def choose_contacts(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        kinds = self.tr("Bounces and unsubscribes (*.eml *.mbox *.zip *.csv *.xlsx *.xls *.txt);;All files (*)")
        title = self.tr("Choose bounces or unsubscribes")
        chosen, _ = QFileDialog.getOpenFileNames(self._window, title, "", kinds)
        if chosen and self._model.is_analysed:
            self.contacts.start([Path(name) for name in chosen])

    def serve(self, page: "ListCheckPage") -> None:
        """Do what the page of the list check wants done with files."""
        page.list_wanted.connect(self.choose_list)
        page.last_wanted.connect(self.check.start)
        page.reading_wanted.connect(self.check.read_again)
        page.word_said.connect(self.check.heed)
        page.answers_wanted.connect(self.write_answers)
        page.new_rows_wanted.connect(self.write_new_rows)
        page.leads_wanted.connect(lambda target: self.check.write_leads(target, language(), self._show))

    def write_answers(self, target: Path) -> None:
        self.check.write_answers(target, language(), self._show)

    def write_new_rows(self, target: Path) -> None:
        self.check.write_new_rows(target, self._show)

    def _show(self, target: Path, shown_as_text: int) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        from tikissa.gui.common.shown_as_text_dialog import tell_shown_as_text

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
        tell_shown_as_text(self._window, shown_as_text)

    def _choose(self, title: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        kinds = self.tr(
            "Registers (*.xlsx *.xlsm *.xls *.xlsb *.ods *.fods *.csv *.txt *.tsv *.xml *.html);;All files (*)"
        )
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, "", kinds)
        return Path(chosen) if chosen else None

    def _ask(self, files: Sequence[Path], is_open: Path | None) -> None:
        """Ask without holding up what is under way."""
        from tikissa.gui.shell.what_files_dialog import WhatFilesDialog

        question = WhatFilesDialog(files, is_open, self._window)
        question.accepted.connect(lambda: self._follow(question.intent))
        self.question = question
        question.open()
        if len(files) == 1:
            looking = self._workflow.runner.task(_looking_for_the_known(files[0]), quiet=True)
            looking.finished.connect(question.prefer_own)
            looking.start()
            telling = self._workflow.runner.task(_telling_of_kind(files[0]), quiet=True)
            telling.finished.connect(question.prefer_kind)
            telling.start()

    def _follow(self, intent: "Intent") -> None:
        from PySide6.QtCore import QProcess

        session = self._model.session
        self.check.waiting = None
        for place, register in enumerate(intent.registers):
            if place == 0:
                self._workflow.open_file(register)
            else:
                QProcess.startDetached(*command_for(register))
        if intent.contacts:
            self.contacts.start(intent.contacts)
        if intent.purchases is not None:
            self.purchases.start(intent.purchases)
        if intent.checked is None or intent.register is None:
            return
        if session is not None and self._model.is_analysed and session.path.resolve() == intent.register:
            self._look_at(intent.checked)
        else:
            self.check.waiting = intent.checked
            self._workflow.open_file(intent.register)

    def _look_at(self, path: Path) -> None:
        """Take an ask list that came back in; look any other list through beside the register."""
        if not self.answered.takes(path):
            self.check.start(path)

    def _go_on(self) -> None:
        """Take up the list that was waiting for its register."""
        waiting, self.check.waiting = self.check.waiting, None
        if waiting is not None:
            self._look_at(waiting)

    def tell_problem(self, problem: Exception) -> None:
        """Say what kept a register from being worked on; where only a password is missing, ask for it and try again."""
        if (password := self._tell(problem)) and self._workflow.opening is not None:
            self._workflow.open_file(self._workflow.opening, password)

    def _tell_list_problem(self, problem: Exception) -> None:
        """The same for a list that was to be checked."""
        if password := self._tell(problem):
            self.check.with_password(password)

    def _tell(self, problem: Exception) -> str | None:
        """Return the password that was asked for, None where it was not that or the user has none to give."""
        from tikissa.gui.common.password_dialog import ask_password, needs_password
        from tikissa.gui.common.problem_dialog import show_problem

        if needs_password(problem):
            return ask_password(self._window, problem)
        show_problem(self._window, problem)
        return None


def _was_worked_on(path: Path) -> bool:
    """Say whether the file at this path, or an earlier version of it, is known as a register."""
    from tikissa.app.folders import data_folder
    from tikissa.store.recent import recent_registers

    return any(known.is_at(path) for known in recent_registers(data_folder()))


def _telling_of_kind(path: Path) -> Work:
    """Return the work that says what kind of file the first rows look like."""

    def work(progress: Progress) -> object:
        from tikissa.files.reader import preview
        from tikissa.model.kind_of_file import FileKind, KindReading
        from tikissa.schema.detect import detect
        from tikissa.schema.kinds.kind import kind_of

        progress.report("file.reading", 0, 1)
        try:
            rows = preview(path)
        except (Problem, OSError):
            return KindReading(FileKind.UNKNOWN, False)
        return kind_of(rows, detect(rows))

    return work


def _looking_for_the_known(path: Path) -> Work:
    """Return the work that finds the name of the register a file is a newer version of, None where it is of none."""

    def work(progress: Progress) -> object:
        from tikissa.app.folders import data_folder
        from tikissa.app.returning import earlier_version
        from tikissa.files.reader import read
        from tikissa.model.register import Reading

        try:
            known = earlier_version(read(path, Reading(), None, progress), path, data_folder())
        except (Problem, OSError):
            return None
        return Path(known.path).name if known is not None else None

    return work


def command_for(register: Path) -> tuple[str, list[str]]:
    """Return the command that opens a register in a window of its own, installed or run from its source."""
    return sys.executable, [*([] if getattr(sys, "frozen", False) else ["-m", "tikissa"]), str(register)]
