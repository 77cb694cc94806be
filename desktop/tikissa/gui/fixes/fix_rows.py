"""The suggestions of one kind row by row: look, leave some out, put a text of your own, accept the rest in one go."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from tikissa.gui.elements.building_blocks import column, heading_row, label, way_back
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.key_button import KeyButton
from tikissa.gui.elements.table_look import dress, fit
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.fixes.fix_rows_model import FixRowsModel
from tikissa.gui.fixes.marked_delegate import MarkedDelegate
from tikissa.gui.language import texts
from tikissa.model.analysis import Analysis
from tikissa.review.queue import FixGroup


class FixRows(QWidget):
    """`accepted` and `left` say what is to become of the fixes in `model`."""

    accepted = Signal()
    left = Signal()
    back_wanted = Signal()
    row_wanted = Signal(int, str)

    def __init__(self, group: FixGroup, analysis: Analysis) -> None:
        super().__init__()
        self.group = group
        self.model = FixRowsModel(group.fixes, analysis.register, analysis.schema)
        self.table = QTableView()
        self.table.setModel(self.model)
        dress(self.table, editable=True)
        self.table.setItemDelegate(MarkedDelegate(self.table))
        fit(self.table, self.model)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setAccessibleName(texts.heading(group.code))
        self.table.installEventFilter(self)
        self.table.selectRow(0)
        self.table.setCurrentIndex(self.model.index(0, FixRowsModel.AFTER))
        self.accept = KeyButton("primary", self.accepted.emit)
        self.leave = KeyButton("quiet", self.left.emit)
        self.to_row = KeyButton("", self._ask_for_row)
        self.setLayout(self._body(group))
        self.model.dataChanged.connect(self._count)
        self._put_texts()

    def _body(self, group: FixGroup) -> QVBoxLayout:
        back = way_back(self.back_wanted.emit, self.tr("← All suggestions"))
        hint = self.tr("Space leaves a row out. A text of your own: double click or F2.")
        buttons = FlowLayout(self.accept, self.to_row, self.leave)
        heading = label("title", texts.heading(group.code))
        top = heading_row(heading, back)
        return column(top, self.table, label("quiet", hint), buttons, space=SPACE, margin=3 * SPACE)

    def go_on_from(self, before: "FixRows") -> None:
        """Take over what was chosen in another language."""
        self.model.left |= before.model.left
        self.model.own |= before.model.own
        current = before.table.currentIndex()
        self.table.setCurrentIndex(self.model.index(current.row(), current.column()))
        self._count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space:
            self._toggle(self.table.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _toggle(self, current: QModelIndex) -> None:
        if current.isValid():
            self.model.toggle(current)

    def _put_texts(self) -> None:
        self.leave.put(self.tr("Leave as is|L"))
        self.to_row.put(self.tr("Open the row|R"))
        self._count()

    def _count(self) -> None:
        out = len(self.model.left)
        chosen = len(self.model.fixes) - out
        if out:
            words = self.tr("Accept {0}, leave {1} as they are|A").format(texts.number(chosen), texts.number(out))
        else:
            words = self.tr("Accept all %Ln|A", "", chosen)
        self.accept.put(words)
        self.accept.setEnabled(chosen > 0)

    def _ask_for_row(self) -> None:
        current = self.table.currentIndex()
        if current.isValid():
            line = self.model.line(current)
            self.row_wanted.emit(line.fix.record, line.change.column)
