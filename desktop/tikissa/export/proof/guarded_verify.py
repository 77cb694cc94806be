"""Proves a cleaned file in a process of its own: it may have been through many hands since it was saved."""

import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from tikissa.export.proof.verify import verify
from tikissa.export.saving_options import Difference
from tikissa.files.child import STARTED
from tikissa.files.guard import BROKEN_ZIP, check_archive
from tikissa.files.memory_limit import limit_memory
from tikissa.files.sandbox import Child, child_process
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress, Progress

_SILENT_SECONDS = 60.0
_SECONDS_PER_MEGABYTE = 8.0
_TICK_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Verified:
    """The child's last word: what does not hold."""

    differences: tuple[Difference, ...]


def verify_in_child(
    original: Path, cleaned: Path, audit_log: Path, progress: Progress = NoProgress()
) -> tuple[Difference, ...]:
    """Verify as `verify` does. Raises FileProblem too for a file that would have crashed this program or hung it."""
    size = sum(path.stat().st_size for path in (original, cleaned)) / 1e6
    with child_process(_serve, cleaned.name, original, cleaned, audit_log) as child:
        return _heard(child, _SILENT_SECONDS + _SECONDS_PER_MEGABYTE * size, progress)


def _heard(child: Child, patience: float, progress: Progress) -> tuple[Difference, ...]:
    start = time.monotonic()
    while True:
        progress.report("verify.comparing", 2, 3)
        if child.receiver.poll(_TICK_SECONDS):
            match child.next():
                case FileProblem() as problem:
                    raise problem
                case Verified(differences):
                    return differences
        if time.monotonic() - start > patience:
            raise FileProblem("file.too_slow", child.name)


def _serve(sender: "Connection[object, object]", original: Path, cleaned: Path, audit_log: Path) -> None:
    sender.send(STARTED)
    limit_memory()
    try:
        for path in (original, cleaned, audit_log):
            look_at_archive(path)
        sender.send(Verified(verify(original, cleaned, audit_log)))
    except FileProblem as problem:
        sender.send(FileProblem(problem.code, *problem.arguments))
    except MemoryError:
        sender.send(FileProblem("file.too_large", cleaned.name))
    sender.close()


def look_at_archive(path: Path) -> None:
    """Raise FileProblem for an archive that would unpack to more than a workbook can be."""
    try:
        if is_zipfile(path):
            with ZipFile(path) as archive:
                check_archive(archive, path.name)
    except BROKEN_ZIP:
        raise FileProblem("file.damaged", path.name) from None
