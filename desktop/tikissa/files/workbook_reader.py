"""Reads the register's sheet of a workbook with the first reader that can."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from tikissa.files.formats import READERS
from tikissa.files.grid import Grid
from tikissa.files.guard import BROKEN_ZIP, check_archive
from tikissa.files.workbook import Choice, Workbook, choose_sheet
from tikissa.model.finding import Finding, Severity
from tikissa.model.problems import Cancelled, FileProblem
from tikissa.model.progress import Progress
from tikissa.model.register import FileFormat, Reading


@dataclass(frozen=True, slots=True, eq=False)
class SheetRead:
    """A sheet and what it was read from; `encoding` only where the format has one."""

    grid: Grid
    sheet: str
    sheets: tuple[str, ...]
    encoding: str | None
    findings: tuple[Finding, ...]


def read_workbook(
    data: bytes, form: FileFormat, reading: Reading, limit: int | None, name: str, progress: Progress
) -> SheetRead:
    """Read the wanted sheet, or the one that looks like a register. Raises FileProblem."""
    _check(data, name)
    for position, opener in enumerate(READERS[form]):
        try:
            return _read(opener(data, reading.encoding), position > 0, reading, limit, progress)
        except (FileProblem, MemoryError, Cancelled, KeyboardInterrupt, SystemExit, ImportError, NameError):
            raise
        except BaseException:  # a parser's panic is no Exception; the next reader has its try
            continue
    raise FileProblem("file.damaged", name)


def _read(workbook: Workbook, is_fall_back: bool, reading: Reading, limit: int | None, progress: Progress) -> SheetRead:
    choice = choose_sheet(workbook, reading.sheet)
    grid = workbook.grid(choice.sheet, limit, progress)
    encoding: str | None = getattr(workbook, "encoding", None)
    return SheetRead(grid, choice.sheet, workbook.sheets, encoding, tuple(_findings(choice, is_fall_back)))


def _findings(choice: Choice, is_fall_back: bool) -> Iterator[Finding]:
    if is_fall_back:
        yield Finding("file.read_roughly", Severity.WARNING)
    if choice.others:
        yield Finding("file.other_sheets", Severity.WARNING, arguments=(choice.sheet, ", ".join(choice.others)))


def _check(data: bytes, name: str) -> None:
    if not data.startswith(b"PK"):
        return
    try:
        with ZipFile(BytesIO(data)) as archive:
            check_archive(archive, name)
    except BROKEN_ZIP:
        raise FileProblem("file.damaged", name) from None
