"""The other side of `sandbox`: what the child process does."""

import os
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from tikissa.files.memory_limit import limit_memory
from tikissa.files.packing import PackedColumn, PackedRegister, pack, pack_column
from tikissa.files.parse import Request, parse
from tikissa.files.sheet_contents import read_content
from tikissa.model.problems import FileProblem
from tikissa.model.register import Register

Message = PackedRegister | PackedColumn | FileProblem | tuple[str, int, int]
"""What the child says: how far it is; then a problem, or the register and each of its columns."""

STARTED = ("file.reading", 0, 1)
"""A child's first word: what ends it before this is not the file."""

_SAY_SECONDS = 0.05


class SpokenProgress:
    """Tells the parent process how far the work is, some twenty times a second at most."""

    def __init__(self, sender: "Connection[Message, object]") -> None:
        self._sender = sender
        self._said = 0.0

    def report(self, stage: str, done: int, total: int) -> None:
        if time.monotonic() - self._said >= _SAY_SECONDS:
            self._said = time.monotonic()
            self._sender.send((stage, done, total))


def serve(sender: "Connection[Message, object]", request: Request) -> None:
    """Parse the file and send what came of it."""
    be_quiet()
    sender.send(STARTED)
    limit_memory()
    came = answer(request, SpokenProgress(sender))
    if isinstance(came, FileProblem):
        sender.send(came)
    else:
        sender.send(pack(came))
        for cells in came.cells:
            sender.send(pack_column(cells))
    sender.close()


def be_quiet() -> None:
    """Keep what parsers print when they give up, cell contents perhaps, from reaching any screen or log."""
    with Path(os.devnull).open("w") as nowhere, suppress(OSError, ValueError):
        os.dup2(nowhere.fileno(), 2)


def answer(request: Request, progress: SpokenProgress) -> Register | FileProblem:
    """Return the register or the problem. Parsers' errors are told by `parse`; one that comes this far is our fault."""
    name = request.path.name
    try:
        return parse(read_content(request.path), request, progress)
    except FileProblem as problem:
        return FileProblem(problem.code, *problem.arguments)
    except MemoryError:
        return FileProblem("file.too_large", name)
    except BaseException as error:  # a panic of a library is no Exception
        return FileProblem("file.our_fault", name, type(error).__name__)
