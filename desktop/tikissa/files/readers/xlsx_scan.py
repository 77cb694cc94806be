"""Scans the XML of a worksheet at the speed of its bytes: where each cell stands and what is written there.

Cells are looked at many at once, as arrays of bytes (see `xml_bytes`), and only the distinct contents are made into
texts and understood later. Sheets it does not know how to scan are left to `xlsx_tree`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import IO

import numpy as np
from numpy.typing import NDArray

from tikissa.files.grid import Merged
from tikissa.files.letters import column_index
from tikissa.files.readers.xlsx_contents import Contents, Group
from tikissa.files.readers.xlsx_rows import OddSheet, find_rows
from tikissa.files.readers.xml_bytes import DIGITS, Positions, XmlBytes, mask, word
from tikissa.model.progress import Progress

_PART = 1_000_000
_FIRST_PART = 100_000
_LONGEST_ROW = 200_000_000

_TAG = mask(3)
_CELL, _VALUE, _VALUE_END, _CELL_END = word(b"<c "), word(b"<v>"), word(b"</v"), word(b"</c")
_NOTHING_INSIDE = (_CELL, _CELL_END, word(b"<ro"), word(b"</r"), word(b"</s"), word(b""))
"""What comes after the tag of an empty cell."""

_REFERENCE = word(b'<c r="')
_SHARED = word(b' t="s"><')
_LONGEST_HEAD = 16
_LONGEST_END = 20_000_000
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?\bref=[\"']([A-Za-z]{1,3})(\d{1,7}):([A-Za-z]{1,3})(\d{1,7})[\"']")


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """The filled cells of a sheet: where each stands (position of its row, index of its column) and what it holds.

    A code from 0 up is the number of one of the `count` distinct contents in `groups`; from -1 down, shared text
    number -1 - code. `row_numbers` are the rows that have cells; of `hidden_rows` some may have none.
    """

    row_numbers: NDArray[np.int32]
    rows: NDArray[np.int32]
    columns: NDArray[np.int32]
    codes: NDArray[np.int32]
    groups: tuple[Group, ...]
    count: int
    hidden_rows: NDArray[np.int32]
    merged: tuple[Merged, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    row_numbers: NDArray[np.int32]
    hidden_rows: NDArray[np.int32]
    rows: NDArray[np.int32]
    columns: NDArray[np.int32]
    codes: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class _Cells:
    """Some cells of a part: the number of each one's tag, its row, its column and where its reference ends."""

    tags: Positions
    rows: Positions
    columns: NDArray[np.int32]
    after: Positions

    def only(self, are_wanted: NDArray[np.bool_]) -> "_Cells":
        return _Cells(self.tags[are_wanted], self.rows[are_wanted], self.columns[are_wanted], self.after[are_wanted])


def scan_sheet(stream: IO[bytes], size: int, limit: int | None, progress: Progress) -> Scan:
    """Scan a sheet's rows, at least the first `limit` of them where that is given. Raises OddSheet."""
    contents = Contents()
    parts: list[_Part] = []
    rows = done = 0
    if limit is not None:
        size = min(size, _FIRST_PART)
    below: list[bytes] = []
    for part in _parts(stream, _PART if limit is None else _FIRST_PART, below):
        scanned = _scan_part(part, rows, contents)
        parts.append(scanned)
        rows += len(scanned.row_numbers)
        done += len(part)
        progress.report("file.reading", min(done, size), size)
        if limit is not None and rows >= limit:
            break
    return replace(_joined(parts, contents), merged=tuple(merged_down(b"".join(below))))


def _joined(parts: list[_Part], contents: Contents) -> Scan:
    codes, groups, count = contents.finish(np.concatenate([np.zeros(0, np.int64), *(part.codes for part in parts)]))
    empty = np.zeros(0, np.int32)
    return Scan(
        row_numbers=np.concatenate([empty, *(part.row_numbers for part in parts)]),
        rows=np.concatenate([empty, *(part.rows for part in parts)]),
        columns=np.concatenate([empty, *(part.columns for part in parts)]),
        codes=codes,
        groups=groups,
        count=count,
        hidden_rows=np.concatenate([empty, *(part.hidden_rows for part in parts)]),
    )


def _parts(stream: IO[bytes], size: int, below: list[bytes]) -> Iterator[bytes]:
    """Yield the rows of a sheet in pieces that end with a row, and put what stands below them into `below`."""
    rest = b""
    while chunk := stream.read(size):
        rest += chunk
        end = rest.rfind(b"</row>")
        if end >= 0:
            yield rest[: end + 6]
            rest = rest[end + 6 :]
            if b"</sheetData>" in rest:
                below += [rest, stream.read(_LONGEST_END)]
                return
        elif len(rest) > _LONGEST_ROW:
            raise OddSheet
    last, _, after = rest.partition(b"</sheetData>")
    below.append(after)
    yield last


def merged_down(xml: bytes) -> Iterator[Merged]:
    """Yield the cells that are merged down several rows, from what stands below the rows."""
    for left, top, right, bottom in _MERGED.findall(xml):
        if int(top) < int(bottom):
            columns = (column_index(letters.decode().upper()) for letters in (left, right))
            yield Merged(int(top), int(bottom), *columns)


def _scan_part(part: bytes, rows_before: int, contents: Contents) -> _Part:
    start = max(part.find(b"<row"), 0)
    xml = XmlBytes(part[start:])
    kinds = xml.words(xml.tags) & _TAG
    rows = find_rows(xml, kinds, part[:start])
    tags = np.flatnonzero(kinds == _CELL)
    cells = _Cells(tags, rows.of_tags[tags], *_references(xml, tags, rows.digits[rows.of_tags[tags]]))
    has_cells = np.bincount(cells.rows, minlength=len(rows.numbers)) > 0
    positions = np.cumsum(has_cells) - 1 + rows_before
    kept, codes = _contents(xml, kinds, cells, contents)
    placed = positions[kept.rows].astype(np.int32)
    return _Part(rows.numbers[has_cells], rows.hidden, placed, kept.columns, codes)


def _references(xml: XmlBytes, tags: Positions, row_digits: Positions) -> tuple[NDArray[np.int32], Positions]:
    """Return the column index of each cell and the position after its reference."""
    starts = xml.tags[tags]
    letters = [xml.bytes[starts + offset].astype(np.int32) - 64 for offset in (6, 7, 8)]
    two = letters[1] > 0
    three = two & (letters[2] > 0)
    columns = np.where(two, letters[0] * 26 + letters[1], letters[0])
    columns = np.where(three, columns * 26 + letters[2], columns) - 1
    after = starts + 7 + two + three + row_digits
    if ((xml.words(starts) & mask(6)) != _REFERENCE).any() or (xml.bytes[after] != ord('"')).any():
        raise OddSheet
    return columns.astype(np.int32), after + 1


def _contents(
    xml: XmlBytes, kinds: NDArray[np.uint64], cells: _Cells, contents: Contents
) -> tuple[_Cells, NDArray[np.int64]]:
    """Return the cells that hold something, and their codes."""
    inside = kinds[cells.tags + 1]
    is_plain = (inside == _VALUE) & (kinds[cells.tags + 2] == _VALUE_END) & (kinds[cells.tags + 3] == _CELL_END)
    is_plain &= xml.tags[cells.tags + 1] - cells.after <= _LONGEST_HEAD
    if not is_plain.all():
        is_filled = ~np.logical_or.reduce([inside == kind for kind in _NOTHING_INSIDE])
        cells, is_plain = cells.only(is_filled), is_plain[is_filled]
    codes = np.empty(len(cells.tags), np.int64)
    codes[is_plain] = _plain(xml, cells.only(is_plain), contents)
    if not is_plain.all():
        codes[~is_plain] = _whole(xml, kinds, cells.only(~is_plain), contents)
    return cells, codes


def _plain(xml: XmlBytes, cells: _Cells, contents: Contents) -> NDArray[np.int64]:
    """Number cells that hold a value and nothing else."""
    heads_end, ends = xml.tags[cells.tags + 1], xml.tags[cells.tags + 2]
    numbers, are_numbers = xml.numbers(ends, ends - heads_end - 3)
    is_shared = xml.words(heads_end - 7) == _SHARED
    if not are_numbers[is_shared].all():
        raise OddSheet
    codes = -1 - numbers
    others = np.flatnonzero(~is_shared)
    is_whole = are_numbers[others] & ((xml.bytes[heads_end[others] + 3] != ord("0")) | (ends - heads_end == 4)[others])
    heads = contents.heads(xml, cells.after[others], heads_end[others])
    codes[others[is_whole]] = contents.whole_numbers(heads[is_whole], numbers[others[is_whole]])
    rest = others[~is_whole]
    values = xml.slices(heads_end[rest] + 3, ends[rest])
    codes[rest] = contents.values(heads[~is_whole], values)
    return codes


def _whole(xml: XmlBytes, kinds: NDArray[np.uint64], cells: _Cells, contents: Contents) -> NDArray[np.int64]:
    """Number cells whose content must be taken apart: formulas, texts of their own. They end with `</c>`."""
    ends_of_cells = np.flatnonzero(kinds == _CELL_END)
    last = np.searchsorted(ends_of_cells, cells.tags)
    if len(last) and last.max() >= len(ends_of_cells):
        raise OddSheet
    return contents.whole(xml.slices(cells.after, xml.tags[ends_of_cells[last]]))


assert DIGITS == 8  # a shared text's number has no more
