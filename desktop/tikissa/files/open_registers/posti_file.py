"""Streams the lines of Posti's files, as they are downloaded or packed in a zip."""

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TypeVar

from tikissa.files.open_registers.prh_file import DAMAGE
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress, Progress
from tikissa.open_registers.posti_layout import (
    DAY,
    CodeChange,
    PostalCode,
    StreetPart,
    code_change,
    field,
    is_change_record,
    postal_code,
    street_part,
)

Record = TypeVar("Record")

_OFTEN = 5_000
_RIGHT = 0.9


class _NotThisFile(Exception):
    pass


def street_parts(path: Path, progress: Progress = NoProgress()) -> Iterator[StreetPart]:
    """Yield the records of a BAF file. Raises FileProblem where it is cut, damaged or of another layout."""
    return _records(path, street_part, progress)


def postal_codes(path: Path, progress: Progress = NoProgress()) -> Iterator[PostalCode]:
    """Yield the records of a PCF file. Raises FileProblem as above."""
    return _records(path, postal_code, progress)


def _records(path: Path, make: Callable[[str], Record | None], progress: Progress) -> Iterator[Record]:
    with _told(path):
        read = right = 0
        for line in _lines(path, progress):
            read += 1
            record = make(line)
            if record is not None:
                right += 1
                yield record
        if not read or right < read * _RIGHT:
            raise _NotThisFile


def code_changes(path: Path, progress: Progress = NoProgress()) -> list[CodeChange]:
    """Return the changes of a POM file, none where in its month no code became another. Raises FileProblem where it is
    damaged or of another layout."""
    with _told(path):
        lines = [*_lines(path, progress)]
        records = [line for line in lines if is_change_record(line)]
        if not records or len(records) < len(lines) * _RIGHT:
            raise _NotThisFile
        return [change for line in records if (change := code_change(line)) is not None]


def first_day(path: Path) -> date:
    """Return the day the file was run on, as its first line tells. Raises FileProblem."""
    with _told(path):
        line = next(iter(_lines(path, NoProgress())), "")
        text = field(line, DAY)
        try:
            return date(int(text[:4]), int(text[4:6]), int(text[6:]))
        except ValueError:
            raise _NotThisFile from None


def _lines(path: Path, progress: Progress) -> Iterator[str]:
    with _opened(path) as (stream, size):
        text = TextIOWrapper(stream, encoding="iso-8859-1", newline=None)
        for place, line in enumerate(text):
            if place % _OFTEN == 0:
                progress.report("open_register.reading", min(place * 257, size), size)
            if line.strip():
                yield line.rstrip("\r\n")


@contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], int]]:
    if not zipfile.is_zipfile(path):
        with path.open("rb") as stream:
            yield stream, path.stat().st_size
        return
    with zipfile.ZipFile(path) as archive:
        members = [member for member in archive.infolist() if member.filename.lower().endswith(".dat")]
        if len(members) != 1:
            raise _NotThisFile
        with archive.open(members[0]) as packed:
            yield packed, members[0].file_size


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (_NotThisFile, *DAMAGE):
        raise FileProblem("open_register.not_whole", path.name) from None
