"""The suggestions of one kind row by row: before, after, and which of them are to be accepted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from tikissa.gui.common.columns_model import ColumnsModel, Role
from tikissa.gui.common.indexes import Index
from tikissa.gui.language import texts
from tikissa.model.proposal import CellChange, Fix, ProposalId
from tikissa.model.register import Register
from tikissa.model.schema import NO_SCHEMA, Schema
from tikissa.presentation.text_difference import Span, differing
from tikissa.text.secret_numbers import masked

SPANS = Role.UserRole + 1
"""Custom role: the differing pieces of a cell's text, and whether they come or go."""


@dataclass(frozen=True, slots=True)
class Line:
    """One changed cell: the fix it belongs to, and which of its changes it is."""

    fix: Fix
    place: int

    @property
    def change(self) -> CellChange:
        return self.fix.changes[self.place]


class FixRowsModel(ColumnsModel[Line]):
    """Holds the user's exceptions until they are decided on: what is not `chosen`, and texts of the user's own."""

    CHOSEN, ROW, COLUMN, BEFORE, AFTER = range(5)

    def __init__(self, fixes: Sequence[Fix], register: Register, schema: Schema = NO_SCHEMA) -> None:
        super().__init__([Line(fix, place) for fix in fixes for place in range(len(fix.changes))])
        self.fixes = fixes
        self.left: set[ProposalId] = set()
        self.own: dict[tuple[ProposalId, int], str] = {}
        self._schema = schema
        self._columns = (
            (self.tr("Accept"), lambda _: ""),
            (self.tr("Row"), lambda line: texts.number(register.row(line.fix.record))),
            (self.tr("Column"), lambda line: line.change.column),
            (self.tr("Before"), lambda line: self._masked(line, line.change.before)),
            (self.tr("After"), lambda line: self._masked(line, self._after(line))),
        )

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.shown[index.row()]
        match role:
            case Role.EditRole if index.column() == self.AFTER:
                return self._after(line)
            case Role.DisplayRole | Role.EditRole:
                return self._columns[index.column()][1](line)
            case Role.CheckStateRole if index.column() == self.CHOSEN:
                return Qt.CheckState.Unchecked if line.fix.id in self.left else Qt.CheckState.Checked
            case _ if role == SPANS:
                return self._spans(line, index.column())
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == self.CHOSEN:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.isValid() and index.column() == self.AFTER:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if not index.isValid():
            return False
        line = self.shown[index.row()]
        if role == Role.CheckStateRole and index.column() == self.CHOSEN:
            self._choose(line, Qt.CheckState(value) == Qt.CheckState.Checked)
        elif role == Role.EditRole and index.column() == self.AFTER:
            self.own[line.fix.id, line.place] = str(value)
            self._choose(line, True)
        else:
            return False
        return True

    def line(self, index: Index) -> Line:
        return self.shown[index.row()]

    def toggle(self, index: Index) -> None:
        """Turn one fix's choice the other way."""
        line = self.line(index)
        self._choose(line, line.fix.id in self.left)

    @property
    def edited(self) -> dict[ProposalId, tuple[CellChange, ...]]:
        """Return the whole changes of the fixes the user wrote a text of their own for."""
        written = {proposal for proposal, _ in self.own}
        return {fix.id: tuple(self._own_changes(fix)) for fix in self.fixes if fix.id in written}

    def _own_changes(self, fix: Fix) -> Iterator[CellChange]:
        for place, change in enumerate(fix.changes):
            yield CellChange(change.column, change.before, self.own.get((fix.id, place), change.after))

    def _choose(self, line: Line, chosen: bool) -> None:
        (self.left.discard if chosen else self.left.add)(line.fix.id)
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def _after(self, line: Line) -> str:
        return self.own.get((line.fix.id, line.place), line.change.after)

    def _masked(self, line: Line, text: str) -> str:
        return masked(text, self._schema.meaning_of(line.change.column))

    def _spans(self, line: Line, column: int) -> tuple[tuple[Span, ...], bool] | None:
        if column not in (self.BEFORE, self.AFTER):
            return None
        gone, come = differing(*(self._masked(line, text) for text in (line.change.before, self._after(line))))
        return (gone, False) if column == self.BEFORE else (come, True)
