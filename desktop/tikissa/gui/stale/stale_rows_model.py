"""The rows of one reason one under another: whose they are, what speaks for checking, and which are left out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt

from tikissa.gui.common.amount_texts import amount_of
from tikissa.gui.common.columns_model import ColumnsModel, Role
from tikissa.gui.common.indexes import Index
from tikissa.gui.language import texts
from tikissa.gui.stale.freshness import signs
from tikissa.model.analysis import Analysis
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import ProposalId, Retire
from tikissa.model.schema import Meaning, Schema
from tikissa.presentation.record_names import details_of, name_of
from tikissa.text.secret_numbers import masked

TOLD = (Meaning.SALESPERSON, Meaning.PURCHASE_SUM)
"""Columns of the register shown beside the reasons: who knows the customer, and what the customer is worth."""

Told = tuple[str, Callable[[Retire], str]]


def _told_columns(schema: Schema, outcome: Outcome) -> list[Told]:
    def told(name: str) -> Told:
        return name, lambda retire: masked(amount_of(outcome, retire.record, name), schema.meaning_of(name))

    return [told(name) for name in schema.columns_of(*TOLD)]


class StaleRowsModel(ColumnsModel[Retire]):
    """Holds the user's exceptions until they are decided on: the rows in `left` stay as they are, still open, and so do
    those that are not `shown`."""

    CHOSEN, ROW = range(2)

    def __init__(self, retires: Sequence[Retire], analysis: Analysis, outcome: Outcome) -> None:
        super().__init__(retires)
        self.retires = retires
        self.left: set[ProposalId] = set()
        schema = analysis.schema
        self._columns = (
            (self.tr("Included"), lambda _: ""),
            (self.tr("Row"), lambda retire: texts.number(outcome.register.row(retire.record))),
            (self.tr("Customer"), lambda retire: name_of(schema, outcome.text, retire.record)),
            (self.tr("Why"), lambda retire: " · ".join(signs(retire))),
            *_told_columns(schema, outcome),
            (self.tr("Details"), lambda retire: details_of(schema, outcome.text, retire.record)),
        )

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if index.isValid() and role == Role.CheckStateRole and index.column() == self.CHOSEN:
            left = self.shown[index.row()].id in self.left
            return Qt.CheckState.Unchecked if left else Qt.CheckState.Checked
        return super().data(index, role)

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
