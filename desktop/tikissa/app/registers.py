"""The registers worked on, a file each whatever its versions: size, age, when to check again, and forgetting."""

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from tikissa.model.problems import Problem, SessionProblem
from tikissa.model.progress import Progress
from tikissa.store.recent import RecentRegister, forget, recent_registers

MONTHS_TO_NEXT_CHECK = 3
"""A register wears out all the time: a quarter of a year is when it is worth another look."""


@dataclass(frozen=True, slots=True)
class KnownRegister:
    """`sessions` are the session files of its versions, newest first, `size` their bytes together. `written` are the
    cleaned files and change logs saved from it."""

    path: Path
    rows: int
    opened: datetime
    sessions: tuple[str, ...]
    size: int
    written: tuple[Path, ...]
    has_changed: bool = False
    """The file has been saved since the last visit, as its own time or its size says."""

    def months_ago(self, today: date) -> int:
        """Return how many whole months have gone since the last visit."""
        last = self.opened.astimezone().date()
        return (today.year - last.year) * 12 + today.month - last.month - (today.day < last.day)

    def is_due(self, today: date) -> bool:
        return self.months_ago(today) >= MONTHS_TO_NEXT_CHECK


def known_registers(folder: Path) -> tuple[KnownRegister, ...]:
    """Return the registers whose sessions are in a folder, the one visited last first."""
    versions: dict[str, list[RecentRegister]] = defaultdict(list)
    for register in recent_registers(folder):
        versions[register.path].append(register)
    return tuple(_known(folder, found) for found in versions.values())


def forget_register(folder: Path, register: KnownRegister) -> None:
    """Erase what is kept of a register, of every version of it, for good.

    Raises SessionProblem where one is open in a window, OSError where that cannot be done.
    """
    for session in register.sessions:
        forget(folder, session)


def sweep(folder: Path, keep_years: int | None, today: date) -> None:
    """Forget the registers not visited for so many years; None keeps all until they are forgotten by hand."""
    for register in known_registers(folder) if keep_years is not None else ():
        if register.months_ago(today) >= 12 * (keep_years or 0):
            with suppress(SessionProblem):  # it is being worked on
                forget_register(folder, register)


def _known(folder: Path, versions: list[RecentRegister]) -> KnownRegister:
    newest = versions[0]
    sessions = tuple(version.session for version in versions)
    files = (path for session in sessions for path in folder.glob(f"{Path(session).stem}.*"))
    written = dict.fromkeys(name for version in versions for name in version.written)
    return KnownRegister(
        Path(newest.path),
        newest.rows,
        newest.opened_at,
        sessions,
        sum(path.stat().st_size for path in files),
        tuple(path for path in map(Path, written) if path.exists()),
        _has_changed(Path(newest.path), newest.opened_at, newest.size),
    )


def rows_more(register: KnownRegister, folder: Path, progress: Progress) -> int | None:
    """Read a register's file, as the user said it is to be read, and return how many rows more it has than on the last
    visit; None where it cannot be read. What reads files is loaded only here: the start page is up without it."""
    from tikissa.app.session import reading_of
    from tikissa.files.reader import read
    from tikissa.model.register import Reading
    from tikissa.store.glance import kept_log

    log = kept_log(folder / register.sessions[0])
    try:
        now = read(register.path, reading_of(log) if log is not None else Reading(), None, progress)
    except (Problem, OSError):
        return None
    return len(now) - register.rows


def _has_changed(path: Path, visited: datetime, size: int) -> bool:
    try:
        now = path.stat()
        was_saved = datetime.fromtimestamp(int(now.st_mtime), UTC) > visited  # a visit is known by the second
        return was_saved or size not in (0, now.st_size)
    except (OSError, ValueError, OverflowError):
        return False
