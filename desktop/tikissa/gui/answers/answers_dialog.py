"""Shows what came back in an ask list before any of it is taken."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QTableView, QWidget

from tikissa.gui.answers.answers_model import AnswersModel
from tikissa.gui.common.dialog_sizes import open_at
from tikissa.gui.elements.building_blocks import button, column, label, row
from tikissa.gui.elements.table_look import dress, fit
from tikissa.gui.elements.theme import SPACE
from tikissa.lists.returned_ask_list import Answers
from tikissa.model.analysis import Analysis
from tikissa.model.outcome import Outcome


class AnswersDialog(QDialog):
    """Accepted says that the `chosen` lines of its `model` are to be taken."""

    def __init__(
        self, answers: Answers, analysis: Analysis, outcome: Outcome, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model = AnswersModel(answers, analysis, outcome)
        self.table = QTableView()
        self.table.setModel(self.model)
        dress(self.table)
        fit(self.table, self.model)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setAccessibleName(self.tr("Answers"))
        self.table.installEventFilter(self)
        self.table.setCurrentIndex(self.model.index(0, 1))
        self.setWindowTitle(self.tr("Answers"))
        self.take = button(self.tr("Take these answers"), "primary", self.accept)
        self.cancel = button(self.tr("Cancel"), "quiet", self.reject)
        heading = label("title", self.tr("Answers of the ask list"))
        hint = label("quiet", self.tr("Space leaves a line out. Answers in words change nothing: read them yourself."))
        hint.setVisible(bool(self.model.shown))
        layout = column(
            *(heading, label("quiet", name), label("lead", self._counts(answers)), self.table, hint),
            row(None, self.cancel, self.take, space=2 * SPACE),
            space=2 * SPACE,
            margin=3 * SPACE,
        )
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.model.dataChanged.connect(lambda *_: self._follow())
        open_at(self, 120 * SPACE, 70 * SPACE)
        self._follow()
        self.table.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space:
            if self.table.currentIndex().isValid():
                self.model.toggle(self.table.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _counts(self, answers: Answers) -> str:
        parts = [
            self.tr("%Ln customer(s) answered", "", len(answers.answers)),
            self.tr("%Ln not yet", "", answers.unanswered),
        ]
        if answers.gone:
            parts.append(self.tr("%Ln no longer in the register", "", answers.gone))
        return " · ".join(parts)

    def _follow(self) -> None:
        self.take.setEnabled(bool(self.model.chosen))
