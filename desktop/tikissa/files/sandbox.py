"""Parses a stranger's file in a process of its own: a file that harms the parser then ends in a sentence."""

import multiprocessing
import time
from multiprocessing.connection import Connection

from tikissa.files.child import Message, serve
from tikissa.files.packing import PackedColumn, PackedRegister, unpack, unpack_column
from tikissa.files.parse import Request
from tikissa.model.problems import FileProblem
from tikissa.model.progress import Progress
from tikissa.model.register import ColumnCells, Register

_SILENT_SECONDS = 20.0
_SECONDS_PER_MEGABYTE = 4.0
_TICK_SECONDS = 0.05


def parse_in_child(request: Request, progress: Progress) -> Register:
    """Parse a file in a child process. Raises FileProblem, or what `progress` raises; the child never outlives this."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=serve, args=(sender, request), daemon=True)
    child.start()
    sender.close()
    patience = _SILENT_SECONDS + _SECONDS_PER_MEGABYTE * request.path.stat().st_size / 1e6
    try:
        return _listen(receiver, request, progress, patience)
    finally:
        child.kill()
        child.join()
        child.close()
        receiver.close()


def _listen(receiver: "Connection[object, Message]", request: Request, progress: Progress, patience: float) -> Register:
    """Follow the child until it has the register, speaks of a problem, dies, or has been silent for too long."""
    last_word = time.monotonic()
    stage = ("file.reading", 0, 1)
    while True:
        progress.report(*stage)
        if not receiver.poll(_TICK_SECONDS):
            if time.monotonic() - last_word > patience:
                raise FileProblem("file.too_slow", request.path.name)
            continue
        message = _next(receiver, request)
        last_word = time.monotonic()
        match message:
            case PackedRegister():
                return unpack(message, _columns(receiver, request, len(message.columns)))
            case FileProblem():
                raise message
            case (str(), int(), int()):
                stage = message


def _columns(receiver: "Connection[object, Message]", request: Request, count: int) -> tuple[ColumnCells, ...]:
    cells: list[ColumnCells] = []
    while len(cells) < count:
        message = _next(receiver, request)
        if isinstance(message, PackedColumn):
            cells.append(unpack_column(message))
    return tuple(cells)


def _next(receiver: "Connection[object, Message]", request: Request) -> Message:
    try:
        return receiver.recv()
    except (EOFError, OSError):
        raise FileProblem("file.damaged", request.path.name) from None
