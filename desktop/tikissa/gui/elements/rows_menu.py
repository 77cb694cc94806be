"""The way from a chart to the rows it counts: a small menu of its parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu

from tikissa.gui.elements.press_button import PressButton
from tikissa.gui.language import texts


@dataclass(frozen=True, slots=True)
class Rows:
    """A part of a chart: the path of its fact in the profile, what it is called, and how many rows it counts."""

    path: str
    words: str
    count: int


class RowsMenu(PressButton):
    """`chosen` comes with the path of a fact and its words."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMenu(QMenu(self))

    def retranslate(self, about: str) -> None:
        """Put the words on; `about` is the chart's title."""
        words = self.tr("Show rows")
        self.setText(f"{words} ▾")
        self.setAccessibleName(f"{words}: {about}")

    def offer(self, groups: Sequence[tuple[str, Sequence[Rows]]]) -> None:
        """Offer the parts that count something, gathered under headings; no heading: all in one."""
        menu = self.menu()
        menu.clear()
        for heading, parts in groups:
            counted = [part for part in parts if part.count]
            inner = menu.addMenu(heading) if heading and counted else menu
            for part in counted:
                words = f"{heading}: {part.words}" if heading else part.words
                inner.addAction(
                    f"{part.words}: {texts.number(part.count)}", partial(self.chosen.emit, part.path, words)
                )
        self.setEnabled(not menu.isEmpty())
