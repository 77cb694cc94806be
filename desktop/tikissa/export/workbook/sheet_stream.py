"""Parts a worksheet's XML into what stands before its rows, the rows one by one, and what stands after, as bytes."""

import re
from collections.abc import Iterator
from typing import IO, NamedTuple

_CHUNK = 1 << 18
_ODD = b"<!"
_OPENING = re.compile(rb"<((?:[\w.-]+:)?)sheetData(\s[^>]*?)?(/?)>")
_NUMBER = re.compile(rb"\sr\s*=\s*[\"'](\d+)[\"']")


class OddSheet(Exception):
    """The sheet's XML is of a kind that is not patched: another encoding, comments or CDATA among the rows."""


class Row(NamedTuple):
    """A row's XML as it stands. `number_at` is the place of its number, None where the number is left out."""

    number: int
    raw: bytes
    number_at: tuple[int, int] | None
    opening_end: int


def holds(xml: bytes, tag: bytes) -> bool:
    """Say whether a tag opens there; its last letter is looked for first, and many times faster, as it is rare."""
    return tag[-1:] in xml and tag in xml


class SheetStream:
    """A worksheet read once from front to back: `head` up to and with `<sheetData>`, `rows()`, then `tail`."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.tail = b""
        self.may_hold_formulas = False
        """Known once the rows have been skipped."""
        opening, buffer = self._find_opening()
        self.prefix = opening[1]
        self.empty = bool(opening[3])
        self.head = buffer[: opening.end()]
        self._rest = buffer[opening.end() :]

    def _find_opening(self) -> tuple[re.Match[bytes], bytes]:
        buffer = b""
        while chunk := self._stream.read(_CHUNK):
            buffer += chunk
            if buffer[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in buffer[:100]:
                raise OddSheet
            if opening := _OPENING.search(buffer):
                return opening, buffer
        raise OddSheet

    def skip_rows(self) -> None:
        """Go straight to what stands after the rows."""
        end, buffer, formula = b"</%bsheetData" % self.prefix, self._rest, b"<%bf" % self.prefix
        while not self.empty and (place := buffer.find(end)) < 0:
            self.may_hold_formulas |= holds(buffer, formula)
            if holds(buffer, _ODD) or not (chunk := self._stream.read(_CHUNK)):
                raise OddSheet
            buffer = buffer[-len(end) :] + chunk
        if not self.empty and holds(buffer[:place], _ODD):
            raise OddSheet
        self.may_hold_formulas |= holds(buffer, formula)
        self.tail = (buffer if self.empty else buffer[place:]) + self._stream.read()

    def rows(self) -> Iterator[Row]:
        """Yield the rows in order; afterwards `tail` holds the rest of the sheet, from `</sheetData>` on."""
        if self.empty:
            self.tail = self._rest + self._stream.read()
            return
        close, end = b"</%brow>" % self.prefix, b"</%bsheetData" % self.prefix
        opening = re.compile(rb"<%brow(?:\s+r=\"(\d+)\")?([^>]*)>" % re.escape(self.prefix))
        number, buffer = 0, self._rest
        while True:
            if holds(buffer, _ODD):
                raise OddSheet
            *pieces, buffer = buffer.split(close)
            for piece in pieces:
                match = opening.match(piece)
                if match and match[1] and not match[2].endswith(b"/"):  # as nearly all rows are: without a detour
                    number = int(match[1])
                    yield Row(number, piece + close, match.span(1), match.end())
                    continue
                for row in _rows_of(piece, close, opening, number):
                    number = row.number
                    yield row
            place = buffer.find(end)
            if place >= 0:
                yield from _rows_of(buffer[:place], b"", opening, number)
                self.tail = buffer[place:] + self._stream.read()
                return
            if not (chunk := self._stream.read(_CHUNK)):
                raise OddSheet
            buffer += chunk


def _rows_of(piece: bytes, close: bytes, opening: re.Pattern[bytes], number: int) -> Iterator[Row]:
    """Yield the rows in a piece of XML: any number of self-closing ones, then the one that `close` ends."""
    place = 0
    while match := opening.search(piece, place):
        number, number_at = _number(match, number)
        self_closing = match[2].endswith(b"/")
        raw = piece[place : match.end()] if self_closing else piece[place:] + close
        span = number_at and (number_at[0] - place, number_at[1] - place)
        yield Row(number, raw, span, match.end() - place)
        place = match.end() if self_closing else len(piece)


def _number(match: re.Match[bytes], previous: int) -> tuple[int, tuple[int, int] | None]:
    if match[1]:
        return int(match[1]), match.span(1)
    number = _NUMBER.search(match[2])
    if not number:
        return previous + 1, None
    start = match.start(2)
    return int(number[1]), (start + number.start(1), start + number.end(1))
