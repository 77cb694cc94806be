"""Cards under each other, one of them current: its keys hold, Enter opens it, and the arrows go from card to card."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from tikissa.gui.elements.building_blocks import clear, column, label, scrolled
from tikissa.gui.elements.press_button import ENTER
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.elements.verdict_card import VerdictCard

WIDEST = 150 * SPACE

KEPT = 6
"""So many cards that were decided on are kept, for whoever takes the decision back."""

Dealt = tuple[str, object, Callable[[], VerdictCard]]
"""The heading that a card belongs under, what it is about, and what makes it."""

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -1}


class CardDeck(QWidget):
    """A whole page body that scrolls: its heading and one sentence, what else stands at the top, then the cards under
    their headings."""

    def __init__(self, heading: QLabel, lead: QLabel, *top: QWidget | QLayout) -> None:
        super().__init__()
        self.cards: list[VerdictCard] = []
        self._current = 0
        self._known: list[tuple[object, VerdictCard]] = []
        """All cards there are with what each is about, those shown last at the end."""
        self._list = QVBoxLayout()
        self._list.setSpacing(2 * SPACE)
        body = column(column(heading, lead, space=SPACE), *top, self._list, None, space=2 * SPACE, margin=3 * SPACE)
        self.area: QScrollArea = scrolled(body, WIDEST)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(column(self.area, space=0))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def put(self, cards: Iterable[Dealt]) -> None:
        """Show cards; a heading is shown where it changes. Cards about the same things as before stay as they are,
        also those that come back.

        They are shown at once and not when the layout comes to it, so that the keys of the first are in force.
        """
        dealt = [(each, self._card(each)) for each in cards]
        self._set_aside([card for _, card in dealt])
        self.cards = []
        shown = ""
        for (heading, _, _), card in dealt:
            if heading and heading != shown:
                self._list.addWidget(label("emphasis", heading))
            shown = heading
            self._list.addWidget(card)
            card.show()
            self.cards.append(card)
        self._mark_current(min(self._current, len(self.cards) - 1))

    def forget(self) -> None:
        """Make every card anew the next time: they speak another language, or of another register."""
        self._set_aside([])
        for _, card in self._known:
            card.deleteLater()
        self._known.clear()
        self.cards = []

    def _card(self, dealt: Dealt) -> VerdictCard:
        _, about, make = dealt
        for place, (known, card) in enumerate(self._known):
            if type(known) is type(about) and known == about:
                self._known.append(self._known.pop(place))
                return card
        card = make()
        card.entered.connect(lambda: self._enter(card))
        self._known.append((about, card))
        return card

    def _enter(self, card: VerdictCard) -> None:
        if card in self.cards:
            self._mark_current(self.cards.index(card))

    def _set_aside(self, shown: Sequence[VerdictCard]) -> None:
        """Take everything out of the list; what is not shown any more waits for its undo, the oldest only so long."""
        for card in self.cards:
            self._list.removeWidget(card)
            if card not in shown:
                card.hide()
                card.set_current(False)
        clear(self._list)
        for _, card in self._known[: -(len(shown) + KEPT)]:
            card.deleteLater()
        del self._known[: -(len(shown) + KEPT)]

    def to_top(self) -> None:
        self.area.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() in ENTER and self.cards:
            if not event.isAutoRepeat():
                self.cards[self._current].open()
        elif step is None:
            super().keyPressEvent(event)
        elif 0 <= self._current + step < len(self.cards):
            self._mark_current(self._current + step)
            self.area.ensureWidgetVisible(self.cards[self._current])

    def _mark_current(self, place: int) -> None:
        self._current = max(place, 0)
        for at, card in enumerate(self.cards):
            card.set_current(at == self._current)
