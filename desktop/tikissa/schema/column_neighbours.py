"""Names and places found by the columns beside them, where no header and no list of names helps."""

from collections.abc import Sequence

from tikissa.model.register import ColumnCells
from tikissa.model.schema import ColumnMeaning, Meaning
from tikissa.schema.column_evidence import are_named_in, have_families, is_place_of, more_shared, stands_first
from tikissa.schema.shapes import is_code, is_single_name, is_town, is_whole_name, is_wordy, share
from tikissa.schema.value_shapes import distinct_values, share_of_given

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
