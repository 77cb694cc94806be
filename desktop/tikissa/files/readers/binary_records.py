"""Takes apart the binary parts of an .xlsb workbook: records one after the other (MS-XLSB, 2.1.4)."""

import struct
from collections.abc import Iterator

Record = tuple[int, bytes]


def records(content: bytes) -> Iterator[Record]:
    """Yield the kind and the content of each record. Raises ValueError or IndexError where it is cut short."""
    at, end = 0, len(content)
    while at < end:
        kind, at = _number(content, at, 2)
        size, at = _number(content, at, 4)
        if at + size > end:
            raise ValueError("a record is cut short")
        yield kind, content[at : at + size]
        at += size


def _number(content: bytes, at: int, longest: int) -> tuple[int, int]:
    """Read a number of which each byte holds seven bits; return it and the position after it."""
    number = 0
    for position in range(longest):
        byte = content[at + position]
        number |= (byte & 0x7F) << 7 * position
        if byte < 0x80:
            return number, at + position + 1
    return number, at + longest


def text_at(content: bytes, at: int) -> tuple[str, int]:
    """Read a text with its length before it; return it and the position after it."""
    (length,) = struct.unpack_from("<I", content, at)
    if length == 0xFFFFFFFF:
        return "", at + 4
    end = at + 4 + 2 * length
    if end > len(content):
        raise ValueError("a text is cut short")
    return content[at + 4 : end].decode("utf-16-le", "replace"), end


def packed_number(written: int) -> float:
    """Unpack a number in four bytes (RkNumber): thirty bits of a whole or of a floating one, perhaps in hundredths."""
    if written & 2:
        whole = written >> 2
        value = float(whole - (1 << 30) if whole & (1 << 29) else whole)
    else:
        (value,) = struct.unpack("<d", b"\x00\x00\x00\x00" + struct.pack("<I", written & 0xFFFFFFFC))
    return value / 100 if written & 1 else value
