"""How a CSV file is written, so that it can be read as it was meant and written back in its own manner."""

import codecs
import csv
import io
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tikissa.files.encoding import decode, detect_encoding

DELIMITERS = (";", ",", "\t", "|")
_SAMPLE = 100_000
_RECORDS = 300


@dataclass(frozen=True, slots=True)
class CsvDialect:
    """A CSV file's manner of writing.

    `codec` writes the text without a mark, `mark` stands before it. `separator_line` is a first line such as `sep=;`
    with its line end, "" where there is none. `quote_all` says that every filled cell stands in quotes;
    `ends_with_line_end` whether the last row is closed. `tail` are the bytes after the text, such as a Ctrl-Z.
    """

    encoding: str
    codec: str
    mark: bytes
    delimiter: str
    line_end: str
    quote_all: bool
    separator_line: str
    ends_with_line_end: bool
    tail: bytes = b""


def dialect(path: Path, encoding: str | None = None, delimiter: str | None = None) -> CsvDialect:
    """Return how a CSV file is written; what is None is found out from its content."""
    data = path.read_bytes()
    name = encoding or detect_encoding(data)
    text = decode(data, name).text
    separator_line, body = split_separator_line(text)
    stripped = body.rstrip("\x1a")
    line_end = find_line_end(body)
    return CsvDialect(
        encoding=name,
        codec=codec_without_mark(data, name),
        mark=byte_order_mark(data),
        delimiter=delimiter or separator_of(separator_line) or find_delimiter(body),
        line_end=line_end,
        quote_all=_quotes_everything(stripped, line_end),
        separator_line=separator_line,
        ends_with_line_end=stripped.endswith(("\n", "\r")),
        tail=b"\x1a" * (len(body) - len(stripped)),
    )


def byte_order_mark(data: bytes) -> bytes:
    """Return the bytes of the mark a file begins with, b"" where it has none; UTF-32 is told from UTF-16."""
    marks = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    return next((mark for mark in marks if data.startswith(mark)), b"")


def codec_without_mark(data: bytes, encoding: str) -> str:
    """Return the codec that writes the same bytes again once the mark has been written."""
    written = {
        codecs.BOM_UTF8: "utf-8",
        codecs.BOM_UTF16_LE: "utf-16-le",
        codecs.BOM_UTF16_BE: "utf-16-be",
        codecs.BOM_UTF32_LE: "utf-32-le",
        codecs.BOM_UTF32_BE: "utf-32-be",
    }
    return written.get(byte_order_mark(data), encoding) if encoding.startswith("utf") else encoding


def split_separator_line(text: str) -> tuple[str, str]:
    """Part a first line such as `sep=;` from the rest."""
    line = text[:10].splitlines(keepends=True)[:1]
    if line and len(line[0].rstrip("\r\n")) == 5 and line[0][:4].lower() == "sep=":
        end = "\r\n" if text[5:7] == "\r\n" else line[0][5:]
        return line[0][:5] + end, text[5 + len(end) :]
    return "", text


def separator_of(separator_line: str) -> str | None:
    """Return the delimiter of a line such as `sep=;`, None for no such line."""
    return separator_line[4] if separator_line else None


def find_line_end(text: str) -> str:
    """Return the line end most lines have."""
    windows = text.count("\r\n")
    ends = {"\r\n": windows, "\n": text.count("\n") - windows, "\r": text.count("\r") - windows}
    return max(ends, key=lambda end: ends[end])


def find_delimiter(text: str) -> str:
    """Return the delimiter under which the rows are most alike, a comma where there is but one column."""
    sample = text[:_SAMPLE]
    scores = {delimiter: _alikeness(sample, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: scores[delimiter])
    return best if scores[best] > 0 else ","


def _alikeness(sample: str, delimiter: str) -> float:
    found: list[int] = []
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    with suppress(csv.Error):
        found += (len(record) for record in islice(reader, _RECORDS) if record)
    widths = Counter(found)
    split = {width: count for width, count in widths.items() if width > 1}
    if not split or _stands_here_and_there(found):
        return 0.0
    width = max(split, key=lambda candidate: split[candidate] * min(candidate, 8))
    return split[width] / widths.total() * (1 + min(width, 20) / 20)


def _stands_here_and_there(widths: list[int]) -> bool:
    """Say whether a mark that parts records stands in few of them once it has come: it is part of what cells say."""
    first = next(place for place, width in enumerate(widths) if width > 1)
    below = widths[first:]
    parted = sum(width > 1 for width in below)
    return parted * 2 < len(below) or (parted == 1 and first > 1)


def _quotes_everything(text: str, line_end: str) -> bool:
    lines = [line for line in text[:_SAMPLE].split(line_end)[:-1] if line][:100]
    return bool(lines) and sum(line.startswith('"') and line.endswith('"') for line in lines) > 0.9 * len(lines)
