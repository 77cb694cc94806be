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
from tikissa.model.schema import Meaning, Schema

Role = Qt.ItemDataRole


TOLD = (Meaning.SALESPERSON, Meaning.PURCHASE_SUM)
"""Columns of the register shown as they are: who knows the customer, and what the customer is worth."""

Told = tuple[str, Callable[[Retire], str]]


def _columns_as_they_are(schema: Schema, outcome: Outcome) -> list[Told]:
    def told(name: str) -> Told:
        return name, lambda retire: outcome.text(retire.record, name)

    return [told(name) for name in schema.columns_of(*TOLD)]


class StaleRowsModel(QAbstractTableModel):
    """Holds the user's exceptions until they are decided on: the rows in `left` stay as they are, still open, and so do
    those that are not `shown`."""

    CHOSEN, ROW = range(2)

    def __init__(self, retires: tuple[Retire, ...], analysis: Analysis, outcome: Outcome) -> None:
        super().__init__()
        self.retires = retires
        self.shown = retires
        self.left: set[ProposalId] = set()
        schema = analysis.schema
        self._columns: tuple[Told, ...] = (
            (self.tr("Included"), lambda _: ""),
            (self.tr("Row"), lambda retire: texts.number(outcome.register.row(retire.record))),
            (self.tr("Customer"), lambda retire: name_of(schema, outcome.text, retire.record)),
            (self.tr("Why"), lambda retire: " · ".join(signs(retire))),
            *_columns_as_they_are(schema, outcome),
            (self.tr("Details"), lambda retire: details_of(schema, outcome.text, retire.record)),
        )

    def show(self, shown: tuple[Retire, ...]) -> None:
        """Show only these rows, in this order."""
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if role == Role.DisplayRole and orientation is Qt.Orientation.Horizontal and section < len(self._columns):
            return self._columns[section][0]
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        retire = self.shown[index.row()]
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
        self._choose(index, self.shown[index.row()].id in self.left)

    @property
    def chosen(self) -> tuple[Retire, ...]:
        """Return the rows that are to be decided on."""
        return tuple(retire for retire in self.shown if retire.id not in self.left)

    def _choose(self, index: Index, chosen: bool) -> None:
        (self.left.discard if chosen else self.left.add)(self.shown[index.row()].id)
        changed = self.index(index.row(), self.CHOSEN)
        self.dataChanged.emit(changed, changed)
