"""Finds the formulas of an old workbook and writes them out: xlrd itself tells only their results."""

import re
import struct
from collections.abc import Iterator
from types import FunctionType

import xlrd
from xlrd.formula import FMLA_TYPE_CELL, FMLA_TYPE_SHARED, decompile_formula

Place = tuple[int, int]
"""Row and column from 0."""

_BEGINNINGS = frozenset((0x809, 0x409, 0x209, 0x009))
_END = 0x0A
_SHEET = 0x85
_WORKSHEET = b"\x00"
_FORMULAS = frozenset((0x006, 0x206, 0x406))
_SHARED = 0x4BC
_REFERS_TO_SHARED = 0x01
_TOKENS_AT = 20
"""Where a formula's tokens begin, with their length before them, in the files of Excel 5 and later."""

_UNSURE = re.compile(r"<<|>>|#REF|\bunknown\b|\berror\b|SHARED FMLA|\?", re.IGNORECASE)
_WHOLE = re.compile(r"(?<![\w.])(\d+)\.0(?![\w.])")
_ONE_CELL = re.compile(r"(?<=!)(\$?[A-Z]{1,3}\$?\d+):\1(?![\w:])")
_SAID_TWICE = re.compile(r"((?:'(?:[^']|'')*'|\w+)!)(\$?[A-Z]{1,3}\$?\d+):\1")
_ADDED_FUNCTION = re.compile(r"CALL_ADDIN\(\"([A-Z][\w.]*)\",?")

_AREA = "get_cell_range_addr"

_USUAL = ((_WHOLE, r"\1"), (_ONE_CELL, r"\1"), (_SAID_TWICE, r"\1\2:"), (_ADDED_FUNCTION, r"\1("))
"""What xlrd writes in another way than Excel."""


def sheet_formulas(book: xlrd.Book, sheet: int) -> dict[Place, str]:
    """Return the formulas of a worksheet, given by its number among them; "" where a formula cannot be written out."""
    stream = bytes(book.mem or b"")
    found: dict[Place, str] = {}
    shared: dict[Place, bytes] = {}
    referring: list[tuple[Place, Place]] = []
    last: Place | None = None
    for kind, content in _sheet_records(stream, book.base, sheet):
        if kind in _FORMULAS and len(content) >= 4:
            last = struct.unpack_from("<HH", content)
            tokens = _tokens(content, _TOKENS_AT) if book.biff_version >= 50 else b""
            if tokens[:1] == bytes((_REFERS_TO_SHARED,)) and len(tokens) >= 5:
                referring.append((last, struct.unpack_from("<HH", tokens, 1)))
            found[last] = _written_out(book, tokens, FMLA_TYPE_CELL, last)
        elif kind == _SHARED and last is not None:
            shared[last] = _tokens(content, 8)
    for place, home in referring:
        found[place] = _written_out(book, shared.get(home, b""), FMLA_TYPE_SHARED, place)
    return found


def _sheet_records(stream: bytes, base: int, sheet: int) -> Iterator[tuple[int, bytes]]:
    starts = [
        base + struct.unpack_from("<I", content)[0]
        for kind, content in _records(stream, base)
        if kind == _SHEET and content[5:6] == _WORKSHEET
    ]
    return _records(stream, starts[sheet]) if sheet < len(starts) else iter(())


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of the part of the workbook that begins there; charts inside it are passed."""
    depth = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        depth += (kind in _BEGINNINGS) - (kind == _END)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _tokens(content: bytes, at: int) -> bytes:
    if len(content) < at + 2:
        return b""
    (size,) = struct.unpack_from("<H", content, at)
    tokens = content[at + 2 : at + 2 + size]
    return tokens if len(tokens) == size else b""


def _decompiler(place: Place) -> FunctionType:
    """Return xlrd's own function (2.0.2), which forgets the formula's place where it speaks of an area on another sheet
    without dollar signs."""

    def area(
        data: bytes, at: int, version: int, are_offsets: int, row: int = place[0], column: int = place[1]
    ) -> tuple[object, object]:
        found: tuple[object, object] = names[_AREA](data, at, version, are_offsets, row, column)
        return found

    names = vars(xlrd.formula)
    return FunctionType(decompile_formula.__code__, names | {_AREA: area}, argdefs=decompile_formula.__defaults__)


def _written_out(book: xlrd.Book, tokens: bytes, kind: int, place: Place) -> str:
    """Return a formula as Excel shows it, without the `=`."""
    if not tokens:
        return ""
    try:
        text = str(_decompiler(place)(book, tokens, len(tokens), kind, browx=place[0], bcolx=place[1]) or "")
    except Exception:  # xlrd gives up on rare tokens in many ways
        return ""
    if not text or _UNSURE.search(text):
        return ""
    for pattern, usual in _USUAL:
        text = pattern.sub(usual, text)
    return text
