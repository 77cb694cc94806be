"""Scans the XML of a worksheet at the speed of its bytes: where each cell stands and what is written there.

Every distinct cell content is looked at once: what follows a cell's reference (its style, type, formula and value) is
kept as bytes, and only the distinct ones are understood later. Sheets it does not know how to scan are left to the
XML parser of `xlsx_tree`.
"""

import re
from array import array
from collections.abc import Iterator
from typing import IO

import numpy as np
from numpy.typing import NDArray

from tikissa.files.letters import column_index
from tikissa.model.progress import Progress

_CHUNK = 4_000_000
_ROW = re.compile(rb"<row\b([^>]*?)(?:/>|>(.*?)</row>)", re.S)
_ROW_NUMBER = re.compile(rb'\br="(\d+)"')
_CELL = re.compile(rb'<c r="([A-Z]{1,3})[0-9]+"((?:[^/>]*/>|[^>]*>(?:<v>[^<]*</v>|.*?)</c>))', re.S)


class OddSheet(Exception):
    """The sheet is written in a way the scan does not know."""


class ScannedColumn:
    """The cells of one column as they come: a code a row, 0 for no cell, and the distinct contents."""

    def __init__(self, rows_before: int) -> None:
        self.codes = array("i", bytes(4 * rows_before))
        self.contents: dict[bytes, int] = {b"": 0}

    def add(self, contents: list[bytes]) -> None:
        known = self.contents
        self.codes.extend([known.setdefault(content, len(known)) for content in contents])


class Scan:
    """A sheet's rows and columns as far as they have been scanned."""

    def __init__(self) -> None:
        self.row_numbers = array("i")
        self.hidden_rows: list[int] = []
        self.columns: dict[bytes, ScannedColumn] = {}

    def add_rows(self, rows: list[dict[bytes, bytes]], numbers: list[int]) -> None:
        for letter in {letter for row in rows for letter in row}:
            if letter not in self.columns:
                self.columns[letter] = ScannedColumn(len(self.row_numbers))
        for letter, column in self.columns.items():
            column.add([row.get(letter, b"") for row in rows])
        self.row_numbers.extend(numbers)

    def numbers(self) -> NDArray[np.int32]:
        return np.array(self.row_numbers, dtype=np.int32)

    def by_index(self) -> list[tuple[int, ScannedColumn]]:
        """Return the columns in the order of the sheet."""
        return sorted((column_index(letter.decode()), column) for letter, column in self.columns.items())


def scan_sheet(stream: IO[bytes], size: int, limit: int | None, progress: Progress) -> Scan:
    """Scan a sheet's rows, the first `limit` of them where that is given. Raises OddSheet."""
    scan = Scan()
    done = 0
    for part in _parts(stream, _CHUNK if limit is None else 200_000):
        _scan_part(part, scan)
        done += len(part)
        progress.report("file.reading", min(done, size), size)
        if limit is not None and len(scan.row_numbers) >= limit:
            break
    return scan


def _parts(stream: IO[bytes], size: int) -> Iterator[bytes]:
    """Yield the rows of a sheet in pieces that end with a row."""
    rest = b""
    while chunk := stream.read(size):
        rest += chunk
        end = rest.rfind(b"</row>")
        if end >= 0:
            yield rest[: end + 6]
            rest = rest[end + 6 :]
        elif len(rest) > 50 * _CHUNK:
            raise OddSheet
    if b"<row" in rest or b"<c " in rest or b":row" in rest:
        yield rest


def _scan_part(part: bytes, scan: Scan) -> None:
    if b"<!" in part or b":row" in part:
        raise OddSheet
    rows: list[dict[bytes, bytes]] = []
    numbers: list[int] = []
    cells = 0
    for attributes, body in _ROW.findall(part):
        number = _ROW_NUMBER.search(attributes)
        if not number:
            raise OddSheet
        found = _CELL.findall(body)
        cells += len(found)
        if found:
            rows.append(dict(found))
            numbers.append(int(number[1]))
        if b"hidden=" in attributes:
            scan.hidden_rows.append(int(number[1]))
    if cells != part.count(b"<c ") + part.count(b"<c>"):
        raise OddSheet
    scan.add_rows(rows, numbers)
