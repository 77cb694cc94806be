"""Paints a table's cells with their differing characters marked, by colour and by line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from tikissa.gui.elements import theme
from tikissa.gui.elements.cell_delegate import CellDelegate
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.fixes.fix_rows_model import SPANS
from tikissa.presentation.text_difference import Span, is_lined, with_signs


class MarkedDelegate(CellDelegate):
    def paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        marks = index.data(SPANS)
        if marks is None:
            super().paint_cell(painter, option, index)
            return
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        text, styled.text = styled.text, ""
        style = QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, styled, painter, styled.widget)
        room: QRect = styled.rect.adjusted(SPACE, 0, -SPACE, 0)
        paint_marked(painter, room, text, marks[0], marks[1], styled.font)


def paint_marked(painter: QPainter, room: QRect, text: str, spans: tuple[Span, ...], comes: bool, font: QFont) -> None:
    """Paint one line of text; `comes`: the spans are new and underlined, else they go and are struck through."""
    shown = (text if comes else with_signs(text, spans)).replace("\n", " ")
    layout = QTextLayout(shown, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_format(span, comes, is_lined(shown[slice(*span)])) for span in spans])
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(room.width())
    layout.endLayout()
    painter.save()
    painter.setClipRect(room)
    painter.setPen(theme.color("text"))
    height = layout.boundingRect().height()
    layout.draw(painter, QPointF(room.left(), room.top() + (room.height() - height) / 2))
    painter.restore()


def _format(span: Span, comes: bool, lined: bool) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    look.setBackground(QColor(theme.colours().after if comes else theme.colours().before))
    look.setFontUnderline(comes and lined)
    look.setFontStrikeOut(lined and not comes)
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = span[0], span[1] - span[0], look
    return made
