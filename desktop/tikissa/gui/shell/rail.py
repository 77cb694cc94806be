"""The left rail: the way through and the to-do list; a tick on what is done, a count on what is left."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tikissa.gui.common.page import Page
from tikissa.gui.elements import theme
from tikissa.gui.elements.building_blocks import column
from tikissa.gui.elements.icons import icon
from tikissa.gui.elements.press_button import PressButton
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts

WIDEST_MARK = "00 000"

USUAL_WIDTH = 30 * SPACE
"""Pixels for every name, those not offered yet too: the page stays where it is when one comes."""


class RailEntry(PressButton):
    """One page of the way, with its tick or count painted at the right edge."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self._mark = ""
        self._shows_words = True
        self.setProperty("look", "rail")
        self.setCheckable(True)
        self.setIcon(icon(page.icon_name))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(5 * SPACE)

    def refresh(self) -> None:
        left = self.page.left()
        self._mark = "✓" if self.page.is_done() else texts.number(left) if left else ""
        self._put_words()
        self.setAccessibleName(f"{self.page.title()} {self._mark}".strip())
        self.update()

    def show_words(self, shown: bool) -> None:
        """Leave the words to the tool tip, where a large text would take the room from the page."""
        self._shows_words = shown
        self._put_words()
        self.updateGeometry()

    def _put_words(self) -> None:
        self.setText(self.page.title() if self._shows_words else "")
        self.setToolTip("" if self._shows_words else self.page.title())

    def sizeHint(self) -> QSize:
        """Return the room for the words as they are when lit, and for a count beside them."""
        return super().sizeHint() + QSize(self._bold_room() + self._advance(WIDEST_MARK) + 2 * SPACE, 0)

    def _bold_room(self) -> int:
        bold = QFont(self.font())
        bold.setBold(True)
        return QFontMetrics(bold).horizontalAdvance(self.text()) - self._advance(self.text())

    def _advance(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(theme.color("good" if self._mark == "✓" else "quiet"))
        edge = self.rect().adjusted(0, 0, -2 * SPACE, 0)
        painter.drawText(edge, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._mark)


class Rail(QWidget):
    """All entries under each other; `visited` carries the key of the page that was chosen."""

    visited = Signal(str)

    def __init__(self, pages: Sequence[Page]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._shows_words = True
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.entries = {page.key: RailEntry(page) for page in pages if page.rail_key == page.key}
        for entry in self.entries.values():
            entry.clicked.connect(partial(self._follow, entry))
        self.setLayout(column(*self.entries.values(), None, space=SPACE // 2, margin=SPACE))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(USUAL_WIDTH if self._shows_words else 0, 0))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Show words beside the icons where the window has room for them."""
        shown = not theme.is_narrow(self.window().width())
        if shown != self._shows_words:
            self._shows_words = shown
            for entry in self.entries.values():
                entry.show_words(shown)
            self.updateGeometry()

    def _follow(self, entry: RailEntry) -> None:
        entry.setChecked(False)
        self.visited.emit(entry.page.key)

    def refresh(self, current: Page, has_session: bool) -> None:
        """Bring ticks, counts and the lit entry up to date."""
        for key, entry in self.entries.items():
            entry.setVisible(entry.page.is_offered())
            entry.setEnabled(has_session or not entry.page.needs_session)
            entry.setChecked(key == current.rail_key)
            entry.refresh()
