"""A long text that scrolls and is as high as so many of its lines, so that none stands cut in half."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

from tikissa.gui.elements.building_blocks import column


class WholeLines(QScrollArea):
    def __init__(self, text: QLabel, lines: int) -> None:
        super().__init__()
        self._text = text
        self._lines = lines
        text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        body = QWidget()
        body.setProperty("look", "page")
        body.setLayout(column(text, None, space=0))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(body)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: int) -> None:
        """Be as high as so many lines from now on."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height(self._lines))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.verticalScrollBar().setSingleStep(self._height(1))

    def _height(self, lines: int) -> int:
        """Return how high lines of text are as a label draws them: a little more than the font says of one."""
        return self._text.fontMetrics().size(0, "\n".join("|" * lines)).height()
