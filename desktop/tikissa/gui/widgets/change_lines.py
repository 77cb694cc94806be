"""A few changes under each other: what stands in the cell, an arrow, what would, and whose row it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
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
        self._pairs: list[tuple[QLabel, QLabel]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE // 2)
        grid.setColumnStretch(3, 1)
        for place, line in enumerate(self._lines):
            self._add(grid, place, line)
        self._mark()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._mark()

    def _add(self, grid: QGridLayout, place: int, line: ChangeLine) -> None:
        pair = (label(wraps=False), label(wraps=False))
        for cell in pair:
            cell.setTextFormat(Qt.TextFormat.RichText)
        pair[0].setAccessibleName(self.tr("Before: {0}").format(line.before))
        pair[1].setAccessibleName(self.tr("After: {0}").format(line.after))
        self._pairs.append(pair)
        for place_across, part in enumerate((pair[0], label("quiet", "→", wraps=False), pair[1])):
            grid.addWidget(part, place, place_across)
        grid.addWidget(label("quiet", line.where), place, 3)

    def _mark(self) -> None:
        gone_style = f"background:{theme.colours().before}; text-decoration:line-through"
        come_style = f"background:{theme.colours().after}; text-decoration:underline"
        for line, (before, after) in zip(self._lines, self._pairs, strict=True):
            gone, come = differing(line.before, line.after)
            before.setText(self._html(line.before, gone, gone_style))
            after.setText(self._html(line.after, come, come_style))

    def _html(self, text: str, spans: tuple[Span, ...], style: str) -> str:
        empty = f'<span style="color:{theme.colours().quiet}">{self.tr("(empty)")}</span>'
        return marked_html(text, spans, style) if text else empty
