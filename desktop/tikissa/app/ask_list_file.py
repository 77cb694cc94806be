"""An ask list that comes back as a file: how it is known without reading it whole, and how its answers are read."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tikissa.files.reader import read
from tikissa.lists.ask_list import MARK
from tikissa.lists.returned_ask_list import Answers, answers_in, is_ask_list
from tikissa.model.analysis import RecordKeys
from tikissa.model.outcome import Outcome
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.register import Reading, Register
from tikissa.model.schema import Schema

_LOOKED_AT = 1 << 18
"""Bytes in which the header stands: on the first sheet, or among the texts, which are in the order they are met."""

_TEXTS, _SHEETS = "xl/sharedStrings.xml", "xl/worksheets/sheet1."
_MARK = re.compile(rb"Tikiss(?:\xc3\xa4|\xe4|&#(?:228|x[eE]4);):|" + re.escape(MARK.encode("utf-16-le")))
"""The mark as it may stand in a file: in UTF-8 or cp1252, as XML, or in the UTF-16 of Excel's own text files."""


def comes_back(path: Path) -> bool:
    """Say whether a file is an ask list of ours, quickly: it may be asked while the window waits."""
    try:
        start = _start(path)
    except (OSError, zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError):
        return False
    return _MARK.search(start) is not None


def _start(path: Path) -> bytes:
    if path.suffix.lower() != ".xlsx":
        with path.open("rb") as stream:
            return stream.read(1 << 12)
    with zipfile.ZipFile(path) as package:
        parts = sorted(part for part in package.namelist() if part == _TEXTS or part.startswith(_SHEETS))
        return b"".join(_beginning(package, part) for part in parts)


def _beginning(package: zipfile.ZipFile, part: str) -> bytes:
    with package.open(part) as stream:
        return stream.read(_LOOKED_AT)


def read_answers(
    path: Path, outcome: Outcome, keys: RecordKeys, schema: Schema, progress: Progress = NoProgress()
) -> Answers:
    """Read every sheet that was asked by. Raises FileProblem for a file that cannot be read."""
    return answers_in(tuple(_sheets(path, progress)), outcome, keys, schema)


def _sheets(path: Path, progress: Progress) -> Iterator[Register]:
    first = read(path, progress=progress)
    for name in first.source.sheets or (first.source.sheet,):
        sheet = first if name == first.source.sheet else _sheet(path, name, progress)
        if sheet is not None and is_ask_list(sheet):
            yield sheet


def _sheet(path: Path, name: str, progress: Progress) -> Register | None:
    """Return another sheet of the file, None for one that holds no rows."""
    try:
        return read(path, Reading(sheet=name), progress=progress)
    except FileProblem:
        return None
