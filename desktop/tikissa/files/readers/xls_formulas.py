"""Finds which cells of an old workbook hold a formula: xlrd tells only their results."""

import struct
from collections.abc import Iterator

_BEGINNINGS = frozenset((0x809, 0x409, 0x209, 0x009))
_END = 0x0A
_SHEET = 0x85
_WORKSHEET = b"\x00"
_FORMULAS = frozenset((0x006, 0x206, 0x406))


def formula_positions(stream: bytes, base: int, sheet: int) -> frozenset[tuple[int, int]]:
    """Return the row and column, from 0, of each formula of a worksheet, given by its number among them."""
    starts = [
        base + struct.unpack_from("<I", content)[0]
        for kind, content in _records(stream, base)
        if kind == _SHEET and content[5:6] == _WORKSHEET
    ]
    found = _records(stream, starts[sheet]) if sheet < len(starts) else iter(())
    return frozenset(struct.unpack_from("<HH", content) for kind, content in found if kind in _FORMULAS and content[3:])


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
