"""How a page is laid out: its title and one sentence, a body that scrolls, and its buttons always in sight."""

from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget

from tikissa.gui.theme import SPACE
from tikissa.gui.widgets.building_blocks import column, row, scrolled

WIDEST = 150 * SPACE
NARROW = 122 * SPACE
"""For pages that are mostly text."""


def page_layout(
    title: QLabel, lead: QLabel, body: QLayout, actions: tuple[QWidget | None, ...] = (), widest: int = WIDEST
) -> QVBoxLayout:
    """Return the layout of a whole page; None among the actions is a stretch."""
    top = column(title, lead, space=SPACE)
    top.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 2 * SPACE)
    body.setContentsMargins(4 * SPACE, 0, 4 * SPACE, 3 * SPACE)
    area = scrolled(body, widest)
    whole = column(_centred(top, widest), area, space=0)
    whole.setStretch(1, 1)
    if actions:
        bar = row(*actions, space=2 * SPACE)
        bar.setContentsMargins(4 * SPACE, SPACE, 4 * SPACE, 2 * SPACE)
        whole.addWidget(_centred(bar, widest))
    return whole


def _centred(layout: QLayout, widest: int) -> QWidget:
    inner = QWidget()
    inner.setLayout(layout)
    inner.setMaximumWidth(widest)
    outer = QWidget()
    outer.setLayout(row(inner, space=0))
    return outer
