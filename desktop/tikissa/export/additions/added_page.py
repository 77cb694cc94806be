"""A page of text as a sheet of its own in the saved workbook, as the change log tells of it, and without it again."""

import json
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from tikissa.export.log.audit_line import AuditLine, LineKind
from tikissa.export.log.audit_log import AuditLog
from tikissa.export.open_document.document_patch import MIMETYPE
from tikissa.export.open_document.document_stream import CONTENT, Piece, begins_at, pieces
from tikissa.export.workbook.package import Package
from tikissa.export.workbook.workbook_parts import WorkbookParts
from tikissa.messages import say
from tikissa.model.register import FileFormat

PAGE = LineKind.PAGE.value
"""The kind of an added sheet that is a page of text."""

WIDTH = 100
"""Of its one column, in letters."""

_END = b"</table:table>"


@dataclass(frozen=True, slots=True)
class AddedPage:
    """The sheet's name and its rows, "" where one is left empty."""

    name: str
    rows: tuple[str, ...]


def page_rows(lines: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the rows of a page whose lines are what they are (title, heading, text …) and their words."""
    return tuple(row for kind, words in lines for row in ((("", words)) if kind == "heading" else (words,)))


def page_line(page: AddedPage, language: str, who: str, time: str) -> AuditLine:
    """Return the log's line for a page."""
    return AuditLine(
        time=time,
        kind=PAGE,
        sheet=page.name,
        after=page.rows[0],
        after_cell=json.dumps(page.rows, ensure_ascii=False),
        rule="save.page",
        reason=say(language, "save.page"),
        decided_by=who,
    )


def rows_told(log: AuditLog, sheet: str) -> tuple[str, ...]:
    """Return the rows of a page as the log tells them, none where it does not."""
    lines = (line.after_cell for line in log.lines if line.kind == PAGE and line.sheet == sheet and line.after_cell)
    return tuple(json.loads(next(lines, "[]")))


def pages_gone(log: AuditLog) -> frozenset[str]:
    """Return the sheets that the log tells were taken out."""
    return frozenset(line.sheet for line in log.lines if line.kind == PAGE and line.before_cell)


@contextmanager
def seen_without_pages(path: Path, sheets: Iterable[str], form: FileFormat) -> Iterator[Path]:
    """Give a copy of a workbook without these sheets, for the time of comparing."""
    with TemporaryDirectory(prefix="tikissa-") as room:
        for number, sheet in enumerate(sheets):
            bare = Path(room) / f"{number}{path.suffix}"
            with bare.open("wb") as stream:
                write_without_page(path, sheet, form, stream)
            path = bare
        yield path


def write_without_page(source: Path, sheet: str, form: FileFormat, target: IO[bytes]) -> None:
    """Write the workbook without one of its sheets, to which nothing points. Raises OddSheet."""
    with Package(source) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as out:
        if form is FileFormat.ODS:
            _copy_document(package, sheet, out)
            return
        parts = WorkbookParts(package)
        gone = parts.remove_sheet(sheet)
        changed = parts.changed
        for info in package.zip.infolist():
            if info.filename in changed:
                out.writestr(info.filename, changed[info.filename])
            elif info.filename != gone:
                package.copy_part(info, out)


def _copy_document(package: Package, sheet: str, out: zipfile.ZipFile) -> None:
    for info in sorted(package.zip.infolist(), key=lambda each: each.filename != MIMETYPE):  # it must come first
        if info.filename != CONTENT:
            package.copy_part(info, out)
            continue
        with package.zip.open(info) as opened, out.open(CONTENT, "w", force_zip64=True) as written:
            written.writelines(_without(pieces(opened), sheet))


def _without(every: Iterable[Piece], sheet: str) -> Iterator[bytes]:
    is_inside = False
    for piece in every:
        gap = piece.gap
        if is_inside:
            gap, is_inside = _after_end(gap)
        if sheet in piece.opened:
            begin = begins_at(gap, sheet)
            rest, is_inside = _after_end(gap[begin:])
            gap = gap[:begin] + rest
        yield gap
        if piece.row is not None and not is_inside:
            yield piece.row.raw


def _after_end(gap: bytes) -> tuple[bytes, bool]:
    """Return what follows the end of a sheet, and whether it goes on behind this gap."""
    end = gap.find(_END)
    return (b"", True) if end < 0 else (gap[end + len(_END) :], False)
