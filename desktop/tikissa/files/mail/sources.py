"""The files with news of contacts: messages one by one from .eml and .mbox, tables, and folders and zips of both.

A mailbox is read as a stream, and of a message only its beginning: what is attached to it tells nothing.
"""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from zipfile import ZipFile, ZipInfo

from tikissa.files.guard import BROKEN_ZIP, check_archive
from tikissa.files.mail.report import events_of
from tikissa.model.contact_event import ContactEvent
from tikissa.model.problems import FileProblem
from tikissa.model.progress import Progress

_MOST_OF_A_MESSAGE = 150_000
_LONGEST_LINE = 65_536
_ZIP = b"PK"
_LOOKED_AT = 4_096
_LARGEST_TABLE = 500_000_000
_REPORT_EVERY = 200
_NEW_MESSAGE = re.compile(rb"From .{1,300}?\d{1,2}:\d{2}")
_MAIL_FIELDS = (
    *(b"return-path:", b"received:", b"delivered-to:", b"from:", b"to:", b"date:", b"subject:", b"message-id:"),
    *(b"mime-version:", b"x-original-to:", b"envelope-to:", b"x-failed-recipients:", b"auto-submitted:"),
)
_NOT_READ = (".msg", ".pst", ".ost", ".olm")


@dataclass(frozen=True, slots=True)
class Table:
    """A file that is no mail: read as a spreadsheet. `name` is what the user knows it by."""

    path: Path
    name: str


Found = tuple[ContactEvent, ...] | Table


def contents_of(path: Path, progress: Progress) -> Iterator[Found]:
    """Yield what each message of a file, a folder or a zip tells, and each table.

    A yielded table lies on disk only until the next is asked for. Raises FileProblem for what cannot be read.
    """
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file() and not _is_beside_the_point(file.name))
        if not files:
            raise FileProblem("contacts.empty_folder", path.name)
        for place, file in enumerate(files):
            if place % _REPORT_EVERY == 0:
                progress.report("contacts.reading", place, len(files))
            yield from _in_file(file, progress)
    else:
        yield from _in_file(path, progress)


def is_mail(path: Path) -> bool:
    """Say whether a file is a message or a mailbox, by how it begins."""
    try:
        with path.open("rb") as stream:
            return _is_mail(stream.read(_LOOKED_AT))
    except OSError:
        return False


def is_archive_of_files(path: Path) -> bool:
    """Say whether a file is a zip of files rather than a workbook, which is a zip too."""
    try:
        with path.open("rb") as stream:
            return stream.read(2) == _ZIP and not _is_workbook(path)
    except OSError:
        return False


def _in_file(path: Path, progress: Progress) -> Iterator[Found]:
    if path.suffix.lower() in _NOT_READ:
        raise FileProblem("contacts.outlook_file", path.name)
    try:
        with path.open("rb") as stream:
            start = stream.read(_LOOKED_AT)
            if _is_mail(start):
                stream.seek(0)
                yield from _messages(stream, path.stat().st_size, progress)
                return
    except OSError as error:
        raise FileProblem("file.unreadable", path.name, str(error.strerror)) from None
    if start.startswith(_ZIP) and not _is_workbook(path):
        yield from _in_zip(path, progress)
    else:
        yield Table(path, path.name)


def _is_workbook(path: Path) -> bool:
    """Say whether a zip is that of a spreadsheet; one that has been cut is not known for one."""
    try:
        with ZipFile(path) as archive:
            return not {"[Content_Types].xml", "mimetype"}.isdisjoint(archive.namelist())
    except BROKEN_ZIP:
        return path.suffix.lower().startswith((".xls", ".ods"))


def _in_zip(path: Path, progress: Progress) -> Iterator[Found]:
    try:
        with ZipFile(path) as archive:
            check_archive(archive, path.name)
            members = [each for each in archive.infolist() if not each.is_dir()]
            members = [each for each in members if not _is_beside_the_point(Path(each.filename).name)]
            for place, member in enumerate(members):
                if place % _REPORT_EVERY == 0:
                    progress.report("contacts.reading", place, len(members))
                yield from _in_member(archive, member, path.name, progress)
    except BROKEN_ZIP:
        raise FileProblem("contacts.broken_zip", path.name) from None


def _in_member(archive: ZipFile, member: ZipInfo, name: str, progress: Progress) -> Iterator[Found]:
    with archive.open(member) as stream:
        start = stream.read(_LOOKED_AT)
    if _is_mail(start):
        with archive.open(member) as stream:
            yield from _messages(stream, member.file_size, progress)
        return
    if member.file_size > _LARGEST_TABLE:
        raise FileProblem("file.too_large", name)
    if Path(member.filename).suffix.lower() in _NOT_READ:
        raise FileProblem("contacts.outlook_file", Path(member.filename).name)
    with _unpacked(archive, member) as table:
        yield table


@contextmanager
def _unpacked(archive: ZipFile, member: ZipInfo) -> Iterator[Table]:
    name = Path(member.filename.replace("\\", "/")).name
    with tempfile.TemporaryDirectory(prefix="tikissa-") as folder:
        path = Path(folder) / (name or "table.csv")
        with archive.open(member) as stream, path.open("wb") as target:
            shutil.copyfileobj(stream, target)
        yield Table(path, name)


def _messages(stream: IO[bytes], size: int, progress: Progress) -> Iterator[Found]:
    for number, (content, done) in enumerate(messages_in(stream)):
        if number % _REPORT_EVERY == 0:
            progress.report("contacts.reading", min(done, size), size)
        yield events_of(content)


def messages_in(stream: IO[bytes]) -> Iterator[tuple[bytes, int]]:
    """Yield the beginning of each message of a mailbox, or of the one message there is, and how far the stream is."""
    kept: list[bytes] = []
    length = done = 0
    after_blank = True
    while line := stream.readline(_LONGEST_LINE):
        done += len(line)
        if after_blank and _NEW_MESSAGE.match(line):
            if kept:
                yield b"".join(kept), done
            kept, length = [], 0
        elif length < _MOST_OF_A_MESSAGE:
            kept.append(line)
            length += len(line)
        after_blank = line in (b"\n", b"\r\n")
    if kept:
        yield b"".join(kept), done


def _is_mail(start: bytes) -> bool:
    """A mailbox begins with its "From " line, a message with fields, of which two at least are those of mail; a zip
    may hold one as it is."""
    if start.startswith(_ZIP):
        return False
    if _NEW_MESSAGE.match(start):
        return True
    lines = start.removeprefix(b"\xef\xbb\xbf").lower().split(b"\n")[:60]
    return sum(line.startswith(_MAIL_FIELDS) for line in lines) >= 2 and lines[0].strip()[:1].isalpha()


def _is_beside_the_point(name: str) -> bool:
    """Say whether a file is one that programs leave among others."""
    return name.startswith((".", "~$", "dovecot", "maildir", "__MACOSX")) or name.lower() in (
        "thumbs.db",
        "desktop.ini",
    )
