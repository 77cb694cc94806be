"""Parses a stranger's file in a process of its own: a file that harms the parser then ends in a sentence."""

import multiprocessing
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock
from types import ModuleType

from tikissa.files.child import Message, serve
from tikissa.files.packing import PackedColumn, PackedRegister, unpack, unpack_column
from tikissa.files.parse import Request
from tikissa.model.problems import FileProblem
from tikissa.model.progress import Progress
from tikissa.model.register import ColumnCells, Register

_SILENT_SECONDS = 20.0
_SECONDS_PER_MEGABYTE = 4.0
_TICK_SECONDS = 0.05
_ENDED_BY_AN_ERROR = 1
"""The exit status of a Python program that an error of its own has ended; a parser that crashes leaves another."""

_starting = Lock()


def parse_in_child(request: Request, progress: Progress) -> Register:
    """Parse a file in a child process. Raises FileProblem, or what `progress` raises; the child never outlives this."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=serve, args=(sender, request), daemon=True)
    with without_main():
        child.start()
    sender.close()
    patience = _SILENT_SECONDS + _SECONDS_PER_MEGABYTE * request.path.stat().st_size / 1e6
    try:
        return _listen(receiver, child, request, progress, patience)
    finally:
        child.kill()
        child.join()
        child.close()
        receiver.close()


@contextmanager
def without_main() -> Iterator[None]:
    """Let a child process begin with nothing of this program's main module: it would run a script that has no guard,
    or one that came through a pipe, once more."""
    with _starting:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def _listen(
    receiver: "Connection[object, Message]",
    child: SpawnProcess,
    request: Request,
    progress: Progress,
    patience: float,
) -> Register:
    """Follow the child until it has the register, speaks of a problem, dies, or has been silent for too long."""
    last_word = time.monotonic()
    stage = ("file.reading", 0, 1)
    while True:
        progress.report(*stage)
        if not receiver.poll(_TICK_SECONDS):
            if time.monotonic() - last_word > patience:
                raise FileProblem("file.too_slow", request.path.name)
            continue
        message = _next(receiver, child, request)
        last_word = time.monotonic()
        match message:
            case PackedRegister():
                return unpack(message, _columns(receiver, child, request, len(message.columns)))
            case FileProblem():
                raise message
            case (str(), int(), int()):
                stage = message


def _columns(
    receiver: "Connection[object, Message]", child: SpawnProcess, request: Request, count: int
) -> tuple[ColumnCells, ...]:
    cells: list[ColumnCells] = []
    while len(cells) < count:
        message = _next(receiver, child, request)
        if isinstance(message, PackedColumn):
            cells.append(unpack_column(message))
    return tuple(cells)


def _next(receiver: "Connection[object, Message]", child: SpawnProcess, request: Request) -> Message:
    try:
        return receiver.recv()
    except (EOFError, OSError):
        raise _problem_of_a_dead(child, request.path.name) from None


def _problem_of_a_dead(child: SpawnProcess, name: str) -> FileProblem:
    """Say why a child ended without a word: an error of ours, else the file has crashed its parser."""
    child.join(_SILENT_SECONDS)
    if child.exitcode == _ENDED_BY_AN_ERROR:
        return FileProblem("file.our_fault", name, "child")
    return FileProblem("file.damaged", name)
