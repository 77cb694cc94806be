"""Reads a file into a register: the door of this package."""

from pathlib import Path

from tikissa.files.file_kind import is_plain_text, recognise
from tikissa.files.parse import Request, parse
from tikissa.files.sandbox import parse_in_child
from tikissa.files.sheet_contents import read_content
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.register import FileFormat, Reading, Register

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
    data = read_content(request.path)
    if is_plain_text(data) and recognise(data, request.path.name) is FileFormat.CSV:
        return parse(data, request, progress)
    if request.path.is_fifo():  # what came through a pipe cannot be read once more in the child
        raise FileProblem("file.not_a_file", request.path.name)
    del data
    return parse_in_child(request, progress)
