"""Lets a command say what it has to say wherever its output goes: to an old terminal, a full disk, or nowhere."""

import os
import sys
from io import TextIOWrapper
from typing import TextIO

_STANDARD = (0, 1, 2)


def prepare_streams() -> None:
    """Open what the caller has closed, onto nothing, and let a letter the terminal lacks be shown as a question mark.

    A closed number would be given to the next file that is opened, and what is printed would go there.
    """
    for number in _STANDARD if os.name == "posix" else ():
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free number, this one
    sys.stdout = _usable(sys.stdout)
    sys.stderr = _usable(sys.stderr)


def _usable(stream: TextIO | None) -> TextIO:
    if stream is None:  # closed, or a program without a console
        return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")
    return stream


def tell(text: str, stream: TextIO | None = None) -> None:
    """Print a text. Nobody listening, or no room for it, is no reason to leave undone what comes after."""
    stream = stream or sys.stdout
    try:
        print(text, file=stream, flush=True)
    except OSError:
        _silence(stream)


def write_out(written: bytes) -> None:
    """Write bytes to standard output. Raises OSError where they do not get through."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(written)
        sys.stdout.buffer.flush()
    except OSError:
        _silence(sys.stdout)
        raise


def _silence(stream: TextIO) -> None:
    """Send what is still to be written, and what is held back, to nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
