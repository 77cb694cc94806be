"""A button that shows the key that presses it: everything can be done from the keyboard, and it is seen how."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

from tikissa.gui.elements import theme
from tikissa.gui.elements.press_button import PressButton
from tikissa.gui.elements.theme import SPACE, scaled


class KeyButton(PressButton):
    """`put` takes the words and the key in one text, parted by a bar: "Merge|M". `look` as in `button`.

    The key works at once: a button's own shortcut would first show it pressed for a tenth of a second.
    """

    def __init__(self, look: str = "", clicked: Callable[[], object] | None = None) -> None:
        super().__init__()
        self._key = ""
        self._shortcut = QShortcut(self)
        self._shortcut.setAutoRepeat(False)
        self._shortcut.activated.connect(self.click)
        self.setProperty("look", look)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if clicked is not None:
            self.clicked.connect(lambda: clicked())

    def put(self, words: str) -> None:
        text, _, key = words.partition("|")
        self._key = key.partition(" ")[0]
        self.setText(text)
        self._shortcut.setKey(QKeySequence(self._key))
        self.setAccessibleName(text)
        self.setAccessibleDescription(self._key)
        self.updateGeometry()

    def set_look(self, look: str) -> None:
        self.setProperty("look", look)
        self.style().unpolish(self)
        self.style().polish(self)

    @property
    def key(self) -> str:
        return self._key

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._cap_room, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        option.rect = option.rect.adjusted(0, 0, -self._cap_room, 0)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        if self._key:
            self._paint_cap(painter)

    @property
    def _cap_width(self) -> int:
        return (
            max(self.fontMetrics().horizontalAdvance(self._key) + scaled(SPACE), scaled(2 * SPACE + 2))
            if self._key
            else 0
        )

    @property
    def _cap_room(self) -> int:
        return self._cap_width + SPACE if self._key else 0

    def _paint_cap(self, painter: QPainter) -> None:
        primary = self.property("look") == "primary"
        colour = theme.color("outline" if not self.isEnabled() else "on_accent" if primary else "quiet")
        height = self.fontMetrics().height() + 2
        place = QRect(self.width() - self._cap_width - 3 * SPACE // 2, 0, self._cap_width, height)
        place.moveTop((self.height() - height) // 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._key)
