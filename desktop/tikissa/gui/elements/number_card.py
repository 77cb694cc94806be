"""A large number that is a link to what it counts."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from tikissa.gui.elements.building_blocks import column, icon_label, label, row
from tikissa.gui.elements.press_button import PressButton
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts


class NumberCard(PressButton):
    """A button with its words under the number."""

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self.setProperty("look", "number")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.number = label("large", wraps=False)
        self.words = label()
        self.more = label("quiet")
        top = row(self.number, None, icon_label(icon_name, "accent", 3 * SPACE))
        self.setLayout(column(top, self.words, self.more, None, space=SPACE // 2, margin=2 * SPACE))
        for part in (self.number, self.words, self.more):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_number(self, number: int, words: str, more: str = "") -> None:
        self.number.setText(texts.number(number))
        self.words.setText(words)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self.setAccessibleName(f"{texts.number(number)} {words} {more}".strip())

    def sizeHint(self) -> QSize:
        """Be as high as the words need at this width: a wrapped label alone asks for a line more than it fills."""
        layout = self.layout()
        if layout is None:
            return super().sizeHint()
        return QSize(layout.sizeHint().width(), layout.heightForWidth(max(self.width(), 20 * SPACE)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(20 * SPACE, self.sizeHint().height())
