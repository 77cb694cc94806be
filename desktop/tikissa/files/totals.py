"""Knows a row of totals under a register, which is nobody's record."""

import re

from tikissa.files.grid import Grid
from tikissa.text.normalise import fold

_TOTAL = re.compile(
    r"^(yhteensa|yht|summa|kaikki yhteensa|loppusumma|total|totals|totalt|summa totalt|sum|grand total)\b"
)


def is_totals_row(grid: Grid, row: int) -> bool:
    """Say whether the first text of a row is a word for a total and the row holds far fewer cells than the columns."""
    filled = [text for text in grid.texts(row) if text.strip()]
    starts_with_total = bool(filled) and bool(_TOTAL.match(fold(filled[0]).rstrip(":")))
    return starts_with_total and len(filled) <= max(2, len(grid.columns) // 2)
