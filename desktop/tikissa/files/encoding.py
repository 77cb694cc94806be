"""Finds out in which encoding a text file was written, and turns it into text without losing a character."""

import codecs
from dataclasses import dataclass
from functools import cache

import numpy as np

from tikissa.model.problems import FileProblem

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte-order marks, the longer first: the mark of UTF-32 begins with that of UTF-16."""

WITHOUT_MARK = (("utf-32-le", (1, 2, 3)), ("utf-32-be", (0, 1, 2)), ("utf-16-le", (1, 3)), ("utf-16-be", (0, 2)))
"""Wide encodings and the bytes of every four that are mostly zero in Latin text."""

EIGHT_BIT = ("cp1252", "iso8859_15", "cp850", "mac_roman")

_FINNISH = set("åäöÅÄÖ")
_LIKELY = set("éüÉÜšžŠŽõßæøÆØáèóí€§°–—’‘”“…´\u00a0")


def detect_encoding(data: bytes) -> str:
    """Return the Python codec that reads the bytes as they were meant, `utf-8-sig` where a mark stands."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return name
    return _wide(data[:8192]) or ("utf-8" if data.isascii() or _mostly_utf8(data) else _eight_bit(data))


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, how many of its lines were in another encoding, and how many of its characters could not be read."""

    text: str
    odd_lines: int = 0
    unreadable: int = 0


def decode(data: bytes, encoding: str) -> Decoded:
    """Turn bytes into text. Raises FileProblem for an encoding that does not exist.

    Lines of a UTF-8 file that are not UTF-8 are read as cp1252, one by one; what no table holds is kept by its number.
    """
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError:
        return _decode_mixed(data, encoding)
    except (LookupError, ValueError, AttributeError, TypeError, AssertionError):
        raise FileProblem("file.unknown_encoding", encoding) from None


def encode(text: str, encoding: str) -> bytes:
    """Turn text back into bytes. Raises UnicodeEncodeError for what the encoding cannot hold."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        if _codec(encoding) not in _CHARACTER_TABLES:
            raise
        return codecs.charmap_encode(text, "strict", codecs.charmap_build(_characters(encoding)))[0]


_CHARACTER_TABLES = frozenset(("cp1252", "cp1250", "cp1251", "cp1254", "cp1257", "iso8859-7", "iso8859-8"))


def _codec(encoding: str) -> str:
    return codecs.lookup(encoding).name


@cache
def _characters(encoding: str) -> str:
    """The 256 characters of an eight-bit encoding, holes filled with the character of the same number."""
    decoded = (bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in range(256))
    return "".join(decoded)


def _decode_mixed(data: bytes, encoding: str) -> Decoded:
    name = _codec(encoding)
    if name in _CHARACTER_TABLES:
        return Decoded(codecs.charmap_decode(data, "strict", _characters(encoding))[0])
    if name not in ("utf-8", "utf-8-sig"):
        text = data.decode(encoding, "replace")
        return Decoded(text, unreadable=text.count("\ufffd"))
    lines, odd = [], 0
    for line in data.removeprefix(codecs.BOM_UTF8).split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(codecs.charmap_decode(line, "strict", _characters("cp1252"))[0])
            odd += 1
    return Decoded("\n".join(lines), odd)


def _wide(start: bytes) -> str | None:
    usable = np.frombuffer(start[: len(start) // 4 * 4], np.uint8).reshape(-1, 4)
    if not len(usable):
        return None
    zeros = (usable == 0).mean(axis=0)
    for name, empty in WITHOUT_MARK:
        full = [position for position in range(4) if position not in empty]
        if zeros[list(empty)].min() > 0.7 and zeros[full].max() < 0.3:
            return name
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Say whether all of it is UTF-8, or all but a few lines that somebody pasted in from elsewhere."""
    try:
        data.decode("utf-8")
        return True
    except UnicodeDecodeError:
        right = wrong = 0
    for line in data.split(b"\n"):
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
            right += 1
        except UnicodeDecodeError:
            wrong += 1
    return right > 2 * wrong


def _eight_bit(data: bytes) -> str:
    counts = np.bincount(np.frombuffer(data, np.uint8), minlength=256)
    scores = {name: _score(counts, name) for name in EIGHT_BIT}
    return max(EIGHT_BIT, key=lambda name: scores[name])


def _score(counts: "np.ndarray[tuple[int], np.dtype[np.int64]]", encoding: str) -> float:
    characters = _characters(encoding)
    return float(sum(counts[byte] * _weight(characters[byte]) for byte in range(128, 256) if counts[byte]))


def _weight(character: str) -> float:
    if character in _FINNISH:
        return 1.0
    if character in _LIKELY:
        return 0.3
    if character.isalpha():
        return 0.0
    return -2.0 if not character.isprintable() else -0.5
