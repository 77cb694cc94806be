"""Reads a CSV file as it was meant, however it was written, and says what was odd about it."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tikissa.files.csv_dialect import find_delimiter, separator_of, split_separator_line
from tikissa.files.csv_records import RecordCutter
from tikissa.files.encoding import decode, detect_encoding
from tikissa.files.grid import Grid, TextColumns
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
    cutter = RecordCutter(body.rstrip("\x1a").replace("\x00", "") if nul_characters else body.rstrip("\x1a"), delimiter)
    grid, widths = _columns(cutter, limit, _estimated_rows(body), progress)
    counts = {
        "file.mixed_encoding": decoded.odd_lines,
        "file.unreadable_characters": decoded.unreadable,
        "file.nul_characters": nul_characters,
        "file.doubly_encoded": len(_DOUBLY_ENCODED.findall(body)) if "Ã" in body else 0,
        "file.unclosed_quote": cutter.unclosed,
    }
    findings = tuple(
        Finding(code, Severity.WARNING, arguments=(str(count),)) for code, count in counts.items() if count
    )
    return CsvTable(grid, widths, encoding, delimiter, findings)


def _columns(cutter: RecordCutter, limit: int | None, total: int, progress: Progress) -> tuple[Grid, NDArray[np.int32]]:
    """Gather the records as columns; return them and how many cells each record was written with."""
    columns = TextColumns()
    widths = [np.zeros(0, np.int32)]
    for batch in cutter.batches():
        columns.add(batch)
        widths.append(np.fromiter(map(len, batch), np.int32, len(batch)))
        progress.report("file.reading", min(columns.height, total), total)
        if limit is not None and columns.height >= limit:
            break
    return columns.grid(), np.concatenate(widths)


def _estimated_rows(text: str) -> int:
    """Guess how many records there are, for telling how far the reading is."""
    sample = text[:100_000]
    return max(1, (sample.count("\n") + sample.count("\r") // 2) * len(text) // max(1, len(sample)))


def _one_character(delimiter: str) -> str:
    character = _SPELLED.get(delimiter.lower(), delimiter)
    if len(character) != 1 or character in '"\r\n':
        raise FileProblem("file.unknown_delimiter", delimiter)
    return character
