"""The rows of one reason one under another: whose they are, what speaks for checking, and which are left out."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, Qt

from tikissa.gui import texts
from tikissa.gui.models.freshness import signs
from tikissa.gui.models.indexes import NOWHERE, Index
from tikissa.gui.models.record_words import details_of, name_of
from tikissa.model.analysis import Analysis
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import ProposalId, Retire

Role = Qt.ItemDataRole


class StaleRowsModel(QAbstractTableModel):
    """Holds the user's exceptions until they are decided on: the rows in `left` stay as they are, still open."""

    CHOSEN, ROW = range(2)

    def __init__(self, retires: tuple[Retire, ...], analysis: Analysis, outcome: Outcome) -> None:
        super().__init__()
        self.retires = retires
        self.left: set[ProposalId] = set()
        schema = analysis.schema
        self._columns: tuple[tuple[str, Callable[[Retire], str]], ...] = (
            (self.tr("Included"), lambda _: ""),
            (self.tr("Row"), lambda retire: texts.number(outcome.register.row(retire.record))),
            (self.tr("Customer"), lambda retire: name_of(schema, outcome.text, retire.record)),
            (self.tr("Why"), lambda retire: " · ".join(signs(retire))),
            (self.tr("Details"), lambda retire: details_of(schema, outcome.text, retire.record)),
        )

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.retires)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if role == Role.DisplayRole and orientation is Qt.Orientation.Horizontal and section < len(self._columns):
            return self._columns[section][0]
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        retire = self.retires[index.row()]
        if role == Role.DisplayRole:
            return self._columns[index.column()][1](retire)
        if role == Role.CheckStateRole and index.column() == self.CHOSEN:
            return Qt.CheckState.Unchecked if retire.id in self.left else Qt.CheckState.Checked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_choice = index.isValid() and index.column() == self.CHOSEN
        return flags | Qt.ItemFlag.ItemIsUserCheckable if is_choice else flags

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if not index.isValid() or role != Role.CheckStateRole or index.column() != self.CHOSEN:
            return False
        self._choose(index, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def toggle(self, index: Index) -> None:
        """Turn one row's choice the other way."""
        self._choose(index, self.retires[index.row()].id in self.left)

    @property
    def chosen(self) -> tuple[Retire, ...]:
        """Return the rows that are to be decided on."""
        return tuple(retire for retire in self.retires if retire.id not in self.left)

    def _choose(self, index: Index, chosen: bool) -> None:
        (self.left.discard if chosen else self.left.add)(self.retires[index.row()].id)
        changed = self.index(index.row(), self.CHOSEN)
        self.dataChanged.emit(changed, changed)
