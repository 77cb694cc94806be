"""The few pieces every page is laid from: texts in the theme's sizes, buttons, cards, rows and columns."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tikissa.gui.elements.icons import icon, picture
from tikissa.gui.elements.press_button import PressButton
from tikissa.gui.elements.theme import SPACE, scaled

Box = TypeVar("Box", QVBoxLayout, QHBoxLayout)


def label(look: str = "", text: str = "", wraps: bool = True) -> QLabel:
    """Return a text. `look`: title, large, emphasis, lead, quiet, good, caution, prohibition, key or "" for body."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    made.setProperty("look", look)
    return made


def button(text: str = "", look: str = "", clicked: Callable[[], object] | None = None) -> QPushButton:
    """Return a button. `look`: primary (one a page), link, quiet or "" for the common kind."""
    made = PressButton(text)
    made.setProperty("look", look)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(look == "primary")
    if clicked is not None:
        made.clicked.connect(lambda: clicked())
    return made


def way_back(clicked: Callable[[], object], text: str = "") -> QPushButton:
    """Return the link that leads back to where one came from; Esc does the same while it is in sight."""
    made = button(text, "link", clicked)
    QShortcut(QKeySequence(Qt.Key.Key_Escape), made, made.click)
    return made


def picture_label(name: str, size: int) -> QLabel:
    """Return a picture in its own colours, for the eye only."""
    made = QLabel()
    made.setPixmap(picture(name).pixmap(QSize(size, size)))
    return made


class Sign(QWidget):
    """An icon beside words that say what it means, so it has no name of its own."""

    def __init__(self, name: str, colour: str = "text", size: int = 16) -> None:
        super().__init__()
        self._icon = icon(name, colour)
        self._size = size
        self._fit()

    def _fit(self) -> None:
        side = scaled(self._size)
        self.setFixedSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._icon.paint(QPainter(self), self.rect())


def heading_row(heading: QLabel, *beside: QWidget, space: int = SPACE) -> QHBoxLayout:
    """Lay what stands beside a page's heading at the right edge, and the heading as high up as one alone."""
    for part in beside:
        if isinstance(part, QPushButton):
            part.setProperty("is_low", True)
    made = row(heading, *beside, space=space)
    made.setStretch(0, 1)
    return made


def icon_label(name: str, colour: str = "text", size: int = 16) -> Sign:
    return Sign(name, colour, size)


def column(*parts: QWidget | QLayout | None, space: int = SPACE, margin: int = 0) -> QVBoxLayout:
    """Lay parts under each other; None is a stretch."""
    return _lay(QVBoxLayout(), parts, space, margin)


def row(*parts: QWidget | QLayout | None, space: int = SPACE, margin: int = 0) -> QHBoxLayout:
    """Lay parts beside each other; None is a stretch."""
    return _lay(QHBoxLayout(), parts, space, margin)


def _lay(box: Box, parts: tuple[QWidget | QLayout | None, ...], space: int, margin: int) -> Box:
    box.setSpacing(space)
    box.setContentsMargins(margin, margin, margin, margin)
    for part in parts:
        match part:
            case None:
                box.addStretch(1)
            case QWidget():
                box.addWidget(part)
            case _:
                box.addLayout(part)
    return box


def framed(layout: QLayout, look: str = "card") -> QFrame:
    """Return a frame around a layout. `look`: card or notice."""
    frame = QFrame()
    frame.setProperty("look", look)
    frame.setLayout(layout)
    return frame


def scrolled(layout: QLayout, widest: int = 0) -> QScrollArea:
    """Return a page body that scrolls; `widest` keeps lines readable on wide screens."""
    body = QWidget()
    body.setProperty("look", "page")
    if widest:
        body.setMaximumWidth(widest)
    body.setLayout(layout)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(body)
    area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    return area


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
