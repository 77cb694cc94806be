"""Says that a choice is saved and offers the way back, where the choice was made."""

from PySide6.QtWidgets import QFrame

from tikissa.gui.session_model import SessionModel
from tikissa.gui.theme import SPACE
from tikissa.gui.widgets.building_blocks import button, label, row


class SavedNotice(QFrame):
    """Hidden until `tell` is called; undoing by whatever way hides it."""

    def __init__(self, model: SessionModel) -> None:
        super().__init__()
        self._model = model
        self._number: int | None = None
        self.setProperty("look", "notice")
        self.words = label(wraps=True)
        self.undo = button(look="link", clicked=self._take_back)
        layout = row(self.words, self.undo)
        layout.setStretch(0, 1)
        layout.setContentsMargins(2 * SPACE, SPACE // 2, SPACE, SPACE // 2)
        self.setLayout(layout)
        self.hide()

    def tell(self, words: str = "") -> None:
        """Speak of the newest decision; `words` say what it did."""
        self._number = self._model.current.log.next_undo
        saved = self.tr("Your choice is saved. It is not asked again unless the data changes.")
        self.words.setText(f"✓ {words} {saved}" if words else f"✓ {saved}")
        self.show()

    def retranslate(self) -> None:
        self.undo.setText(self.tr("Undo"))
        self.hide()

    def refresh(self) -> None:
        """Go when the decision is no longer the newest one in force."""
        if self._number is None or self._number != self._model.current.log.next_undo:
            self.hide()

    def _take_back(self) -> None:
        if self._number is not None:
            self._model.take_back(self._number)
