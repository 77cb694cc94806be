"""What a page says when there is nothing on it: what that means, and where to go on."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tikissa.gui.theme import SPACE
from tikissa.gui.widgets.building_blocks import button, column, label, row


class EmptyState(QWidget):
    def __init__(self, clicked: Callable[[], object]) -> None:
        super().__init__()
        self.heading = label("title")
        self.words = label("quiet")
        self.onward = button(look="primary", clicked=clicked)
        sign = label("large", "✓")
        for text in (sign, self.heading, self.words):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        onward = row(None, self.onward, None)
        parts = (None, sign, self.heading, self.words, onward, None)
        self.setLayout(column(*parts, space=2 * SPACE, margin=4 * SPACE))

    def put(self, heading: str, words: str, onward: str) -> None:
        self.heading.setText(heading)
        self.words.setText(words)
        self.onward.setText(onward)
