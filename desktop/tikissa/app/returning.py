"""Coming back with a newer version of a register: finds last time's session and carries its decisions over."""

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tikissa.analysis.record_keys import record_keys
from tikissa.app.acquaintance import Acquaintance, acquaintance, kept_of
from tikissa.app.folders import session_path
from tikissa.app.session import FOREBEAR, Forebear, reading_of
from tikissa.files.reader import read
from tikissa.model.decision import DecisionLog
from tikissa.model.problems import SessionProblem
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.register import Register
from tikissa.model.trend import VisitFacts
from tikissa.review.carry_over import CarriedOver, carry_over
from tikissa.review.log_state import corrections, meanings
from tikissa.review.same_records import Visit
from tikissa.schema.detect import detect
from tikissa.store.glance import glance
from tikissa.store.recent import RecentRegister, recent_registers
from tikissa.store.session_file import SessionFile

_SAME_HEADERS = 0.8
"""The share of the headers that a newer export has in common with an older one: one or two may have new names."""


@dataclass(frozen=True, slots=True)
class LastTime:
    """What is kept of the last visit: the file's name and content as it was, the log, and the visits before it.

    `session` is the file it is kept in. `content` is None where the copy of the file is damaged.
    """

    session: str
    name: str
    content: bytes | None
    log: DecisionLog
    visits: tuple[VisitFacts, ...] = ()

    @property
    def is_decided(self) -> bool:
        return any(decision.is_about_rows for _, decision in self.log.in_force)


def last_time(path: Path, sha256: str, folder: Path) -> LastTime | None:
    """Return the newest earlier visit to the file at this path on which anything was decided, else the newest at all.

    None where there is none, or where this version has choices of its own or the user wanted no others.
    """
    own = session_path(sha256, folder)
    if _is_settled(own):
        return None
    kept = [known for known in recent_registers(folder) if known.session != own.name and known.is_at(path)]
    visits = filter(None, (_kept(folder / known.session, path.name) for known in kept))
    first = next(visits, None)
    decided = next((visit for visit in (first, *visits) if visit and visit.is_decided), None)
    return decided or (first if first and first.content is not None else None)


def earlier_version(register: Register, path: Path, folder: Path) -> RecentRegister | None:
    """Return the newest register under another name that this one, not seen before, may be a newer version of.

    It holds mostly the same customers; of one that was kept by an older program nearly the same headers say so.
    """
    own = session_path(register.source.sha256, folder)
    if _is_settled(own):
        return None
    seen = acquaintance(register)
    headers = {column.name for column in register.columns}
    others = (known for known in recent_registers(folder) if known.session != own.name and not known.is_at(path))
    return next((known for known in others if _is_known_as(known, seen, headers)), None)


def _is_known_as(known: RecentRegister, seen: Acquaintance, headers: set[str]) -> bool:
    kept = kept_of(known)
    return seen.is_mostly(kept) if kept.numbers or kept.customers else _alike(headers, set(known.headers))


def _is_settled(own: Path) -> bool:
    """Say whether a version of the file has choices of its own, or the user's word that it is to have no others.

    One whose choices were being brought along when the program was stopped has neither.
    """
    seen = glance(own)
    return own.exists() if seen is None else FOREBEAR in seen.facts or seen.is_decided


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

    Raises SessionProblem where the copy of it is damaged, FileProblem where it cannot be read, with the password the
    newer file has.
    """
    if last.content is None:
        raise SessionProblem("session.copy_damaged", last.name)
    with TemporaryDirectory(prefix="tikissa-") as folder:
        copy = Path(folder) / last.name
        copy.write_bytes(last.content)
        before = read(copy, reading_of(last.log), password, progress)
    return carry_over(_visit(before, last.log), last.log, _visit(register, last.log))


def _alike(first: set[str], second: set[str]) -> bool:
    return len(first & second) >= _SAME_HEADERS * max(len(first), len(second))


def _visit(register: Register, log: DecisionLog) -> Visit:
    said = {name: meaning for name, meaning in meanings(log).items() if register.has_column(name)}
    return Visit(
        register, record_keys(register, detect(register)), detect(register, said, corrections=corrections(log))
    )


def _kept(session: Path, name: str) -> LastTime | None:
    if not session.exists():
        return None
    try:
        file = SessionFile(session)
    except SessionProblem:
        return None
    try:
        return LastTime(session.name, name, _copy_of(file), file.log(), file.visits())
    finally:
        file.close()


def _copy_of(file: SessionFile) -> bytes | None:
    try:
        return file.source()
    except SessionProblem:
        return None
