"""The lists that can be taken along after saving: whom to ask, old and new numbers, what changed, who left."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QLabel, QPushButton

from tikissa.gui.dialogs.problem import show_problem
from tikissa.gui.models.take_aways import TAKE_AWAYS, Sources, TakeAway
from tikissa.gui.session_model import SessionModel
from tikissa.gui.task_runner import TaskRunner, Work
from tikissa.gui.theme import SPACE
from tikissa.gui.translation import language
from tikissa.gui.widgets.building_blocks import button, column, label
from tikissa.model.progress import Progress


class TakeAwayLists(QFrame):
    """Hidden where there is nothing to take along."""

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__()
        self._model = model
        self._runner = runner
        self.setProperty("look", "card")
        self.heading = label("emphasis")
        self.lines: dict[str, tuple[QPushButton, QLabel]] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(1, 1)
        for place, each in enumerate(TAKE_AWAYS):
            self.lines[each.key] = (button(clicked=partial(self._ask, each)), label("quiet"))
            for side, part in enumerate(self.lines[each.key]):
                grid.addWidget(part, place, side)
        self.setLayout(column(self.heading, grid, margin=2 * SPACE))

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Lists to take along"))
        words = {
            "ask": (
                self.tr("Ask list…"),
                self.tr("Whom to ask and why, with room for the answer. By salesperson where the register names them."),
            ),
            "numbers": (
                self.tr("List for the accountant…"),
                self.tr("Which customer number each merged one goes by now."),
            ),
            "changed": (
                self.tr("Changed details…"),
                self.tr("What to change in your other programs, by customer."),
            ),
            "gone": (
                self.tr("Archived and left out rows…"),
                self.tr("The rows that are no longer among the others, as they were, each with the reason."),
            ),
        }
        for key, (name, purpose) in words.items():
            made, said = self.lines[key]
            made.setText(name)
            made.setAccessibleDescription(purpose)
            said.setText(purpose)

    def refresh(self) -> None:
        """Offer the lists that have something on them."""
        sources = self._sources()
        offered = [each.key for each in TAKE_AWAYS if each.has_rows(sources)]
        for key, line in self.lines.items():
            for part in line:
                part.setVisible(key in offered)
        self.setVisible(bool(offered))

    def _sources(self) -> Sources:
        session = self._model.current
        return Sources(session.outcome, session.analysis, session.log, language())

    def _ask(self, chosen: TakeAway) -> None:
        written = self._model.written
        if written is None:
            return
        ending = {
            "ask": self.tr("-ask-list.xlsx"),
            "numbers": self.tr("-customer-numbers.xlsx"),
            "changed": self.tr("-changed-details.xlsx"),
            "gone": self.tr("-archived.xlsx"),
        }[chosen.key]
        offered = written.cleaned.with_name(written.cleaned.stem + ending)
        named, _ = QFileDialog.getSaveFileName(self, self.tr("Save the list"), str(offered), "*.xlsx;;*.csv")
        if named:
            self._run(chosen, Path(named))

    def _run(self, chosen: TakeAway, target: Path) -> None:
        task = self._runner.task(_writing(chosen, self._sources(), target))
        task.finished.connect(lambda _: QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))))
        task.failed.connect(lambda problem: show_problem(self, problem))
        task.start()


def _writing(chosen: TakeAway, sources: Sources, target: Path) -> Work:
    def work(progress: Progress) -> object:
        progress.report("save.list", 0, 1)
        chosen.write(sources, target)
        return None

    return work
