"""Has a process of its own try what calamine makes of a file, before this one does: some files end the interpreter."""

import multiprocessing
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import python_calamine

from tikissa.files.child import STARTED, be_quiet
from tikissa.files.memory_limit import limit_memory
from tikissa.files.sandbox import child_process
from tikissa.model.problems import FileProblem

_SILENT_SECONDS = 20.0
_SECONDS_PER_MEGABYTE = 4.0
_TICK_SECONDS = 0.05
_MOST_BYTES = 1024**3
_READ = "read"
"""The child's last word."""


def is_guarded() -> bool:
    """Say whether this is a child process itself, which may be ended by a file."""
    return multiprocessing.current_process().daemon


def try_in_child(path: Path, most_bytes: int = _MOST_BYTES) -> None:
    """Have every sheet of a workbook read once. Raises FileProblem for one that ends the reader, floods or hangs it."""
    patience = time.monotonic() + _SILENT_SECONDS + _SECONDS_PER_MEGABYTE * path.stat().st_size / 1e6
    with child_process(_serve, path.name, path, most_bytes) as child:
        while time.monotonic() < patience:
            if child.receiver.poll(_TICK_SECONDS) and child.next() == _READ:
                return
    raise FileProblem("file.too_slow", path.name)


def _serve(sender: "Connection[object, object]", path: Path, most_bytes: int) -> None:
    be_quiet()
    sender.send(STARTED)
    limit_memory(most_bytes)
    with suppress(python_calamine.CalamineError, OSError, ValueError):
        with path.open("rb") as stream:
            workbook = python_calamine.CalamineWorkbook.from_filelike(stream)
        for name in workbook.sheet_names:
            workbook.get_sheet_by_name(name)
    sender.send(_READ)
    sender.close()
