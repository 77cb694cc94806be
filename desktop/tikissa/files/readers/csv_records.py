"""Cuts CSV text into records, and does not let a quote that never closes swallow the rows below it."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

_BATCH = 4000
_LONG_SPAN = 20

_PIECE = 1_000_000
"""Characters that become a stream at once: other threads wait meanwhile."""

Batch = list[list[str]]


def lines_of(text: str, piece: int = _PIECE) -> Iterator[str]:
    """Yield the lines of a text with their ends, whichever they are, from pieces of so many characters and more."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + piece) + 1 or len(text)
        yield from io.StringIO(text[start:end], newline="")
        start = end


class RecordCutter:
    """Cuts a text into batches of records; `unclosed` counts the quotes that never closed, as far as it has come."""

    def __init__(self, text: str, delimiter: str) -> None:
        csv.field_size_limit(max(131_072, len(text)))
        self.unclosed = 0
        self._text = text
        self._delimiter = delimiter

    def batches(self) -> Iterator[Batch]:
        """Yield all records, in batches small enough to stay in the processor's cache."""
        if '"' in self._text:
            yield from self._quoted()
        else:
            reader = csv.reader(lines_of(self._text), delimiter=self._delimiter)
            while batch := list(islice(reader, _BATCH)):
                yield batch

    def _quoted(self) -> Iterator[Batch]:
        lines = list(lines_of(self._text))
        expected = self._usual_width(lines)
        start = 0
        while start < len(lines):
            reader = csv.reader(islice(lines, start, None), delimiter=self._delimiter)
            first = start
            while batch := list(islice(reader, _BATCH)):
                after = first + reader.line_num
                span = lines[start:after]
                if len(span) > len(batch) or after == len(lines):
                    batch, used = self._checked(span, expected)
                    yield batch
                    start += used
                    if used < len(span):
                        break
                else:
                    yield batch
                    start = after

    def _checked(self, lines: list[str], expected: int) -> tuple[Batch, int]:
        """Cut lines record by record until one has swallowed others: read that one's first line alone, and stop.
        Return the records and how many lines they take."""
        records: Batch = []
        line = 0
        reader = csv.reader(lines, delimiter=self._delimiter)
        for record in reader:
            after = reader.line_num
            is_doubtful = after - line > 1 or after == len(lines)
            if is_doubtful and self._swallowed(lines[line:after], len(record), expected):
                self.unclosed += 1
                return [*records, self._mended(lines[line], expected)], line + 1
            records.append(record)
            line = after
        return records, len(lines)

    def _swallowed(self, span: list[str], width: int, expected: int) -> bool:
        """Say whether a record took in lines that are rows of their own: its quotes do not pair up, or it is of the
        wrong width where its first line alone, its quotes taken as ordinary characters, is of the right one."""
        odd = sum(line.count('"') for line in span) % 2 == 1
        if len(span) == 1:
            return odd and self._ends_in_quotes(span[0])
        alone = len(self._without_quotes(span[0])) == expected
        return (odd and (alone or len(span) > _LONG_SPAN)) or (width != expected and alone)

    def _ends_in_quotes(self, line: str) -> bool:
        try:
            next(csv.reader([line], delimiter=self._delimiter, strict=True), [])
        except csv.Error as error:
            return "unexpected end" in str(error)
        return False

    def _mended(self, line: str, expected: int) -> list[str]:
        """Read a line whose last quote never closes: that one, else every one of them, is an ordinary character."""
        alone = next(csv.reader([line], delimiter=self._delimiter), [""])
        if len(alone) == expected:
            return [*alone[:-1], '"' + alone[-1].rstrip("\r\n")]
        return self._without_quotes(line)

    def _without_quotes(self, line: str) -> list[str]:
        cut = csv.reader([line.rstrip("\r\n")], delimiter=self._delimiter, quoting=csv.QUOTE_NONE)
        return next(cut, [])

    def _usual_width(self, lines: list[str]) -> int:
        widths = Counter(len(record) for record in islice(csv.reader(lines, delimiter=self._delimiter), 1000) if record)
        return widths.most_common(1)[0][0] if widths else 0
