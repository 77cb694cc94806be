"""Cuts CSV text without quotes into columns, faster than record by record; most large exports are such."""

from collections.abc import Iterator
from itertools import repeat

_LINES = 4000
_SAMPLE = 100_000
_PIECE = 5_000_000


def common_line_end(text: str) -> str | None:
    """Return the end that all lines of a text have, None where there are several kinds."""
    if "\r" not in text:
        return "\n"
    both, carriage, feed = (_counted(text, line_end) for line_end in ("\r\n", "\r", "\n"))
    if both == carriage == feed:
        return "\r\n"
    return None if feed else "\r"


def _counted(text: str, line_end: str) -> int:
    """Count a line end piece by piece: in a hundred million letters at once it keeps other threads waiting."""
    return sum(text.count(line_end, at, at + _PIECE + len(line_end) - 1) for at in range(0, len(text), _PIECE))


def pieces(text: str, line_end: str) -> Iterator[list[str]]:
    """Yield the lines of a text, some thousands at a time."""
    sample = text[:_SAMPLE]
    step = _LINES * max(1, len(sample) // (1 + sample.count(line_end)))
    start = 0
    while start < len(text):
        end = text.find(line_end, start + step)
        end = len(text) if end < 0 else end
        yield text[start:end].removesuffix(line_end).split(line_end)
        start = end + len(line_end)


def columns_of(lines: list[str], delimiter: str) -> list[list[str]] | None:
    """Return the columns of some lines, None where not all of them have the same number of cells."""
    widths = set(map(str.count, lines, repeat(delimiter)))
    if len(widths) > 1 or "" in lines:
        return None
    width = 1 + widths.pop()
    cells = delimiter.join(lines).split(delimiter)
    return [cells[at::width] for at in range(width)]


def records_of(lines: list[str], delimiter: str) -> list[list[str]]:
    """Return the records of some lines; an empty line has no cells."""
    return [line.split(delimiter) if line else [] for line in lines]
