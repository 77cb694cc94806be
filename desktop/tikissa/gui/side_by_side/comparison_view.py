"""The side-by-side comparison under keys and mouse: move the dot, take a row out, type a result of your own."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from tikissa.gui.elements.theme import SPACE, scaled
from tikissa.gui.side_by_side.comparison_delegate import ComparisonDelegate
from tikissa.gui.side_by_side.comparison_model import ComparisonModel
from tikissa.gui.side_by_side.group_comparison import ComparedField
from tikissa.gui.side_by_side.result_view import ResultView
from tikissa.model.record import RecordId

NARROWEST = 16 * SPACE
"""Pixels at a text size of 100 %."""

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ComparisonView(QTableView):
    """`chosen`: keep this record's value in a field · `taken_out`: this row is not the same customer ·
    `opened`: show the row among all rows · `proposed`: Enter · `stepped`: another group, -1 or 1."""

    chosen = Signal(object, int)
    taken_out = Signal(int)
    opened = Signal(int)
    proposed = Signal()
    stepped = Signal(int)
    moved = Signal()

    def __init__(self, result: ResultView) -> None:
        super().__init__()
        self.result = result
        result.follow(self)
        self.setItemDelegate(ComparisonDelegate(self))
        self.setShowGrid(False)
        self.setProperty("look", "plain")
        self.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(20 * SPACE)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            header.setHighlightSections(False)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(SPACE)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionDoubleClicked.connect(self._open)
        self.clicked.connect(self._choose)

    def put(self, model: ComparisonModel) -> None:
        """Show a group; the first line that differs gets the cursor."""
        previous = self.model()
        self.setModel(model)
        if previous is not None:
            previous.deleteLater()
        for place in range(model.columnCount()):
            self.setColumnHidden(place, model.is_result(place))
        self.result.show_last_of(self)
        self._share_width()
        comparison = model.comparison
        first = next((place for place, entry in enumerate(comparison.fields) if comparison.differs(entry)), 0)
        self.setCurrentIndex(model.index(first, self._kept_place(model, first)))
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())

    @property
    def field(self) -> ComparedField | None:
        """Return the field the cursor is on."""
        current = self.currentIndex()
        return self._group.comparison.fields[current.row()] if current.isValid() else None

    @property
    def record(self) -> RecordId | None:
        """Return the record the cursor is on."""
        current = self.currentIndex()
        return self._group.record(current.column()) if current.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._move_dot(_STEPS[key])
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.stepped.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.proposed.emit()
        elif key == Qt.Key.Key_F2:
            self.result.edit_line(self.currentIndex().row())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take_out()
        elif key == Qt.Key.Key_Space:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    @property
    def _group(self) -> ComparisonModel:
        model = self.model()
        assert isinstance(model, ComparisonModel)
        return model

    def _share_width(self) -> None:
        """Give every column the same width, every line its height; many rows side by side scroll, none is squeezed."""
        if self.model() is None:
            return
        rows = self.model().columnCount() - 1
        whole = self.viewport().width() + self.result.width()
        narrowest = scaled(NARROWEST)
        self.result.set_width(max(whole // (rows + 1), narrowest))
        width = max((whole - self.result.width()) // rows, narrowest)
        self._show_bar(needed=width * rows > whole - self.result.width())
        for place in range(rows):
            self.setColumnWidth(place, width)
        for line in range(self.model().rowCount()):
            height = max(self.sizeHintForRow(line), self.result.sizeHintForRow(line))
            self.setRowHeight(line, height)
            self.result.setRowHeight(line, height)

    def _show_bar(self, needed: bool) -> None:
        """Show a bar below only where the rows need it. Left to Qt, it takes its room from the last line, a bar beside
        comes for that line, and the two keep each other there."""
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAlwaysOn if needed else policy.ScrollBarAlwaysOff)

    def _kept_place(self, model: ComparisonModel, line: int) -> int:
        entry = model.comparison.fields[line]
        records = model.comparison.records
        return next((place for place, record in enumerate(records) if model.comparison.keeps(entry, record)), 0)

    def _move_dot(self, step: int) -> None:
        current = self.currentIndex()
        places = [place for place, record in enumerate(self._group.comparison.records) if self._is_in(record)]
        ahead = [place for place in places if (place - current.column()) * step > 0]
        if current.isValid() and ahead:
            target = self._group.index(current.row(), min(ahead, key=lambda place: abs(place - current.column())))
            self.setCurrentIndex(target)
            self._choose(target)

    def _is_in(self, record: RecordId) -> bool:
        return record not in self._group.comparison.left_out

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        record = self._group.record(index.column())
        entry = self._group.comparison.fields[index.row()]
        if record is not None and self._group.comparison.differs(entry) and self._is_in(record):
            self.chosen.emit(entry, record)

    def _take_out(self) -> None:
        if self.record is not None:
            self.taken_out.emit(self.record)

    def _open(self, place: int) -> None:
        record = self._group.record(place)
        if record is not None:
            self.opened.emit(record)
