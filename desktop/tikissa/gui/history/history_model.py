"""All decisions, the newest first, those taken back among them."""

from dataclasses import dataclass

from PySide6.QtGui import QFont

from tikissa.gui.common.columns_model import ColumnsModel, Role
from tikissa.gui.common.decision_words import headline
from tikissa.gui.common.indexes import Index
from tikissa.gui.elements import theme
from tikissa.gui.language import texts
from tikissa.model.analysis import Analysis
from tikissa.model.decision import Decision, DecisionLog


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    number: int
    decision: Decision
    stands: bool


def history(log: DecisionLog) -> tuple[HistoryEntry, ...]:
    """Return the decisions of a log, newest first."""
    taken_back = log.taken_back
    return tuple(
        HistoryEntry(number, event, number not in taken_back)
        for number, event in reversed(list(enumerate(log.events)))
        if isinstance(event, Decision)
    )


class HistoryModel(ColumnsModel[HistoryEntry]):
    def __init__(self, entries: tuple[HistoryEntry, ...], analysis: Analysis) -> None:
        super().__init__(entries)
        self._columns = (
            (self.tr("When"), lambda entry: texts.moment(entry.decision.when)),
            (self.tr("In force"), lambda entry: "✓" if entry.stands else self.tr("taken back")),
            (self.tr("Your choice"), lambda entry: headline(entry.decision, analysis)),
        )

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if index.isValid() and not self.shown[index.row()].stands:
            if role == Role.ForegroundRole:
                return theme.color("quiet")
            if role == Role.FontRole:
                font = QFont()
                font.setItalic(True)
                return font
        return super().data(index, role)
