"""Streams the companies of an open register that is a table: text with `;` between, as it is or packed in a zip."""

import csv
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import IO

from tikissa.files.open_registers.prh_file import DAMAGE, day_of
from tikissa.model.companies import Company
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress, Progress
from tikissa.open_registers import estonia, sweden
from tikissa.open_registers.register_kinds import RegisterKind

_OFTEN = 2_000
_PROBED = 1 << 20
_RIGHT = 0.5
"""Of the rows so many at least are companies: persons in business stand among them and are left out."""


@dataclass(frozen=True, slots=True)
class TableLayout:
    """What a register's table is read by. `companies_below`: ids are given out one after another below this; 0 where a
    lack tells nothing, since the file holds those that ceased as well."""

    columns: Sequence[str]
    company_of: Callable[[Mapping[str, str]], Company | None]
    country: str
    companies_below: int = 0


LAYOUTS: dict[RegisterKind, TableLayout] = {
    RegisterKind.RIK: TableLayout(estonia.COLUMNS, estonia.company_of_row, estonia.COUNTRY, estonia.COMPANIES_BELOW),
    RegisterKind.BOLAGSVERKET: TableLayout(sweden.COLUMNS, sweden.company_of_row, sweden.COUNTRY),
}


class _NotThisFile(Exception):
    pass


class CompanyTable:
    """A register's table at a path. Raises FileProblem where it cannot be this register's."""

    def __init__(self, path: Path, layout: TableLayout) -> None:
        self.path, self._layout = path, layout
        with _told(path), _opened(path) as (stream, _, member):
            self.day: date = day_of(path, member)
            self._encoding = _encoding(stream.read(_PROBED))

    def companies(self, progress: Progress = NoProgress()) -> Iterator[Company]:
        """Yield the companies. Raises FileProblem where the file is cut, damaged or another one."""
        with _told(self.path), _opened(self.path) as (stream, size, _):
            text = TextIOWrapper(stream, encoding=self._encoding, newline="")
            rows = csv.DictReader(text, delimiter=";")
            if not set(self._layout.columns) <= set(rows.fieldnames or ()):
                raise _NotThisFile
            read = right = 0
            for read, row in enumerate(rows, 1):
                if read % _OFTEN == 0:
                    progress.report("open_register.reading", min(stream.tell(), size), size)
                if None in row.values():
                    raise _NotThisFile  # the last row is cut
                if (company := self._layout.company_of(row)) is not None:
                    right += 1
                    yield company
            if right < read * _RIGHT:
                raise _NotThisFile


def table_kind(content: bytes) -> RegisterKind | None:
    """Return of which register a table is by its first line, None where of none."""
    names = content.decode("iso-8859-1").partition("\n")[0].replace('"', "").strip().removeprefix("ï»¿").split(";")
    return next((kind for kind, layout in LAYOUTS.items() if set(layout.columns) <= set(names)), None)


def _encoding(beginning: bytes) -> str:
    """Return how the file is written: one reader says UTF-8, another ISO-8859-1; the bytes know."""
    try:
        beginning[: beginning.rfind(b"\n") + 1].decode("utf-8")
    except UnicodeDecodeError:
        return "iso-8859-1"
    return "utf-8-sig"


@contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], int, zipfile.ZipInfo | None]]:
    if not zipfile.is_zipfile(path):
        with path.open("rb") as stream:
            yield stream, path.stat().st_size, None
        return
    with zipfile.ZipFile(path) as archive:
        members = [member for member in archive.infolist() if member.filename.lower().endswith((".csv", ".txt"))]
        if len(members) != 1:
            raise _NotThisFile
        with archive.open(members[0]) as packed:
            yield packed, members[0].file_size, members[0]


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (_NotThisFile, csv.Error, UnicodeDecodeError, *DAMAGE):
        raise FileProblem("open_register.not_whole", path.name) from None
