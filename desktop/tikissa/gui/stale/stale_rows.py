"""The rows of one reason in a table: leave some out, decide on the rest in one go."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from tikissa.gui.elements.building_blocks import column, heading_row, label, way_back
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.key_button import KeyButton
from tikissa.gui.elements.table_look import dress, fit
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.gui.stale.retire_verdicts import retire_verdicts
from tikissa.gui.stale.stale_filter_bar import StaleFilterBar
from tikissa.gui.stale.stale_rows_model import StaleRowsModel
from tikissa.model.analysis import Analysis
from tikissa.model.outcome import Outcome
from tikissa.presentation.stale_filter import StaleFilter
from tikissa.presentation.stale_groups import StaleGroup


class StaleRows(QWidget):
    """`settled` comes with the chosen rows and what is decided on them (None: later)."""

    settled = Signal(object, object)
    back_wanted = Signal()
    row_wanted = Signal(int)

    def __init__(self, group: StaleGroup, analysis: Analysis, outcome: Outcome) -> None:
        super().__init__()
        self.group = group
        self.model = StaleRowsModel(group.retires, analysis, outcome)
        self.table = QTableView()
        self.table.setModel(self.model)
        dress(self.table)
        fit(self.table, self.model)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setAccessibleName(texts.heading(group.code))
        self.table.installEventFilter(self)
        self.table.setCurrentIndex(self.model.index(0, StaleRowsModel.ROW))
        self.table.doubleClicked.connect(lambda index: self.row_wanted.emit(self.model.shown[index.row()].record))
        self.count = label("quiet")
        self.filters = StaleFilter(group.retires, analysis, outcome)
        self.wishes = StaleFilterBar(self.filters)
        self.setLayout(self._body(group))
        self.model.dataChanged.connect(lambda *_: self._count())
        self.model.modelReset.connect(self._count)
        self.wishes.wished.connect(lambda wish: self.model.show(self.filters.rows(wish)))
        self.wishes.search.returnPressed.connect(self.table.setFocus)
        self._count()

    def go_on_from(self, before: "StaleRows") -> None:
        """Take over what was chosen and looked for in another language."""
        self.model.left |= before.model.left
        self.wishes.go_on_from(before.wishes)
        self._count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space:
            if self.table.currentIndex().isValid():
                self.model.toggle(self.table.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _body(self, group: StaleGroup) -> QVBoxLayout:
        back = way_back(self.back_wanted.emit, self.tr("← All reasons"))
        buttons = FlowLayout(*(self._button(action, words) for action, words in retire_verdicts()))
        heading = label("title", texts.heading(group.code))
        top = heading_row(heading, back)
        layout = column(top, self.wishes, self.table, self.count, buttons, space=SPACE, margin=3 * SPACE)
        layout.setStretch(2, 1)
        return layout

    def _button(self, action: object, words: str) -> KeyButton:
        made = KeyButton("quiet" if action is None else "", partial(self._settle, action))
        made.put(words)
        return made

    def _settle(self, action: object) -> None:
        if self.model.chosen:
            self.settled.emit(self.model.chosen, action)

    def _count(self) -> None:
        chosen = texts.number(len(self.model.chosen))
        words = self.tr("{0} of {1} rows included. Space leaves a row out; it stays as it is.")
        self.count.setText(words.format(chosen, texts.number(len(self.model.retires))))
