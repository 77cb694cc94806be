"""Proves a cleaned file in a process of its own: it may have been through many hands since it was saved."""

import multiprocessing
import time
from multiprocessing.connection import Connection
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from tikissa.export.options import Difference
from tikissa.export.verify import verify
from tikissa.files.guard import BROKEN_ZIP, check_archive
from tikissa.files.memory_limit import limit_memory
from tikissa.files.sandbox import without_main
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress, Progress

_SILENT_SECONDS = 60.0
_SECONDS_PER_MEGABYTE = 8.0
_TICK_SECONDS = 0.05

Answer = tuple[Difference, ...] | tuple[str, tuple[str, ...]]
"""The differences, or the code and arguments of a FileProblem."""


def verify_in_child(
    original: Path, cleaned: Path, audit_log: Path, progress: Progress = NoProgress()
) -> tuple[Difference, ...]:
    """Verify as `verify` does. Raises FileProblem too for a file that would have crashed this program or hung it."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_serve, args=(sender, original, cleaned, audit_log), daemon=True)
    with without_main():
        child.start()
    sender.close()
    size = sum(path.stat().st_size for path in (original, cleaned)) / 1e6
    try:
        return _heard(receiver, cleaned.name, _SILENT_SECONDS + _SECONDS_PER_MEGABYTE * size, progress)
    finally:
        child.kill()
        child.join()
        child.close()
        receiver.close()


def _heard(
    receiver: "Connection[object, Answer]", name: str, patience: float, progress: Progress
) -> tuple[Difference, ...]:
    start = time.monotonic()
    while not receiver.poll(_TICK_SECONDS):
        progress.report("verify.comparing", 2, 3)
        if time.monotonic() - start > patience:
            raise FileProblem("file.too_slow", name)
    try:
        answer = receiver.recv()
    except (EOFError, OSError):
        raise FileProblem("file.damaged", name) from None
    match answer:
        case (str(code), tuple(arguments)):
            raise FileProblem(code, *map(str, arguments))
    return tuple(difference for difference in answer if isinstance(difference, Difference))


def _serve(sender: "Connection[Answer, object]", original: Path, cleaned: Path, audit_log: Path) -> None:
    limit_memory()
    try:
        for path in (original, cleaned, audit_log):
            _look_at_archive(path)
        sender.send(verify(original, cleaned, audit_log))
    except FileProblem as problem:
        sender.send((problem.code, tuple(problem.arguments)))
    except MemoryError:
        sender.send(("file.too_large", (cleaned.name,)))
    sender.close()


def _look_at_archive(path: Path) -> None:
    try:
        if is_zipfile(path):
            with ZipFile(path) as archive:
                check_archive(archive, path.name)
    except BROKEN_ZIP:
        raise FileProblem("file.damaged", path.name) from None
