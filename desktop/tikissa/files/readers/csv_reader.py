"""Reads a CSV file as it was meant, however it was written, and says what was odd about it."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tikissa.files.encoding import decode, detect_encoding
from tikissa.files.grid import Grid, TextColumns
from tikissa.files.readers.csv_dialect import find_delimiter, separator_of, split_separator_line
from tikissa.files.readers.csv_plain import columns_of, common_line_end, pieces, records_of
from tikissa.files.readers.csv_records import RecordCutter
from tikissa.model.finding import Finding, Severity
from tikissa.model.problems import FileProblem
from tikissa.model.progress import Progress
from tikissa.model.register import Reading

_DOUBLY_ENCODED = re.compile("Ã[¤¶¥„–…\u0084\u0085\u0096]")
_SPELLED = {"\\t": "\t", "tab": "\t"}


@dataclass(frozen=True, slots=True, eq=False)
class CsvTable:
    """The records of a CSV file and how they were read; `widths` tells how many cells each record was written with."""

    grid: Grid
    widths: NDArray[np.int32]
    encoding: str
    delimiter: str
    findings: tuple[Finding, ...]


def read_csv(data: bytes, reading: Reading, limit: int | None, progress: Progress) -> CsvTable:
    """Read the first `limit` records, all of them where it is None."""
    encoding = reading.encoding or detect_encoding(data)
    decoded = decode(data, encoding)
    separator_line, body = split_separator_line(decoded.text)
    delimiter = _one_character(reading.delimiter or separator_of(separator_line) or find_delimiter(body))
    nul_characters = body.count("\x00") if "\x00" in body else 0
    text = body.rstrip("\x1a").replace("\x00", "") if nul_characters else body.rstrip("\x1a")
    records = _Records(limit, _estimated_rows(body), progress)
    unclosed = _gather(text, delimiter, records)
    counts = {
        "file.mixed_encoding": decoded.odd_lines,
        "file.unreadable_characters": decoded.unreadable,
        "file.nul_characters": nul_characters,
        "file.doubly_encoded": len(_DOUBLY_ENCODED.findall(body)) if "Ã" in body else 0,
        "file.unclosed_quote": unclosed,
    }
    findings = tuple(
        Finding(code, Severity.WARNING, arguments=(str(count),)) for code, count in counts.items() if count
    )
    return CsvTable(records.columns.grid(records.tell), np.concatenate(records.widths), encoding, delimiter, findings)


class _Records:
    """The records as they come, as columns, and how many cells each was written with."""

    def __init__(self, limit: int | None, total: int, progress: Progress) -> None:
        self.columns = TextColumns()
        self.widths = [np.zeros(0, np.int32)]
        self._limit = limit
        self._total = total
        self._progress = progress

    def add(self, batch: list[list[str]]) -> None:
        self.columns.add(batch)
        self.widths.append(np.fromiter(map(len, batch), np.int32, len(batch)))

    def add_columns(self, columns: list[list[str]]) -> None:
        self.columns.add_columns(columns, len(columns[0]))
        self.widths.append(np.full(len(columns[0]), len(columns), np.int32))

    def are_enough(self) -> bool:
        """Tell how far the reading is, and say whether no more are wanted."""
        self.tell()
        return self._limit is not None and self.columns.height >= self._limit

    def tell(self) -> None:
        self._progress.report("file.reading", min(self.columns.height, self._total), self._total)


def _gather(text: str, delimiter: str, records: _Records) -> int:
    """Cut a text into records; return how many quotes in it never close."""
    line_end = None if '"' in text else common_line_end(text)
    if line_end is not None:
        for lines in pieces(text, line_end):
            columns = columns_of(lines, delimiter)
            records.add(records_of(lines, delimiter)) if columns is None else records.add_columns(columns)
            if records.are_enough():
                break
        return 0
    cutter = RecordCutter(text, delimiter)
    for batch in cutter.batches():
        records.add(batch)
        if records.are_enough():
            break
    return cutter.unclosed


def _estimated_rows(text: str) -> int:
    """Guess how many records there are, for telling how far the reading is."""
    sample = text[:100_000]
    return max(1, (sample.count("\n") + sample.count("\r") // 2) * len(text) // max(1, len(sample)))


def _one_character(delimiter: str) -> str:
    character = _SPELLED.get(delimiter.lower(), delimiter)
    if len(character) != 1 or character in '"\r\n':
        raise FileProblem("file.unknown_delimiter", delimiter)
    return character
