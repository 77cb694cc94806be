"""Parses a stranger's file in a process of its own: a file that harms the parser then ends in a sentence."""

import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock
from types import ModuleType

from tikissa.files.child import serve
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

_KILLED = -9
"""The exit status of a process the system has ended for want of memory."""

_starting = Lock()


Work = Callable[..., None]
"""What a child process does: its first argument is where it sends what it has to say, and it first says `STARTED`."""


def parse_in_child(request: Request, progress: Progress) -> Register:
    """Parse a file in a child process. Raises FileProblem, or what `progress` raises; the child never outlives this."""
    patience = _SILENT_SECONDS + _SECONDS_PER_MEGABYTE * request.path.stat().st_size / 1e6
    with child_process(serve, request.path.name, request) as child:
        return _listen(child, request, progress, patience)


@dataclass
class Child:
    """A process at work on a file, and the end of the pipe it speaks through."""

    process: SpawnProcess
    receiver: "Connection[object, object]"
    name: str
    started: bool = False

    def next(self) -> object:
        """Return what it says next. Raises FileProblem where it is dead."""
        try:
            said = self.receiver.recv()
        except (EOFError, OSError):
            raise self._death() from None
        self.started = True
        return said

    def _death(self) -> FileProblem:
        """Say why it ended without a word: it never began, an error of ours, no memory, or the file has crashed it."""
        self.process.join(_SILENT_SECONDS)
        if not self.started:
            return FileProblem("file.reader_not_started", self.name)
        if self.process.exitcode == _ENDED_BY_AN_ERROR:
            return FileProblem("file.our_fault", self.name, "child")
        return FileProblem("file.too_large" if self.process.exitcode == _KILLED else "file.damaged", self.name)


@contextmanager
def child_process(work: Work, name: str, *arguments: object) -> Iterator[Child]:
    """Have work done on a file of this name in a process of its own, which never outlives this. Raises FileProblem."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(sender, *arguments), daemon=True)
    try:
        with without_main():
            process.start()
    except OSError:
        raise FileProblem("file.reader_not_started", name) from None
    finally:
        sender.close()
    try:
        yield Child(process, receiver, name)
    finally:
        process.kill()
        process.join()
        process.close()
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


def _listen(child: Child, request: Request, progress: Progress, patience: float) -> Register:
    """Follow the child until it has the register, speaks of a problem, dies, or has been silent for too long."""
    last_word = time.monotonic()
    stage = ("file.reading", 0, 1)
    while True:
        progress.report(*stage)
        if not child.receiver.poll(_TICK_SECONDS):
            if time.monotonic() - last_word > patience * _busy():
                raise FileProblem("file.too_slow", request.path.name)
            continue
        message = child.next()
        last_word = time.monotonic()
        match message:
            case PackedRegister():
                return unpack(message, _columns(child, len(message.columns)))
            case FileProblem():
                raise message
            case (str(what), int(done), int(total)):
                stage = (what, done, total)


def _busy() -> float:
    """Return how many programs wait for each core, at least 1: on a busy computer a file is waited for longer."""
    if not hasattr(os, "getloadavg"):
        return 1.0
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def _columns(child: Child, count: int) -> tuple[ColumnCells, ...]:
    cells: list[ColumnCells] = []
    while len(cells) < count:
        message = child.next()
        if isinstance(message, PackedColumn):
            cells.append(unpack_column(message))
    return tuple(cells)
