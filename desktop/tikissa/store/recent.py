"""The registers worked on, newest first, so that the start page can offer them and "forget" can erase them.

The list is kept beside the session files for speed alone: what it lacks or garbles is read from the files themselves.
"""

import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tikissa.model.problems import SessionProblem

FACT = "register"
"""The name of the fact in a session file that says what the list says of it."""

_LISTS = {"written": str, "headers": str, "numbers": int, "customers": int}


@dataclass(frozen=True, slots=True)
class RecentRegister:
    """`opened` is in UTC as ISO text; `session` names its session file, `written` the files saved from it. `size` are
    the bytes of the register's own file on the last visit, 0 where that is not known.

    `numbers` and `customers` are what it is recognised by under another name, see `app.acquaintance`.
    """

    path: str
    session: str
    rows: int
    opened: str
    written: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    customers: tuple[int, ...] = ()
    size: int = 0

    @property
    def opened_at(self) -> datetime:
        return datetime.fromisoformat(self.opened)

    def is_at(self, path: Path) -> bool:
        """Say whether it is the register at a path; of an old session only the file's name may be known."""
        known = Path(self.path)
        return known == path.resolve() if known.is_absolute() else known.name == path.name


def recent_registers(folder: Path, but: str = "") -> tuple[RecentRegister, ...]:
    """Return the registers whose session files are in this folder, newest first; one may be left out."""
    listed = tuple(register for register in _listed(folder) if register.session != but)
    known = {but, *(register.session for register in listed)}
    missing = [path for path in folder.glob("*.session") if path.name not in known]
    if not missing:
        return listed
    found = [_of_file(path) or _nameless(path) for path in missing]
    return tuple(sorted((*listed, *found), key=lambda register: register.opened_at, reverse=True))


def remember(folder: Path, register: RecentRegister) -> None:
    """Put a register first in the list; the files that were saved from it are still known."""
    known = (name for each in _listed(folder) if each.session == register.session for name in each.written)
    written = tuple(dict.fromkeys((*known, *register.written)))
    _write(folder, (replace(register, written=written), *_known(folder, register.session)))


def remember_written(folder: Path, session: str, files: tuple[Path, ...]) -> None:
    """Remember files saved from a register, to name them when it is forgotten."""
    _write(folder, tuple(with_written(each, files) if each.session == session else each for each in _known(folder)))


def with_written(register: RecentRegister, files: tuple[Path, ...]) -> RecentRegister:
    names = (str(path.resolve()) for path in files)
    return replace(register, written=tuple(dict.fromkeys((*register.written, *names))))


def forget(folder: Path, session: str) -> None:
    """Erase a register's session file and every copy of it for good.

    Raises SessionProblem where it is open in a window: what is decided there would have nowhere to go.
    """
    from tikissa.store.glance import is_open

    if is_open(folder / session):
        raise SessionProblem("session.open_in_another")
    _write(folder, _known(folder, session))
    for path in folder.glob(f"{Path(session).stem}.*"):
        path.unlink(missing_ok=True)


def as_text(register: RecentRegister) -> str:
    """Return an entry as the fact that a session file keeps of itself."""
    return json.dumps(asdict(register))


def from_text(fact: str | None) -> RecentRegister | None:
    """Return the entry a session file keeps of itself, None where it keeps none."""
    try:
        return _register(json.loads(fact or "null"))
    except (ValueError, RecursionError):
        return None


def _known(folder: Path, but: str = "") -> tuple[RecentRegister, ...]:
    """Return what is to stay in the list: a file of which nothing is known now may say more the next time."""
    return tuple(register for register in recent_registers(folder, but) if register.path != register.session)


def _listed(folder: Path) -> tuple[RecentRegister, ...]:
    try:
        entries = json.loads(_index(folder).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return ()
    registers = map(_register, entries if isinstance(entries, list) else ())
    return tuple(register for register in registers if register and (folder / register.session).exists())


def _of_file(path: Path) -> RecentRegister | None:
    """Return the entry of a session file from what is in it, None where that cannot be read.

    What reads sessions is loaded only here: the window is up without it where the list lacks nothing.
    """
    from tikissa.store.glance import glance

    seen = glance(path)
    if seen is None:
        return None
    known = from_text(seen.facts.get(FACT))
    if known is not None and known.session == path.name:
        return known
    return replace(_nameless(path), path=seen.source, rows=seen.rows) if seen.source else None


def _nameless(path: Path) -> RecentRegister:
    """Return the entry of a session file of which no more than its own name is known."""
    opened = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
    return RecentRegister(path.name, path.name, 0, opened)


def _register(entry: object) -> RecentRegister | None:
    """Return the entry a JSON value stands for, None where it stands for none."""
    match entry:
        case {"path": str(path), "session": str(session), "rows": int(rows), "opened": str(opened), **others}:
            lists = {name: _list(others.get(name), kind) for name, kind in _LISTS.items()}
            size = others.get("size")
            known = RecentRegister(path, session, rows, opened, **lists, size=size if isinstance(size, int) else 0)
            return known if _holds(session, opened) else None
    return None


def _holds(session: str, opened: str) -> bool:
    """Say whether an entry is of a session file in the folder itself, for what it names is deleted one day, and has a
    moment with its offset."""
    try:
        is_moment = datetime.fromisoformat(opened).tzinfo is not None
    except ValueError:
        return False
    return is_moment and session.endswith(".session") and Path(session).name == session


def _list(values: object, kind: type) -> tuple[Any, ...]:
    return tuple(value for value in values if isinstance(value, kind)) if isinstance(values, list) else ()


def _index(folder: Path) -> Path:
    return folder / "registers.json"


def _write(folder: Path, registers: tuple[RecentRegister, ...]) -> None:
    fresh = _index(folder).with_suffix(".new")
    fresh.unlink(missing_ok=True)  # one that was left may be readable by others
    with os.fdopen(os.open(fresh, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump([asdict(register) for register in registers], file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(_index(folder))
