"""The session as the window sees it: holds the one that is open and tells when it was opened or has changed."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tikissa.app.crash_log import step
from tikissa.model.problems import SessionProblem

if TYPE_CHECKING:
    from tikissa.app.checked_list import CheckedList
    from tikissa.app.contact_cards import ContactReport
    from tikissa.app.month.round import RoundDone
    from tikissa.app.session import Session
    from tikissa.export.saving_options import Written
    from tikissa.model.analysis import Analysis
    from tikissa.model.decision import Decision
    from tikissa.review.decided_groups import DecidedGroup
    from tikissa.review.decisions import Decider
    from tikissa.review.review import Review
    from tikissa.store.recent import RecentRegister


@dataclass(frozen=True, slots=True)
class Spotlight:
    """What another page wants to be shown on the page of all rows: a record and where in it, or only some `records`,
    in their order, with the words that say which they are; `came_from` is that page's key."""

    record: int | None
    column: str | None
    came_from: str
    records: tuple[int, ...] = ()
    words: str = ""


class SessionModel(QObject):
    """Pages read `current` and decide through the methods here: each decision is on disk before `changed` is told."""

    opened = Signal()
    changed = Signal()
    decided = Signal()
    """A decision was made, taken back or put back; `changed` comes with it."""
    rescued = Signal(object)
    """What was kept of a register was damaged or deleted: comes with the problem that says so, once that is mended."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self.spotlight: Spotlight | None = None
        self.written: Written | None = None
        self.earlier: RecentRegister | None = None
        """A register under another name that the open one may be a newer version of, while nobody has said so."""
        self.password: str | None = None
        """What opens the file, while the window is open; never kept."""
        self._checked: CheckedList | None = None
        self._contacts: ContactReport | None = None
        self.month: RoundDone | None = None
        """What the month's round came to, until the register is closed."""

    @property
    def session(self) -> "Session | None":
        return self._session

    @property
    def current(self) -> "Session":
        """Return the open session. Raises RuntimeError where none is open."""
        if self._session is None:
            raise RuntimeError("no register is open")
        return self._session

    @property
    def is_analysed(self) -> bool:
        return self._session is not None and self._session.is_analysed

    @property
    def decider(self) -> "Decider":
        """Return who decides now; hand what its methods make to `decide`."""
        return self.current.decider

    @property
    def checked(self) -> "CheckedList | None":
        """Return the list that was checked against the register as it is read now."""
        holds = self._checked is not None and self.is_analysed and self._checked.against is self.current.register
        return self._checked if holds else None

    @property
    def contacts(self) -> "ContactReport | None":
        """Return what came back of contacting the customers of the register as it is read now."""
        holds = self._contacts is not None and self.is_analysed and self._contacts.against is self.current.register
        return self._contacts if holds else None

    def take_contacts(self, report: "ContactReport") -> None:
        self._contacts = report
        self.changed.emit()

    @property
    def can_undo(self) -> bool:
        return self.is_analysed and self.current.log.next_undo is not None

    @property
    def can_redo(self) -> bool:
        return self.is_analysed and self.current.log.next_redo is not None

    def open(self, session: "Session") -> None:
        """Take a session in the place of the one that was open."""
        self.close()
        step("open", len(session.register))
        self._session = session
        self.written = None
        self.earlier = None
        self.month = None
        self.opened.emit()
        self.changed.emit()
        if session.rescued_from is not None:
            self.rescued.emit(SessionProblem("session.rescued", str(session.rescued_from)))

    def take_month(self, done: "RoundDone") -> None:
        """Take the session of a month's round, analysed, and what was saved."""
        self.open(done.session)
        self.month = done
        step("month", len(done.session.register))
        if done.written is not None:
            done.session.place = "done"
            self.written = done.written
            step("saved")
        self.changed.emit()

    def take_analysis(self, analysis: "Analysis", review: "Review | None" = None) -> None:
        step("analysed", len(analysis.register))
        self.current.take_analysis(analysis, review)
        self.changed.emit()

    def take_written(self, written: "Written") -> None:
        """Take what came of saving; a later decision makes it a thing of the past."""
        self.written = written
        step("saved")
        with suppress(OSError):
            self.current.remember_written((written.cleaned, *written.audit_logs, *written.added_files))
        self.changed.emit()

    def forget_saved(self) -> None:
        """Offer nothing of the last saving any more: somebody in it has been erased since."""
        self.written = None

    def take_checked(self, checked: "CheckedList") -> None:
        """Take a list that was checked against the register, or the user's word on one of its rows."""
        from tikissa.app.list_notes import keep_note

        self._checked = checked
        with suppress(SessionProblem):  # a full disk is told where a choice would be lost: a list is checked again
            keep_note(self.current, checked)
        self.changed.emit()

    def decide(self, decision: "Decision") -> None:
        """Put a decision in force. Raises SessionProblem, with nothing changed, where it cannot be stored."""
        self.current.decide(decision)
        step(f"decide.{decision.verdict}", len(decision.items))
        self._tell()

    def change_settings(self, values: Mapping[str, str]) -> None:
        """Log what the next analysis depends on."""
        self.current.change_settings(values)
        self._tell()

    def undo(self) -> None:
        if self.can_undo and self.current.undo():
            step("undo")
            self._tell()

    def redo(self) -> None:
        if self.can_redo and self.current.redo():
            step("redo")
            self._tell()

    def take_back(self, number: int) -> None:
        """Take back one decision alone, whatever came after it."""
        if self.current.take_back(number):
            step("take_back", number)
            self._tell()

    def take_back_group(self, group: "DecidedGroup") -> None:
        """Let one decided group wait again; what its decision says of others is decided on anew."""
        if not group.alone:
            from tikissa.review.decided_groups import without_group

            rest = without_group(group.decision, group)
            self.current.decide(self.decider.decision(rest.verdict, rest.items))
        self.current.take_back(group.number)
        step("take_back_group", group.number)
        self._tell()

    def put_back(self, number: int) -> None:
        """Put one decision that was taken back in force again."""
        if self.current.put_back(number):
            step("put_back", number)
            self._tell()

    def close(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None
            self.written = None

    def _tell(self) -> None:
        self.written = None
        self.decided.emit()
        self.changed.emit()
        if self.current.was_put_back():
            self.rescued.emit(SessionProblem("session.put_back"))
