"""Reads the objects of one JSON array a piece at a time, so that a file of any size takes the memory of one object.

Python's own decoder finds where an object ends and makes it in one go: over a made file of PRH's form it took 26 ms for
a thousand companies, ijson 3.6 with yajl2_c 71 ms (December 2026), which would have taken all the time there is.
"""

import codecs
import json
import re
from collections.abc import Iterator
from typing import Protocol

_PIECE = 1 << 20
_LONGEST = 1 << 23
"""Characters after which one object is none: the longest answers read hold 100 kB a company."""

_BEGINNING = re.compile(r"\s*(?:\{[^{}\[\]]{0,200}?:\s*)?\[", re.ASCII)
_BETWEEN = re.compile(r"[\s,]*", re.ASCII)
_END = re.compile(r"\s*\](?:[^{\[]{0,2000})\s*$", re.ASCII)


class Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...


class NotAnArray(Exception):
    """The text is no JSON array of objects, or is cut before its end."""


def objects_of(stream: Stream) -> Iterator[object]:
    """Yield the values of a JSON array, also of the one in `{"companies": […]}`. Raises NotAnArray."""
    decode = codecs.getincrementaldecoder("utf-8-sig")().decode
    parse = json.JSONDecoder().raw_decode
    text, place, has_begun, is_last = "", 0, False, False
    try:
        while not is_last:
            piece = stream.read(_PIECE)
            is_last = not piece
            text, place = text[place:] + decode(piece, is_last), 0
            if not has_begun:
                if not (start := _BEGINNING.match(text)):
                    raise NotAnArray
                place, has_begun = start.end(), True
            while True:
                place = _after(_BETWEEN, text, place)
                if place >= len(text) or text[place] == "]":
                    break
                try:
                    value, place = parse(text, place)
                except json.JSONDecodeError:
                    break
                yield value
            if len(text) - place > _LONGEST:
                raise NotAnArray
    except (UnicodeDecodeError, RecursionError):
        raise NotAnArray from None
    if not _END.match(text, place):
        raise NotAnArray


def _after(pattern: re.Pattern[str], text: str, place: int) -> int:
    found = pattern.match(text, place)
    return found.end() if found else place
