"""The first rows of a register as they were read, for the page that asks whether they look right."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from tikissa.gui.common.amount_texts import told
from tikissa.gui.common.meaning_names import meaning_name
from tikissa.gui.elements import theme
from tikissa.model.register import Register
from tikissa.model.schema import NO_SCHEMA, Meaning, Schema
from tikissa.presentation.telling_cells import Place
from tikissa.text.secret_numbers import masked

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ROWS = 24
"""Looked at for what tells whether the file was read right, and shown where there is room."""
MEANING = Qt.ItemDataRole.UserRole
UNSURE = Qt.ItemDataRole.UserRole + 1
"""Of a header: what its column was taken to mean, and whether that is asked."""


class ReadingPreview(QAbstractTableModel):
    def __init__(self, register: Register, telling: frozenset[Place], schema: Schema = NO_SCHEMA) -> None:
        super().__init__()
        self._meanings = schema.meanings
        self._columns = {entry.column: entry for entry in schema.columns}
        self._answers: Mapping[str, Meaning | None] = {}
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

    def take_answers(self, answers: Mapping[str, Meaning | None]) -> None:
        """Show what the user has said of columns in the place of what they were taken to mean."""
        self._answers = answers
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            shown = role == Qt.ItemDataRole.DisplayRole and section < len(self._register)
            return str(self._register.row(section)) if shown else None
        if section >= len(self._register.columns):
            return None
        name = self._register.columns[section].name
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == MEANING:
            return self._meaning_words(name)
        if role == UNSURE:
            return self._is_unsure(name)
        return f"{name}: {self._meaning_words(name)}" if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _is_unsure(self, name: str) -> bool:
        entry = self._columns.get(name)
        return entry is not None and not entry.sure and name not in self._answers

    def _meaning_words(self, name: str) -> str:
        if self._is_unsure(name):
            return self.tr("? what is this")
        meaning = self._answers[name] if name in self._answers else self._meanings.get(name)
        return meaning_name(meaning) if meaning else self.tr("not recognised")
