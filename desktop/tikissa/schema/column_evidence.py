"""What columns tell of one another, where no header and no list of names helps."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tikissa.model.register import ColumnCells
from tikissa.text.normalise import fold

_ROWS = 2000
_FEWEST_EMAILS = 20
_FEWEST_PAIRS = 20
_SHORTEST = 3
_MADE_OF_NAME = 0.25
_MORE_SHARED = 0.1
_ONE_PLACE = 0.85
_PLACES_PER_ROW = 0.5
_KIN = 0.3
_FEWEST_CODES = 20


def share_named(names: ColumnCells, emails: ColumnCells) -> float:
    """Return in which part (0-1) of the rows with an e-mail address a word of the column is in its name."""
    rows = _rows_with(names, emails)
    if len(rows) < _FEWEST_EMAILS:
        return 0.0
    return sum(_place_in_email(names[row], emails[row]) >= 0 for row in rows) / len(rows)


def are_named_in(names: ColumnCells, emails: ColumnCells) -> bool:
    return share_named(names, emails) >= _MADE_OF_NAME


def stands_first(mine: ColumnCells, theirs: ColumnCells, emails: ColumnCells) -> bool:
    """Tell whether addresses that have both columns' words mostly have those of the first column first."""
    rows = _rows_with(mine, emails)
    places = [(_place_in_email(mine[row], emails[row]), _place_in_email(theirs[row], emails[row])) for row in rows]
    both = [(first, second) for first, second in places if first >= 0 and second >= 0]
    return sum(first < second for first, second in both) * 2 > len(both)


def _rows_with(names: ColumnCells, emails: ColumnCells) -> Sequence[int]:
    filled = (names.texts[names.codes[:_ROWS]] != "") & (emails.texts[emails.codes[:_ROWS]] != "")
    rows: list[int] = np.flatnonzero(filled).tolist()
    return rows


def _place_in_email(name: str, email: str) -> int:
    local = fold(email.partition("@")[0])
    words = (word for word in fold(name).replace("-", " ").split() if len(word) >= _SHORTEST)
    return max((local.find(word) for word in words), default=-1)


def more_shared(mine: ColumnCells, theirs: ColumnCells, contacts: Sequence[ColumnCells]) -> bool | None:
    """Tell whether rows reached the same way share the first column's contents more often than the second's.

    So a family tells its surname from its given names; None where too few rows or no difference tells.
    """
    pairs = np.concatenate([np.empty((0, 2), np.int64), *(_pairs_reached(cells) for cells in contacts)])
    if len(pairs) < _FEWEST_PAIRS:
        return None
    first, second = (np.mean(cells.codes[pairs[:, 0]] == cells.codes[pairs[:, 1]]) for cells in (mine, theirs))
    return None if abs(first - second) < _MORE_SHARED else bool(first > second)


def _pairs_reached(cells: ColumnCells) -> NDArray[np.int64]:
    """Return pairs of rows beside each other among those with the same content, shape (pairs, 2)."""
    order = np.argsort(cells.codes, kind="stable")
    codes = cells.codes[order]
    same = np.flatnonzero((codes[1:] == codes[:-1]) & (cells.texts[codes[1:]] != ""))
    return np.stack([order[same], order[same + 1]], axis=1)


def is_place_of(codes: ColumnCells, towns: ColumnCells) -> bool:
    """Tell whether each code goes with one name, of which there are fewer: postal codes and their towns."""
    both = np.flatnonzero((codes.texts[codes.codes] != "") & (towns.texts[towns.codes] != ""))
    names = np.unique([fold(str(text)) for text in towns.texts], return_inverse=True)[1].reshape(-1)[towns.codes]
    pairs, counts = np.unique(np.stack([codes.codes[both], names[both]], axis=1), axis=0, return_counts=True)
    rows_of_code = np.bincount(pairs[:, 0], counts)
    commonest = np.zeros(len(rows_of_code))
    np.maximum.at(commonest, pairs[:, 0], counts)
    repeated = rows_of_code > 1
    kinds, several = len(np.unique(pairs[:, 1])), int(repeated.sum())
    if several < _FEWEST_CODES or kinds >= min(int((rows_of_code > 0).sum()), _PLACES_PER_ROW * len(both)):
        return False
    return float(commonest[repeated].sum()) >= _ONE_PLACE * float(rows_of_code[repeated].sum())


def have_families(names: ColumnCells, contacts: Sequence[ColumnCells]) -> bool:
    """Tell whether rows reached the same way often share one word of two and have quite another beside it.

    So do the names of a family; the writings of a company's name differ in a letter or a word more.
    """
    pairs = np.concatenate([np.empty((0, 2), np.int64), *(_pairs_reached(cells) for cells in contacts)])
    pairs = pairs[names.codes[pairs[:, 0]] != names.codes[pairs[:, 1]]][:_ROWS]
    told = sum(_are_kin(names[first], names[second]) for first, second in pairs.tolist())
    return len(pairs) >= _FEWEST_PAIRS and told >= _KIN * len(pairs)


def _are_kin(mine: str, theirs: str) -> bool:
    first, second = fold(mine).replace(",", " ").split(), fold(theirs).replace(",", " ").split()
    if len(first) != 2 or len(second) != 2:
        return False
    return any(first[-place - 1] == second[-place - 1] and first[place][:1] != second[place][:1] for place in (0, 1))
