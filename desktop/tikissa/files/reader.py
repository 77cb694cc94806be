"""Reads a file into a register: the door of this package."""

from pathlib import Path

from tikissa.files.parse import Request, parse
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.register import Reading, Register

_PREVIEWED_ROWS = 120
_AS_FOUND = Reading()
_SILENT = NoProgress()


def read(
    path: Path, reading: Reading = _AS_FOUND, password: str | None = None, progress: Progress = _SILENT
) -> Register:
    """Read the whole register. Raises FileProblem for what is no register, Cancelled when the user stops it."""
    return _run(Request(path, reading, password), progress)


def preview(path: Path, reading: Reading = _AS_FOUND, password: str | None = None) -> Register:
    """Read the first rows, with the same sheet, header row, encoding and delimiter as the whole."""
    return _run(Request(path, reading, password, _PREVIEWED_ROWS), _SILENT)


def _run(request: Request, progress: Progress) -> Register:
    return parse(_content(request.path), request, progress)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise FileProblem("file.missing", path.name) from None
    except IsADirectoryError:
        raise FileProblem("file.is_folder", path.name) from None
    except PermissionError:
        raise FileProblem("file.no_permission", path.name) from None
    except OSError as error:
        raise FileProblem("file.unreadable", path.name, str(error.strerror)) from None
