"""The headers of the first rows, each with what its column was taken to mean: quiet where sure, marked where not."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from tikissa.gui.elements import theme
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.read_back.reading_preview import MEANING, UNSURE

PADDING = SPACE


class MeaningHeader(QHeaderView):
    """`sectionClicked` is the wish to say something else of a column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sectionSizeFromContents(self, section: int) -> QSize:
        size = super().sectionSizeFromContents(section)
        words = self._said(section, MEANING)
        width = self.fontMetrics().horizontalAdvance(words) + 2 * PADDING
        return QSize(max(size.width(), width), size.height() + self.fontMetrics().height() + SPACE // 2)

    def paintSection(self, painter: QPainter, place: QRect, section: int) -> None:
        painter.save()
        super().paintSection(painter, place, section)
        painter.restore()
        font = theme.text_font("body")
        painter.setFont(font)
        painter.setPen(theme.color("caution" if self._said(section, UNSURE) else "quiet"))
        height = self.fontMetrics().height()
        line = QRect(place.left() + PADDING, place.bottom() - height - SPACE // 2, place.width() - PADDING - 2, height)
        words = self.fontMetrics().elidedText(self._said(section, MEANING), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _said(self, section: int, role: int) -> str:
        return self.model().headerData(section, Qt.Orientation.Horizontal, role) or ""
