"""Writes a CSV register back in its own manner: a line that nothing touched keeps its bytes."""

import codecs
import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import IO

from tikissa.files.encoding import decode, encode
from tikissa.files.readers.csv_dialect import CsvDialect, dialect
from tikissa.files.readers.csv_records import RecordCutter, lines_of
from tikissa.model.progress import NoProgress, Progress

_OFTEN = 5_000

Encode = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class CsvPlan:
    """What becomes of a CSV file. Records go by number from 1, cells by column from 0; `added` come below the record
    `below`, or last."""

    edits: Mapping[int, Mapping[int, str]]
    stays: Callable[[int], bool]
    as_utf8: bool = False
    added: tuple[tuple[str, ...], ...] = ()
    below: int | None = None


@dataclass(frozen=True, slots=True)
class RawRecord:
    """A record with the text it was read from, line end and all."""

    number: int
    cells: list[str]
    text: str


def write_csv(
    source: Path,
    target: IO[bytes],
    plan: CsvPlan,
    encoding: str | None,
    delimiter: str | None,
    progress: Progress = NoProgress(),
) -> None:
    """Write the file as planned. Raises UnicodeEncodeError for what its encoding cannot hold."""
    manner = dialect(source, encoding, delimiter)
    records = raw_records(source, encoding, manner)
    plain = None if plan.as_utf8 else source.read_bytes()
    if plan.as_utf8:
        manner = replace(manner, encoding="utf-8-sig", codec="utf-8", mark=codecs.BOM_UTF8)
    target.write(manner.mark + encode(manner.separator_line, manner.codec))
    untouched = _original_bytes(plain, manner)
    whole = True  # the last line written is closed
    added_at = plan.below if plan.added else None
    target.write(encode(_added(plan.added, manner), manner.codec) if added_at == 0 else b"")
    for record in records:
        if record.number % _OFTEN == 0:
            progress.report("save.writing", record.number, record.number)
        if plan.stays(record.number):
            text = record.text
            if edits := _new_texts(record, plan.edits.get(record.number, {})):
                text = edited_text(record, edits, manner)
                target.write(encode(text, manner.codec))
            else:
                target.write(untouched(text))
            whole = text.endswith(("\n", "\r"))
        if record.number == added_at:
            target.write(encode(_added(plan.added, manner, whole), manner.codec))
    last = _added(plan.added, manner, whole) if plan.below is None else ""
    target.write(encode(last, manner.codec) + manner.tail)


def _added(records: tuple[tuple[str, ...], ...], manner: CsvDialect, below_whole: bool = True) -> str:
    """Return records as text, each on a line of its own whether the line above is closed or not."""
    written = [manner.delimiter.join(_written(cell, manner, False) for cell in cells) for cells in records]
    if below_whole:
        return "".join(text + manner.line_end for text in written)
    return "".join(manner.line_end + text for text in written)


def raw_records(source: Path, encoding: str | None, manner: CsvDialect) -> Iterator[RawRecord]:
    """Yield the records as they are read elsewhere, each with its own text."""
    text = decode(source.read_bytes(), encoding or manner.encoding).text.removeprefix("\ufeff")
    body = text[len(manner.separator_line) :].rstrip("\x1a")
    lines = list(lines_of(body))
    place = 0
    for number, cells in enumerate(records_of(body, manner.delimiter), 1):
        length = _lines_of(lines, place, manner.delimiter, cells)
        yield RawRecord(number, cells, "".join(lines[place : place + length]))
        place += length


def _new_texts(record: RawRecord, edits: Mapping[int, str]) -> dict[int, str]:
    """Return the edits that change something; a cell that is not there and stays empty is none."""
    cells = dict(enumerate(record.cells))
    return {column: text for column, text in edits.items() if cells.get(column, "") != text}


def records_of(body: str, delimiter: str) -> Iterator[list[str]]:
    """Yield the records as the register was read from them."""
    return chain.from_iterable(RecordCutter(body.rstrip("\x1a").replace("\x00", ""), delimiter).batches())


def edited_text(record: RawRecord, edits: Mapping[int, str], manner: CsvDialect) -> str:
    """Return the record's text with some cells changed; the others keep their quotes or lack of them."""
    end = record.text[len(record.text.rstrip("\r\n")) :]
    raw = raw_cells(record.text[: len(record.text) - len(end)], manner.delimiter)
    if len(raw) != len(record.cells):
        raw = [_written(cell, manner, False) for cell in record.cells]
    width = max(len(raw), *(column + 1 for column in edits))
    raw += [_written("", manner, manner.quote_all)] * (width - len(raw))
    for column, text in edits.items():
        raw[column] = _written(text, manner, raw[column].startswith('"'))
    return manner.delimiter.join(raw) + end


def raw_cells(text: str, delimiter: str) -> list[str]:
    """Cut a record's text into its cells, quotes and all."""
    separator = re.escape(delimiter)
    cell = re.compile(rf'(?:^|{separator})("(?:[^"]|"")*"?[^{separator}]*|[^{separator}]*)', re.DOTALL)
    return [match[1] for match in cell.finditer(text)]


def _written(text: str, manner: CsvDialect, quoted: bool) -> str:
    needs = any(character in text for character in (manner.delimiter, '"', "\n", "\r")) or text != text.strip()
    return '"' + text.replace('"', '""') + '"' if quoted or needs or (manner.quote_all and text) else text


def _lines_of(lines: list[str], place: int, delimiter: str, cells: list[str]) -> int:
    """Return how many lines a record takes: one where it was cut short because a quote in it never closes."""
    if '"' not in lines[place]:
        return 1
    following = (lines[number].replace("\x00", "") for number in range(place, len(lines)))
    reader = csv.reader(following, delimiter=delimiter)
    return reader.line_num if next(reader, None) == cells else 1


def _original_bytes(source: bytes | None, manner: CsvDialect) -> Encode:
    """Return what turns an untouched record back into the bytes it came from, also in a file of mixed encodings."""
    if source is None:
        return lambda text: encode(text, manner.codec)
    whole = decode(source, manner.encoding)
    if not whole.odd_lines and not whole.unreadable:
        return lambda text: encode(text, manner.codec)
    lines: dict[str, bytes] = {}
    for line in source.removeprefix(manner.mark).split(b"\n"):
        lines.setdefault(decode(line, manner.encoding).text, line)
    return lambda text: b"\n".join(lines.get(line) or encode(line, manner.codec) for line in text.split("\n"))
