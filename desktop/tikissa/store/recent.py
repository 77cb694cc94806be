"""The registers worked on, newest first, so that the start page can offer them and "forget" can erase them."""

import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class RecentRegister:
    """`opened` is in UTC as ISO text; `session` names its session file, `written` the files saved from it."""

    path: str
    session: str
    rows: int
    opened: str
    written: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()

    @property
    def opened_at(self) -> datetime:
        return datetime.fromisoformat(self.opened)


def recent_registers(folder: Path) -> tuple[RecentRegister, ...]:
    """Return the registers whose session files are in this folder, newest first."""
    try:
        entries = json.loads(_index(folder).read_text(encoding="utf-8"))
        registers = [_register(entry) for entry in entries]
    except (OSError, ValueError, TypeError):
        return ()
    return tuple(register for register in registers if (folder / register.session).exists())


def remember(folder: Path, register: RecentRegister) -> None:
    """Put a register first in the list; the files that were saved from it are still known."""
    known = recent_registers(folder)
    written = tuple(name for each in known if each.session == register.session for name in each.written)
    others = [each for each in known if each.session != register.session]
    _write(folder, (replace(register, written=(*written, *register.written)), *others))


def remember_written(folder: Path, session: str, files: tuple[Path, ...]) -> None:
    """Remember files saved from a register, to name them when it is forgotten."""
    names = tuple(str(path.resolve()) for path in files)
    _write(
        folder,
        tuple(
            replace(each, written=tuple(dict.fromkeys((*each.written, *names)))) if each.session == session else each
            for each in recent_registers(folder)
        ),
    )


def forget(folder: Path, session: str) -> None:
    """Erase a register's session file and every copy of it for good."""
    _write(folder, tuple(known for known in recent_registers(folder) if known.session != session))
    for path in folder.glob(f"{Path(session).stem}.*"):
        path.unlink()


def _register(entry: dict[str, Any]) -> RecentRegister:
    lists = {name: tuple(entry.get(name, ())) for name in ("written", "headers")}
    return RecentRegister(**{**entry, **lists})


def _index(folder: Path) -> Path:
    return folder / "registers.json"


def _write(folder: Path, registers: tuple[RecentRegister, ...]) -> None:
    fresh = _index(folder).with_suffix(".new")
    with os.fdopen(os.open(fresh, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump([asdict(register) for register in registers], file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(_index(folder))
