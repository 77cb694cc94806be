"""Your choices: everything decided, the newest first, and any of it taken back or put back alone."""

from itertools import islice

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QTableView, QVBoxLayout, QWidget

from tikissa.gui.common.decision_words import details, headline
from tikissa.gui.common.empty_state import EmptyState
from tikissa.gui.common.page import Page
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.elements.building_blocks import column, framed, heading_row, label, way_back
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.key_button import KeyButton
from tikissa.gui.elements.table_look import dress, fit
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.elements.whole_lines import WholeLines
from tikissa.gui.history.history_model import HistoryEntry, HistoryModel, history
from tikissa.gui.language import texts
from tikissa.review.later_choices import later_choices

MOST_DETAILS = 200
FEWEST_LINES, MOST_LINES = 3, 16
"""Of the details in sight at once; a quarter of the page where there is room."""


class HistoryPage(Page):
    key = "history"
    icon_name = "history"

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(model, runner)
        self.heading = label("title")
        self.back = way_back(self._go_back)
        self.lead = label("quiet")
        self.table = QTableView()
        self.what = label("emphasis")
        self.touched = label("")
        self.details = WholeLines(self.touched, MOST_LINES)
        self.take_back = KeyButton("", self._take_back)
        self.put_back = KeyButton("", self._put_back)
        self.empty = EmptyState(model, lambda: self.visit.emit("overview"), sign="history")
        self.entries: tuple[HistoryEntry, ...] = ()
        self._model: HistoryModel | None = None
        self.list = QWidget()
        self.list.setLayout(self._body())
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        self.setLayout(column(self.stack, space=0))
        self.setFocusProxy(self.table)

    def title(self) -> str:
        return self.tr("Your choices")

    def retranslate(self) -> None:
        self.heading.setText(self.title())
        self.back.setText(QCoreApplication.translate("RowsPage", "← Back to where you were"))
        self.lead.setText(self.tr("Any choice can be taken back alone, also later; the others stay as they are."))
        self.table.setAccessibleName(self.title())
        self.take_back.put(self.tr("Take this choice back|T"))
        self.put_back.put(self.tr("Put it back in force|B"))
        self.empty.put(
            self.tr("Nothing has been decided yet."),
            self.tr("What you accept, merge, edit or leave as is will be listed here."),
            self.tr("Go to the overview"),
        )
        self.entries = ()
        if self.model.is_analysed and self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        entries = history(self.model.current.log)
        if entries != self.entries:
            self._show(entries)
        self.stack.setCurrentWidget(self.list if entries else self.empty)

    def _body(self) -> QVBoxLayout:
        dress(self.table)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        known = framed(column(self.what, self.details, margin=2 * SPACE))
        buttons = FlowLayout(self.take_back, self.put_back)
        layout = column(
            heading_row(self.heading, self.back),
            self.lead,
            self.table,
            known,
            buttons,
            space=SPACE,
            margin=3 * SPACE,
        )
        layout.setStretch(2, 1)
        return layout

    def _show(self, entries: tuple[HistoryEntry, ...]) -> None:
        newest = {entry.number for made in (self.entries, entries) for entry in made[:1]}
        current = self.current if len(newest) == 1 else None  # a new choice is what one came for
        previous, self._model = self._model, HistoryModel(entries, self.model.current.analysis)
        self.entries = entries
        self.table.setModel(self._model)
        if previous is not None:
            previous.deleteLater()
        fit(self.table, self._model)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._tell_entry())
        numbers = [entry.number for entry in entries]
        self.table.selectRow(numbers.index(current.number) if current and current.number in numbers else 0)
        self._tell_entry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = event.size().height() // (4 * self.fontMetrics().lineSpacing())
        self.details.show_lines(min(max(fitting, FEWEST_LINES), MOST_LINES))

    @property
    def current(self) -> HistoryEntry | None:
        """Return the choice the cursor is on."""
        line = self.table.currentIndex().row()
        return self.entries[line] if 0 <= line < len(self.entries) else None

    def _tell_entry(self) -> None:
        entry = self.current
        self.take_back.setEnabled(entry is not None and entry.stands)
        self.put_back.setEnabled(entry is not None and not entry.stands)
        if entry is None:
            return
        analysis = self.model.current.analysis
        lines = list(islice(details(entry.decision, analysis), MOST_DETAILS + 1))
        if len(lines) > MOST_DETAILS:
            lines[MOST_DETAILS:] = [self.tr("… and more, all in the change log after saving")]
        self.what.setText(f"{texts.moment(entry.decision.when)} · {headline(entry.decision, analysis)}")
        self.touched.setText("\n".join([*self._later(entry), *lines]))

    def _later(self, entry: HistoryEntry) -> list[str]:
        """Say before a choice is taken back which later ones were made on top of it."""
        count = len(later_choices(self.model.current.log, entry.number)) if entry.stands else 0
        words = self.tr("%Ln later choices concern the same rows. They stay in force where they still fit.", "", count)
        return [f"! {words}"] if count else []

    def _go_back(self) -> None:
        """Lead back to where one came from; a saving is a thing of the past where a choice was changed since."""
        is_past = self.came_from == "done" and self.model.written is None
        self.visit.emit("overview" if is_past else self.came_from or "overview")

    def _take_back(self) -> None:
        if self.current is not None:
            self.model.take_back(self.current.number)

    def _put_back(self) -> None:
        if self.current is not None:
            self.model.put_back(self.current.number)
