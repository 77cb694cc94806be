"""Coming back with a newer version of a register: finds last time's session and carries its decisions over."""

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tikissa.analysis.record_keys import record_keys
from tikissa.app.session import Forebear, reading_of, session_path
from tikissa.files.reader import read
from tikissa.model.decision import DecisionLog
from tikissa.model.problems import SessionProblem
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.register import Register
from tikissa.model.trend import VisitFacts
from tikissa.review.carry_over import CarriedOver, carry_over
from tikissa.review.recognise import Visit
from tikissa.review.standing import meanings
from tikissa.schema.detect import detect
from tikissa.store.recent import RecentRegister, recent_registers
from tikissa.store.session_file import SessionFile

_SAME_HEADERS = 0.8
"""The share of the headers that a newer export has in common with an older one: one or two may have new names."""


@dataclass(frozen=True, slots=True)
class LastTime:
    """What is kept of the last visit: the file's name and content as it was, the log, and the visits before it.

    `session` is the file it is kept in.
    """

    session: str
    name: str
    content: bytes
    log: DecisionLog
    visits: tuple[VisitFacts, ...] = ()


def last_time(path: Path, sha256: str, folder: Path) -> LastTime | None:
    """Return the newest earlier visit to the file at this path; None where there is none, or this version was seen."""
    if session_path(sha256, folder).exists():
        return None
    for known in recent_registers(folder):
        if Path(known.path) == path.resolve():
            return _kept(folder / known.session, path.name)
    return None


def earlier_version(register: Register, path: Path, folder: Path) -> RecentRegister | None:
    """Return the newest register under another name that this one, not seen before, may be a newer version of.

    Nearly the same headers say only that it may be: the user has to say so.
    """
    if session_path(register.source.sha256, folder).exists():
        return None
    headers = {column.name for column in register.columns}
    others = (known for known in recent_registers(folder) if Path(known.path) != path.resolve())
    return next((known for known in others if _alike(headers, set(known.headers))), None)


def visit_to(known: RecentRegister, folder: Path) -> LastTime | None:
    """Return the last visit to a register; None where its session cannot be opened."""
    return _kept(folder / known.session, Path(known.path).name)


def looked_back_at(forebear: Forebear, name: str, folder: Path) -> LastTime | None:
    """Return the visit that a session took its first decisions from, as it was then; None where it is kept no more."""
    last = _kept(folder / forebear.session, name)
    return None if last is None else replace(last, log=DecisionLog(last.log.events[: forebear.events]))


def carry_from(
    last: LastTime, register: Register, password: str | None = None, progress: Progress = NoProgress()
) -> CarriedOver:
    """Read last time's file again and return its decisions as far as they hold for the register as it is now.

    Raises FileProblem where it cannot be read, with the password the newer file has.
    """
    with TemporaryDirectory(prefix="tikissa-") as folder:
        copy = Path(folder) / last.name
        copy.write_bytes(last.content)
        before = read(copy, reading_of(last.log), password, progress)
    return carry_over(_visit(before, last.log), last.log, _visit(register, last.log))


def _alike(first: set[str], second: set[str]) -> bool:
    return len(first & second) >= _SAME_HEADERS * max(len(first), len(second))


def _visit(register: Register, log: DecisionLog) -> Visit:
    said = {name: meaning for name, meaning in meanings(log).items() if register.has_column(name)}
    return Visit(register, record_keys(register, detect(register)), detect(register, said))


def _kept(session: Path, name: str) -> LastTime | None:
    if not session.exists():
        return None
    try:
        file = SessionFile(session)
    except SessionProblem:
        return None
    try:
        content, log, visits = file.source(), file.log(), file.visits()
    finally:
        file.close()
    return LastTime(session.name, name, content, log, visits) if content is not None else None
