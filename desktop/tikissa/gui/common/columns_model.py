"""A table whose columns are data: a heading and what to show of a row."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, Qt

from tikissa.gui.common.indexes import NOWHERE, Index

Role = Qt.ItemDataRole
Shown = TypeVar("Shown")


class ColumnsModel(QAbstractTableModel, Generic[Shown]):
    """`shown` are the rows, one under another; a model that shows more than texts adds it in `data`."""

    def __init__(self, shown: Sequence[Shown]) -> None:
        super().__init__()
        self.shown = tuple(shown)
        self._columns: Sequence[tuple[str, Callable[[Shown], str]]] = ()

    def show(self, shown: Sequence[Shown]) -> None:
        """Show only these rows, in this order."""
        self.beginResetModel()
        self.shown = tuple(shown)
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
        if index.isValid() and role == Role.DisplayRole:
            return self._columns[index.column()][1](self.shown[index.row()])
        return None
