"""The mark with which programs keep a number a text ('00100, '+358401234567), and which is no part of the value."""

import re

import numpy as np

from tikissa.model.register import ColumnCells

MARK = "'"
_MARKED = re.compile(r"'(?=[+(]?\d)")
_FEWEST = 2


def without_mark(text: str) -> str:
    """Return a value without the mark before its first digit."""
    return _MARKED.sub("", text, count=1) if text.startswith(MARK) else text


def mark_of(cells: ColumnCells) -> str:
    """Return the mark that stands before every value of a column, "" where not all have it: then it is no manner."""
    first = next((text for text in cells.texts if text.strip()), "")
    if not first.startswith(MARK):
        return ""
    rows = np.bincount(cells.codes, minlength=len(cells.texts)).tolist()
    filled = [(text, count) for text, count in zip(cells.texts.tolist(), rows, strict=True) if count and text.strip()]
    is_marked = all(without_mark(text) != text for text, _ in filled)
    return MARK if is_marked and sum(count for _, count in filled) >= _FEWEST else ""
