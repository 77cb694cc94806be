"""A checked list to look through: its rows by what they are to the register, each side by side with it, and the user's
own word."""

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from tikissa.analysis.gate import ENTERING, GateRow
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.app.checked_list import CheckedList
from tikissa.gui.elements.building_blocks import button, column, label
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.key_button import KeyButton
from tikissa.gui.elements.table_look import dress, fit
from tikissa.gui.elements.theme import SPACE, scaled
from tikissa.gui.gate.checked_rows_model import CheckedRowsModel
from tikissa.gui.gate.pair_view import PairView
from tikissa.gui.language import texts
from tikissa.model.analysis import Analysis
from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.presentation.row_search import RowSearch
from tikissa.presentation.saved_cells import SavedCells

EVERY = tuple(GateVerdict)
CHOICES = (
    (GateVerdict.IN_CONFLICT,),
    (GateVerdict.CHANGED,),
    (GateVerdict.NEEDS_FIXING,),
    (GateVerdict.FORBIDDEN,),
    (GateVerdict.NEW,),
    (GateVerdict.KNOWN_COMPANY,),
    (GateVerdict.ALREADY_THERE,),
    EVERY,
)
"""What may be shown: what needs an eye first."""

SIDE_BY_SIDE_FROM = 110
"""Letters of text the rows must have room for before the pair stands beside them and not below."""

FEWEST_LINES = 6

READABLE = 20 * SPACE
"""Pixels of a reason beside a row; with less it is left to stand above the pair alone."""
SEARCH_WIDTH = 33 * SPACE


class CheckedRows(QWidget):
    """`said` comes with a record of the list and the user's word on it, `taken_over` with a row whose details are to be
    taken into the register."""

    said = Signal(int, object)
    taken_over = Signal(object)
    became = Signal(int)
    """A lead has become a customer: comes with the record of the list."""

    def __init__(self) -> None:
        super().__init__()
        self.filters = tuple(button() for _ in CHOICES)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.table = QTableView()
        self.pair = PairView()
        self.same = KeyButton("", lambda: self._say(GateVerdict.ALREADY_THERE))
        self.apart = KeyButton("", lambda: self._say(GateVerdict.NEW))
        self.take_over = KeyButton("", self._take_over)
        self.became_customer = KeyButton("", self._become)
        self.nothing = label("quiet")
        self._group = QButtonGroup(self)
        self._model: CheckedRowsModel | None = None
        self._searched: tuple[Register, RowSearch] | None = None
        self._shown: tuple[Analysis, Outcome] | None = None
        dress(self.table)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        for place, made in enumerate(self.filters):
            made.setCheckable(True)
            self._group.addButton(made, place)
        self._group.idClicked.connect(lambda _: self._filter())
        self.search.textChanged.connect(lambda _: self._filter())
        self.search.returnPressed.connect(self.table.setFocus)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.setLayout(self._body())
        self.setFocusProxy(self.table)

    def _body(self) -> QVBoxLayout:
        self.verdicts = QWidget()
        self.verdicts.setLayout(FlowLayout(self.same, self.apart, self.take_over, self.became_customer))
        side = column(self.pair, self.nothing, self.verdicts)
        side.setStretch(0, 1)
        self._sides.setSpacing(2 * SPACE)
        self._sides.addWidget(self.table, 6)
        self._sides.addLayout(side, 5)
        whole = column(FlowLayout(*self.filters, self.search), self._sides)
        whole.setStretch(1, 1)
        return whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the pair below the rows where there is no room beside them."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= SIDE_BY_SIDE_FROM * self.fontMetrics().averageCharWidth()
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self.search.setMinimumWidth(scaled(SEARCH_WIDTH))
        self.table.setMinimumHeight(FEWEST_LINES * self.table.verticalHeader().defaultSectionSize())
        QTimer.singleShot(0, self, self._share_width)  # the table has not been laid out yet

    def _share_width(self) -> None:
        """Fill the table from edge to edge, and leave the reason out where there is no room to read it."""
        if self._model is None:
            return
        known, why = CheckedRowsModel.KNOWN, CheckedRowsModel.WHY
        self.table.setColumnWidth(CheckedRowsModel.RESULT, self._whole(CheckedRowsModel.RESULT))
        whole = self._whole(known)
        room = self.table.viewport().width() - sum(map(self.table.columnWidth, range(known))) - whole
        is_short = room < scaled(READABLE)
        self.table.setColumnHidden(why, is_short)
        header, mode = self.table.horizontalHeader(), QHeaderView.ResizeMode
        header.setSectionResizeMode(why, mode.Stretch)
        header.setSectionResizeMode(known, mode.Stretch if is_short else mode.Interactive)
        if not is_short:
            self.table.setColumnWidth(known, whole)

    def _whole(self, place: int) -> int:
        """Return how wide a column is that shows its words whole."""
        hint = max(self.table.sizeHintForColumn(place), self.table.horizontalHeader().sectionSizeHint(place))
        return hint + 2 * SPACE

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Find: a name, a number, a town…"))
        self.search.setAccessibleName(self.tr("Find rows"))
        self.table.setAccessibleName(self.tr("The rows of the list"))
        self.nothing.setText(self.tr("No such rows."))
        self.same.put(self.tr("The same customer|S"))
        self.apart.put(self.tr("A new customer|N"))
        self.take_over.put(self.tr("Update the register|U"))
        self.became_customer.put(self.tr("This became a customer|B"))
        self._shown = None

    def put(self, checked: CheckedList, analysis: Analysis, outcome: Outcome) -> None:
        """Show a list; another one from what needs an eye first, the same one where the user was."""
        before, shown = self._model, self._shown
        if before is not None and before.checked is checked and shown is not None and shown[1] is outcome:
            return
        is_other = before is None or before.checked.register is not checked.register
        self._shown = (analysis, outcome)
        self._model = CheckedRowsModel(checked, analysis, outcome)
        line = self.table.currentIndex().row()
        if is_other:
            self._start_over(checked)
        self._name_filters(checked)
        self.table.setModel(self._model)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._tell_pair())
        self._filter(max(line, 0))
        if is_other:
            fit(self.table, self._model)
            self._share_width()
        if before is not None:
            before.deleteLater()

    @property
    def current(self) -> GateRow | None:
        line = self.table.currentIndex().row()
        return self._model.shown[line] if self._model is not None and 0 <= line < len(self._model.shown) else None

    def _start_over(self, checked: CheckedList) -> None:
        first = next((place for place, (verdict, *_) in enumerate(CHOICES) if checked.counts[verdict]), 0)
        self.filters[first].setChecked(True)
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)

    def _name_filters(self, checked: CheckedList) -> None:
        names = (
            self.tr("Perhaps there"),
            self.tr("New details"),
            self.tr("Needs fixing"),
            self.tr("Marketing opt-out"),
            self.tr("New"),
            self.tr("Known company"),
            self.tr("In the register"),
            self.tr("All"),
        )
        for made, name, verdicts in zip(self.filters, names, CHOICES, strict=True):
            count = sum(checked.counts[verdict] for verdict in verdicts)
            made.setText(f"{name} {texts.number(count)}")
            made.setVisible(count > 0 or made.isChecked())

    def _filter(self, line: int = 0) -> None:
        if self._model is None:
            return
        self._model.show_of(CHOICES[self._group.checkedId()], self._found(self._model.checked.register))
        some = bool(self._model.shown)
        if some:
            self.table.selectRow(min(line, len(self._model.shown) - 1))
        self.nothing.setVisible(not some)
        self._tell_pair()
        self._share_width()

    def _found(self, register: Register) -> np.typing.NDArray[np.bool_]:
        """Tell of each row of the list whether it holds what is searched for."""
        if not self.search.text().strip():
            return np.ones(len(register), dtype=bool)
        if self._searched is None or self._searched[0] is not register:
            self._searched = (register, RowSearch(register))
        return self._searched[1].rows_with(self.search.text(), SavedCells(Outcome(register, {}, {}, ())))

    def _tell_pair(self) -> None:
        current = self.current
        self.pair.setVisible(current is not None)
        self.verdicts.setVisible(current is not None)
        if current is None or self._model is None or self._shown is None:
            return
        is_known = current.known is not None
        self.same.setEnabled(is_known and current.verdict is not GateVerdict.ALREADY_THERE)
        self.apart.setEnabled(current.verdict is not GateVerdict.NEW)
        self.take_over.setVisible(current.verdict is GateVerdict.CHANGED)
        checked = self._model.checked
        is_coming = current.verdict in ENTERING and current.record not in checked.added(self._shown[1])
        self.became_customer.setVisible(checked.are_leads and is_coming)
        self.pair.put(self._model.checked, current, *self._shown)

    def _say(self, verdict: GateVerdict) -> None:
        if self.current is not None:
            self.said.emit(RecordId(self.current.record), verdict)

    def _become(self) -> None:
        if self.current is not None:
            self.became.emit(self.current.record)

    def _take_over(self) -> None:
        if self.current is not None:
            self.taken_over.emit(self.current)
