"""Looks a list through beside the open register, as a task; what comes of it is handed to the session."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import Task, TaskRunner, Work
from tikissa.model.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tikissa.app.checked_list import CheckedList
    from tikissa.app.list_notes import ListNote
    from tikissa.app.session import Session
    from tikissa.model.analysis import Analysis
    from tikissa.model.decision import Decision, DecisionLog, ExcludeItem
    from tikissa.model.erasure import Erasure
    from tikissa.model.outcome import Outcome
    from tikissa.model.register import Reading, Register


class ListCheck(QObject):
    """`checked` comes when there are answers to show, `failed` with what kept them from coming."""

    checked = Signal()
    failed = Signal(object)

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(model)
        self._model = model
        self._runner = runner
        self.path: Path | None = None
        """The list that was asked for last."""
        self.waiting: Path | None = None
        """A list to be checked as soon as its register has been looked through."""
        self._reading: Reading | None = None
        self._password: str | None = None

    def start(
        self,
        path: Path,
        password: str | None = None,
        reading: "Reading | None" = None,
        words: "DecisionLog | None" = None,
    ) -> None:
        """Check a list; a `reading` that is given takes the place of the one that is remembered."""
        from tikissa.app.list_notes import list_notes

        self.path, self._password, self._reading = path, password, reading
        session = self._model.current

        def take(checked: "CheckedList") -> None:
            if self._model.session is session:
                self._model.take_checked(checked)
                self.checked.emit()

        outcome, erasures = session.outcome, session.erasures
        outcome = replace(outcome, exclusions=_kept_out(session))
        work = _checking(path, password, reading, session.analysis, list_notes(session), outcome, erasures, words)
        self._run(work, take)

    def check(self, register: "Register") -> None:
        """Check rows that were read already."""
        session = self._model.current
        settings = replace(session.analysis.settings, meanings={})
        added, erasures, analysis = session.outcome.added, session.erasures, session.analysis
        excluded = _kept_out(session)

        def work(progress: Progress) -> object:
            from tikissa.app.checked_list import check_list

            return check_list(
                register, analysis, settings, progress, added=added, erasures=erasures, exclusions=excluded
            )

        def take(checked: "CheckedList") -> None:
            if self._model.session is session:
                self._model.take_checked(checked)
                self.checked.emit()

        self._run(work, take)

    def read_again(self, reading: "Reading") -> None:
        """Check the same list read in another way."""
        if self._model.checked is not None:
            self.start(self._model.checked.register.source.path, self._password, reading)

    def heed(self, word: "Decision") -> None:
        """Check the same list with one more word of the user's on its columns."""
        if (checked := self._model.checked) is not None:
            words = checked.words.append(word)
            self.start(checked.register.source.path, self._password, checked.reading, words)

    def with_password(self, password: str) -> None:
        """Check the list that was asked for last, now that its password is known."""
        if self.path is not None:
            self.start(self.path, password, self._reading)

    def write_answers(self, target: Path, chosen_language: str, then: Callable[[Path, int], object]) -> None:
        """Write the whole list with its answers, and go on with the file when it is there, and with how many of its
        texts look like formulas."""
        session, checked = self._model.current, self._model.checked
        assert checked is not None
        outcome, schema = session.outcome, session.analysis.schema

        def work(progress: Progress) -> object:
            from tikissa.app.checked_list_file import write_answers

            return write_answers(checked.beside(outcome), outcome, schema, chosen_language, target, progress)

        self._run(work, partial(then, target))

    def write_new_rows(self, target: Path, then: Callable[[Path, int], object]) -> None:
        """Write the rows that are new to the register, and go on as `write_answers` does."""
        checked = self._model.checked
        assert checked is not None

        def work(progress: Progress) -> object:
            from tikissa.app.checked_list_file import write_new_rows

            return write_new_rows(checked, target, progress)

        self._run(work, partial(then, target))

    def write_leads(self, target: Path, chosen_language: str, then: Callable[[Path, int], object]) -> None:
        """Write the leads that are new, with their source and dates, and go on as `write_answers` does."""
        checked, today = self._model.checked, self._model.current.analysis.settings.today
        assert checked is not None

        def work(progress: Progress) -> object:
            from tikissa.app.leads import write_leads

            return write_leads(checked, target, today, chosen_language, progress)

        self._run(work, partial(then, target))

    def _run(self, work: Work, finished: Callable[..., object]) -> Task:
        task = self._runner.task(work)
        task.finished.connect(finished)
        task.failed.connect(self.failed)
        task.start()
        return task


def _kept_out(session: "Session") -> "tuple[ExcludeItem, ...]":
    """Return whom no list brings in unseen: the exclusion list, and who opted out, in the register or not."""
    from tikissa.app.contact_memory import refusals, remembered

    return (*session.outcome.exclusions, *refusals(remembered(session)))


def _checking(
    path: Path,
    password: str | None,
    reading: "Reading | None",
    analysis: "Analysis",
    notes: "Mapping[str, ListNote]",
    outcome: "Outcome",
    erasures: "Sequence[Erasure]",
    words: "DecisionLog | None",
) -> Work:
    """Return the work that checks a list as it was read before, with what was said of its rows then."""
    settings = replace(analysis.settings, meanings={})

    def work(progress: Progress) -> object:
        from tikissa.app.checked_list import NOTHING_SAID, check_list
        from tikissa.files.reader import read
        from tikissa.model.register import Reading

        register = read(path, reading or Reading(), password, progress)
        note = notes.get(register.source.sha256)
        wanted = reading or (note.reading if note is not None else Reading())
        if reading is None and wanted != Reading():
            register = read(path, wanted, password, progress)
        of_columns = words if words is not None else note.words if note is not None else NOTHING_SAID
        said = note.said if note is not None and note.reading == wanted else {}
        added, excluded, columns = outcome.added, outcome.exclusions, bool(outcome.columns)
        return check_list(
            register, analysis, settings, progress, wanted, said, added, erasures, excluded, columns, of_columns
        )

    return work
