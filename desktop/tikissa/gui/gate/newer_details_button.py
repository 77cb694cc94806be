"""The button that takes in a list's newer details, all of one kind at once."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton

from tikissa.app.gate_acceptance import Edits
from tikissa.gui.common.meaning_names import meaning_name
from tikissa.gui.language import texts
from tikissa.model.schema import Meaning


class NewerDetails(QPushButton):
    """`chosen` comes with the edits of one kind. The button is there while some kind has any."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._kinds = QMenu(self)
        self.setMenu(self._kinds)

    def put(self, newer: Mapping[Meaning, Edits]) -> None:
        """Offer these kinds, the commonest first."""
        self._kinds.clear()
        for meaning, edits in newer.items():
            action = self._kinds.addAction(f"{meaning_name(meaning)}: {texts.number(len(edits))}")
            action.triggered.connect(partial(self._choose, edits))
        self.setText(self.tr("Take in newer details, by kind"))
        self.setVisible(bool(newer))

    def _choose(self, edits: Edits, *_: object) -> None:
        self.chosen.emit(edits)
