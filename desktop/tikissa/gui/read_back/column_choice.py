"""What a column holds, for the user to say where it was recognised wrongly or not at all."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame

from tikissa.gui.common.meaning_names import named_meanings
from tikissa.gui.common.reading_choices import field, fill
from tikissa.gui.elements.building_blocks import column, label
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.theme import SPACE
from tikissa.model.schema import Meaning


class ColumnChoice(QFrame):
    """`answered` carries the column and the meaning, None where it holds nothing of what the program knows."""

    answered = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.column, self.meaning = QComboBox(), QComboBox()
        self._names = label("quiet", wraps=False), label("quiet", wraps=False)
        boxes = zip(self._names, (self.column, self.meaning), strict=True)
        self.setLayout(
            column(FlowLayout(*(field(name, box) for name, box in boxes), space=2 * SPACE), margin=2 * SPACE)
        )
        self._meanings: Mapping[str, Meaning | None] = {}
        self.column.activated.connect(lambda _index: self._show_meaning())
        self.meaning.activated.connect(self._answer)

    def show_columns(self, columns: Sequence[str], meanings: Mapping[str, Meaning | None]) -> None:
        """Offer the columns with what is in them; the one that was chosen stays chosen."""
        chosen = self.column.currentData()
        self._meanings = meanings
        fill(self.column, [(name, name) for name in columns], chosen)
        self._show_meaning()

    def retranslate(self) -> None:
        for name, box, words in zip(
            self._names, (self.column, self.meaning), (self.tr("Column"), self.tr("What is in it")), strict=True
        ):
            name.setText(words)
            box.setAccessibleName(words)

    def _show_meaning(self) -> None:
        nothing = (self.tr("Nothing of these"), None)
        fill(self.meaning, [nothing, *named_meanings()], self._meanings.get(self.column.currentData()))

    def _answer(self) -> None:
        held = self.meaning.currentData()  # Qt keeps the text of a meaning alone
        self.answered.emit(self.column.currentData(), Meaning(held) if held else None)
