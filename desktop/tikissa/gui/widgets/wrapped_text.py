"""Text in as many lines as it needs: broken between words, and within a word only where one is too long for a line."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption


def laid_out(text: str, font: QFont, width: int) -> QTextLayout:
    """Return the text laid out in lines of a width."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def height_of(text: str, font: QFont, width: int) -> int:
    return round(laid_out(text, font, width).boundingRect().height())


def paint_wrapped(painter: QPainter, room: QRect, text: str, font: QFont) -> None:
    """Paint the text in the middle of the room's height; what does not fit is cut off below."""
    layout = laid_out(text, font, room.width())
    above = max((room.height() - layout.boundingRect().height()) / 2, 0)
    painter.save()
    painter.setClipRect(room)
    layout.draw(painter, QPointF(room.left(), room.top() + above))
    painter.restore()
