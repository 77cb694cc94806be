"""Asks whether the file was read right, with the first rows in sight, and only what is unsure about its columns."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout

from tikissa.gui.common.page import Page
from tikissa.gui.common.permission_card import PermissionCard
from tikissa.gui.common.problem_dialog import show_problem
from tikissa.gui.common.reading_choices import ReadingChoices
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.common.workflow import previewing
from tikissa.gui.elements.building_blocks import button, clear, column, framed, label, row
from tikissa.gui.elements.page_layout import page_layout
from tikissa.gui.elements.table_look import dress, fit
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.gui.read_back.meaning_card import MeaningCard
from tikissa.gui.read_back.meaning_header import MeaningHeader
from tikissa.gui.read_back.meaning_picker import MeaningPicker
from tikissa.gui.read_back.passive_choice import PassiveChoice
from tikissa.gui.read_back.reading_preview import ReadingPreview
from tikissa.model.finding import Severity
from tikissa.model.permission import Correction, Subject
from tikissa.model.register import Reading, Register, Source
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.presentation.telling_cells import Place, Telling, examples, telling_cells

WIDE = 200 * SPACE
"""The page is a table more than a text."""
IN_SIGHT = 12
"""Rows among which the telling cells are looked for."""
MOST_VALUES = 6
"""Values of a column on permission that are shown to be explained."""
FEWEST = 6
"""Rows in sight at least, be the window low or the texts large."""


class ReadBackPage(Page):
    key = "read_back"
    rail_key = "start"
    needs_session = False

    confirmed = Signal(object)
    """The register is read right and may be analysed; carries the Reading the user chose, None where it was right."""
    without_wanted = Signal(object)
    """The same, without the choices that could be brought along."""
    another_wanted = Signal()

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(model, runner)
        self._reading: Reading | None = None
        self._previewed: Register | None = None
        """The first rows as they are when read in the way the user chose."""
        self._shown: Register | None = None
        self._schema = Schema(())
        self._telling: Mapping[Telling, Place] = {}
        self.facts = label("title")
        self.question = label("lead")
        self.warned, self.noted = label("caution"), label("quiet")
        self.table = QTableView()
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.headers = MeaningHeader(self.table)
        self.table.setHorizontalHeader(self.headers)
        dress(self.table)
        self.headers.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.headers.sectionClicked.connect(self._open_picker)
        self.table.verticalHeader().show()
        self.legend, self.doubtful = label("quiet"), label("quiet")
        self.folded = button(look="link", clicked=self._unfold)
        self._explained: str | None = None
        """The column on permission whose values the user wants to explain."""
        self.newer = label()
        self.without = button(clicked=lambda: self.without_wanted.emit(self._reading))
        self.choices = ReadingChoices()
        self.choices.hide()
        self.choices.chosen.connect(self._preview)
        self.questions_title = label("title")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(2 * SPACE)
        self.passive = PassiveChoice()
        self.passive.chosen.connect(self._change_period)
        self.another = button(look="link", clicked=self.another_wanted.emit)
        self.change = button(clicked=self._show_choices)
        self.go_on = button(look="primary", clicked=lambda: self.confirmed.emit(self._reading))
        self._lay_out()

    def _lay_out(self) -> None:
        offer = row(self.newer, self.without, space=2 * SPACE, margin=SPACE)
        offer.setStretch(0, 1)
        self.offer = framed(offer, "notice")
        questions = column(self.questions_title, self._cards, self.passive, space=2 * SPACE)
        told = column(self.warned, self.noted, space=SPACE // 2)
        below = row(self.legend, self.folded, space=2 * SPACE)
        below.setStretch(0, 1)
        body = column(
            self.offer, self.choices, told, self.table, below, self.doubtful, questions, None, space=2 * SPACE
        )
        body.setStretch(body.indexOf(self.table), 10)
        actions = (self.another, None, self.change, self.go_on)
        self.setLayout(page_layout(self.facts, self.question, body, actions, WIDE))

    def title(self) -> str:
        return self.tr("File")

    def take_focus(self) -> None:
        self.go_on.setFocus()

    def retranslate(self) -> None:
        self._tell_legend()
        self.questions_title.setText(self.tr("Only these are unsure"))
        self.another.setText(self.tr("Another file"))
        self.change.setText(self.tr("Change…"))
        self.without.setText(self.tr("Continue without them"))
        self._name_main_button()
        self.table.setAccessibleName(self.tr("The first rows of the register"))
        self.choices.retranslate()
        self.passive.retranslate()

    def refresh(self) -> None:
        if self.model.session is None:
            return
        register = self.model.current.register
        if self._previewed is not None:
            self._show_preview(self._previewed)
        else:
            self.choices.show_source(register.source)
            self._show(register)
        self._show_offer()
        self.passive.show_months(self.model.current.settings(date.today()).passive_after_months)

    def _name_main_button(self) -> None:
        brings = self.model.earlier is not None
        self.go_on.setText(self.tr("Yes, bring my choices along") if brings else self.tr("Yes, continue"))

    def _show_offer(self) -> None:
        """Say that this is a newer version of a register that was worked on: its choices come along unless refused."""
        earlier = self.model.earlier
        self.offer.setVisible(earlier is not None and not self.model.is_analysed)
        self._name_main_button()
        if earlier is not None:
            words = self.tr(
                "This looks like a newer version of {0}, which you last worked on {1}. "
                "Your choices on it hold here where nothing has changed."
            )
            self.newer.setText(words.format(Path(earlier.path).name, texts.day(earlier.opened_at.date())))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reading = self._previewed = None
        self.choices.hide()
        self._explained = None

    def _show(self, register: Register) -> None:
        """Show the facts, the first rows and the questions of a register as it was read."""
        if register is not self._shown:
            self._show_rows(register)
        source = register.source
        rows = self.tr("Read %Ln rows", "", len(register))
        columns = self.tr("and %Ln columns.", "", len(register.columns))
        self.facts.setText(f"{rows} {columns}")
        self.question.setText((self._place(source) + " " + self.tr("Does this look right?")).strip())
        self._tell_findings(register)
        self._follow_rows()
        self._ask(register)

    def _tell_findings(self, register: Register) -> None:
        """Say what the file as a whole is like: what was left out of it, what was read along."""
        from tikissa.schema.kinds.kind import told_of_kind

        of_cells = (finding for finding in register.findings if finding.record is None)
        about_file = [*told_of_kind(register, self._schema), *of_cells]
        for words, sign, severities in (
            (self.warned, "! ", (Severity.ERROR, Severity.WARNING)),
            (self.noted, "", (Severity.NOTE,)),
        ):
            told = [texts.say(one.code, *one.arguments) for one in about_file if one.severity in severities]
            words.setText("\n".join(sign + sentence for sentence in told))
            words.setVisible(bool(told))

    def _show_rows(self, register: Register) -> None:
        """Show the first rows; a page that is only refreshed keeps them, since fitting columns holds the window up."""
        from tikissa.schema.detect import detect

        self._shown, self._schema = register, detect(register)
        self._telling = telling_cells(register, self._schema, IN_SIGHT)
        self.table.setModel(ReadingPreview(register, frozenset(self._telling.values()), self._schema))
        self._tell_legend()
        fit(self.table, self.table.model())
        self._fold()

    def _fold(self) -> None:
        """Hide the columns in which no row holds anything, and say so."""
        columns = self._shown.cells if self._shown is not None else ()
        empty = {place for place, cells in enumerate(columns) if not any(cells.texts)}
        hidden = empty if len(empty) < len(columns) else set()
        for place in range(len(columns)):
            self.table.setColumnHidden(place, place in hidden)
        self.folded.setText(self.tr("Show %Ln empty column(s)", "", len(hidden)))
        self.folded.setVisible(bool(hidden))

    def _unfold(self) -> None:
        for place in range(self.table.model().columnCount()):
            self.table.setColumnHidden(place, False)
        self.folded.hide()

    def _open_picker(self, place: int) -> None:
        """Let the user say what a column holds, under its header."""
        if self._shown is None:
            return
        entry = self._schema.columns[place]
        answers = self.model.current.settings(date.today()).meanings
        chosen = answers.get(entry.column, entry.meaning if entry.sure else None)
        picker = MeaningPicker(self, entry.column, chosen, _speaks_of_permission(entry))
        picker.picked.connect(self._answer)
        picker.explained.connect(self._explain)
        left = self.headers.sectionViewportPosition(place)
        picker.open_under(self.headers.viewport().mapToGlobal(QPoint(left, self.headers.height())), picker.search)

    def _explain(self, column_name: str) -> None:
        self._explained = column_name
        if self._shown is not None:
            self._ask(self._shown)

    def _tell_legend(self) -> None:
        """Name what is picked out, and only that."""
        words = {
            Telling.LETTERS: self.tr("the letters å, ä and ö"),
            Telling.POSTAL_CODE: self.tr("a postal code"),
            Telling.DATE: self.tr("a date"),
        }
        told = ", ".join(words[what] for what in self._telling)
        self.legend.setText(self.tr("Picked out for the eye: {0}. Is that right?").format(told))
        self.legend.setVisible(bool(told))

    def _follow_rows(self) -> None:
        """Keep a few rows in sight, and let the table be as high as its rows where there is room."""
        row_height = self.table.verticalHeader().defaultSectionSize()
        around = (
            self.table.horizontalHeader().sizeHint().height() + self.table.horizontalScrollBar().sizeHint().height()
        )
        self.table.setMinimumHeight(FEWEST * row_height + around)
        self.table.setMaximumHeight(max(FEWEST, self.table.model().rowCount()) * row_height + around + 2)

    def _place(self, source: Source) -> str:
        if not source.sheets:
            return self.tr("Headers on row {0}.").format(source.header_row) if source.header_row else ""
        headers = (
            self.tr("headers on row {0}.").format(source.header_row) if source.header_row else self.tr("no headers.")
        )
        return self.tr("Sheet “{0}”,").format(source.sheet) + " " + headers

    def _ask(self, register: Register) -> None:
        settings = self.model.current.settings(date.today())
        answers = settings.meanings
        clear(self._cards)
        asked = [entry for entry in self._schema.columns if not entry.sure or self._is_being_changed(entry)]
        for entry in asked:
            card: MeaningCard | PermissionCard
            if entry.permission is not None:
                values = examples(register, entry.column, count=MOST_VALUES)
                card = PermissionCard(entry.permission, values, answers, settings.corrections.get(entry.column))
                card.corrected.connect(self._correct)
            else:
                card = MeaningCard(entry, examples(register, entry.column, entry.meaning), answers)
            card.answered.connect(self._answer)
            self._cards.addWidget(card)
        self.questions_title.setVisible(not all(entry.sure for entry in asked))
        self._tell_doubtful(answers)
        preview = self.table.model()
        assert isinstance(preview, ReadingPreview)
        preview.take_answers(answers)

    def _tell_doubtful(self, answers: Mapping[str, Meaning | None]) -> None:
        """Name the columns of yes, no or marks that nothing explains: one of them may say whom not to contact."""
        named = [entry.column for entry in self._schema.columns if entry.may_forbid and entry.column not in answers]
        words = self.tr(
            "No list heeds these columns, since it is not known what their yes, no or mark says: {0}. "
            "If one tells whom you may not contact, give it its meaning under its header above."
        )
        self.doubtful.setText(words.format(", ".join(named)))
        self.doubtful.setVisible(bool(named))

    def _answer(self, column_name: str, meaning: Meaning | None) -> None:
        self.model.decide(self.model.decider.meaning(column_name, meaning))

    def _correct(self, column_name: str, correction: Correction) -> None:
        self.model.decide(self.model.decider.permission(column_name, correction))

    def _is_being_changed(self, entry: ColumnMeaning) -> bool:
        """Tell whether a column on permission is shown because the user wants to change what was recognised."""
        return _speaks_of_permission(entry) and (self.choices.isVisibleTo(self) or entry.column == self._explained)

    def _change_period(self, months: int) -> None:
        self.model.change_settings({"passive_after_months": str(months)})

    def _show_choices(self) -> None:
        shown = not self.choices.isVisible()
        self.choices.setVisible(shown)
        if self._shown is not None:
            self._ask(self._shown)
        if shown:
            self.choices.setFocus()

    def _preview(self, reading: Reading) -> None:
        self._reading = reading
        task = self.runner.task(previewing(self.model.current.path, reading, self.model.password))
        task.finished.connect(self._show_preview)
        task.failed.connect(lambda problem: show_problem(self, problem))
        task.start()

    def _show_preview(self, register: Register) -> None:
        self._previewed = register
        self.choices.show_source(register.source)
        self._show(register)
        self.facts.setText(self.tr("The first rows, read in this way"))


def _speaks_of_permission(entry: ColumnMeaning) -> bool:
    return entry.permission is not None and entry.permission.subject not in (Subject.WORDS, Subject.NAME)
