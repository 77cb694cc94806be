"""How large a dialog opens: in proportion to the text, and never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QMessageBox, QSizePolicy, QSpacerItem

from tikissa.gui.elements.theme import scaled

FRAME = 48
"""Pixels left to the frame of the dialog and the edges of the screen."""


MESSAGE = 480
"""Pixels of a message at a text size of 100 %."""

SMALL, MARGIN = 1024, 480
"""Qt leaves so many pixels beside a message on every screen that is not small."""


class FittedDialog(QDialog):
    """A dialog that opens as high as its texts need in its width: Qt goes by the width they would rather have."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Make the dialog as high as its texts need now."""
        if (layout := self.layout()) is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))


def widen(box: QMessageBox) -> None:
    """Let a message grow in width with its text: Qt's 500 pixels make a long one higher than a laptop's screen."""
    layout, screen = box.layout(), box.screen().availableGeometry().width()
    most = screen - (MARGIN if screen > SMALL else FRAME)
    if isinstance(layout, QGridLayout):
        room = QSpacerItem(min(scaled(MESSAGE), most), 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        layout.addItem(room, layout.rowCount(), 0, 1, layout.columnCount())


def open_at(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog its size; `width` and `height` are pixels at a text size of 100 %. One that is open already stays
    in the middle of where it was, and on the screen."""
    screen, middle = dialog.screen().availableGeometry(), dialog.geometry().center()
    dialog.resize(QSize(scaled(width), scaled(height)).boundedTo(screen.size() - QSize(FRAME, FRAME)))
    if dialog.isVisible():
        place = dialog.geometry()
        place.moveCenter(middle)
        left = max(screen.left(), min(place.left(), screen.right() - place.width()))
        top = max(screen.top(), min(place.top(), screen.bottom() - place.height()))
        dialog.move(left, top)
