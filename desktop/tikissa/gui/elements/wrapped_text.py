"""Text in as many lines as it needs: broken between words, and within a word only where one is too long for a line."""

import re

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

_ADDRESS = re.compile(r"(?<!\S)\S+@\S+")
BETWEEN = " · "
LONGEST_HELD = 24
"""Letters of a piece that stays on one line."""

_MAY_BREAK = "\u200b"
_HOLDS = "\u2060"


def may_break(text: str) -> str:
    """Let an e-mail address go on to the next line after its @, before any other place in it."""
    return _ADDRESS.sub(lambda found: _broken_at_sign(found.group()), text)


def pieces_held(text: str) -> str:
    """Let a row of pieces go on to the next line between them, not within a number or a short word with a hyphen."""
    return BETWEEN.join(map(_held, text.split(BETWEEN)))


def _held(piece: str) -> str:
    if len(piece) > LONGEST_HELD or "@" in piece:
        return may_break(piece)
    return piece.replace(" ", "\u00a0").replace("-", f"-{_HOLDS}")


def _broken_at_sign(address: str) -> str:
    parts = "".join(f"{mark}{_HOLDS}" if mark in ".-_" else mark for mark in address)
    return parts.replace("@", f"@{_MAY_BREAK}")


def laid_out(text: str, font: QFont, width: int) -> QTextLayout:
    """Return the text laid out in lines of a width."""
    layout = QTextLayout(may_break(text).replace("\n", "\u2028"), font)
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
