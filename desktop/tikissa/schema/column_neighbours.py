"""Names and places found by the columns beside them, where no header and no list of names helps.

What columns tell of one another, where no header and no list of names helps.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tikissa.model.register import ColumnCells
from tikissa.model.schema import ColumnMeaning, Meaning
from tikissa.schema.shapes import is_code, is_single_name, is_town, is_whole_name, is_wordy, share
from tikissa.schema.value_shapes import distinct_values, share_of_given
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

_FEWEST_KINDS = 15

_MOSTLY = 0.8

_NEARLY_ALL = 0.9

_HALF = 0.5

_NEAR = 2

_GIVEN_OF_STRANGE = 0.08

_MORE_THAN_SURNAMES = 4

_NAMES = (Meaning.SURNAME, Meaning.WHOLE_NAME)

_REACHED = (Meaning.PHONE, Meaning.STREET, Meaning.WHOLE_ADDRESS)

Columns = tuple[ColumnMeaning, ...]


def with_columns_beside(columns: Sequence[ColumnMeaning], cells: Sequence[ColumnCells]) -> Columns:
    """Return the columns with the places and names found that only show beside other columns."""
    return _with_names(_with_places(tuple(columns), cells), cells)


def _with_places(columns: Columns, cells: Sequence[ColumnCells]) -> Columns:
    meanings = [column.meaning for column in columns]
    if Meaning.POSTAL_CODE in meanings or Meaning.WHOLE_ADDRESS in meanings:
        return columns
    unknown = [place for place in range(len(columns)) if _is_unknown(columns[place])]
    codes = [place for place in unknown if share(distinct_values(cells[place]), is_code) >= _NEARLY_ALL]
    towns = [place for place in unknown if share(distinct_values(cells[place]), is_wordy) >= _NEARLY_ALL]
    if Meaning.TOWN in meanings:
        towns = [meanings.index(Meaning.TOWN)]
    for code, town in ((code, town) for code in codes for town in towns if abs(code - town) <= _NEAR):
        if is_place_of(cells[code], cells[town]):
            return _found(columns, {code: Meaning.POSTAL_CODE, town: Meaning.TOWN})
    return columns


def _is_unknown(column: ColumnMeaning) -> bool:
    return column.meaning is None and column.confidence == 0


def _with_names(columns: Columns, cells: Sequence[ColumnCells]) -> Columns:
    """Return the columns with surnames found beside given names, and both where they tell each other."""
    meanings = [column.meaning for column in columns]
    if any(meaning in _NAMES for meaning in meanings) or meanings.count(Meaning.GIVEN_NAME) > 1:
        return columns
    words = [place for place, column in enumerate(columns) if _may_be_names(column, cells[place])]
    beside = [(mine, theirs) for mine in words for theirs in words if abs(mine - theirs) == 1]
    shares = {place: share_of_given(cells[place]) for place in words}
    told = [(mine, theirs) for mine, theirs in beside if _tell_each_other(columns[mine], shares[mine], shares[theirs])]
    told = told or [pair for pair in beside if _told_by_others(pair, columns, cells)]
    if not told:
        return _with_whole_names(columns, cells)
    given, surname = max(told, key=lambda pair: (shares[pair[0]], len(cells[pair[1]].texts)))
    return _found(columns, {given: Meaning.GIVEN_NAME, surname: Meaning.SURNAME})


def _with_whole_names(columns: Columns, cells: Sequence[ColumnCells]) -> Columns:
    if {Meaning.COMPANY, Meaning.GIVEN_NAME} & {column.meaning for column in columns}:
        return columns
    emails, reached = _cells_of(columns, cells, Meaning.EMAIL), _cells_of(columns, cells, *_REACHED)
    for place, column in enumerate(columns):
        mine = cells[place]
        named = _is_unknown(column) and share(distinct_values(mine), is_whole_name) >= _MOSTLY
        if named and (any(are_named_in(mine, email) for email in emails) or have_families(mine, reached)):
            return _found(columns, {place: Meaning.WHOLE_NAME})
    return columns


def _cells_of(columns: Columns, cells: Sequence[ColumnCells], *meanings: Meaning) -> list[ColumnCells]:
    return [cells[place] for place, column in enumerate(columns) if column.meaning in meanings]


def _found(columns: Columns, found: dict[int, Meaning]) -> Columns:
    return tuple(_as_found(column, found.get(place)) for place, column in enumerate(columns))


def _as_found(column: ColumnMeaning, meaning: Meaning | None) -> ColumnMeaning:
    if meaning is None or column.meaning is meaning:
        return column
    return ColumnMeaning(column.column, meaning, 0.6, False, (meaning,))


def _may_be_names(column: ColumnMeaning, cells: ColumnCells) -> bool:
    """Given names, or single words of many kinds that no header speaks of, and no towns."""
    if column.meaning is not None or column.confidence > 0:
        return column.meaning is Meaning.GIVEN_NAME
    values = distinct_values(cells)
    if len(values) < _FEWEST_KINDS:
        return False
    return share(values, is_single_name) >= _NEARLY_ALL and share(values, is_town) < _HALF


def _tell_each_other(column: ColumnMeaning, mine: float, theirs: float) -> bool:
    """Where few names are known here, given names are those of which many more are known than of those beside them."""
    if column.meaning is Meaning.GIVEN_NAME:
        return True
    return mine >= _GIVEN_OF_STRANGE and mine >= _MORE_THAN_SURNAMES * theirs


def _told_by_others(pair: tuple[int, int], columns: Columns, cells: Sequence[ColumnCells]) -> bool:
    """Tell whether the first is told to be given names and the second surnames by addresses and families."""
    given, surname = cells[pair[0]], cells[pair[1]]
    emails, reached = _cells_of(columns, cells, Meaning.EMAIL), _cells_of(columns, cells, *_REACHED)
    shared = more_shared(surname, given, reached + emails)
    named = [mine for mine in emails if are_named_in(given, mine) and are_named_in(surname, mine)]
    if shared is None and named:
        return stands_first(given, surname, named[0])
    return bool(shared)


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
