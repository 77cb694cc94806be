"""Brings every writing of a dash, a blank, a letter and a digit into one, the length of the text unchanged."""

_DASHES = "‐‑‒–—―−⁃﹘﹣－˗"
_BLANKS = (
    "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\xad\u1680\u180e\u2028\u2029\u202f\u205f\u2060\u3000\ufeff",
    *map(chr, range(0x2000, 0x2010)),
)
_WIDE = {
    code: chr(code - 0xFEE0).upper()
    for code in (*range(0xFF0B, 0xFF1B), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_PLAIN = {
    **{lower: chr(lower - 32) for lower in range(ord("a"), ord("z") + 1)},
    **_WIDE,
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(map(ord, "".join(_BLANKS)), " "),
}


def plainly_written(text: str) -> str:
    """Return the text with a-z, wide letters and wide digits as A-Z and 0-9, each dash as "-" and each blank as " "."""
    return text.translate(_PLAIN)
