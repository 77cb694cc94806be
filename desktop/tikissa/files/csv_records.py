"""Cuts CSV text into records, and does not let a quote that never closes swallow the rows below it."""

import csv
import io
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from tikissa.model.progress import Progress

_OFTEN = 20_000


@dataclass(frozen=True, slots=True)
class Records:
    """Records in order, and the numbers (from 1) of those with a quote that does not close."""

    records: list[list[str]]
    unclosed: tuple[int, ...] = ()


def cut_records(text: str, delimiter: str, limit: int | None, progress: Progress) -> Records:
    """Return the first `limit` records, all of them where it is None."""
    csv.field_size_limit(max(131_072, len(text)))
    lines = list(io.StringIO(text, newline=""))
    if '"' not in text:
        return Records(_cut_plain(lines, delimiter, limit, progress))
    return _cut_quoted(lines, delimiter, limit, progress)


def _cut_plain(lines: list[str], delimiter: str, limit: int | None, progress: Progress) -> list[list[str]]:
    records: list[list[str]] = []
    reader = csv.reader(lines if limit is None else lines[:limit], delimiter=delimiter)
    while batch := list(islice(reader, _OFTEN)):
        records += batch
        progress.report("file.reading", reader.line_num, len(lines))
    return records


def _cut_quoted(lines: list[str], delimiter: str, limit: int | None, progress: Progress) -> Records:
    records: list[list[str]] = []
    unclosed: list[int] = []
    expected = _usual_width(lines, delimiter)
    start: int | None = 0
    while start is not None:
        start = _cut_until_doubt(lines, start, delimiter, expected, limit, records, unclosed)
        progress.report("file.reading", start or len(lines), len(lines))
    return Records(records, tuple(unclosed))


def _cut_until_doubt(
    lines: list[str],
    start: int,
    delimiter: str,
    expected: int,
    limit: int | None,
    records: list[list[str]],
    unclosed: list[int],
) -> int | None:
    """Add records until one has swallowed others; return the line to go on from, None at the end."""
    reader = csv.reader(islice(lines, start, None), delimiter=delimiter)
    line = start
    for record in reader:
        if limit is not None and len(records) >= limit:
            return None
        after = start + reader.line_num
        if (after - line > 1 or after == len(lines)) and _swallowed(
            lines[line:after], len(record), delimiter, expected
        ):
            records.append(_without_quotes(lines[line], delimiter))
            unclosed.append(len(records))
            return line + 1 if line + 1 < len(lines) else None
        records.append(record)
        line = after
    return None


def _swallowed(span: list[str], width: int, delimiter: str, expected: int) -> bool:
    """Say whether a record took in lines that are rows of their own: its quotes do not pair up, or it is of the wrong
    width where its first line alone, its quote taken as an ordinary character, is of the right one."""
    odd = sum(line.count('"') for line in span) % 2 == 1
    alone = len(_without_quotes(span[0], delimiter)) == expected
    return (odd and (alone or len(span) == 1 or len(span) > 20)) or (len(span) > 1 and width != expected and alone)


def _without_quotes(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter, quoting=csv.QUOTE_NONE), [])


def _usual_width(lines: list[str], delimiter: str) -> int:
    widths = Counter(len(record) for record in islice(csv.reader(lines, delimiter=delimiter), 1000) if record)
    return widths.most_common(1)[0][0] if widths else 0
