"""After saving: what was proven, the way to the files, and what comes next."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QDate, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QWidget

from tikissa.app.month.round import RoundDone, title_code
from tikissa.app.registers import MONTHS_TO_NEXT_CHECK
from tikissa.gui.common.measuring import measuring
from tikissa.gui.common.page import Page
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.sure_dialog import is_sure
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.elements.building_blocks import button, column, framed, icon_label, label, row
from tikissa.gui.elements.page_layout import NARROW, page_layout
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.gui.save.before_after_picture import BeforeAfterPicture
from tikissa.gui.save.row_arithmetic import row_sentence
from tikissa.gui.save.take_away_lists import TakeAwayLists
from tikissa.model.outcome import Outcome


class DonePage(Page):
    key = "done"
    rail_key = "save"

    forget_logs_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(model, runner)
        self.heading = label("title")
        self.arithmetic = label("lead")
        self.original, self.verified, self.kept = (label() for _ in range(3))
        self.files_title = label("emphasis")
        self.cleaned = label()
        self.added = label()
        self.log = label()
        self.folder = label("quiet")
        self.notes = label("quiet")
        self.next_check = label()
        self.personal = label("quiet")
        self.open_file = button(look="primary", clicked=self._open_file)
        self.open_folder = button(clicked=self._open_folder)
        self.picture = BeforeAfterPicture()
        self.picture.print.clicked.connect(self.print_wanted)
        self._pictured: Outcome | None = None
        self.lists = TakeAwayLists(model, runner)
        self.month, self.month_rows = label("emphasis"), label()
        self.next_title, self.next_file, self.next_work = label("emphasis"), label(), label()
        self.delete_log = button(clicked=self._ask_to_delete)
        self.go_on = button(look="link", clicked=lambda: self.visit.emit("overview"))
        ticks = QGridLayout()
        ticks.setHorizontalSpacing(SPACE)
        ticks.setVerticalSpacing(SPACE // 2)
        ticks.setColumnStretch(1, 1)
        for place, proof in enumerate((self.original, self.verified, self.kept)):
            ticks.addWidget(icon_label("check", "good", 20), place, 0)
            ticks.addWidget(proof, place, 1)
        opening = row(self.open_file, self.open_folder, None)
        files = column(self.files_title, self.cleaned, self.added, self.log, self.folder, self.notes, opening, ticks)
        deleting = row(self.personal, self.delete_log, space=2 * SPACE)
        deleting.setStretch(0, 1)
        body = column(
            column(self.month, self.month_rows, space=SPACE),
            _card(files),
            self.picture,
            self.lists,
            _card(column(self.next_title, self.next_file, self.next_work, self.next_check)),
            _card(deleting),
            None,
            space=2 * SPACE,
        )
        self.setLayout(page_layout(self.heading, self.arithmetic, body, (self.go_on, None), NARROW))

    def title(self) -> str:
        return self.tr("Done")

    def is_offered(self) -> bool:
        return self.model.written is not None

    def take_focus(self) -> None:
        self.open_file.setFocus()

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Done"))
        self.original.setText(self.tr("The original is unchanged"))
        self.verified.setText(self.tr("The saved file was checked by reading it again"))
        self.kept.setText(self.tr("Your choices are kept and not asked again next time unless the data changes"))
        self.files_title.setText(self.tr("Your files"))
        self.open_file.setText(self.tr("Open the cleaned file"))
        self.open_folder.setText(self.tr("Open the folder"))
        self.picture.retranslate()
        self.lists.retranslate()
        self.next_title.setText(self.tr("What to do next"))
        self.next_file.setText(
            self.tr("Use the cleaned file from now on. Keep the original until you have seen that everything is right.")
        )
        self.personal.setText(
            self.tr("The change log holds your customers’ details. Delete it when you need it no more.")
        )
        self.delete_log.setText(self.tr("Delete the change log"))
        self.go_on.setText(self.tr("Back to the overview"))
        months = texts.day(_months_on(date.today(), MONTHS_TO_NEXT_CHECK))
        self.next_check.setText(
            self.tr("A register goes out of date all the time. The next check is worth doing around {0}.").format(
                months
            )
        )

    def refresh(self) -> None:
        written = self.model.written
        if written is None:
            return
        session = self.model.current
        logs = [log for log in written.audit_logs if log.exists()]
        self.arithmetic.setText(row_sentence(session.summary))
        self.cleaned.setText(self.tr("Cleaned file: {0}").format(written.cleaned.name))
        self.added.setText(
            self.tr("Archived and merged rows: {0}").format(", ".join(path.name for path in written.added_files))
        )
        self.added.setVisible(bool(written.added_files))
        self.notes.setText("\n".join(texts.say(note.code, *note.arguments) for note in written.notes))
        self.notes.setVisible(bool(written.notes))
        self.log.setText(self.tr("Change log: {0}").format(", ".join(log.name for log in logs)))
        self.log.setVisible(bool(logs))
        self.folder.setText(self.tr("In the folder {0}").format(written.cleaned.parent))
        self._show_month()
        self._measure()
        self.delete_log.setEnabled(bool(logs))
        self.lists.refresh()
        open_work = self.model.current.work.count
        self.next_work.setText(
            self.tr("%Ln suggestions are still open. You can go on with them now or later.", "", open_work)
        )
        self.next_work.setVisible(open_work > 0)

    def _measure(self) -> None:
        """Work out, beside the window, what cleaning has changed."""
        session = self.model.current
        if self._pictured is session.outcome:
            return
        self._pictured = session.outcome
        self.picture.hide()
        task = self.runner.task(measuring(session), quiet=True)
        task.finished.connect(self.picture.show_measures)
        task.start()

    def _show_month(self) -> None:
        """Say what came since last month and what the round accepted, where it was one."""
        done = self.model.month
        for shown in (self.month, self.month_rows):
            shown.setVisible(done is not None)
        if done is not None:
            accepted = self.tr("%Ln suggestions were accepted as before.", "", sum(done.kinds.accepted.values()))
            named = ", ".join(texts.heading(title_code(code)) for code in done.kinds.accepted)
            self.month.setText(f"{accepted} {named}".strip())
            self.month_rows.setText("\n".join(_what_came(done)))

    def _open_file(self) -> None:
        if self.model.written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.model.written.cleaned)))

    def _open_folder(self) -> None:
        if self.model.written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.model.written.cleaned.parent)))

    def _ask_to_delete(self) -> None:
        question = self.tr("Delete the change log? Without it a single change cannot be traced or taken back later.")
        if is_sure(self, question, self.tr("Delete the change log")):
            self.forget_logs_wanted.emit()


def _what_came(done: RoundDone) -> Iterator[str]:
    """Yield how many rows are new, changed and gone, and what the new ones are to the register."""
    if done.changes is not None and done.newcomers is not None:
        since = map(len, (done.changes.new, done.changes.changed, done.changes.gone))
        yield texts.say("month.rows", *map(texts.number, since))
        came = done.newcomers.perhaps_there, done.newcomers.to_fix
        yield texts.say("month.newcomers", *map(texts.number, came))


def _card(content: QLayout | QWidget) -> QFrame:
    return framed(column(content, margin=2 * SPACE))


def _months_on(day: date, months: int) -> date:
    """Return the same day some months later, or the last one that month has."""
    month = QDate(day.year, day.month, day.day).addMonths(months)
    return date(month.year(), month.month(), month.day())
