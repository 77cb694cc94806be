"""What all the values of a column tell together, and columns beside each other, where no header helps."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tikissa.model.register import ColumnCells
from tikissa.model.schema import ColumnMeaning, Meaning
from tikissa.schema.shapes import is_date, is_given_name, is_single_name, is_town, share

_BORN_BEFORE = 1985
"""No program of today has kept customers so long: where a good part of the dates are older, they are birthdays."""
_GENERATION = 20
_FEWEST_DATES = 5
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")

_LOOKED_AT = 600
_MANY_ROWS = 100
_FEWEST_KINDS = 15
_GIVEN = 0.5
"""How many of a column's rows hold a common given name, where the others are rare, foreign or mistyped."""
_NAMES = (Meaning.SURNAME, Meaning.WHOLE_NAME)


def are_birth_dates(cells: ColumnCells) -> bool:
    """Tell whether dates are birthdays: they spread over a generation and begin before customer registers did."""
    values, _ = _values(cells)
    if len(values) < _FEWEST_DATES or share(values, is_date) < 0.9:
        return False
    years = sorted(int(year[0]) for year in map(_YEAR.search, values) if year is not None)
    if len(years) < _FEWEST_DATES:
        return False
    early, late = years[len(years) // 10], years[len(years) * 9 // 10]
    return years[len(years) // 4] < _BORN_BEFORE and late - early >= _GENERATION


def are_given_names(cells: ColumnCells) -> bool:
    """Tell whether half of the rows hold a given name known here, and hardly any row anything but a name's words."""
    values, rows = _values(cells)
    given = np.array([is_given_name(value) for value in values], bool)
    single = np.array([is_single_name(value) for value in values], bool)
    filled = int(rows.sum())
    return filled > 0 and bool(rows[given].sum() >= _GIVEN * filled and rows[single].sum() >= 0.9 * filled)


def are_few_kinds(cells: ColumnCells) -> bool:
    """Tell whether a long column says the same few things over and over: a seller's name is not the customer's."""
    values, rows = _values(cells)
    return int(rows.sum()) >= _MANY_ROWS and len(values) < _FEWEST_KINDS


def _values(cells: ColumnCells) -> tuple[list[str], NDArray[np.int64]]:
    """Return the first distinct contents and how many rows hold each, the empty one left out."""
    counts = np.bincount(cells.codes, minlength=len(cells.texts))[:_LOOKED_AT]
    texts = [str(text).strip() for text in cells.texts[:_LOOKED_AT]]
    filled = np.array([bool(text) for text in texts], bool) & (counts > 0)
    return [text for text, kept in zip(texts, filled, strict=True) if kept], counts[filled]


def with_surname_beside(columns: Sequence[ColumnMeaning], cells: Sequence[ColumnCells]) -> tuple[ColumnMeaning, ...]:
    """Return the columns with the one of unknown words beside the given names as the surnames."""
    meanings = [column.meaning for column in columns]
    given = [place for place, meaning in enumerate(meanings) if meaning is Meaning.GIVEN_NAME]
    if len(given) != 1 or any(meaning in _NAMES for meaning in meanings):
        return tuple(columns)
    beside = [place for place in (given[0] + 1, given[0] - 1) if 0 <= place < len(columns)]
    unknown = [place for place in beside if meanings[place] is None and columns[place].confidence == 0]
    names = [place for place in unknown if _are_surnames(cells[place])]
    if not names:
        return tuple(columns)
    chosen = max(names, key=lambda place: len(cells[place].texts))
    found = ColumnMeaning(columns[chosen].column, Meaning.SURNAME, 0.6, False, (Meaning.SURNAME,))
    return (*columns[:chosen], found, *columns[chosen + 1 :])


def _are_surnames(cells: ColumnCells) -> bool:
    """Single words of many kinds, and no towns."""
    values, _ = _values(cells)
    if len(values) < _FEWEST_KINDS:
        return False
    return share(values, is_single_name) >= 0.9 and share(values, is_town) < 0.5
