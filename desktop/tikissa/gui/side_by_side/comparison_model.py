"""A group as a table: fields are the lines, rows of the register the columns, what would survive the last column."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QAbstractTableModel, Qt, Signal

from tikissa.gui.common.indexes import NOWHERE, Index
from tikissa.gui.language import texts
from tikissa.gui.side_by_side.group_comparison import ComparedField, Comparison
from tikissa.model.record import RecordId

Role = Qt.ItemDataRole

KEPT, DIFFERS, OUT, RESULT, FLAG = range(Role.UserRole + 1, Role.UserRole + 6)
"""Custom roles: the value that survives · the line differs · the row is left out · the last column · the sign."""

PROHIBITED = "⊘"
"""The sign of a prohibition or a block that is in force."""


class ComparisonModel(QAbstractTableModel):
    """`written` comes with the field and the text when the user types a result of their own."""

    written = Signal(object, str)

    def __init__(self, comparison: Comparison, row_of: Callable[[RecordId], int]) -> None:
        super().__init__()
        self.comparison = comparison
        self._row_of = row_of
        self._answers: Mapping[int, Callable[[ComparedField, int], object]] = {
            Role.DisplayRole: self._shown,
            Role.EditRole: self._text,
            Role.AccessibleTextRole: self._spoken,
            Role.ToolTipRole: self._tip,
            KEPT: self._kept,
            DIFFERS: lambda entry, _: self.comparison.differs(entry),
            OUT: lambda _, place: self._is_out(place),
            RESULT: lambda _, place: self.is_result(place),
            FLAG: self._flag,
        }

    def show(self, comparison: Comparison) -> None:
        """Show the same group with other choices."""
        self.comparison = comparison
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.comparison.fields)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.comparison.records) + 1

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        answer = self._answers.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self.comparison.fields[index.row()], index.column())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if role != Role.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.column_name(section) if section < self.columnCount() else None
        return self._line_name(self.comparison.fields[section]) if section < self.rowCount() else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.is_result(index.column()):
            entry = self.comparison.fields[index.row()]
            return flags | Qt.ItemFlag.ItemIsEditable if self.comparison.can_choose(entry) else flags
        return flags

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or not index.isValid() or not self.is_result(index.column()):
            return False
        self.written.emit(self.comparison.fields[index.row()], str(value))
        return True

    def is_result(self, place: int) -> bool:
        return place == len(self.comparison.records)

    def record(self, place: int) -> RecordId | None:
        """Return the record of a column, None for the result."""
        return None if self.is_result(place) else self.comparison.records[place]

    def column_name(self, place: int) -> str:
        record = self.record(place)
        if record is None:
            return self.tr("Result")
        name = self.row_name(record)
        if record in self.comparison.hidden:
            name += " · " + self.tr("hidden")
        if self._is_out(place):
            return name + " · " + self.tr("not this one")
        return name + " · " + self.tr("stays") if record == self.comparison.survivor else name

    def row_name(self, record: RecordId) -> str:
        return self.tr("row {0}").format(texts.number(self._row_of(record)))

    def _line_name(self, entry: ComparedField) -> str:
        """Return the field with its sign: what stays in force, or what must not be overlooked where it differs."""
        if self.comparison.is_locked(entry):
            return f"{PROHIBITED} {entry.column}"
        return f"! {entry.column}" if entry.is_flagged and self.comparison.differs(entry) else entry.column

    def _text(self, entry: ComparedField, place: int) -> str:
        return self.comparison.value(entry).value if self.is_result(place) else entry.texts[place]

    def _shown(self, entry: ComparedField, place: int) -> str:
        if entry.worked_out and self.is_result(place) and self.comparison.differs(entry):
            return self.tr("worked out anew")
        return entry.as_shown(self._text(entry, place))

    def _is_out(self, place: int) -> bool:
        return not self.is_result(place) and self.comparison.records[place] in self.comparison.left_out

    def _kept(self, entry: ComparedField, place: int) -> bool | None:
        """Tell whether a record's value survives; None where it does not and cannot be chosen to."""
        record = self.record(place)
        kept = record is not None and not entry.worked_out and self.comparison.keeps(entry, record)
        return kept or (False if self.comparison.can_choose(entry) else None)

    def _flag(self, entry: ComparedField, place: int) -> str:
        return PROHIBITED if self.is_result(place) and self.comparison.is_locked(entry) else ""

    def _spoken(self, entry: ComparedField, place: int) -> str:
        """Return the cell as a screen reader says it."""
        kept = self.tr("survives") if self._kept(entry, place) else ""
        same = "" if self.comparison.differs(entry) else self.tr("the same in all rows")
        text = self._shown(entry, place) or self.tr("(empty)")
        return ", ".join(part for part in (entry.column, self.column_name(place), text, kept, same) if part)

    def _tip(self, entry: ComparedField, place: int) -> str:
        told = self.is_result(place) and self.comparison.differs(entry) and not entry.worked_out
        return texts.sentence(self.comparison.value(entry).reason) if told else ""
