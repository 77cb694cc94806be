"""The folder of open registers' indexes: which are there, of what day, how large; each can be taken away."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tikissa.model.problems import Problem
from tikissa.open_registers.register_kinds import OPEN_REGISTERS, RegisterKind
from tikissa.store.open_registers.index_file import Index, IndexFacts

FOLDER = "open_registers"


@dataclass(frozen=True, slots=True)
class Kept:
    """An index on the shelf; without `facts` it is damaged and says nothing."""

    kind: RegisterKind
    path: Path
    size: int
    facts: IndexFacts | None


def index_path(data: Path, kind: RegisterKind) -> Path:
    return data / FOLDER / f"{kind.lower()}.index"


def kept_registers(data: Path) -> tuple[Kept, ...]:
    """Return the indexes in the data folder, in the order of the list of registers."""
    every = ((each.kind, index_path(data, each.kind)) for each in OPEN_REGISTERS)
    return tuple(Kept(kind, path, path.stat().st_size, _facts(path)) for kind, path in every if path.is_file())


def take_away(data: Path, kind: RegisterKind) -> bool:
    """Remove an index. Returns whether there was one. Raises Problem where it cannot be removed."""
    path = index_path(data, kind)
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise Problem("open_register.not_written", str(path.parent)) from error
    return True


def _facts(path: Path) -> IndexFacts | None:
    try:
        with closing(Index(path)) as index:
            return index.facts
    except Problem:
        return None
