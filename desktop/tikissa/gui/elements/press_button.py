"""The button all others are made of: Enter presses it where it has the focus, as Space does, on every system."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PressButton(QPushButton):
    """Qt leaves Enter to the default button of a dialog: in a dialog another one was pressed, in the window none."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # a key held down decides once
            self.click()
