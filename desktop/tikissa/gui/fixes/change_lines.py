"""A few changes under each other: what stands in the cell, an arrow, what would, and whose row it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tikissa.gui.elements import theme
from tikissa.gui.elements.building_blocks import label
from tikissa.gui.elements.theme import SPACE
from tikissa.presentation.text_difference import Span, differing, marked_html, with_signs


@dataclass(frozen=True, slots=True)
class ChangeLine:
    before: str
    after: str
    where: str


_Place = tuple[int, int, int, int]
"""Line, column, and how many of each."""

_WIDE: tuple[_Place, ...] = ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (0, 3, 1, 1))
_NARROW: tuple[_Place, ...] = ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (1, 0, 1, 4))
_STACKED: tuple[_Place, ...] = ((0, 0, 1, 4), (1, 0, 1, 1), (1, 1, 1, 3), (2, 0, 1, 4))
"""Where the text before, the arrow, the text after and the row's name stand: beside each other, or under."""


class ChangeLines(QWidget):
    """What goes is struck through, what comes is underlined, so that the colour is not the only sign."""

    def __init__(self, lines: Sequence[ChangeLine]) -> None:
        super().__init__()
        self._lines = tuple(lines)
        self._shape = _WIDE
        self._parts = [self._labels(line) for line in self._lines]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(SPACE // 2)
        self._grid.setColumnStretch(3, 1)
        self._lay_out()
        self._mark()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._mark()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shape = self._shape_for(event.size().width())
        if shape is not self._shape:
            self._shape = shape
            self._lay_out()

    def minimumSizeHint(self) -> QSize:
        """Return the room the texts need when they stand under each other; they are laid so only where they must."""
        widths = (max(before, arrow + 2 * SPACE + after) for before, arrow, after in self._widths())
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def _labels(self, line: ChangeLine) -> tuple[QLabel, QLabel, QLabel, QLabel]:
        before, after = label(wraps=False), label(wraps=False)
        for cell in (before, after):
            cell.setTextFormat(Qt.TextFormat.RichText)
        before.setAccessibleName(self.tr("Before: {0}").format(line.before))
        after.setAccessibleName(self.tr("After: {0}").format(line.after))
        return before, label("quiet", "→", wraps=False), after, label("quiet", line.where)

    def _lay_out(self) -> None:
        for place, parts in enumerate(self._parts):
            for part, (down, across, high, wide) in zip(parts, self._shape, strict=True):
                self._grid.addWidget(part, len(_STACKED) * place + down, across, high, wide)

    def _shape_for(self, room: int) -> tuple[_Place, ...]:
        if not self._lines:
            return _WIDE
        metrics = self.fontMetrics()
        changes = sum(max(column) for column in zip(*self._widths(), strict=True)) + 4 * SPACE
        where = max(metrics.horizontalAdvance(line.where) for line in self._lines)
        return _WIDE if changes + where + 4 * SPACE <= room else _NARROW if changes <= room else _STACKED

    def _widths(self) -> Iterator[tuple[int, int, int]]:
        """Yield the widths of each line's text before, arrow and text after."""
        for before, arrow, after, _ in self._parts:
            yield before.sizeHint().width(), arrow.sizeHint().width(), after.sizeHint().width()

    def _mark(self) -> None:
        colours = theme.colours()
        for line, (before, _, after, _) in zip(self._lines, self._parts, strict=True):
            gone, come = differing(line.before, line.after)
            before.setText(self._html(with_signs(line.before, gone), gone, colours.before, "line-through"))
            after.setText(self._html(line.after, come, colours.after, "underline"))

    def _html(self, text: str, spans: tuple[Span, ...], background: str, line: str) -> str:
        if text:
            return marked_html(text, spans, background, line)
        empty = self.tr("(empty)")
        return f'<span style="color:{theme.colours().quiet}">{empty}</span>'
