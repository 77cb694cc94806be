"""Reads a CSV file as it was meant, however it was written, and says what was odd about it."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tikissa.files.csv_dialect import find_delimiter, separator_of, split_separator_line
from tikissa.files.csv_records import cut_records
from tikissa.files.encoding import decode, detect_encoding
from tikissa.files.grid import Grid, column_of_texts
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
    text, odd_lines = decode(data, encoding)
    separator_line, body = split_separator_line(text)
    delimiter = _one_character(reading.delimiter or separator_of(separator_line) or find_delimiter(body))
    cut = cut_records(body.rstrip("\x1a").replace("\x00", ""), delimiter, limit, progress)
    counts = {
        "file.mixed_encoding": odd_lines,
        "file.nul_characters": body.count("\x00"),
        "file.doubly_encoded": len(_DOUBLY_ENCODED.findall(body)) if "Ã" in body else 0,
        "file.unclosed_quote": len(cut.unclosed),
    }
    findings = tuple(
        Finding(code, Severity.WARNING, arguments=(str(count),)) for code, count in counts.items() if count
    )
    widths = np.fromiter(map(len, cut.records), np.int32, len(cut.records))
    return CsvTable(grid_of_records(cut.records), widths, encoding, delimiter, findings)


def grid_of_records(records: list[list[str]]) -> Grid:
    """Put records side by side as columns, short ones filled up with empty cells."""
    widths = set(map(len, records))
    width = max(widths, default=0)
    if len(widths) > 1:
        records = [record if len(record) == width else record + [""] * (width - len(record)) for record in records]
    columns = tuple(column_of_texts(index, values) for index, values in enumerate(zip(*records, strict=True)))
    return Grid(np.arange(1, len(records) + 1, dtype=np.int32), columns)


def _one_character(delimiter: str) -> str:
    character = _SPELLED.get(delimiter.lower(), delimiter)
    if len(character) != 1 or character in '"\r\n':
        raise FileProblem("file.unknown_delimiter", delimiter)
    return character
