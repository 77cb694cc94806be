"""A list looked at beside the register: what each of its rows is to it, and what becomes of them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QStackedWidget, QWidget

from tikissa.analysis.gate import GateRow
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.app.checked_list import OPEN, CheckedList, taking_over
from tikissa.app.gate_acceptance import TAKEN_OVER, Edits, newer_details, source_column, with_source
from tikissa.app.gate_columns import cells_of_added, columns_to_add, new_cells
from tikissa.app.leads import on_stale_rows
from tikissa.app.list_notes import last_list
from tikissa.app.targets import home_folder
from tikissa.gui.common.empty_state import EmptyState
from tikissa.gui.common.meaning_names import meaning_name
from tikissa.gui.common.page import Page
from tikissa.gui.common.reading_choices import ReadingChoices
from tikissa.gui.common.saved_notice import SavedNotice
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.elements.building_blocks import button, column, heading_row, label, scrolled
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.key_button import KeyButton
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.gate.checked_rows import CheckedRows
from tikissa.gui.gate.list_columns import ListColumns
from tikissa.gui.gate.newer_details_button import NewerDetails
from tikissa.model.finding import Reason
from tikissa.model.kind_of_file import FileKind
from tikissa.model.outcome import Outcome
from tikissa.model.permission import Correction
from tikissa.model.proposal import AddRow
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning

HINTED_FROM = 32
"""Lines of text the page is high before it spares one for hints."""

COMPARED = (
    Meaning.WHOLE_NAME,
    Meaning.COMPANY,
    Meaning.BUSINESS_ID,
    Meaning.DATE_OF_BIRTH,
    Meaning.EMAIL,
    Meaning.PHONE,
    Meaning.STREET,
    Meaning.POSTAL_CODE,
    Meaning.TOWN,
)
"""What tells customers apart; worth naming where both files have it."""


class ListCheckPage(Page):
    key = "list_check"
    rail_key = "list_check"
    icon_name = "search"

    list_wanted = Signal()
    """A list is to be chosen."""
    last_wanted = Signal(Path)
    """The list that was checked before is to be checked again."""
    word_said = Signal(object)
    """The user has said what a column of the list means; carries the Decision."""
    reading_wanted = Signal(object)
    """The list is to be read in another way; carries the Reading."""
    answers_wanted = Signal(Path)
    """The whole list with its answers is to be written here."""
    new_rows_wanted = Signal(Path)
    leads_wanted = Signal(Path)
    """The leads that are new are to be written here, with their source and dates."""

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(model, runner)
        self._outgrown: CheckedList | None = None
        self._beside: tuple[CheckedList, Outcome, CheckedList] | None = None
        self.heading, self.lead, self.compared = label("title"), label("lead"), label("quiet")
        self.change = button(look="link", clicked=lambda: self.choices.setVisible(self.choices.isHidden()))
        self.choices = ReadingChoices()
        self.choices.hide()
        self.choices.chosen.connect(self.reading_wanted)
        self.notice = SavedNotice(model)
        self.columns = ListColumns()
        self.columns.answered.connect(self._answer)
        self.columns.corrected.connect(self._correct)
        self.rows = CheckedRows()
        self.add = KeyButton("primary", self._add)
        self.add_companies = KeyButton("", self._add_companies)
        self.keep_source = QCheckBox()
        self.newer = NewerDetails()
        self.newer.chosen.connect(self._take_newer)
        self.add_columns = KeyButton("", self._add_columns)
        self.take_new = KeyButton("", self._ask_for_new)
        self.take_all = KeyButton("", self._ask_for_all)
        self.customers = button(look="link", clicked=self._call_customers)
        self.another = button(look="link", clicked=self.list_wanted.emit)
        actions = column(
            FlowLayout(
                *(self.add, self.add_companies, self.add_columns, self.newer, self.take_new, self.take_all),
                *(self.keep_source, self.customers, self.another),
            )
        )
        actions.setContentsMargins(3 * SPACE, SPACE, 3 * SPACE, 2 * SPACE)
        top = heading_row(self.heading, self.change)
        layout = column(top, self.lead, self.compared, self.choices, self.columns, self.notice, self.rows)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 0)
        layout.setStretch(6, 1)
        self.list = QWidget()
        self.list.setLayout(column(scrolled(layout), actions, space=0))
        self.again = button(clicked=self._check_again)
        self.empty = EmptyState(model, self.list_wanted.emit, "search", self.again)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        self.setLayout(column(self.stack, space=0))
        self.rows.said.connect(self._say)
        self.rows.taken_over.connect(self._take_over)
        self.rows.became.connect(self._become)

    def title(self) -> str:
        return self.tr("Check of a list")

    def is_offered(self) -> bool:
        return self.model.checked is not None or self._last() is not None

    def left(self) -> int | None:
        checked = self._checked()
        return sum(checked.counts[verdict] for verdict in OPEN) if checked is not None else None

    def is_done(self) -> bool:
        return self.left() == 0

    def take_focus(self) -> None:
        waiting = self.again if self._last() is not None else self.empty.onward
        (self.rows.table if self.model.checked is not None else waiting).setFocus()

    def retranslate(self) -> None:
        self.add.put(self.tr("Add the new rows to the register|A"))
        self.customers.setText(self.tr("These are customers"))
        self.take_all.put(self.tr("Save the whole list with the answers…|W"))
        self.another.setText(self.tr("Another list…"))
        self.change.setText(self.tr("Was the list read wrongly?"))
        self.empty.put(
            self.tr("Which customers on a list do you already have?"),
            self.tr(
                "Choose a list, from a fair or a web shop for instance, or drop it on the window. Each of its rows is "
                "looked for in your register. Neither file is changed."
            ),
            self.tr("Choose a list…"),
        )
        self.choices.retranslate()
        self.notice.retranslate()
        self.rows.retranslate()
        self.refresh()

    def refresh(self) -> None:
        checked = self._checked()
        self.stack.setCurrentIndex(0 if checked is not None else 1)
        if checked is None:
            last = self._last()
            self.again.setVisible(last is not None)
            self.again.setText(self.tr("Go on with {0}").format(last.name if last is not None else ""))
            return
        session = self.model.current
        self._follow_columns(checked, session.outcome)
        self.heading.setText(self.tr("{0} beside your register").format(checked.register.source.path.name))
        self.lead.setText(self._counts(checked, session.outcome))
        self.compared.setText(self._compared(checked))
        self.choices.show_source(checked.register.source)
        self._follow_height()
        adding = len(checked.to_add(session.outcome))
        self.add.put(self.tr("Add %Ln new rows to the register|A", "", adding))
        self.add.setVisible(adding > 0)
        companies = len(checked.to_add(session.outcome, GateVerdict.KNOWN_COMPANY))
        self.add_companies.put(self.tr("Add %Ln new contacts or branches of known companies|C", "", companies))
        self.add_companies.setVisible(companies > 0)
        fresher = on_stale_rows(checked.rows, session.analysis) if checked.are_leads else checked.rows
        self.newer.put(newer_details(fresher, session.outcome, session.analysis.schema))
        self.customers.setVisible(checked.are_leads)
        column = source_column(session.analysis.schema)
        self.keep_source.setVisible(column is not None)
        self.keep_source.setText(self.tr("Write where the rows came from in the column {0}").format(column or ""))
        leads, new = self.tr("Save the new ones as a list of their own…|T"), self.tr("Save the new rows…|T")
        self.take_new.put(leads if checked.are_leads else new)
        missing = columns_to_add(checked.gate, session.outcome)
        self.add_columns.put(self.tr("Add to the register as columns: {0}|O").format(", ".join(missing)))
        self.add_columns.setVisible(bool(missing))
        self.take_new.setEnabled(checked.counts[GateVerdict.NEW] > 0)
        self.columns.put(checked)
        self.notice.refresh()
        self.rows.put(checked, session.analysis, session.outcome)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.choices.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_height()

    def _follow_height(self) -> None:
        """Leave the room to the rows where texts are large: what is said here can be seen from the rows too."""
        self.compared.setVisible(self.height() > HINTED_FROM * self.fontMetrics().lineSpacing())

    def _follow_columns(self, checked: CheckedList, outcome: Outcome) -> None:
        """Have the list looked at once more where the register has got room for its columns, or has it no longer."""
        if checked.with_columns != bool(outcome.columns) and self._outgrown is not self.model.checked:
            self._outgrown = self.model.checked
            self.reading_wanted.emit(checked.reading)

    def _checked(self) -> CheckedList | None:
        """Return the list as it is beside the register as it stands now, worked out once for each."""
        checked = self.model.checked
        if checked is None:
            return None
        outcome = self.model.current.outcome
        if self._beside is None or self._beside[0] is not checked or self._beside[1] is not outcome:
            self._beside = (checked, outcome, checked.beside(outcome))
        return self._beside[2]

    def _last(self) -> Path | None:
        return last_list(self.model.current) if self.model.is_analysed else None

    def _check_again(self) -> None:
        if (last := self._last()) is not None:
            self.last_wanted.emit(last)

    def _counts(self, checked: CheckedList, outcome: Outcome) -> str:
        """Return how many rows there are, how many wait for a word, and what has been done to the files."""
        rows = self.tr("%Ln rows on the list", "", len(checked.rows))
        open_rows = self.left() or 0
        waiting = self.tr("%Ln of them wait for your word", "", open_rows) if open_rows else ""
        added = len(checked.added(outcome))
        done = (
            self.tr("%Ln new rows will be added when you save.", "", added)
            if added
            else self.tr("Neither file has been changed.")
        )
        counted = ", ".join(filter(None, (rows, waiting)))
        leads = self.tr("This looks like a bought or collected list: nothing on it is added to the customers.")
        return f"{leads} {counted}. {done}" if checked.are_leads else f"{counted}. {done}"

    def _compared(self, checked: CheckedList) -> str:
        """Say by which fields the two were compared, so that a field that was not understood is noticed."""
        sides = (self.model.current.analysis.schema, checked.schema)
        new, known = ({_known_as(entry.meaning) for entry in side.columns} for side in sides)
        names = ", ".join(_within(meaning_name(meaning)) for meaning in COMPARED if meaning in new & known)
        if not names:
            return self.tr("The files have no field in common.")
        return self.tr("Compared by: {0}").format(names)

    def _say(self, record: int, verdict: GateVerdict) -> None:
        if self.model.checked is not None:
            self.model.take_checked(self.model.checked.say(RecordId(record), verdict))

    def _take_over(self, of: GateRow) -> None:
        session = self.model.current
        if (checked := self.model.checked) is None:
            return
        changes = taking_over(of, session.outcome)
        reason = Reason(TAKEN_OVER, (checked.register.source.path.name,))
        self.model.decide(self.model.decider.edited_cells(session.analysis.keys, changes, reason))
        self.notice.tell()

    def _add(self) -> None:
        self._add_rows(GateVerdict.NEW)

    def _add_companies(self) -> None:
        self._add_rows(GateVerdict.KNOWN_COMPANY)

    def _answer(self, column_name: str, meaning: Meaning | None) -> None:
        self.word_said.emit(self.model.decider.meaning(column_name, meaning))

    def _correct(self, column_name: str, correction: Correction) -> None:
        self.word_said.emit(self.model.decider.permission(column_name, correction))

    def _add_columns(self) -> None:
        """Put the list's columns on contacting customers behind the register's own, and look at the list once more."""
        session = self.model.current
        if (checked := self._checked()) is not None:
            missing = columns_to_add(checked.gate, session.outcome)
            cells = new_cells(checked.gate, missing, session.analysis.keys, session.outcome)
            self.model.decide(self.model.decider.new_cells(cells))
            self.notice.tell()

    def _take_newer(self, edits: Edits) -> None:
        """Take in all newer details of one kind as one choice."""
        session = self.model.current
        if (checked := self.model.checked) is not None:
            reason = Reason(TAKEN_OVER, (checked.register.source.path.name,))
            self.model.decide(self.model.decider.edited_cells(session.analysis.keys, edits, reason))
            self.notice.tell()

    def _add_rows(self, verdict: GateVerdict) -> None:
        checked = self._checked()
        if checked is not None and (rows := checked.to_add(self.model.current.outcome, verdict)):
            self._take_in(checked, rows)

    def _take_in(self, checked: CheckedList, rows: Sequence[AddRow]) -> None:
        """Take rows into the register, with what they say in the list's columns that have been added to it, and where
        they came from if that is wished."""
        settings, schema = self.model.current.analysis.settings, self.model.current.analysis.schema
        if self.keep_source.isVisibleTo(self) and self.keep_source.isChecked():
            rows = tuple(with_source(rows, schema, settings.today))
        headings = {column.heading for column in self.model.current.outcome.columns}
        cells = cells_of_added(checked.gate, rows, headings)
        self.model.decide(self.model.decider.added_rows(rows, cells))
        self.notice.tell()

    def _become(self, record: int) -> None:
        """Take one lead into the register: it has become a customer."""
        if (checked := self.model.checked) is not None:
            self._take_in(checked, (checked.additions[RecordId(record)],))

    def _call_customers(self) -> None:
        if self.model.checked is not None:
            self.model.take_checked(replace(self.model.checked, kind=FileKind.CUSTOMERS))

    def _ask_for_new(self) -> None:
        if self.model.checked is not None and self.model.checked.are_leads:
            self._ask(self.tr("Save the new ones"), self.tr("-leads.xlsx"), self.leads_wanted.emit)
            return
        self._ask(self.tr("Save the new rows"), self.tr("-new.xlsx"), self.new_rows_wanted.emit)

    def _ask_for_all(self) -> None:
        self._ask(self.tr("Save the list"), self.tr("-checked.xlsx"), self.answers_wanted.emit)

    def _ask(self, title: str, ending: str, write: Callable[[Path], object]) -> None:
        if self.model.checked is None:
            return
        source = self.model.checked.register.source.path
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        offered = home_folder(source, Path(documents)) / f"{source.stem}{ending}"
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(offered), "*.xlsx;;*.csv")
        if chosen:
            write(Path(chosen))


def _known_as(meaning: Meaning | None) -> Meaning | None:
    """Return one meaning for a name however it is parted."""
    return Meaning.WHOLE_NAME if meaning in (Meaning.GIVEN_NAME, Meaning.SURNAME) else meaning


def _within(name: str) -> str:
    """Return a name as it is written within a sentence: e-mail, but FO-nummer and Y-tunnus."""
    return name if name[1:2].isupper() or name.startswith("Y-") else name[:1].lower() + name[1:]
