"""How large a dialog opens: in proportion to the text, and never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from tikissa.gui.theme import scaled

FRAME = 48
"""Pixels left to the frame of the dialog and the edges of the screen."""


def open_at(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog its size; `width` and `height` are pixels at a text size of 100 %."""
    room = dialog.screen().availableSize() - QSize(FRAME, FRAME)
    dialog.resize(QSize(scaled(width), scaled(height)).boundedTo(room))
