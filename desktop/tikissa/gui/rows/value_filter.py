"""Chooses which contents of a column are shown, as a spreadsheet's own filter does: the commonest first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from tikissa.gui.elements.building_blocks import button, column, label, row
from tikissa.gui.elements.drop_down import DropDown
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.presentation.column_values import ColumnValue

MOST = 2_000
"""So many contents are listed, the commonest; searching looks through all."""


class ValueFilter(DropDown):
    """`taken` carries the contents to show, None for all of them."""

    taken = Signal(object)

    def __init__(self, parent: QWidget, values: Sequence[ColumnValue], chosen: frozenset[str] | None) -> None:
        super().__init__(parent)
        self._values = values
        self._ticked = {value.text for value in values} if chosen is None else set(chosen)
        self._shown: Sequence[ColumnValue] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find…"))
        self.search.setAccessibleName(self.tr("Find a content"))
        self.all = QCheckBox(self.tr("All of these"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Contents of the column"))
        self.list.setUniformItemSizes(True)
        self.more = label("quiet")
        self.take = button(self.tr("Show these"), "primary", self._take)
        self.everything = button(self.tr("Show all rows"), "link", self._take_all)
        buttons = row(self.take, self.everything, None)
        self.setLayout(column(self.search, self.all, self.list, self.more, buttons, space=SPACE // 2, margin=SPACE))
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._take)
        self.all.clicked.connect(self._tick_all)
        self.list.itemChanged.connect(self._tick)
        self._find("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def _find(self, words: str) -> None:
        wanted = words.casefold().split()
        found = [value for value in self._values if all(word in value.text.casefold() for word in wanted)]
        self._shown = found[:MOST]
        self.list.blockSignals(True)
        self.list.clear()
        empty = self.tr("(empty)")
        for value in self._shown:
            item = QListWidgetItem(f"{value.shown or empty} ({texts.number(value.count)})")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_ticked = value.text in self._ticked
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        left = len(found) - len(self._shown)
        self.more.setText(self.tr("and %Ln more: search to see them", "", left))
        self.more.setVisible(left > 0)
        self._tell_all()

    def _tick(self, item: QListWidgetItem) -> None:
        text = self._shown[self.list.row(item)].text
        if item.checkState() == Qt.CheckState.Checked:
            self._ticked.add(text)
        else:
            self._ticked.discard(text)
        self._tell_all()

    def _tick_all(self) -> None:
        """Tick what is listed, or nothing of it where all of it is ticked."""
        listed = {value.text for value in self._shown}
        self._ticked = self._ticked - listed if listed <= self._ticked else self._ticked | listed
        self._find(self.search.text())

    def _tell_all(self) -> None:
        listed = {value.text for value in self._shown}
        self.all.setChecked(bool(listed) and listed <= self._ticked)
        self.take.setEnabled(bool(self._ticked))

    def _take(self) -> None:
        """Show what is ticked; after a search, only what of it was found."""
        found = {value.text for value in self._shown} if self.search.text().strip() else self._ticked
        wanted = frozenset(self._ticked & found)
        if wanted:
            self.close()
            self.taken.emit(None if len(wanted) == len(self._values) else wanted)

    def _take_all(self) -> None:
        self.close()
        self.taken.emit(None)
