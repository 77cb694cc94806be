"""Scans the XML of a worksheet at the speed of its bytes: where each cell stands and what is written there.

What follows a cell's reference (its style, type, formula and value) is kept as bytes, each distinct content once, and
only the distinct ones are understood later. Sheets it does not know how to scan are left to `xlsx_tree`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, count, islice
from typing import IO

import numpy as np
from numpy.typing import NDArray

from tikissa.files.letters import column_index
from tikissa.model.progress import Progress

_PART = 250_000
_FIRST_PART = 100_000
_LONGEST_ROW = 200_000_000
_ROW = re.compile(rb'<row [^>]*?\br="([0-9]+)"(?: spans="[0-9:]+")?([^>]*)')
_HIDDEN = re.compile(rb'hidden="(?:1|true)"')
_START = rb'<c r="([A-Z]{1,3})[0-9]+"(?:(?: s="[0-9]+")? t="s"><v>([0-9]+)<'
_CELL = re.compile(_START + rb"/v></c>|((?:[^/>]*/>|[^>]*>(?:<v>[^<]*</v>|.*?)</c>)))", re.S)
_PLAIN_CELL = re.compile(_START + rb"|([^/]*))/")
"""Enough where no cell holds a formula or a text of its own: the first slash then ends the value."""

_NOT_PLAIN = (b"<f", b"<is", b"<v ", b't="str"', b't="e"', b't="d"', b't="inlineStr"')


class OddSheet(Exception):
    """The sheet is written in a way the scan does not know."""


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """The cells of a sheet: where each stands (position of its row, index of its column) and what it holds.

    A code from 0 up is the number of one of the distinct `contents`; from -1 down, shared text number -1 - code.
    `row_numbers` are the rows that have cells.
    """

    row_numbers: NDArray[np.int32]
    rows: NDArray[np.int32]
    columns: NDArray[np.int32]
    codes: NDArray[np.int32]
    contents: list[bytes]
    hidden_rows: int


class _Numbering:
    """Numbers contents as they come, and notices when one of them is not plain."""

    def __init__(self) -> None:
        self.all_plain = True
        self.numbers: defaultdict[bytes, int] = defaultdict(count().__next__)
        self._looked_at = 0

    def look_at_new(self) -> None:
        """Look at the contents that have come since the last look. Raises OddSheet."""
        fresh = list(islice(reversed(self.numbers), len(self.numbers) - self._looked_at))
        self._looked_at = len(self.numbers)
        if any(b"<!" in content for content in fresh):
            raise OddSheet
        heads = {content.partition(b"<v>")[0] for content in fresh}
        self.all_plain = self.all_plain and not any(sign in head for head in heads for sign in _NOT_PLAIN)


def scan_sheet(stream: IO[bytes], size: int, limit: int | None, progress: Progress) -> Scan:
    """Scan a sheet's rows, at least the first `limit` of them where that is given. Raises OddSheet."""
    numbering = _Numbering()
    parts: list[Scan] = []
    rows = done = 0
    if limit is not None:
        size = min(size, _FIRST_PART)
    for part in _parts(stream, _PART if limit is None else _FIRST_PART):
        scanned = _scan_part(part, rows, numbering)
        parts.append(scanned)
        rows += len(scanned.row_numbers)
        done += len(part)
        progress.report("file.reading", min(done, size), size)
        if limit is not None and rows >= limit:
            break
    return _joined(parts, list(numbering.numbers))


def _joined(parts: list[Scan], contents: list[bytes]) -> Scan:
    def joined(arrays: list[NDArray[np.int32]]) -> NDArray[np.int32]:
        return np.concatenate(arrays) if arrays else np.zeros(0, np.int32)

    return Scan(
        row_numbers=joined([part.row_numbers for part in parts]),
        rows=joined([part.rows for part in parts]),
        columns=joined([part.columns for part in parts]),
        codes=joined([part.codes for part in parts]),
        contents=contents,
        hidden_rows=sum(part.hidden_rows for part in parts),
    )


def _parts(stream: IO[bytes], size: int) -> Iterator[bytes]:
    """Yield the rows of a sheet in pieces that end with a row."""
    rest = b""
    while chunk := stream.read(size):
        rest += chunk
        end = rest.rfind(b"</row>")
        if end >= 0:
            yield rest[: end + 6]
            rest = rest[end + 6 :]
            if b"</sheetData>" in rest:
                return
        elif len(rest) > _LONGEST_ROW:
            raise OddSheet
    yield rest.partition(b"</sheetData>")[0]


def _scan_part(part: bytes, rows_before: int, numbering: _Numbering) -> Scan:
    numbers, counts, hidden = _rows(part)
    pattern = _PLAIN_CELL if numbering.all_plain else _CELL
    letters, codes = _cells(pattern, part, int(counts.sum()), numbering)
    if pattern is _PLAIN_CELL and not numbering.all_plain:
        letters, codes = _cells(_CELL, part, int(counts.sum()), numbering)
    indices = {letter: column_index(letter.decode()) for letter in set(letters)}
    positions = np.arange(rows_before, rows_before + len(numbers), dtype=np.int32)
    columns = np.fromiter(map(indices.__getitem__, letters), np.int32, len(letters))
    return Scan(numbers, np.repeat(positions, counts), columns, codes, [], hidden)


def _cells(
    pattern: "re.Pattern[bytes]", part: bytes, expected: int, numbering: _Numbering
) -> tuple[Sequence[bytes], NDArray[np.int32]]:
    """Return the column letters and the codes of a part's cells."""
    found: list[tuple[bytes, bytes, bytes]] = pattern.findall(part)
    if len(found) != expected:
        raise OddSheet
    if not found:
        return (), np.zeros(0, np.int32)
    letters, shared, contents = zip(*found, strict=True)
    is_shared = np.fromiter(map(len, shared), np.int32, len(shared)) > 0
    codes = np.empty(len(found), np.int32)
    codes[is_shared] = -1 - np.fromstring(b" ".join(filter(None, shared)), dtype=np.int32, sep=" ")
    others = compress(contents, (~is_shared).tolist())
    codes[~is_shared] = list(map(numbering.numbers.__getitem__, others))
    numbering.look_at_new()
    return letters, codes


def _rows(part: bytes) -> tuple[NDArray[np.int32], NDArray[np.int32], int]:
    """Return the number of each row that has cells and how many it has, and how many rows are hidden."""
    before, *pieces = part.split(b"<row")
    found = _ROW.findall(part)
    counts = np.array([piece.count(b"<c ") for piece in pieces], dtype=np.int32)
    is_prefixed = not pieces and (b":row" in part or b":c " in part)
    if is_prefixed or len(found) != len(pieces) or b"<c " in before or part.count(b"</c>") > counts.sum():
        raise OddSheet
    numbers = np.array([int(number) for number, _ in found], dtype=np.int32)
    hidden = sum(_HIDDEN.search(rest) is not None for _, rest in found if rest)
    return numbers[counts > 0], counts[counts > 0], hidden
