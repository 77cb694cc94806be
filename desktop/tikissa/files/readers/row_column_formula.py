"""Writes formulas whose references are counted from their own cell, as `RC[-2]*2`, with the letters of columns."""

import re

from tikissa.files.letters import column_letter

_TOLD_APART = re.compile(r'"(?:[^"]|"")*+"|\'(?:[^\']|\'\')*+\'|[^"\']++')
_REFERENCE = re.compile(r"(?<![\w.\[$])R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?(?![\w.(\[])", re.IGNORECASE)
_WHOLE_LINE = re.compile(r"(?<![\w.$])[RC](\[|\d*(?![\w.(]))", re.IGNORECASE)
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


class _Nowhere(Exception):
    """A reference points past the edge of a sheet."""


def in_letters(formula: str, place: tuple[int, int]) -> str:
    """Return a formula that stands at this row and column, both from 1, as `A1` writes it; "" where it cannot be."""
    pieces: list[str] = []
    for piece in _TOLD_APART.findall(formula):
        if piece[0] not in "\"'":
            if _WHOLE_LINE.search(_REFERENCE.sub(" ", piece)):
                return ""
            try:
                piece = _REFERENCE.sub(lambda found: _cell(found, place), piece)
            except _Nowhere:
                return ""
        pieces.append(piece)
    return "".join(pieces)


def _cell(found: "re.Match[str]", place: tuple[int, int]) -> str:
    (row, row_sign), (column, column_sign) = (_counted(found[part], at) for part, at in zip((1, 2), place, strict=True))
    if not (0 < row <= _LAST_ROW and 0 < column <= _LAST_COLUMN):
        raise _Nowhere
    return f"{column_sign}{column_letter(column - 1)}{row_sign}{row}"


def _counted(written: str | None, own: int) -> tuple[int, str]:
    """Return where a reference points along one side, and the `$` of one that does not move with its cell."""
    if not written:
        return own, ""
    return (own + int(written[1:-1]), "") if written.startswith("[") else (int(written), "$")
