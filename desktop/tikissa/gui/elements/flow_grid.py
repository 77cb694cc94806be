"""Lays cards beside each other, as many as there is room for, and the rest below: for small windows and large text."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from tikissa.gui.elements.theme import SPACE


class FlowGrid(QWidget):
    """`letters`: how many letters of body text the narrowest card has room for."""

    def __init__(self, cards: Sequence[QWidget], letters: int) -> None:
        super().__init__()
        self._cards = cards
        self._letters = letters
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2 * SPACE)
        self._place(len(cards))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self._fitting(event.size().width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._narrowest, super().minimumSizeHint().height())

    @property
    def _narrowest(self) -> int:
        return self._letters * self.fontMetrics().averageCharWidth()

    def _fitting(self, width: int) -> int:
        """Return how many columns fit; all rows are equally full, so four cards stand as 4, 2 + 2 or one by one."""
        columns = max(1, min(len(self._cards), (width + 2 * SPACE) // (self._narrowest + 2 * SPACE)))
        while len(self._cards) % columns:
            columns -= 1
        return columns

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for place in range(len(self._cards)):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
