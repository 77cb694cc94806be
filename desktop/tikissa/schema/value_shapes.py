"""What all the values of a column tell together, where no header helps."""

import re
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tikissa.model.register import ColumnCells
from tikissa.schema.shapes import Look, is_date, is_given_name, is_single_name, share

_BORN_BEFORE = 1985
"""No program of today has kept customers so long: where a good part of the dates are older, they are birthdays."""
_GENERATION = 20
_FEWEST_DATES = 5
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)|^(?:19|20)\d{2}(?=\d{4}$)")
_EIGHT_DIGITS = re.compile(r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")

_LOOKED_AT = 600
_MANY_ROWS = 100
_FEWEST_KINDS = 15
_GIVEN = 0.5
"""How many of a column's rows hold a common given name, where the others are rare, foreign or mistyped."""
_PLACES = 0.8
_GIVEN_IN_WHOLE = 0.2


def are_birth_dates(cells: ColumnCells) -> bool:
    """Tell whether dates are birthdays: they spread over a generation and begin before customer registers did."""
    values, _ = _values(cells)
    if len(values) < _FEWEST_DATES or share(values, _is_whole_date) < 0.9:
        return False
    years = sorted(int(year[0]) for year in map(_YEAR.search, values) if year is not None)
    if len(years) < _FEWEST_DATES:
        return False
    early, late = years[len(years) // 10], years[len(years) * 9 // 10]
    return years[len(years) // 4] < _BORN_BEFORE and late - early >= _GENERATION


def _is_whole_date(text: str) -> bool:
    return is_date(text) or _EIGHT_DIGITS.fullmatch(text) is not None


def are_given_names(cells: ColumnCells) -> bool:
    """Tell whether half of the rows hold a given name known here, and hardly any row anything but a name's words."""
    values, rows = _values(cells)
    single = np.array([is_single_name(value) for value in values], bool)
    return bool(values) and rows[single].sum() >= 0.9 * rows.sum() and share_of_given(cells) >= _GIVEN


def are_places(cells: ColumnCells, look: Look) -> bool:
    """Tell whether most rows hold a town or a postal code in use, however many ways the others are mistyped."""
    values, rows = _values(cells)
    known = np.array([look(value) for value in values], bool)
    return bool(values) and bool(rows[known].sum() >= _PLACES * rows.sum())


def are_whole_names(cells: ColumnCells) -> bool:
    """Tell whether at least every fifth row of two words or three has a known given name in it, unlike streets."""
    values, rows = _values(cells)
    known = np.array([any(map(is_given_name, value.replace(",", " ").split())) for value in values], bool)
    return bool(rows[known].sum() >= _GIVEN_IN_WHOLE * rows.sum())


def are_few_kinds(cells: ColumnCells) -> bool:
    """Tell whether a long column says the same few things over and over: a seller's name is not the customer's."""
    values, rows = _values(cells)
    return int(rows.sum()) >= _MANY_ROWS and len(values) < _FEWEST_KINDS


@lru_cache(maxsize=1)
def _values(cells: ColumnCells) -> tuple[list[str], NDArray[np.int64]]:
    """Return the first distinct contents and how many rows hold each, the empty one left out.

    Many questions are asked of one column after another.
    """
    counts = np.bincount(cells.codes, minlength=len(cells.texts))[:_LOOKED_AT]
    texts = [str(text).strip() for text in cells.texts[:_LOOKED_AT]]
    filled = np.array([bool(text) for text in texts], bool) & (counts > 0)
    return [text for text, kept in zip(texts, filled, strict=True) if kept], counts[filled]


def distinct_values(cells: ColumnCells) -> list[str]:
    return _values(cells)[0]


def share_of_given(cells: ColumnCells) -> float:
    """Return in which part (0-1) of the filled rows a known given name stands."""
    values, rows = _values(cells)
    given = np.array([is_given_name(value) for value in values], bool)
    return float(rows[given].sum() / max(rows.sum(), 1))
