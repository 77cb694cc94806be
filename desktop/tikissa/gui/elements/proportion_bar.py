"""A bar in parts, with its legend: each part has its own pattern beside its colour, and its number in words."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tikissa.gui.elements import theme
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts


@dataclass(frozen=True, slots=True)
class Part:
    """`colour` is a name of the theme; a pattern lets the parts be told apart without it."""

    text: str
    value: int
    colour: str
    pattern: Qt.BrushStyle = Qt.BrushStyle.SolidPattern


class ProportionBar(QWidget):
    """`pressed` comes with the place of the part that was clicked, where somebody listens."""

    pressed = Signal(int)

    def __init__(self, parts: tuple[Part, ...] = (), height: int = 2 * SPACE) -> None:
        super().__init__()
        self._parts = parts
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_parts(parts)

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        self._parts = parts
        told = ", ".join(f"{part.text}: {texts.number(part.value)}" for part in parts)
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.update()

    def make_pressable(self) -> None:
        """Show that a click leads somewhere."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def part_at(self, left: float) -> int | None:
        """Return the place of the part that is so many pixels from the left."""
        total, start = sum(part.value for part in self._parts), 0.0
        for place, part in enumerate(self._parts if total else ()):
            start += self.width() * part.value / total
            if part.value and left < start:
                return place
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.part_at(event.position().x())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(place)

    def sizeHint(self) -> QSize:
        return QSize(30 * SPACE, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), self._height / 2, self._height / 2)
        painter.setClipPath(outline)
        painter.fillRect(self.rect(), theme.color("raised"))
        total = sum(part.value for part in self._parts)
        start = 0.0
        for part in self._parts if total else ():
            width = self.width() * part.value / total
            paint_swatch(painter, QRectF(start, 0, width, self.height()), part)
            start += width
        painter.setPen(QPen(theme.color("outline"), 2))  # half of it is clipped away
        painter.drawPath(outline)


def paint_swatch(painter: QPainter, area: QRectF, part: Part) -> None:
    """Fill an area with a part's colour and pattern."""
    colour = theme.color(part.colour)
    if part.pattern is not Qt.BrushStyle.SolidPattern:
        soft = QColor(colour)
        soft.setAlpha(70)
        painter.fillRect(area, soft)
    painter.fillRect(area, QBrush(colour, part.pattern))


class Swatch(QWidget):
    """The small sample of a part beside its words in a legend."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self._part = part
        self.setFixedSize(2 * SPACE, int(1.5 * SPACE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_swatch(painter, QRectF(self.rect()), self._part)
        painter.setPen(theme.color("outline"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
