"""Takes a register through the five verbs: each long one as a task, its result handed to the session.

What the verbs need is imported when they are first used, so that the window is up before the spreadsheet libraries.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal

from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import Task, TaskRunner, Work
from tikissa.gui.language.translation import language
from tikissa.model.problems import Problem, SessionProblem
from tikissa.model.progress import Progress
from tikissa.resources import resource

if TYPE_CHECKING:
    from tikissa.app.guide.guide_page import Line
    from tikissa.app.month.round import RoundDone
    from tikissa.app.returning import LastTime
    from tikissa.app.session import Session
    from tikissa.app.targets import Targets
    from tikissa.export.saving_options import IfUnsafe, Written
    from tikissa.model.outcome import Outcome
    from tikissa.model.record import RecordId
    from tikissa.model.register import Reading, Register
    from tikissa.model.schema import Schema
    from tikissa.review.carry_over import CarriedOver
    from tikissa.review.review import Review
    from tikissa.store.recent import RecentRegister

SAMPLE = ("demo", "asiakasrekisteri.xlsx")


@dataclass(frozen=True, slots=True)
class Saving:
    """What the user chose about saving."""

    targets: "Targets"
    if_unsafe: "IfUnsafe"
    keep_removed: bool
    on_read_version: bool = False
    """Save on the version of the file that was read, though the file has changed since."""
    repointed: frozenset[str] = frozenset()
    """Other sheets on which merged customer numbers are followed to the ones that stay."""
    with_activity: bool = False
    """Add a column that says how active each customer is."""
    with_bought: bool = False
    """Add columns that say what each customer bought by the lists joined to the register."""
    checked: frozenset[str] = frozenset()
    """Columns that check what is typed into them later."""
    with_guide: bool = False
    """Put the entry guide on a sheet of its own."""


class Workflow(QObject):
    """`read` comes when a register has been read and its session is open, `analysed` when there is work to show,
    `saved` when the files
    are written, `failed` with the exception when a step did not succeed; the session is then as it was before."""

    read = Signal()
    analysed = Signal()
    erased = Signal(object)
    saved = Signal()
    cancelled = Signal()
    failed = Signal(object)

    def __init__(self, model: SessionModel, runner: TaskRunner, preferences: PreferencesModel) -> None:
        super().__init__(model)
        self.model = model
        self.runner = runner
        self.preferences = preferences
        self.opening: Path | None = None
        """The file that was asked for last."""
        self._task: Task | None = None
        self._arriving: tuple[Path, Register] | None = None
        """What was read and has no session yet."""

    def open_sample(self) -> None:
        self.open_file(resource(*SAMPLE))

    def open_file(self, path: Path, password: str | None = None) -> None:
        """Read a file and open its session; the one that was open is closed when that has succeeded."""
        self.opening = path
        self._run(_reading(path, None, password), lambda register: self._open_session(path, register, password))

    def confirm(self, reading: "Reading | None") -> None:
        """Go on to the analysis; first read the register in another way where the user said so, and bring the choices
        along that were made on an earlier version of it."""
        then = self.analyse if self.model.earlier is None else self._bring_and_analyse
        if reading is None:
            then()
        else:
            self.read_again(reading, then)

    def go_on_without(self, reading: "Reading | None") -> None:
        """Go on to the analysis without the choices that could be brought along."""
        self.model.earlier = None
        self.model.current.go_on_without()
        self.confirm(reading)

    def _bring_and_analyse(self) -> None:
        self.bring_along(self.analyse)

    def read_again(self, reading: "Reading", then: Callable[[], None]) -> None:
        """Read the open register in another way, and go on when that has succeeded."""

        def take(register: "Register") -> None:
            session = self.model.current
            if session.reading != reading:
                session.change_reading(reading)
            session.take_register(register)
            self.model.changed.emit()
            then()

        self._run(_reading(self.model.current.path, reading, self.model.password), take)

    def analyse(self) -> None:
        """Find what there is to decide."""
        session = self.model.current
        preferences = self.preferences.current
        styles = preferences.phone_style, preferences.date_style
        settings = session.settings(date.today(), preferences.passive_after_months, *styles)
        register, judgements, log, erasures = session.register, session.judgements, session.log, session.erasures

        def work(progress: Progress) -> object:
            from tikissa.analysis.analyse import analyse
            from tikissa.app.company_check import with_open_registers
            from tikissa.app.erasing import with_come_back
            from tikissa.review.review import Review

            found = analyse(register, settings, judgements, progress)
            analysis = with_come_back(with_open_registers(found, progress), erasures)
            return Review(analysis, log, progress)

        def take(review: "Review") -> None:
            self.model.take_analysis(review.analysis, review)
            self.analysed.emit()
            self._make_ready(session, review)

        self._run(work, take)

    def _make_ready(self, session: "Session", review: "Review") -> None:
        """Have what a bulk decision comes to on disk made before anybody decides."""

        def work(progress: Progress) -> object:
            from tikissa.app.session import ready_texts

            return ready_texts(review.analysis, progress)

        task = self.runner.task(work, quiet=True)
        task.finished.connect(lambda ready: session.take_ready(review.analysis, ready))
        task.start()

    def erase(self, records: "tuple[RecordId, ...]") -> None:
        """Erase customers from the session for good, then look through what remains."""
        session = self.model.current
        erasing = session.erasing(records)

        def work(_progress: Progress) -> object:
            from tikissa.app.erasing import emptied

            return emptied(erasing)

        def take(copy: bytes | None) -> None:
            try:
                done = session.erase(erasing, copy)
            except Problem as problem:
                self.failed.emit(problem)
                return
            self.model.forget_saved()
            self.erased.emit(done)
            self.analyse()

        self._run(work, take)

    def save(self, saving: "Saving") -> None:
        """Write the cleaned file and the change log; both are checked by reading them again."""
        session, preferences = self.model.current, self.preferences.current
        outcome, analysis, chosen, mask_key = session.outcome, session.analysis, language(), session.mask_key
        content = session.source_content() if saving.on_read_version else None
        password, guide = self.model.password, _guide_of(session, chosen) if saving.with_guide else None

        def work(progress: Progress) -> object:
            from tikissa.app.activity_column import activity_column
            from tikissa.app.bought_columns import bought_columns
            from tikissa.app.exclusion_list import opt_out_columns
            from tikissa.app.targets import folder_made
            from tikissa.export.save.writer import write
            from tikissa.export.saving_options import RemovedRows, WriteOptions
            from tikissa.export.source_file import kept_copy
            from tikissa.lists.vanished_numbers import customer_numbers

            with folder_made(saving.targets), kept_copy(outcome.register.source, content) as copy:
                activity = (activity_column(analysis, chosen),) if saving.with_activity else ()
                known = analysis.settings.bought
                bought = bought_columns(known, analysis.register, chosen) if saving.with_bought else ()
                options = WriteOptions(
                    language=chosen,
                    if_unsafe=saving.if_unsafe,
                    removed_rows=RemovedRows.SHEET if saving.keep_removed else RemovedRows.LOG,
                    who=preferences.who,
                    original=copy,
                    mask_key=mask_key,
                    password=password,
                    numbers=customer_numbers(outcome, analysis.schema),
                    repointed=saving.repointed,
                    columns=(*activity, *bought, *opt_out_columns(outcome, analysis, chosen)),
                    meanings=analysis.schema.meanings,
                    checked=saving.checked,
                    page=guide() if guide is not None else (),
                    one_log=preferences.one_log,
                )
                return write(outcome, saving.targets.cleaned, saving.targets.audit_log, options, progress)

        def take(written: "Written") -> None:
            self.model.take_written(written)
            self.saved.emit()

        self._run(work, take)

    def do_month(self, path: Path) -> None:
        """Do a register's month off the window's thread, save beside it, and show what came of it.

        One that is open is closed first. Cancelled or failed, what was accepted by then is kept.
        """
        if self.model.session is not None and self.model.session.path.resolve() == path.resolve():
            self.model.close()
        self.opening, preferences, chosen = path, self.preferences.current, language()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

        def work(progress: Progress) -> object:
            from tikissa.app.folders import data_folder
            from tikissa.app.month.round import Saving, Wanted, whole_round
            from tikissa.app.targets import home_folder, targets_in
            from tikissa.export.saving_options import RemovedRows

            folder = Path(preferences.save_folder or home_folder(path, Path(documents)))
            removed = RemovedRows.SHEET if preferences.removed_rows_sheet else RemovedRows.LOG
            targets = targets_in(folder, path, preferences.safe_for_excel, language(), preferences.own_folder)
            wanted = Wanted(targets, Saving(chosen, removed_rows=removed, one_log=preferences.one_log), date.today())
            return whole_round(path, data_folder(), preferences, wanted, progress)

        def take(done: "RoundDone") -> None:
            self.model.take_month(done)
            self.analysed.emit()
            self._make_ready(done.session, done.session.review)
            if done.problem is not None:
                self.failed.emit(done.problem)

        self._run(work, take, unclaimed=lambda done: done.session.close())

    def delete_logs(self) -> None:
        """Delete the change logs of the last saving."""
        if self.model.written is not None:
            for log in self.model.written.audit_logs:
                log.unlink(missing_ok=True)
            self.model.changed.emit()

    def _open_session(self, path: Path, register: "Register", password: str | None) -> None:
        """Open the session as a task too: it keeps the whole file, on disk for sure, and may hold a long log.

        The session of a newer version is not made before there is something to put in it: a register that has none yet
        is asked about again, however this ends.
        """
        if self._is_open(path, register):
            self.model.close()
        self._arriving = path, register

        def work(_progress: Progress) -> object:
            from tikissa.app.folders import data_folder
            from tikissa.app.returning import last_time

            return last_time(path, register.source.sha256, data_folder())

        def take(last: "LastTime | None") -> None:
            if last is None:
                self._open_new(password)
            else:
                self._take_over(last, password)

        self._run(work, take)

    def _open_new(self, password: str | None, problem: Exception | None = None) -> None:
        """Open a session without choices of an earlier version, because of this problem where there was one."""
        assert self._arriving is not None
        path, register = self._arriving
        who = self.preferences.current.who

        def work(_progress: Progress) -> object:
            from tikissa.app.folders import data_folder
            from tikissa.app.returning import earlier_version
            from tikissa.app.session import Session

            earlier = earlier_version(register, path, data_folder()) if problem is None else None
            return Session(path, register, who=who), earlier

        def take(opened: "tuple[Session, RecentRegister | None]") -> None:
            session, earlier = opened
            self.model.open(session)
            self.model.password = password
            self.model.earlier = earlier
            self._read_as_chosen()
            if problem is not None:
                self.failed.emit(problem)

        self._run(work, take, unclaimed=lambda opened: opened[0].close())

    def _take_over(self, last: "LastTime", password: str | None) -> None:
        """Open a session with the choices made on an earlier version of the file in it."""
        assert self._arriving is not None
        path, register = self._arriving
        who = self.preferences.current.who

        def work(progress: Progress) -> object:
            from tikissa.app.returning import carry_from
            from tikissa.app.session import Forebear, Session

            try:
                carried = carry_from(last, register, password, progress)
            except Problem as problem:
                return problem
            session = Session(path, register, who=who)
            try:
                session.take_over(carried, last.visits, Forebear(last.session, len(last.log.events)))
            except BaseException:
                session.close()
                raise
            return session

        def take(made: "Session | Problem") -> None:
            if isinstance(made, Problem):
                self._open_new(password, _not_brought(made, last.name))
                return
            self.model.open(made)
            self.model.password = password
            self._read_as_chosen()

        self._run(work, take, unclaimed=_close_session)

    def bring_along(self, then: Callable[[], None]) -> None:
        """Take the choices made on the register that the open one is a newer version of, and go on."""
        earlier, self.model.earlier = self.model.earlier, None
        session, register, password = self.model.current, self.model.current.register, self.model.password

        def work(progress: Progress) -> object:
            from tikissa.app.folders import data_folder
            from tikissa.app.returning import carry_from, visit_to

            last = visit_to(earlier, data_folder()) if earlier is not None else None
            return (last, carry_from(last, register, password, progress) if last is not None else None)

        def take(brought: "tuple[LastTime | None, CarriedOver | None]") -> None:
            from tikissa.app.session import Forebear

            last, carried = brought
            if last is not None and carried is not None:
                session.take_over(carried, last.visits, Forebear(last.session, len(last.log.events)))
            self._read_as_chosen(then)

        def offer_again() -> None:
            self.model.earlier = earlier
            self.model.changed.emit()

        task = self._run(work, take)
        task.cancelled.connect(offer_again)

    def _is_open(self, path: Path, register: "Register") -> bool:
        """Tell whether this content or another version of this file is open: its session is needed now."""
        session = self.model.session
        if session is None:
            return False
        return session.register.source.sha256 == register.source.sha256 or session.path.resolve() == path.resolve()

    def _read_as_chosen(self, then: Callable[[], None] | None = None) -> None:
        """Read the file again where the user has said earlier how it is to be read."""
        from tikissa.model.register import Reading

        reading = self.model.current.reading
        if reading == Reading():
            (then or self.read.emit)()
        else:
            self.read_again(reading, then or self.read.emit)

    def _run(self, work: Work, finished: Callable[..., None], unclaimed: Callable[..., None] | None = None) -> Task:
        if self._task is not None:
            self._task.cancel()
        task = self.runner.task(work)
        task.finished.connect(finished)
        if unclaimed is not None:
            task.unclaimed.connect(unclaimed)
        task.failed.connect(self.failed)
        task.cancelled.connect(self.cancelled)
        task.ended.connect(lambda: self._forget(task))
        self._task = task
        task.start()
        return task

    def _forget(self, task: Task) -> None:
        if self._task is task:
            self._task = None


def _guide_of(session: "Session", chosen: str) -> "Callable[[], tuple[Line, ...]]":
    """Return what makes the lines of the entry guide, off the window's thread."""
    from tikissa.app.guide.guide_page import basis_of, guide_lines

    analysis, basis = session.analysis, basis_of(session)
    return lambda: tuple(guide_lines(analysis, chosen, *basis))


def _close_session(made: object) -> None:
    """Close what was made by work that was cancelled."""
    from tikissa.app.session import Session

    if isinstance(made, Session):
        made.close()


def _not_brought(problem: Problem, name: str) -> Problem:
    """Say that choices are kept though they could not be brought along; a password that is missing is asked for."""
    from tikissa.gui.common.password_dialog import needs_password

    return problem if needs_password(problem) else SessionProblem("session.choices_wait", name)


def _reading(path: Path, reading: "Reading | None", password: str | None) -> Work:
    def work(progress: Progress) -> object:
        from tikissa.files.reader import read
        from tikissa.model.register import Reading

        return read(path, reading or Reading(), password, progress)

    return work


def previewing(path: Path, reading: "Reading", password: str | None) -> Work:
    """Return the work that reads the first rows in another way."""

    def work(_progress: Progress) -> object:
        from tikissa.files.reader import preview

        return preview(path, reading, password)

    return work


def looking_for_obstacles(
    outcome: "Outcome", schema: "Schema", content: bytes | None = None, password: str | None = None
) -> Work:
    """Return the work that finds what cannot be done safely, before saving.

    Where the file is not as it was read, that is all it finds, unless it is given the `content` that was read.
    """

    def work(_progress: Progress) -> object:
        from tikissa.export.save.save_check import obstacles
        from tikissa.export.source_file import is_as_read, kept_copy
        from tikissa.lists.vanished_numbers import customer_numbers
        from tikissa.model.finding import Finding, Severity

        source = outcome.register.source
        severity = Severity.ERROR if content is None else Severity.NOTE
        changed = (
            () if is_as_read(source) else (Finding("save.changed_since", severity, arguments=(source.path.name,)),)
        )
        if changed and content is None:
            return changed
        with kept_copy(source, content) as copy:
            return *changed, *obstacles(outcome, copy, password, customer_numbers(outcome, schema))

    return work
