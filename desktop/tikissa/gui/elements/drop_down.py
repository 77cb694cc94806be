"""A list to choose from that opens over the page, under what it belongs to, and goes when something else is clicked."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QWidget

from tikissa.gui.elements.theme import SPACE, scaled

WIDTH = 38 * SPACE
HEIGHT = 46 * SPACE
"""Pixels at a text size of 100 %."""


class DropDown(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(scaled(WIDTH), scaled(HEIGHT))

    def open_under(self, place: QPoint, focus: QWidget) -> None:
        """Open with the upper left corner at a place on the screen, moved so that all of it is seen."""
        screen = self.screen().availableGeometry()
        left = max(min(place.x(), screen.right() - self.width()), screen.left())
        top = max(min(place.y(), screen.bottom() - self.height()), screen.top())
        self.move(left, top)
        self.show()
        focus.setFocus()
