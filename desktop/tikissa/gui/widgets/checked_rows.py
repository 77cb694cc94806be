"""A checked list to look through: which rows the register has, each side by side with it, and the user's own word."""

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QTableView, QVBoxLayout, QWidget

from tikissa.app.checked_list import CheckedList, CheckedRow, Standing
from tikissa.gui import texts
from tikissa.gui.models.checked_rows_model import CheckedRowsModel
from tikissa.gui.models.row_search import RowSearch
from tikissa.gui.models.saved_cells import SavedCells
from tikissa.gui.theme import SPACE
from tikissa.gui.widgets.building_blocks import button, column, label, row
from tikissa.gui.widgets.flow_layout import FlowLayout
from tikissa.gui.widgets.key_button import KeyButton
from tikissa.gui.widgets.pair_view import PairView
from tikissa.gui.widgets.tables import dress, fit
from tikissa.model.analysis import Analysis
from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId
from tikissa.model.register import Register

EVERY = tuple(Standing)
CHOICES = ((Standing.PERHAPS,), (Standing.KNOWN,), (Standing.NEW,), EVERY)
"""What may be shown: what needs an eye first."""


class CheckedRows(QWidget):
    """`said` comes with a record of the list and the user's word on it."""

    said = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.filters = tuple(button() for _ in CHOICES)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.table = QTableView()
        self.pair = PairView()
        self.same = KeyButton("", lambda: self._say(Standing.KNOWN))
        self.apart = KeyButton("", lambda: self._say(Standing.NEW))
        self.nothing = label("quiet")
        self._group = QButtonGroup(self)
        self._model: CheckedRowsModel | None = None
        self._searched: tuple[Register, RowSearch] | None = None
        self._shown: tuple[Analysis, Outcome] | None = None
        dress(self.table)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        for place, made in enumerate(self.filters):
            made.setCheckable(True)
            self._group.addButton(made, place)
        self._group.idClicked.connect(lambda _: self._filter())
        self.search.textChanged.connect(lambda _: self._filter())
        self.search.returnPressed.connect(self.table.setFocus)
        self.setLayout(self._body())
        self.setFocusProxy(self.table)

    def _body(self) -> QVBoxLayout:
        top = row(*self.filters, self.search)
        top.setStretch(len(self.filters), 1)
        verdicts = FlowLayout(self.same, self.apart)
        side = column(self.pair, self.nothing, verdicts)
        side.setStretch(0, 1)
        sides = row(self.table, side, space=2 * SPACE)
        sides.setStretch(0, 6)
        sides.setStretch(1, 5)
        return column(top, sides)

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Find: a name, a number, a town…"))
        self.search.setAccessibleName(self.tr("Find rows"))
        self.table.setAccessibleName(self.tr("The rows of the list"))
        self.nothing.setText(self.tr("No such rows."))
        self.same.put(self.tr("The same customer|S"))
        self.apart.put(self.tr("A new customer|N"))
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
        self._name_filters(checked)
        if is_other:
            self._start_over(checked)
        self.table.setModel(self._model)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._tell_pair())
        self._filter(max(line, 0))
        if is_other:
            fit(self.table, self._model)
            self.table.horizontalHeader().setStretchLastSection(True)
        if before is not None:
            before.deleteLater()

    @property
    def current(self) -> CheckedRow | None:
        line = self.table.currentIndex().row()
        return self._model.shown[line] if self._model is not None and 0 <= line < len(self._model.shown) else None

    def _start_over(self, checked: CheckedList) -> None:
        first = next((place for place, (standing, *_) in enumerate(CHOICES) if checked.counts[standing]), 0)
        self.filters[first].setChecked(True)
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)

    def _name_filters(self, checked: CheckedList) -> None:
        names = (self.tr("Perhaps"), self.tr("In the register"), self.tr("New"), self.tr("All"))
        for made, name, standings in zip(self.filters, names, CHOICES, strict=True):
            made.setText(f"{name} {texts.number(sum(checked.counts[standing] for standing in standings))}")

    def _filter(self, line: int = 0) -> None:
        if self._model is None:
            return
        self._model.show_of(CHOICES[self._group.checkedId()], self._found(self._model.checked.register))
        some = bool(self._model.shown)
        if some:
            self.table.selectRow(min(line, len(self._model.shown) - 1))
        self.nothing.setVisible(not some)
        self._tell_pair()

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
        self.same.setEnabled(current is not None and current.known is not None)
        self.apart.setEnabled(current is not None and current.known is not None)
        if current is not None and self._model is not None and self._shown is not None:
            self.pair.put(self._model.checked, current, *self._shown)

    def _say(self, standing: Standing) -> None:
        if self.current is not None:
            self.said.emit(RecordId(self.current.record), standing)
