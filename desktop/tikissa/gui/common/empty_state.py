"""What a page says when there is nothing left on it: what that means, where to go on, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tikissa.gui.common.saved_notice import SavedNotice
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.elements.building_blocks import button, column, icon_label, label, row
from tikissa.gui.elements.theme import SPACE


class EmptyState(QWidget):
    def __init__(
        self, model: SessionModel, clicked: Callable[[], object], sign: str = "check", also: QWidget | None = None
    ) -> None:
        """`sign`: the icon that tells at a glance why there is nothing here; `also`: another way on."""
        super().__init__()
        self.notice = SavedNotice(model)
        self.heading = label("title")
        self.words = label("quiet")
        self.onward = button(look="primary", clicked=clicked)
        mark = row(None, icon_label(sign, "good" if sign == "check" else "quiet", 5 * SPACE), None)
        for text in (self.heading, self.words):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        onward = row(None, self.onward, None)
        others = (row(None, also, None),) if also is not None else ()
        parts = (self.notice, None, mark, self.heading, self.words, onward, *others, None)
        self.setLayout(column(*parts, space=2 * SPACE, margin=3 * SPACE))
        self.setFocusProxy(self.onward)

    def put(self, heading: str, words: str, onward: str) -> None:
        self.heading.setText(heading)
        self.words.setText(words)
        self.onward.setText(onward)
        self.notice.retranslate()

    def tell_saved(self) -> None:
        self.notice.tell()

    def refresh(self) -> None:
        self.notice.refresh()
