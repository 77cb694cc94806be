"""What covers the window while a file is held over it: the whole window is the drop zone."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tikissa.gui.elements import theme
from tikissa.gui.elements.theme import SPACE


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """Return the files on this computer that are being dropped."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


class DropOverlay(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        self.resize(self._window.size())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("accent_soft"))
        painter.setPen(QPen(theme.color("accent"), 3, Qt.PenStyle.DashLine))
        edge = 2 * SPACE
        painter.drawRoundedRect(self.rect().adjusted(edge, edge, -edge, -edge), 2 * SPACE, 2 * SPACE)
        painter.setFont(theme.text_font("large", bold=True))
        painter.setPen(theme.color("text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Drop the file here"))
