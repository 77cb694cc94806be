"""All decisions, the newest first, those taken back among them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QFont

from tikissa.gui import texts, theme
from tikissa.gui.models.history_words import headline
from tikissa.gui.models.indexes import NOWHERE, Index
from tikissa.model.analysis import Analysis
from tikissa.model.decision import Decision, DecisionLog

Role = Qt.ItemDataRole


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


class HistoryModel(QAbstractTableModel):
    def __init__(self, entries: tuple[HistoryEntry, ...], analysis: Analysis) -> None:
        super().__init__()
        self.entries = entries
        self._columns: tuple[tuple[str, Callable[[HistoryEntry], str]], ...] = (
            (self.tr("When"), lambda entry: texts.moment(entry.decision.when)),
            (self.tr("In force"), lambda entry: "✓" if entry.stands else self.tr("taken back")),
            (self.tr("Your choice"), lambda entry: headline(entry.decision, analysis)),
        )

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if role == Role.DisplayRole and orientation is Qt.Orientation.Horizontal and section < len(self._columns):
            return self._columns[section][0]
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Role.DisplayRole:
            return self._columns[index.column()][1](entry)
        if role == Role.ForegroundRole and not entry.stands:
            return theme.color("quiet")
        if role == Role.FontRole and not entry.stands:
            font = QFont()
            font.setItalic(True)
            return font
        return None
