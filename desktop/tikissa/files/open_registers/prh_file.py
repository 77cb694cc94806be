"""Streams the companies of the Finnish trade register's open file: a zip of one JSON array, or the array as it is.

The file is never unpacked: 1.4 GB go through a megabyte at a time.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import IO

from tikissa.model.companies import Company
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress, Progress
from tikissa.open_registers.json_stream import NotAnArray, objects_of
from tikissa.open_registers.prh import company_of

_OFTEN = 1_000
_RIGHT = 0.9
"""Of the objects of the register so many at least are companies; of another file few or none."""

_DAY = re.compile(r"(20\d\d)[-_]?([01]\d)[-_]?([0-3]\d)")
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)
"""What reading a file that is cut or damaged raises."""


class PrhFile:
    """The file at a path, opened where it is a zip: the name of what is inside it and the day its data are of."""

    def __init__(self, path: Path) -> None:
        """Raises FileProblem where the file cannot be this register's."""
        self.path = path
        self.is_zip = zipfile.is_zipfile(path)
        with _told(path):
            self._member = _member(path) if self.is_zip else None
            self.day = day_of(path, self._member)

    def companies(self, progress: Progress = NoProgress()) -> Iterator[Company]:
        """Yield the companies. Raises FileProblem where the file is cut, damaged or another one."""
        with _told(self.path), self._opened() as (stream, size):
            read = right = 0
            for read, record in enumerate(objects_of(stream), 1):
                if read % _OFTEN == 0:
                    progress.report("open_register.reading", min(stream.tell(), size), size)
                company = company_of(record)
                if company is not None:
                    right += 1
                    yield company
                elif read > _OFTEN and right < read * _RIGHT:
                    raise NotAnArray
            if right < read * _RIGHT:
                raise NotAnArray

    @contextmanager
    def _opened(self) -> Iterator[tuple[IO[bytes], int]]:
        if self._member is None:
            with self.path.open("rb") as plain:
                yield plain, self.path.stat().st_size
            return
        with zipfile.ZipFile(self.path) as archive, archive.open(self._member) as packed:
            yield packed, self._member.file_size


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (NotAnArray, *DAMAGE):
        raise FileProblem("open_register.not_whole", path.name) from None


def _member(path: Path) -> zipfile.ZipInfo:
    """Return the one member of the zip that is JSON."""
    with zipfile.ZipFile(path) as archive:
        found = [each for each in archive.infolist() if _is_json(each.filename)]
    if len(found) != 1:
        raise NotAnArray
    return found[0]


def _is_json(name: str) -> bool:
    """Tell the data from what a Mac puts into a zip beside it."""
    return name.lower().endswith(".json") and not name.rpartition("/")[2].startswith(".")


def day_of(path: Path, member: zipfile.ZipInfo | None) -> date:
    """Return the day in the file's name or its member's, else when it was made."""
    for name in (path.name, member.filename if member else ""):
        for found in _DAY.finditer(name):
            try:
                return date(*map(int, found.groups()))
            except ValueError:
                continue
    if member is not None and member.date_time > (2000, 0):
        return date(*member.date_time[:3])
    return datetime.fromtimestamp(path.stat().st_mtime).date()
