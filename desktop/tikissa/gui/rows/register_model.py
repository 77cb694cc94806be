"""All rows as they will be saved: an array of records in the order shown, over an outcome that does not change."""

from collections.abc import Callable, Mapping

import numpy as np
from PySide6.QtCore import QAbstractTableModel, Qt, Signal
from PySide6.QtGui import QColor, QIcon

from tikissa.gui.common.amount_texts import told
from tikissa.gui.common.indexes import NOWHERE, Index
from tikissa.gui.language import texts
from tikissa.model.outcome import AddedRow, Outcome
from tikissa.model.record import RecordId
from tikissa.model.register import NOT_OWN, Column
from tikissa.model.schema import NO_SCHEMA, Schema
from tikissa.presentation.record_names import name_of
from tikissa.presentation.row_order import Order
from tikissa.presentation.saved_cells import added_row
from tikissa.text.secret_numbers import masked

Role = Qt.ItemDataRole

ROW = 0
"""The first column tells the row's number in the spreadsheet, or that the row is new; the register's own columns
follow."""


class RegisterModel(QAbstractTableModel):
    """`edited` comes with record, column, the text before and after when the user changes a cell."""

    edited = Signal(int, str, str, str)

    def __init__(
        self,
        outcome: Outcome,
        order: Order,
        colour: Callable[[str], QColor],
        mark: QIcon,
        schema: Schema = NO_SCHEMA,
    ) -> None:
        super().__init__()
        self._meanings, self._schema = schema.meanings, schema
        self._outcome = outcome
        self._order = order
        self._colour = colour
        self.mark = mark
        self._columns = outcome.register.columns
        self._own = len(outcome.register)
        self._changed = self._changes_by_place(outcome)

    def show(self, outcome: Outcome, order: Order, schema: Schema = NO_SCHEMA) -> None:
        """Show other rows, or the same after another decision."""
        self.beginResetModel()
        self._meanings, self._schema = schema.meanings, schema
        self._outcome, self._order, self._own = outcome, order, len(outcome.register)
        self._changed = self._changes_by_place(outcome)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return self._name(section) if role in (Role.DisplayRole, Role.ToolTipRole) else None
        if role != Role.DisplayRole or section > len(self._columns):
            return None
        return self.tr("Row") if section == ROW else self._columns[section - 1].name

    def _name(self, line: int) -> str | None:
        """Return whose row it is, for whoever has scrolled the name out of sight."""
        if line >= len(self._order):
            return None
        record = RecordId(int(self._order[line]))
        added = None if record < self._own else added_row(self._outcome, record)
        text = self._outcome.text if added is None else lambda _, column: added.texts.get(column, "")
        return name_of(self._schema, text, record)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        match role:
            case Role.DisplayRole:
                return self._shown(index)
            case Role.EditRole:
                return self._text(index)
            case Role.BackgroundRole:
                return self._colour("after") if self._is_changed(index) else None
            case Role.DecorationRole:
                return self.mark if self._is_changed(index) else None
            case Role.ForegroundRole:
                return self._colour("quiet") if index.column() == ROW or not self._stays(index) else None
            case Role.ToolTipRole | Role.AccessibleDescriptionRole:
                return self._before(index)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or index.column() == ROW or not self._stays(index) or self._added(index) is not None:
            return flags
        raw = self._outcome.register.cells[index.column() - 1].raw(self.record(index))
        return flags if isinstance(raw, NOT_OWN) else flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or not index.isValid() or index.column() == ROW:
            return False
        before, after = self._text(index), str(value)
        if before != after:
            self.edited.emit(self.record(index), self._columns[index.column() - 1].name, before, after)
        return True

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    def record(self, index: Index) -> RecordId:
        return RecordId(int(self._order[index.row()]))

    def column_name(self, index: Index) -> str | None:
        return None if index.column() == ROW else self._columns[index.column() - 1].name

    def line_of(self, record: int) -> int | None:
        """Return where a record is shown, None where it is not."""
        found = np.flatnonzero(self._order == record)
        return int(found[0]) if len(found) else None

    def place_of(self, column: str) -> int:
        """Return where a column is shown."""
        return self._outcome.register.column(column).index + 1

    @staticmethod
    def _changes_by_place(outcome: Outcome) -> Mapping[int, Mapping[RecordId, str]]:
        return {outcome.register.column(name).index + 1: cells for name, cells in outcome.changed.items()}

    def _text(self, index: Index) -> str:
        if not index.isValid():
            return ""
        if (added := self._added(index)) is not None:
            return self.tr("new") if index.column() == ROW else added.texts.get(self.column_name(index) or "", "")
        record = self._order[index.row()]
        place = index.column()
        if place == ROW:
            return texts.number(self._outcome.register.row(record))
        changed = self._changed.get(place)
        after = changed.get(record) if changed else None
        return self._outcome.register.cells[place - 1][record] if after is None else after

    def _shown(self, index: Index) -> str:
        """Return what a cell says, a number with the locale's own marks, secret numbers covered."""
        text, place = self._covered(index, self._text(index)), index.column()
        if not text or place == ROW or self._order[index.row()] >= self._own:
            return text
        return told(self._outcome.register.cells[place - 1], self._order[index.row()], text)

    def _added(self, index: Index) -> AddedRow | None:
        record = self._order[index.row()]
        return None if record < self._own else added_row(self._outcome, record)

    def _is_changed(self, index: Index) -> bool:
        """Tell whether a cell is changed; of an added row the first one is marked."""
        if index.column() == ROW:
            return self._added(index) is not None
        changed = self._changed.get(index.column())
        return changed is not None and self._order[index.row()] in changed

    def _stays(self, index: Index) -> bool:
        return self._outcome.stays(self.record(index))

    def _before(self, index: Index) -> str | None:
        if not index.isValid() or index.column() == ROW or not self._is_changed(index):
            return None
        before = self._outcome.register.cells[index.column() - 1][int(self._order[index.row()])]
        return self.tr("Was: {0}").format(self._covered(index, before) or self.tr("(empty)"))

    def _covered(self, index: Index, text: str) -> str:
        column = self.column_name(index) if index.isValid() else None
        return text if column is None else masked(text, self._meanings.get(column))
