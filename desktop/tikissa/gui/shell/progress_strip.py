"""The thin strip above the foot: what long work is doing, how far it is, and the way to stop it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from tikissa.gui.common.task_runner import Task
from tikissa.gui.elements.building_blocks import button, label, row
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.messages import has_words

PATIENCE = 250
"""Milliseconds of work that pass without a word; a strip that flashes only disturbs."""


class ProgressStrip(QWidget):
    """Hidden while nothing runs."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("progressStrip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._task: Task | None = None
        self._stage = ""
        self.words = label(wraps=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = button(clicked=self._cancel)
        layout = row(self.words, self.bar, self.stop, space=2 * SPACE)
        layout.setContentsMargins(2 * SPACE, SPACE // 2, 2 * SPACE, SPACE // 2)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.hide()
        self.retranslate()

    def follow(self, task: Task) -> None:
        """Show a task until it ends."""
        self._task = task
        task.progressed.connect(self._show_progress)
        task.ended.connect(self._finish)
        self.bar.setRange(0, 0)
        self.words.setText(self.tr("Working…"))
        self.stop.setEnabled(True)
        QTimer.singleShot(PATIENCE, self, self._appear)

    def retranslate(self) -> None:
        self.stop.setText(self.tr("Cancel"))
        self.bar.setAccessibleName(self.tr("Progress"))

    def _show_progress(self, stage: str, done: int, total: int) -> None:
        if self._task is None or self._task.is_cancelled:
            return
        if stage != self._stage:
            self._stage = stage
            self.words.setText(texts.say(stage) if has_words(stage) else self.tr("Working…"))
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _appear(self) -> None:
        if self._task is not None:
            self.show()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.stop.setEnabled(False)
            self.words.setText(self.tr("Stopping…"))

    def _finish(self) -> None:
        if self.sender() in (self._task, None):
            self._task = None
            self._stage = ""
            self.hide()
