"""The registers worked on, newest first, so that the start page can offer them and "forget" can erase them."""

import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class RecentRegister:
    """`opened` is in UTC as ISO text; `session` is the name of its session file."""

    path: str
    session: str
    rows: int
    opened: str

    @property
    def opened_at(self) -> datetime:
        return datetime.fromisoformat(self.opened)


def recent_registers(folder: Path) -> tuple[RecentRegister, ...]:
    """Return the registers whose session files are in this folder, newest first."""
    try:
        entries = json.loads(_index(folder).read_text(encoding="utf-8"))
        registers = [RecentRegister(**entry) for entry in entries]
    except (OSError, ValueError, TypeError):
        return ()
    return tuple(register for register in registers if (folder / register.session).exists())


def remember(folder: Path, register: RecentRegister) -> None:
    """Put a register first in the list."""
    others = [known for known in recent_registers(folder) if known.session != register.session]
    _write(folder, (register, *others))


def forget(folder: Path, session: str) -> None:
    """Erase a register's session file and every copy of it for good."""
    _write(folder, tuple(known for known in recent_registers(folder) if known.session != session))
    for path in folder.glob(f"{Path(session).stem}.*"):
        path.unlink()


def _index(folder: Path) -> Path:
    return folder / "registers.json"


def _write(folder: Path, registers: tuple[RecentRegister, ...]) -> None:
    fresh = _index(folder).with_suffix(".new")
    with os.fdopen(os.open(fresh, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump([asdict(register) for register in registers], file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(_index(folder))
