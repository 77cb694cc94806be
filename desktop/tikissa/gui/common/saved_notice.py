"""Says that a choice is saved and offers the way back, where the choice was made."""

from collections.abc import Iterator

from PySide6.QtWidgets import QFrame

from tikissa.gui.common.decision_words import headline
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.elements.building_blocks import button, label, row
from tikissa.gui.elements.theme import SPACE
from tikissa.model.decision import Decision, FixItem, MergeItem, RetireItem, Verdict
from tikissa.review.bulk import of_kind


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

    def tell(self) -> None:
        """Say what the newest decision was and that it is saved."""
        session = self._model.current
        self._number = session.log.next_undo
        decision = next((decision for number, decision in session.log.in_force if number == self._number), None)
        if decision is not None:
            self.words.setText(f"✓ {headline(decision, session.analysis)}. {self._what_follows(decision)}")
            self.show()

    def _what_follows(self, decision: Decision) -> str:
        if decision.verdict is Verdict.LATER:
            return self.tr("It is still open and now comes last.")
        if any(item.proposal is None for item in self._first_items(decision)):
            return self.tr("It is saved.")
        return self.tr("Your choice is saved. It is not asked again unless the data changes.")

    @staticmethod
    def _first_items(decision: Decision) -> Iterator[FixItem | MergeItem | RetireItem]:
        """Yield the first item of each kind: all of a kind are the program's proposals or the user's own word."""
        yield from of_kind(decision.items, FixItem)[:1]
        yield from of_kind(decision.items, MergeItem)[:1]
        yield from of_kind(decision.items, RetireItem)[:1]

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
