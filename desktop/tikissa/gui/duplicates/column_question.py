"""Asks once of a column, not once of each group, whether it matters which of two values stays."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tikissa.gui.elements.building_blocks import column, framed, label, scrolled
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.key_button import KeyButton
from tikissa.gui.elements.page_layout import WIDEST
from tikissa.gui.elements.theme import SPACE
from tikissa.model.analysis import Analysis
from tikissa.model.proposal import Merge
from tikissa.presentation.record_names import name_of
from tikissa.review.settled import Columns

MOST_EXAMPLES = 8


class ColumnQuestion(QWidget):
    answered = Signal(bool)
    """Whether it matters."""

    def __init__(self, columns: Columns, merges: Sequence[Merge], analysis: Analysis) -> None:
        super().__init__()
        self.columns = columns
        self._analysis = analysis
        names = ", ".join(f"“{name}”" for name in columns)
        self.heading = label("title", self.tr("%Ln group(s) differ only in {0}", "", len(merges)).format(names))
        lead = label("quiet", self.tr("Does it matter which value stays? One answer does for all of them."))
        examples = [framed(column(label("", self._example(merge)), margin=2 * SPACE)) for merge in merges]
        self.either = KeyButton("primary", lambda: self.answered.emit(False))
        self.either.put(self.tr("It does not matter|N"))
        self.matters = KeyButton("", lambda: self.answered.emit(True))
        self.matters.put(self.tr("It matters, ask one by one|I"))
        top = column(self.heading, lead, space=SPACE)
        buttons = FlowLayout(self.either, self.matters)
        body = column(top, *examples[:MOST_EXAMPLES], None, space=2 * SPACE, margin=2 * SPACE)
        self.setLayout(column(scrolled(body, WIDEST), buttons, space=SPACE))  # what is asked is answered in sight

    def _example(self, merge: Merge) -> str:
        text = self._analysis.register.text
        values = [
            " / ".join(dict.fromkeys(said for record in merge.records if (said := text(record, name))))
            for name in self.columns
        ]
        return f"{name_of(self._analysis.schema, text, merge.records[0])}: {' · '.join(values)}"
