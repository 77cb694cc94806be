"""The table of all rows with its search, its order and what is known of the row the cursor is on."""

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QMenu, QSizePolicy, QTableView, QWidget

from tikissa.gui.common.row_facts import RowFacts
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.elements import theme
from tikissa.gui.elements.building_blocks import button, column, label, row, scrolled
from tikissa.gui.elements.table_look import dress, fit
from tikissa.gui.elements.theme import SPACE, scaled
from tikissa.gui.language import texts
from tikissa.gui.rows.register_model import ROW, RegisterModel
from tikissa.gui.rows.rows_finder import RowsFinder
from tikissa.gui.rows.scope_box import RowChoice, ScopeBox
from tikissa.gui.rows.value_filter import ValueFilter
from tikissa.model.analysis import Analysis
from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId
from tikissa.model.schema import NO_SCHEMA, Schema
from tikissa.presentation.column_values import column_values
from tikissa.presentation.record_names import name_columns
from tikissa.presentation.row_order import Order
from tikissa.presentation.row_view import BY_ROW, Found, RowQuery, Scope, rows_of
from tikissa.review.queue import OpenWork

TYPING_PAUSE = 80
"""Milliseconds after the last letter before rows are searched."""


SEARCH_WIDTH = 35 * SPACE
"""Pixels kept for what is typed, however large the texts beside it are."""

SHORTEST_SCOPE = 8
"""Letters of the chosen scope that are always seen."""

NAME_WIDTH = 24 * SPACE
"""Pixels of the names kept in sight at a text size of 100 %."""

FACTS_LINES = 5
"""Lines of what is known of a row that are seen at once; more are scrolled to."""


class RowBrowser(QWidget):
    """`edited`: record, column, the text before and after · `selected`: other rows are selected."""

    edited = Signal(int, str, str, str)
    selected = Signal()

    def __init__(self, runner: TaskRunner) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(SEARCH_WIDTH)
        self.scope = ScopeBox()
        self.count = label("quiet", wraps=False)
        self.filter = button(clicked=self._open_filter)
        self.unfilter = button(look="link", clicked=self._clear_filters)
        self.table = QTableView()
        self.facts: QLabel = label("quiet")
        self._model: RegisterModel | None = None
        self._analysis: Analysis | None = None
        self._outcome: Outcome | None = None
        self._facts: RowFacts | None = None
        self._query = RowQuery()
        self._shown: RowQuery | None = None
        self._wanted: tuple[RecordId, str | None] | None = None
        self._finder = RowsFinder(runner)
        self._pause = QTimer(self)
        self._counted: tuple[int, int] | None = None
        self._lay_out()
        self._connect()

    def put(self, analysis: Analysis, outcome: Outcome, work: OpenWork) -> None:
        """Show what the decisions so far make of the register."""
        self._facts = RowFacts(analysis, outcome, work)
        if outcome is not self._outcome:
            previous, self._analysis = self._analysis, analysis
            self._outcome = outcome
            if previous is None or previous.register is not analysis.register:
                self._start_over()
            if previous is not analysis:
                self.scope.retranslate(analysis)
            self._find()

    def _start_over(self) -> None:
        """Forget what was searched for in another register, and how it was sorted."""
        header = self.table.horizontalHeader()
        header.blockSignals(True)
        header.setSortIndicator(ROW, Qt.SortOrder.AscendingOrder)
        header.blockSignals(False)
        self._query = RowQuery()
        self._tell_filters()
        self.scope.setCurrentIndex(0)
        self._clear_search()

    def _clear_search(self) -> None:
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)

    def show_record(self, record: RecordId, column_name: str | None) -> None:
        """Put the cursor on a row, whatever was searched for before."""
        leaving = self._outcome is not None and not self._outcome.stays(record)
        scope = Scope.LEAVING if leaving else Scope.STAYING
        self._wanted = (record, column_name)
        self.scope.pick(scope)
        self._show_all(scope, None)

    def show_records(self, records: tuple[RecordId, ...], words: str, column_name: str | None) -> None:
        """Show some rows only, in their order, whatever was searched for before; `words` say which they are."""
        self.scope.offer(words, records)
        self._wanted = (records[0], column_name) if records else None
        self._query = replace(self._query, sort=None, descending=False)
        self.table.horizontalHeader().blockSignals(True)
        self.table.horizontalHeader().setSortIndicator(ROW if _is_by_row(records) else -1, Qt.SortOrder.AscendingOrder)
        self.table.horizontalHeader().blockSignals(False)
        self._show_all(Scope.STAYING, records)

    def _show_all(self, scope: Scope, only: tuple[RecordId, ...] | None) -> None:
        self._query = replace(self._query, words="", scope=scope, only=only, filters=())
        self._tell_filters()
        self._clear_search()
        self._find()

    @property
    def is_waiting(self) -> bool:
        """Return whether something was typed that has not been searched for yet."""
        return self._pause.isActive()

    @property
    def records(self) -> tuple[RecordId, ...]:
        """Return the selected rows' records, in the order shown; a row added from a list is none yet."""
        if self._model is None or self._outcome is None:
            return ()
        rows = map(self._model.record, sorted(self.table.selectionModel().selectedRows()))
        return tuple(record for record in rows if record < len(self._outcome.register))

    @property
    def current(self) -> RecordId | None:
        index = self.table.currentIndex()
        return self._model.record(index) if self._model is not None and index.isValid() else None

    def edit(self) -> None:
        """Open the cell under the cursor for typing; beside a row's number, its first cell."""
        current = self.table.currentIndex()
        if current.isValid() and current.column() == ROW:
            current = current.siblingAtColumn(ROW + 1)
            self.table.setCurrentIndex(current)
        self.table.edit(current)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._model is not None:
            self._model.mark = change_mark()

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Find: a name, a number, a town…"))
        self.search.setAccessibleName(self.tr("Find rows"))
        self.table.setAccessibleName(self.tr("All rows"))
        self.scope.retranslate(self._analysis)
        self._tell_filters()
        self._tell_count()
        self._tell_facts()

    def _lay_out(self) -> None:
        dress(self.table, editable=True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.horizontalHeader().setSectionsClickable(True)
        self.table.horizontalHeader().setSortIndicatorShown(True)
        names = self.table.verticalHeader()
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        names.setTextElideMode(Qt.TextElideMode.ElideRight)
        names.setHighlightSections(False)
        names.setSectionsClickable(True)
        self.table.setCornerButtonEnabled(False)
        self.table.horizontalHeader().setSortIndicator(ROW, Qt.SortOrder.AscendingOrder)
        top = row(self.search, self.scope, self.filter, self.unfilter, self.count, space=2 * SPACE)
        top.setStretch(0, 1)
        self.scope.setMinimumContentsLength(SHORTEST_SCOPE)
        self.scope.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        told = scrolled(column(self.facts, None))
        line = self.facts.fontMetrics().lineSpacing()
        told.setMinimumHeight(FACTS_LINES * line)
        told.setMaximumHeight(FACTS_LINES * line)
        told.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = column(top, self.table, told)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE)
        self._pause.timeout.connect(lambda: self._ask(replace(self._query, words=self.search.text())))
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self.table.setFocus)
        self.scope.chosen.connect(self._take_choice)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._sort)
        self.table.horizontalScrollBar().valueChanged.connect(self._keep_name_in_sight)
        self._finder.first.connect(self._show_first)
        self._finder.found.connect(self._show)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)
        QShortcut(QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Down), self, self._open_filter)
        header = self.table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_column_menu)

    def _keep_name_in_sight(self) -> None:
        """Say beside each row whose it is as long as the name itself is scrolled out of sight."""
        columns = [] if self._outcome is None else [*name_columns(self._schema)]
        header = self.table.horizontalHeader()
        places = [self._outcome.register.column(name).index + 1 for name in columns if self._outcome is not None]
        is_out = bool(places) and min(map(header.sectionViewportPosition, places)) < 0
        if self.table.verticalHeader().isHidden() is is_out:
            self.table.verticalHeader().setFixedWidth(scaled(NAME_WIDTH))
            self.table.verticalHeader().setVisible(is_out)

    @property
    def value_filter(self) -> ValueFilter | None:
        """Return the list of contents that is open."""
        return next((found for found in self.findChildren(ValueFilter) if found.isVisible()), None)

    def _open_filter(self) -> None:
        """Let the user choose which contents of the column under the cursor are shown."""
        index = self.table.currentIndex()
        place = max(index.column() - 1, 0) if index.isValid() else 0
        if self._outcome is None:
            return
        others = tuple(entry for entry in self._query.filters if entry[0] != place)
        records = rows_of(
            self._outcome,
            replace(self._query, words="", filters=others),
            self._finder.search_of(self._outcome.register),
        ).rows
        meaning = self._schema.meaning_of(self._outcome.register.columns[place].name)
        chosen = dict(self._query.filters).get(place)
        opened = ValueFilter(self, column_values(self._outcome, place, records, meaning), chosen)
        opened.taken.connect(lambda contents: self._take_filter(place, contents))
        header = self.table.horizontalHeader()
        left = header.sectionViewportPosition(place + 1)
        opened.open_under(header.viewport().mapToGlobal(QPoint(left, header.height())), opened.search)

    def _take_filter(self, place: int, contents: frozenset[str] | None) -> None:
        others = tuple(entry for entry in self._query.filters if entry[0] != place)
        self._ask(replace(self._query, filters=others if contents is None else (*others, (place, contents))))
        self._tell_filters()

    def _clear_filters(self) -> None:
        self._ask(replace(self._query, filters=()))
        self._tell_filters()

    def _tell_filters(self) -> None:
        """Say which columns are filtered, and offer to show all rows again."""
        self.filter.setText(self.tr("Filter the column…"))
        self.filter.setToolTip(self.tr("Choose which contents of the column under the cursor are shown (Alt+↓)"))
        columns = self._outcome.register.columns if self._outcome is not None else ()
        names = ", ".join(columns[place].name for place, _ in self._query.filters if place < len(columns))
        self.unfilter.setText(self.tr("Filtered: {0} ✕").format(names))
        self.unfilter.setAccessibleName(self.tr("Show all rows, not only those filtered by {0}").format(names))
        self.unfilter.setVisible(bool(self._query.filters))

    def _open_column_menu(self, place: QPoint) -> None:
        """Offer what can be done to a column: filter it, hide it, show those that were hidden."""
        header = self.table.horizontalHeader()
        section = header.logicalIndexAt(place)
        menu = QMenu(self)
        if section > ROW and self._model is not None and self._model.rowCount():
            line = max(self.table.currentIndex().row(), 0)
            self.table.setCurrentIndex(self._model.index(line, section))
            menu.addAction(self.tr("Filter the column…"), self._open_filter)
            menu.addAction(self.tr("Hide the column"), lambda: self.table.setColumnHidden(section, True))
        hidden = [one for one in range(header.count()) if self.table.isColumnHidden(one)]
        if hidden:
            menu.addAction(self.tr("Show %Ln hidden column(s)", "", len(hidden)), self._show_columns)
        menu.popup(header.viewport().mapToGlobal(place))

    def _show_columns(self) -> None:
        for place in range(self.table.horizontalHeader().count()):
            self.table.setColumnHidden(place, False)

    def _sort(self, place: int, order: Qt.SortOrder) -> None:
        by = BY_ROW if place == ROW else place - 1
        self._ask(replace(self._query, sort=by, descending=order is Qt.SortOrder.DescendingOrder))

    def _take_choice(self, choice: RowChoice) -> None:
        self._ask(replace(self._query, scope=choice.scope, only=choice.only))

    def _ask(self, query: RowQuery) -> None:
        if query != self._query:
            self._query = query
            self._find()

    def _find(self) -> None:
        if self._outcome is not None:
            self._finder.find(self._outcome, self._query)

    def _show_first(self, found: Found) -> None:
        """Show the first rows of an answer that is still being worked out."""
        self._show(found)
        self.count.setText(self.tr("{0} of {1} rows").format("…", texts.number(_count(found.outcome))))

    def _show(self, found: Found) -> None:
        outcome, order = found.outcome, found.rows
        asked, self._wanted = self._wanted, None
        wanted = asked or self._under_cursor()
        line = self.table.currentIndex().row() if found.query == self._shown else 0
        self._shown = found.query
        scrolled = self.table.verticalScrollBar().value()
        if self._model is None or self._outcome is None or not self._same_columns(outcome):
            self._make_model(outcome, order)
        else:
            self._model.show(outcome, order, self._schema)
        self._counted = (len(order), _count(outcome))
        self._tell_count()
        self.table.verticalScrollBar().setValue(scrolled)
        hint = QAbstractItemView.ScrollHint
        self._put_cursor(wanted, max(line, 0), hint.PositionAtCenter if asked else hint.EnsureVisible)
        self._tell_facts()
        self.selected.emit()

    def _tell_count(self) -> None:
        if self._counted is not None:
            self.count.setText(self.tr("{0} of {1} rows").format(*map(texts.number, self._counted)))

    def _same_columns(self, outcome: Outcome) -> bool:
        return self._model is not None and self._model.columns == outcome.register.columns

    def _make_model(self, outcome: Outcome, order: Order) -> None:
        self._model = RegisterModel(outcome, order, theme.color, change_mark(), self._schema)
        self._model.edited.connect(self.edited)
        self.table.setModel(self._model)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._tell_facts())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.selected.emit())
        fit(self.table, self._model)

    @property
    def _schema(self) -> Schema:
        return NO_SCHEMA if self._analysis is None else self._analysis.schema

    def _under_cursor(self) -> tuple[RecordId, str | None] | None:
        index = self.table.currentIndex()
        if self._model is None or not index.isValid():
            return None
        return self._model.record(index), self._model.column_name(index)

    def _put_cursor(
        self, wanted: tuple[RecordId, str | None] | None, line: int, hint: QAbstractItemView.ScrollHint
    ) -> None:
        """Put the cursor on a record, or on a line where it is gone: on the next row after one that was archived."""
        if self._model is None or not self._model.rowCount():
            return
        found = self._model.line_of(wanted[0]) if wanted else None
        place = self._model.place_of(wanted[1]) if wanted and wanted[1] else ROW
        index = self._model.index(min(line, self._model.rowCount() - 1) if found is None else found, place)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, flags)
        if wanted and found is not None:
            self.table.scrollTo(index, hint)

    def _tell_facts(self) -> None:
        record = self.current
        if record is None:
            self.facts.setText(self.tr("No such rows.") if self._counted is not None and not self._counted[0] else "")
        elif self._facts is not None:
            self.facts.setText("\n".join((self._facts.name(record), *self._facts.sentences(record))))


def _count(outcome: Outcome) -> int:
    return len(outcome.register) + len(outcome.added)


def _is_by_row(records: tuple[RecordId, ...]) -> bool:
    return all(first < second for first, second in pairwise(records))


def change_mark() -> QIcon:
    """Return the sign of a changed cell: a dot, so that the colour is not the only sign."""
    drawn = QPixmap(SPACE, SPACE)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.color("good"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(1, 1, SPACE - 2, SPACE - 2)
    painter.end()
    return QIcon(drawn)
