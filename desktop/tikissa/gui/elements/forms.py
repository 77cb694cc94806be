"""Names beside fields, in line with what is written in them, and the hint under a choice, in line with its words."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QSizePolicy, QWidget

from tikissa.gui.elements.building_blocks import label
from tikissa.gui.elements.theme import SPACE, scaled

INDICATOR = 16
"""Pixels of the box or circle of a choice at texts of 100 %."""
BESIDE_INDICATOR = 14
"""Pixels around it, whatever the size of texts."""


def field_name(text: str = "") -> QLabel:
    """Return the name of a field. It takes the height of its field: a form puts a lower one above the middle."""
    made = label("", text, wraps=False)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    return made


def form(fields: Iterable[tuple[QLabel, QWidget]]) -> QFormLayout:
    """Lay names beside their fields, or above them where there is no room beside."""
    made = QFormLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setHorizontalSpacing(3 * SPACE)
    made.setVerticalSpacing(SPACE)
    made.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    made.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for name, field in fields:
        made.addRow(name, field)
    return made


class Hint(QLabel):
    """What a choice means, under the choice."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("look", "quiet")
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._follow()

    def _follow(self) -> None:
        self.setContentsMargins(scaled(INDICATOR) + BESIDE_INDICATOR, 0, 0, 0)
