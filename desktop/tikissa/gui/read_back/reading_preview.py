"""The first rows of a register as they were read, for the page that asks whether they look right."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from tikissa.gui.common.amount_texts import told
from tikissa.gui.elements import theme
from tikissa.model.register import Register
from tikissa.model.schema import NO_SCHEMA, Schema
from tikissa.presentation.telling_cells import Place
from tikissa.text.secret_numbers import masked

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ROWS = 24
"""Looked at for what tells whether the file was read right, and shown where there is room."""


class ReadingPreview(QAbstractTableModel):
    def __init__(self, register: Register, telling: frozenset[Place], schema: Schema = NO_SCHEMA) -> None:
        super().__init__()
        self._meanings = schema.meanings
        self._register = register
        self._telling = telling

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else min(ROWS, len(self._register))

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._register.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self._register.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            cells = self._register.cells[column.index]
            return masked(told(cells, index.row(), cells[index.row()]), self._meanings.get(column.name))
        if (index.row(), column.name) not in self._telling:
            return None
        if role == Qt.ItemDataRole.BackgroundRole:
            return theme.color("after")
        return theme.text_font("body", bold=True) if role == Qt.ItemDataRole.FontRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self._register.row(section)) if section < len(self._register) else None
        return self._register.columns[section].name if section < len(self._register.columns) else None
