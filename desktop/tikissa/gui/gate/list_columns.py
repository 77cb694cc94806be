"""The questions about a list's columns on contacting customers that nobody has explained yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tikissa.app.checked_list import CheckedList
from tikissa.gui.common.permission_card import PermissionCard
from tikissa.gui.elements.building_blocks import clear
from tikissa.permission.columns_in_force import permission_columns
from tikissa.presentation.telling_cells import examples
from tikissa.review.log_state import corrections, meanings

MOST_VALUES = 4


class ListColumns(QWidget):
    """A card for each such column, and for each that the user has explained by now."""

    answered = Signal(str, object)
    corrected = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.cards = QVBoxLayout()
        self.cards.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self.cards)

    def put(self, checked: CheckedList) -> None:
        clear(self.cards)
        answers, corrected = meanings(checked.words), corrections(checked.words)
        explained = answers.keys() | corrected.keys()
        asked = [each for each in permission_columns(checked.schema) if each.is_open or each.column in explained]
        for each in asked:
            values = examples(checked.register, each.column, count=MOST_VALUES)
            card = PermissionCard(each, values, answers, corrected.get(each.column))
            card.answered.connect(self.answered)
            card.corrected.connect(self.corrected)
            self.cards.addWidget(card)
        self.setVisible(bool(asked))
