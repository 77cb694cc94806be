"""What a column holds, chosen from a list to search in, gathered as people think; opens under the column's header."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from tikissa.gui.common.meaning_names import meaning_name
from tikissa.gui.elements.building_blocks import column
from tikissa.gui.elements.drop_down import DropDown
from tikissa.gui.elements.theme import SPACE, text_font
from tikissa.gui.language import texts
from tikissa.model.schema import Meaning
from tikissa.presentation.meaning_groups import MEANING_GROUPS

_TO_THE_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class _Search(QLineEdit):
    """Leaves the keys that walk a list to the list below it."""

    walked = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _TO_THE_LIST:
            self.walked.emit(event)
        else:
            super().keyPressEvent(event)


class MeaningPicker(DropDown):
    """`picked` carries the column and the meaning, None where it holds nothing of what the program knows; `explained`
    is the wish to say what the values of a column on permission mean."""

    picked = Signal(str, object)
    explained = Signal(str)

    def __init__(self, parent: QWidget, column_name: str, chosen: Meaning | None, on_permission: bool) -> None:
        super().__init__(parent)
        self._column = column_name
        self._takes: dict[int, Callable[[], None]] = {}
        self.search = _Search()
        self.search.setPlaceholderText(self.tr("Find…"))
        self.search.setAccessibleName(self.tr("What is in the column “{0}”?").format(column_name))
        self.list = QListWidget()
        self.list.setAccessibleName(self.search.accessibleName())
        self.setLayout(column(self.search, self.list, space=SPACE // 2, margin=SPACE))
        self._fill(chosen, on_permission)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(lambda: self._take(self.list.currentItem()))
        self.search.walked.connect(self.list.keyPressEvent)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)

    def _fill(self, chosen: Meaning | None, on_permission: bool) -> None:
        if on_permission:
            self._add(self.tr("What its values say…"), lambda: self.explained.emit(self._column))
        self._add(self.tr("Nothing of these"), lambda: self.picked.emit(self._column, None))
        for group, meanings in MEANING_GROUPS.items():
            heading = QListWidgetItem(texts.say(f"meaning_group.{group}"))
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setFont(text_font("body", bold=True))
            self.list.addItem(heading)
            for meaning in meanings:
                item = self._add(meaning_name(meaning), self._picking(meaning))
                if meaning is chosen:
                    self.list.setCurrentItem(item)
        if self.list.currentItem() is None:
            self.list.setCurrentRow(0)

    def _picking(self, meaning: Meaning) -> Callable[[], None]:
        return lambda: self.picked.emit(self._column, meaning)

    def _add(self, words: str, take: Callable[[], None]) -> QListWidgetItem:
        item = QListWidgetItem(words)
        self.list.addItem(item)
        self._takes[self.list.row(item)] = take
        return item

    def _find(self, words: str) -> None:
        """Show what holds the words; a heading only where nothing is searched for."""
        wanted = words.casefold().split()
        items = [self.list.item(line) for line in range(self.list.count())]
        for line, item in enumerate(items):
            held = all(word in item.text().casefold() for word in wanted)
            item.setHidden(bool(wanted) and not (held and line in self._takes))
        first = next((item for line, item in enumerate(items) if line in self._takes and not item.isHidden()), None)
        if first is not None:
            self.list.setCurrentItem(first)

    def _take(self, item: QListWidgetItem | None) -> None:
        take = self._takes.get(self.list.row(item)) if item is not None and not item.isHidden() else None
        if take is not None:
            self.close()
            take()
