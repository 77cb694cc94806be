"""Puts finished files in their places: never over another file, never half, and with nothing left behind."""

import contextlib
import io
import os
import secrets
import shutil
import socket
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tikissa.export.file_modes import new_private_file, open_as_far_as
from tikissa.model.problems import TargetProblem
from tikissa.model.progress import Tick, nothing

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_MARK = ".tikissa-"
_SUFFIX = ".tmp"
_OLD = 24 * 3600.0
_FULL = (28, 122)
"""No room on the disk, or none left of the user's share of it (ENOSPC, EDQUOT)."""


def check_targets(source: Path, targets: Sequence[Path]) -> None:
    """Raise TargetProblem where a file cannot be written to one of these names."""
    if len({_resolved(path) for path in targets}) < len(targets):
        raise TargetProblem("save.same_name_twice", targets[0].name)
    for path in targets:
        with named_problems(path):
            _check_target(path, source)


def _check_target(path: Path, source: Path) -> None:
    if is_same(path, source):
        raise TargetProblem("save.onto_source", source.name)
    if path.is_dir():
        raise TargetProblem("save.target_is_folder", path.name)
    if is_plain(path) and os.path.lexists(path):
        raise TargetProblem("save.target_exists", path.name)
    if not path.parent.is_dir():
        raise TargetProblem("save.no_folder", str(path.parent))
    if lock := _lock_file(path):
        raise TargetProblem("save.open_in_excel", path.name, lock.name)


def is_plain(path: Path) -> bool:
    """Say whether a file of this name is or will be an ordinary one, not a pipe or a terminal."""
    return path.is_file() or not path.exists()


BUFFER = 1 << 20
"""Bytes written or read at once. Every call to the system lets go of Python for a moment too short for another thread
to take it: with little ones one after the other the window would wait till the last."""


class _Ticking(io.BufferedWriter):
    """A file that ticks when something is written to it, so that writing can be stopped whoever writes."""

    def __init__(self, raw: io.FileIO, tick: Tick) -> None:
        super().__init__(raw, BUFFER)
        self._tick = tick

    def write(self, content: "ReadableBuffer", /) -> int:
        self._tick()
        return super().write(content)


class Drafts:
    """Files being written beside their targets; all take their names at once, or none is left.

    Nobody but their owner may read them before they are whole, and then only who may read every one of their sources.
    """

    def __init__(self, *sources: Path) -> None:
        self._sources = sources
        self._drafts: dict[Path, Path] = {}

    def __enter__(self) -> "Drafts":
        return self

    def __exit__(self, *_: object) -> None:
        for draft in self._drafts.values():
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)

    def write(self, target: Path, write: Callable[[IO[bytes]], None], tick: Tick = nothing) -> Path:
        """Write a draft, ticking now and then, have it on the disk for sure, and return its name."""
        folder = target.parent if is_plain(target) else Path(tempfile.gettempdir())
        sweep(folder)
        draft = folder / f"{_MARK}{_host()}-{os.getpid()}-{secrets.token_hex(4)}{_SUFFIX}"
        self._drafts[target] = draft
        with named_problems(target), _Ticking(new_private_file(draft), tick) as stream:
            write(stream)
            stream.flush()
            open_as_far_as(draft, self._sources if is_plain(target) else ())
            os.fsync(stream.fileno())
        return draft

    def publish(self) -> None:
        """Give the drafts their names, the first one last: where it stands, the others stand too."""
        taken: list[Path] = []
        try:
            for target, draft in reversed(list(self._drafts.items())):
                with named_problems(target):
                    _publish(draft, target)
                taken.append(target)
        except BaseException:
            for target in taken:
                with contextlib.suppress(OSError):
                    target.unlink(missing_ok=True)
            raise
        for folder in {target.parent for target in self._drafts}:
            _sync_folder(folder)
        self._drafts.clear()


def sweep(folder: Path) -> None:
    """Remove drafts that a killed run left in a folder."""
    for draft in folder.glob(f"{_MARK}*{_SUFFIX}"):
        with contextlib.suppress(OSError, ValueError):
            host, process, _ = draft.name.removeprefix(_MARK).split("-")
            ours = host == _host() and not _alive(int(process))
            if ours or time.time() - draft.stat().st_mtime > _OLD:
                draft.unlink()


def _publish(draft: Path, target: Path) -> None:
    """Rename without ever replacing a file that came there meanwhile."""
    if not is_plain(target):
        with draft.open("rb") as source, target.open("wb") as stream:
            shutil.copyfileobj(source, stream)
        draft.unlink()
        return
    try:
        os.link(draft, target)
    except FileExistsError:
        raise
    except OSError:
        _rename_without_links(draft, target)
        return
    with contextlib.suppress(OSError):  # the file stands under its name; a draft held by a virus scanner is swept later
        draft.unlink()


def _rename_without_links(draft: Path, target: Path) -> None:
    """Where the disk knows no links: Windows refuses to rename onto a file, elsewhere our own empty one is replaced."""
    if os.name == "nt":
        draft.rename(target)
        return
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    draft.replace(target)


@contextlib.contextmanager
def named_problems(target: Path) -> Iterator[None]:
    """Turn what the system says while a target is written or proven into a problem the user can mend."""
    try:
        yield
    except FileExistsError:
        raise TargetProblem("save.target_exists", target.name) from None
    except PermissionError:
        raise TargetProblem("save.not_allowed", target.name) from None
    except OSError as error:
        if error.errno not in _FULL:
            raise TargetProblem("save.failed", target.name, str(error.strerror)) from None
        if _is_scarcer(Path(tempfile.gettempdir()), target.parent):
            raise TargetProblem("save.temporary_full", target.name, tempfile.gettempdir()) from None
        raise TargetProblem("save.disk_full", target.name) from None


def is_out_of_room(error: OSError) -> bool:
    """Say whether a disk or the user's share of it is full."""
    return error.errno in _FULL


def _is_scarcer(folder: Path, other: Path) -> bool:
    """Say whether a folder is on another disk than the other one, and that disk has less room."""
    try:
        is_apart = folder.stat().st_dev != other.stat().st_dev
        return is_apart and shutil.disk_usage(folder).free < shutil.disk_usage(other).free
    except OSError:
        return False


def _resolved(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))


def is_same(path: Path, source: Path) -> bool:
    """Say whether two names lead to one file."""
    try:
        return path.samefile(source)
    except OSError:
        return _resolved(path) == _resolved(source)


def _lock_file(path: Path) -> Path | None:
    """Return the file Excel keeps beside a workbook it has open."""
    lock = path.with_name("~$" + path.name)
    return lock if path.suffix.lower().startswith(".xl") and lock.exists() else None


def _host() -> str:
    return sha256(socket.gethostname().encode()).hexdigest()[:8]


def _alive(process: int) -> bool:
    if os.name == "nt":
        return process == os.getpid()
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _sync_folder(folder: Path) -> None:
    """Have the new names on the disk too, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
