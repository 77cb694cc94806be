"""Paints the side-by-side comparison: what is the same recedes, what differs stands out, a dot marks what survives."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from tikissa.gui.elements import theme
from tikissa.gui.elements.named_editor import NamedEditor
from tikissa.gui.elements.theme import SPACE, scaled
from tikissa.gui.elements.wrapped_text import height_of, paint_wrapped
from tikissa.gui.side_by_side.comparison_model import DIFFERS, FLAG, KEPT, OUT, RESULT

DOT = 8
"""Pixels of the dot at texts of 100 %."""
LINES_AT_MOST = 4


class ComparisonDelegate(NamedEditor):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ask: Callable[[int], object] = index.data
        room: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(room, _ground(ask))
        _line_under(painter, room)
        if ask(DIFFERS) and not ask(RESULT) and not ask(OUT) and ask(KEPT) is not None:
            _dot(painter, room, bool(ask(KEPT)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(room).adjusted(2, 2, -2, -2), 4, 4)
        painter.setPen(_ink(ask))
        paint_wrapped(painter, _text_room(room), _words(index), _font(option, ask))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        room = QRect(0, 0, max(option.rect.width(), 20 * SPACE), 10_000)
        font = _font(option, index.data)
        metrics = QFontMetrics(font)
        needed = height_of(_words(index), font, _text_room(room).width())
        return QSize(room.width(), min(needed, LINES_AT_MOST * metrics.lineSpacing()) + 3 * SPACE // 2)


def _words(index: QModelIndex | QPersistentModelIndex) -> str:
    return " ".join(part for part in (index.data(FLAG), index.data(Qt.ItemDataRole.DisplayRole)) if part)


def _text_room(room: QRect) -> QRect:
    return room.adjusted(scaled(DOT) + 2 * SPACE, 0, -SPACE, 0)


def _ground(ask: Callable[[int], object]) -> QColor:
    stands_out = ask(DIFFERS) and (ask(KEPT) or ask(RESULT)) and not ask(OUT)
    return theme.color("accent_soft" if stands_out else "surface")


def _ink(ask: Callable[[int], object]) -> QColor:
    if ask(OUT):
        return theme.color("outline")
    return theme.color("prohibition" if ask(FLAG) else "text" if ask(DIFFERS) else "quiet")


def _font(option: QStyleOptionViewItem, ask: Callable[[int], object]) -> QFont:
    font = QFont(option.font)
    font.setBold(bool(ask(RESULT) and ask(DIFFERS)))
    font.setStrikeOut(bool(ask(OUT)))
    return font


def _line_under(painter: QPainter, room: QRect) -> None:
    painter.setPen(theme.color("line"))
    painter.drawLine(room.bottomLeft(), room.bottomRight())


def _dot(painter: QPainter, room: QRect, kept: bool) -> None:
    """Draw a full dot on the value that survives, an empty one where it could be moved."""
    painter.setPen(QPen(theme.color("accent" if kept else "outline"), 1.5))
    painter.setBrush(theme.color("accent") if kept else Qt.BrushStyle.NoBrush)
    across = scaled(DOT)
    painter.drawEllipse(QRectF(room.left() + SPACE, room.center().y() - across / 2, across, across))
