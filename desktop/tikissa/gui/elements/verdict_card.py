"""A card for things decided on together: what they are, how many, a few examples, and the verdicts with their keys."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from tikissa.gui.elements.building_blocks import column, label, row
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.key_button import KeyButton
from tikissa.gui.elements.theme import SPACE


@dataclass(frozen=True, slots=True)
class CardVerdict:
    """A button of a card: its words with the key after a bar, and what it does. `is_main`: the likeliest one;
    `opens`: Enter does it on the current card, as it opens a thing in a list and decides nothing."""

    words: str
    act: Callable[[], object]
    is_main: bool = False
    is_quiet: bool = False
    opens: bool = False


class VerdictCard(QFrame):
    """Its keys are in force while it is current; `entered` comes when anything in it gets the focus or a click."""

    entered = Signal()

    def __init__(self, heading: str, count: str, parts: Iterable[QWidget], verdicts: Iterable[CardVerdict]) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setAccessibleName(f"{heading}, {count}")
        self.heading = label("emphasis", heading)
        self._verdicts = tuple(verdicts)
        self.buttons = [_CardButton(verdict, self) for verdict in self._verdicts]
        top = row(self.heading, label("quiet", count, wraps=False))
        top.setStretch(0, 1)
        lines = column(*parts, space=SPACE // 2)
        lines.setContentsMargins(0, 0, 0, SPACE // 2)
        self.setLayout(column(top, lines, FlowLayout(*self.buttons), space=SPACE, margin=2 * SPACE))
        self.set_current(False)

    def set_current(self, current: bool) -> None:
        """Put the keys on or off the buttons."""
        for made, verdict in zip(self.buttons, self._verdicts, strict=True):
            made.put(verdict.words if current else verdict.words.partition("|")[0])
            if verdict.is_main:
                made.set_look("primary" if current else "")

    def open(self) -> None:
        """Show the rows that the card is about, where it has any to show."""
        for made, verdict in zip(self.buttons, self._verdicts, strict=True):
            if verdict.opens:
                made.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.entered.emit()
        super().mousePressEvent(event)


class _CardButton(KeyButton):
    def __init__(self, verdict: CardVerdict, card: VerdictCard) -> None:
        super().__init__("quiet" if verdict.is_quiet else "", verdict.act)
        self._card = card

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._card.entered.emit()
