"""Cards under each other, one of them current: its keys are in force, and the arrows go from card to card."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from tikissa.gui.elements.building_blocks import clear, column, label, scrolled
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.elements.verdict_card import VerdictCard

WIDEST = 150 * SPACE

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -1}


class CardDeck(QWidget):
    """A whole page body that scrolls: its heading and one sentence, what else stands at the top, then the cards under
    their headings."""

    def __init__(self, heading: QLabel, lead: QLabel, *top: QWidget | QLayout) -> None:
        super().__init__()
        self.cards: list[VerdictCard] = []
        self._current = 0
        self._list = QVBoxLayout()
        self._list.setSpacing(2 * SPACE)
        body = column(column(heading, lead, space=SPACE), *top, self._list, None, space=2 * SPACE, margin=3 * SPACE)
        self.area: QScrollArea = scrolled(body, WIDEST)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(column(self.area, space=0))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def put(self, cards: Iterable[tuple[str, VerdictCard]]) -> None:
        """Show cards, each with the heading it belongs under; a heading is shown where it changes.

        They are shown at once and not when the layout comes to it, so that the keys of the first are in force.
        """
        clear(self._list)
        self.cards = []
        shown = ""
        for heading, card in cards:
            if heading and heading != shown:
                self._list.addWidget(label("emphasis", heading))
            shown = heading
            card.entered.connect(partial(self._mark_current, len(self.cards)))
            self._list.addWidget(card)
            card.show()
            self.cards.append(card)
        self._mark_current(min(self._current, len(self.cards) - 1))

    def to_top(self) -> None:
        self.area.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif 0 <= self._current + step < len(self.cards):
            self._mark_current(self._current + step)
            self.area.ensureWidgetVisible(self.cards[self._current])

    def _mark_current(self, place: int) -> None:
        self._current = max(place, 0)
        for at, card in enumerate(self.cards):
            card.set_current(at == self._current)
