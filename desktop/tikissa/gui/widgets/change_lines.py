"""A few changes under each other: what stands in the cell, an arrow, what would, and whose row it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tikissa.gui import theme
from tikissa.gui.models.difference import Span, differing, marked_html
from tikissa.gui.theme import SPACE
from tikissa.gui.widgets.building_blocks import label


@dataclass(frozen=True, slots=True)
class ChangeLine:
    before: str
    after: str
    where: str


class ChangeLines(QWidget):
    """What goes is struck through, what comes is underlined, so that the colour is not the only sign."""

    def __init__(self, lines: Sequence[ChangeLine]) -> None:
        super().__init__()
        self._lines = tuple(lines)
        self._is_narrow = False
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
        is_narrow = bool(self._lines) and self._needed_width() > event.size().width()
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._lay_out()

    def _labels(self, line: ChangeLine) -> tuple[QLabel, QLabel, QLabel, QLabel]:
        before, after = label(wraps=False), label(wraps=False)
        for cell in (before, after):
            cell.setTextFormat(Qt.TextFormat.RichText)
        before.setAccessibleName(self.tr("Before: {0}").format(line.before))
        after.setAccessibleName(self.tr("After: {0}").format(line.after))
        return before, label("quiet", "→", wraps=False), after, label("quiet", line.where)

    def _lay_out(self) -> None:
        """Put whose row it is at the end of the line, or under it where the room is narrow."""
        for place, (before, arrow, after, where) in enumerate(self._parts):
            for across, part in enumerate((before, arrow, after)):
                self._grid.addWidget(part, 2 * place, across)
            if self._is_narrow:
                self._grid.addWidget(where, 2 * place + 1, 0, 1, 4)
            else:
                self._grid.addWidget(where, 2 * place, 3)

    def _needed_width(self) -> int:
        columns = (max(parts[across].sizeHint().width() for parts in self._parts) for across in range(3))
        metrics = self.fontMetrics()
        where = max(metrics.horizontalAdvance(line.where) for line in self._lines)
        return sum(columns) + where + 8 * SPACE

    def _mark(self) -> None:
        gone_style = f"background:{theme.colours().before}; text-decoration:line-through"
        come_style = f"background:{theme.colours().after}; text-decoration:underline"
        for line, (before, _, after, _) in zip(self._lines, self._parts, strict=True):
            gone, come = differing(line.before, line.after)
            before.setText(self._html(line.before, gone, gone_style))
            after.setText(self._html(line.after, come, come_style))

    def _html(self, text: str, spans: tuple[Span, ...], style: str) -> str:
        empty = f'<span style="color:{theme.colours().quiet}">{self.tr("(empty)")}</span>'
        return marked_html(text, spans, style) if text else empty
