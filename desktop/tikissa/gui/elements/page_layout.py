"""How a page is laid out: its title and one sentence, a body that scrolls, and its buttons always in sight."""

from PySide6.QtWidgets import QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from tikissa.gui.elements.building_blocks import column, row, scrolled
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.theme import SPACE

WIDEST = 150 * SPACE
NARROW = 122 * SPACE
"""For pages that are mostly text."""


def page_layout(
    title: QLabel, lead: QLabel, body: QLayout, actions: tuple[QWidget | None, ...] = (), widest: int = WIDEST
) -> QVBoxLayout:
    """Return the layout of a whole page; before None they stand at the left."""
    top = column(title, lead, space=SPACE)
    top.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
    body.setContentsMargins(3 * SPACE, 0, 3 * SPACE, SPACE if actions else 3 * SPACE)
    area = scrolled(body, widest)
    whole = column(_centred(top, widest, area), area, space=0)
    whole.setStretch(1, 1)
    if actions:
        bar = column(FlowLayout(*actions, space=2 * SPACE))
        bar.setContentsMargins(3 * SPACE, SPACE, 3 * SPACE, 2 * SPACE)
        whole.addWidget(_centred(bar, widest, area))
    return whole


def _centred(layout: QLayout, widest: int, area: QScrollArea) -> QWidget:
    """Put what does not scroll in one line with what does: beside it stands a scroll bar, or not."""
    inner = QWidget()
    inner.setLayout(layout)
    inner.setMaximumWidth(widest)
    line = row(inner, space=0)
    outer = QWidget()
    outer.setLayout(line)
    bar = area.verticalScrollBar()
    bar.rangeChanged.connect(lambda _, last: line.setContentsMargins(0, 0, bar.sizeHint().width() if last else 0, 0))
    return outer
