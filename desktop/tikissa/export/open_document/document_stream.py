"""Parts the content of an OpenDocument spreadsheet into its rows and what stands between them, as bytes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from pathlib import Path
from typing import IO, NamedTuple
from zipfile import BadZipFile, ZipFile

from tikissa.export.workbook.sheet_stream import OddSheet
from tikissa.files.readers.flat_document import as_archive, is_flat
from tikissa.model.problems import TargetProblem

CONTENT = "content.xml"

_CHUNK = 1 << 19
_CLOSE = b"</table:table-row>"
_SLASH = ord("/")
_USUAL = (b"<table:table-row ", b"<table:table-row>")
_OPENING = re.compile(rb"<table:table-row(?:\s[^<>]*)?>")
_TABLE = re.compile(rb"<table:table(\s[^<>]*)>|</table:table>")
_NAME = re.compile(rb"\stable:name\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_TIMES = re.compile(rb"\stable:number-rows-repeated\s*=\s*[\"'](\d+)[\"']")
_SPACES = tuple(
    b'xmlns:%b="urn:oasis:names:tc:opendocument:xmlns:%b:1.0"' % (name, name) for name in (b"office", b"table", b"text")
)


class DocumentRow(NamedTuple):
    """A row's XML as it stands: the first of the rows it stands for, how many they are, where its opening tag ends.
    `is_marked` says that one of the words the reader asked for may stand in it."""

    sheet: str
    number: int
    times: int
    raw: bytes
    opening_end: int
    is_marked: bool = True


class Piece(NamedTuple):
    """What stands between two rows, and the row after it, None at the end. `opened` are the sheets that begin in it."""

    gap: bytes
    row: DocumentRow | None
    opened: tuple[str, ...] = ()


def open_document(path: Path) -> ZipFile:
    """Open the zip, or a flat document as one. Raises TargetProblem where it is neither."""
    try:
        with path.open("rb") as stream:
            if is_flat(stream.read(100)):
                return as_archive(path.read_bytes())
        return ZipFile(path)
    except BadZipFile:
        raise TargetProblem("save.not_a_workbook", path.name) from None


def pieces(stream: IO[bytes], marks: Sequence[bytes] = (b"",)) -> Iterator[Piece]:
    """Yield the content piece by piece: put together again they are its bytes. Rows in whose neighbourhood none of the
    marks stands are told by `is_marked`, at a fraction of the price of a search in each. Raises OddSheet."""
    place = _Place()
    for raw_pieces, buffer in _buffers(stream):
        is_marked = any(mark in buffer for mark in marks)
        has_table = buffer.count(b"<table:table ") > 0
        for gap, raw in raw_pieces:
            opened = tuple(place.opened_in(gap)) if gap else ()
            yield Piece(gap, place.row(raw, is_marked, has_table) if raw else None, opened)


class _Place:
    """Where in the document the stream has come to."""

    def __init__(self) -> None:
        self.sheet: str | None = None
        self._number = 1

    def opened_in(self, gap: bytes) -> Iterator[str]:
        """Pass over what stands between two rows; yield the sheets that begin there."""
        for tag in _TABLE.finditer(gap):
            if tag[1] is None:
                self.sheet = None
            elif self.sheet is not None:
                raise OddSheet  # a table in a cell or a drawing
            elif not tag[1].endswith(b"/"):
                self.sheet, self._number = name_of(tag[1]), 1
                yield self.sheet

    def row(self, raw: bytes, is_marked: bool, may_hold_a_table: bool) -> DocumentRow:
        if self.sheet is None or (may_hold_a_table and b"<table:table " in raw):
            raise OddSheet
        end = raw.index(b">") + 1
        repeated = _TIMES.search(raw, 0, end) if raw.find(b"-repeated", 0, end) > 0 else None
        times = max(1, int(repeated[1])) if repeated else 1
        row = DocumentRow(self.sheet, self._number, times, raw, end, is_marked)
        self._number += times
        return row


def begins_at(gap: bytes, sheet: str) -> int:
    """Return where in what stands between two rows a sheet begins. Raises StopIteration where it does not."""
    return next(tag.start() for tag in _TABLE.finditer(gap) if tag[1] and name_of(tag[1]) == sheet)


def name_of(attributes: bytes) -> str:
    """Return the name among the attributes of a tag."""
    found = _NAME.search(attributes)
    return unescape((found[1] or found[2] or b"").decode()) if found else ""


def _buffers(stream: IO[bytes]) -> Iterator[tuple[Iterator[tuple[bytes, bytes]], bytes]]:
    """Yield what stands before each row, and the row, for some rows at a time, with the bytes they are in."""
    buffer = stream.read(_CHUNK)
    head = buffer[: buffer.find(b"<office:body")]
    if not all(space in head for space in _SPACES) or not _is_utf8(head):
        raise OddSheet
    while True:
        if b"<!" in buffer:
            raise OddSheet
        whole, (*parts, buffer) = buffer, buffer.split(_CLOSE)
        yield _rows_in(parts), whole
        chunk = stream.read(_CHUNK)
        if not chunk:
            break
        buffer += chunk
    yield _rows_at_end(buffer), buffer


def _rows_in(parts: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
    for part in parts:
        if part.startswith(_USUAL) and part[part.index(b">") - 1] != _SLASH:
            yield b"", part + _CLOSE
        else:
            yield from _rows_of(part)


def _is_utf8(head: bytes) -> bool:
    declared = re.match(rb"\s*(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*[\"']([\w-]+)", head)
    return head[:2] not in (b"\xff\xfe", b"\xfe\xff") and (
        not declared or declared[1].lower() in (b"utf-8", b"us-ascii")
    )


def _rows_of(part: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the rows in a part that its last row closes; those before it close themselves."""
    place = 0
    for opening in _OPENING.finditer(part):
        if not opening[0].endswith(b"/>"):
            yield part[place : opening.start()], part[opening.start() :] + _CLOSE
            return
        yield part[place : opening.start()], opening[0]
        place = opening.end()
    raise OddSheet


def _rows_at_end(rest: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 0
    for opening in _OPENING.finditer(rest):
        if not opening[0].endswith(b"/>"):
            raise OddSheet
        yield rest[place : opening.start()], opening[0]
        place = opening.end()
    yield rest[place:], b""
