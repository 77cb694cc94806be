"""A question about one unsure column: its header, three values, and the likeliest meanings as buttons."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QPushButton

from tikissa.gui.common.meaning_names import meaning_name, named_meanings
from tikissa.gui.elements.building_blocks import button, column, label
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.theme import SPACE
from tikissa.model.schema import ColumnMeaning, Meaning

LIKELIEST = 3


class MeaningCard(QFrame):
    """`answered` carries the column and the meaning, None for a column to leave as it is."""

    answered = Signal(str, object)

    def __init__(self, unsure: ColumnMeaning, values: tuple[str, ...], answers: Mapping[str, Meaning | None]) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._column = unsure.column
        question = label("emphasis", self.tr("What is in the column “{0}”?").format(unsure.column))
        shown = label(
            "quiet",
            self.tr("For example: {0}").format(" · ".join(values)) if values else self.tr("The column is empty"),
        )
        self._group = QButtonGroup(self)
        candidates = unsure.candidates[:LIKELIEST]
        choices = [self._choice(meaning_name(meaning), meaning, answers) for meaning in candidates]
        something_else = self._something_else(answers.get(unsure.column), candidates)
        not_sure = self._choice(self.tr("Not sure – leave as it is"), None, answers)
        self.setLayout(
            column(question, shown, FlowLayout(*choices, something_else, not_sure), space=SPACE, margin=2 * SPACE)
        )

    def _something_else(self, answer: Meaning | None, candidates: tuple[Meaning, ...]) -> QPushButton:
        is_other = answer is not None and answer not in candidates
        made = button(meaning_name(answer) if is_other and answer else self.tr("Something else ▾"))
        made.setCheckable(is_other)
        made.setChecked(is_other)
        made.setMenu(self._all_meanings())
        return made

    def _choice(self, text: str, meaning: Meaning | None, answers: Mapping[str, Meaning | None]) -> QPushButton:
        choice = button(text, clicked=lambda: self.answered.emit(self._column, meaning))
        choice.setCheckable(True)
        choice.setChecked(self._column in answers and answers[self._column] is meaning)
        choice.setAccessibleName(f"{self._column}: {text}")
        self._group.addButton(choice)
        return choice

    def _all_meanings(self) -> QMenu:
        menu = QMenu(self)
        for name, meaning in named_meanings():
            action = menu.addAction(name)
            action.triggered.connect(lambda _checked=False, chosen=meaning: self.answered.emit(self._column, chosen))
        return menu
