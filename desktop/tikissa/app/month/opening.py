"""Opens a register without a window, with the choices made on an earlier version of it brought along."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from tikissa.analysis.analyse import analyse
from tikissa.app.company_check import with_open_registers
from tikissa.app.erasing import with_come_back
from tikissa.app.preferences import Preferences
from tikissa.app.returning import LastTime, carry_from, earlier_version, last_time, visit_to
from tikissa.app.session import Forebear, Session
from tikissa.files.reader import read
from tikissa.model.analysis import Settings
from tikissa.model.problems import SessionProblem
from tikissa.model.progress import Progress
from tikissa.model.register import Reading, Register
from tikissa.review.review import Review


@contextmanager
def opened(path: Path, folder: Path, progress: Progress, who: str) -> Iterator[Session]:
    """Give the session of a register, and close it afterwards; see `open_session`."""
    session = open_session(path, folder, progress, who)
    try:
        yield session
    finally:
        session.close()


def open_session(path: Path, folder: Path, progress: Progress, who: str) -> Session:
    """Return the session of a register's version as it is now, read as the user has said.

    Raises FileProblem where the file cannot be read, SessionProblem where its session is open in a window or the
    choices made on an earlier version cannot be brought along: nothing is begun without them.
    """
    register = read(path, progress=progress)
    last = _earlier(path, register, folder)
    carried = carry_from(last, register, progress=progress) if last is not None else None
    session = Session(path, register, folder, who)
    try:
        if last is not None and carried is not None:
            session.take_over(carried, last.visits, Forebear(last.session, len(last.log.events)))
        if session.reading != Reading():
            session.take_register(read(path, session.reading, progress=progress))
    except BaseException:
        session.close()
        raise
    return session


def look_through(session: Session, settings: Settings, progress: Progress) -> None:
    """Find what there is to decide."""
    found = analyse(session.register, settings, session.judgements, progress)
    analysis = with_come_back(with_open_registers(found, progress), session.erasures)
    session.take_analysis(analysis, Review(analysis, session.log, progress))


def settings_of(session: Session, preferences: Preferences, today: date) -> Settings:
    """Return what the register is looked at with, the same as in the window."""
    styles = preferences.phone_style, preferences.date_style
    return session.settings(today, preferences.passive_after_months, *styles)


def _earlier(path: Path, register: Register, folder: Path) -> LastTime | None:
    """Return the last visit to the register, also under another name where it holds mostly the same customers."""
    last = last_time(path, register.source.sha256, folder)
    if last is None:
        known = earlier_version(register, path, folder)
        last = visit_to(known, folder) if known is not None else None
        if known is not None and last is None:
            raise SessionProblem("session.open_elsewhere")
    return last
