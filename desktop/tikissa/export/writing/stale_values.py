"""Finds the formulas whose kept results no longer hold, so that no program shows a sum of rows that are gone.

Excel works every formula out on opening; LibreOffice and previews trust what is kept, and work out only what is not.
"""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tikissa.export.second_reader.file_contents import Contents
from tikissa.export.workbook.deletion import LAST_ROW, Deletion
from tikissa.export.workbook.formulas import Reference, cannot_be_followed, other_names, references, several_sheets
from tikissa.files.letters import column_index

Place = tuple[int, int]
Area = tuple[str, int, int, int, int]
"""Sheet, first and last row, first and last column."""

_ALL_COLUMNS = -1
_LAST_COLUMN = 16_383
_PASSES = 8
_WHOLE_COLUMNS = re.compile(r"(?<![\w$.:])(\$?[A-Za-z]{1,3}):(\$?[A-Za-z]{1,3})(?![\w(.:!])")


@dataclass
class Touched:
    """Cells that change, as rows in order by sheet and column."""

    rows: dict[str, dict[int, list[int]]] = field(default_factory=dict)

    def add(self, sheet: str, row: int, column: int = _ALL_COLUMNS) -> None:
        insort(self.rows.setdefault(sheet.casefold(), {}).setdefault(column, []), row)

    def meets(self, area: Area) -> bool:
        sheet, first, last, left, right = area
        return any(
            _any_between(rows, first, last)
            for column, rows in self.rows.get(sheet.casefold(), {}).items()
            if column == _ALL_COLUMNS or left <= column <= right
        )


def stale_after(
    names: Mapping[str, str],
    original: Contents,
    sheet: str,
    deletion: Deletion,
    edits: Mapping[str, Mapping[int, Iterable[int]]],
) -> dict[str, frozenset[Place]]:
    """Return by sheet the formulas whose kept results are from before rows of `sheet` went and cells changed.

    `names` are what the workbook's names mean, by name in small letters; `edits` the columns that change, by sheet and
    row.
    """
    touched = Touched()
    for row in deletion.rows:
        touched.add(sheet, row)
    for name, rows in edits.items():
        for row, columns in rows.items():
            for column in columns:
                touched.add(name, row, column)
    formulas = {name: original.formulas(name) for name in original.sheets}
    return stale_formulas(formulas, names, touched) if touched.rows else {}


def stale_formulas(
    formulas: Mapping[str, Mapping[Place, str]], names: Mapping[str, str], touched: Touched
) -> dict[str, frozenset[Place]]:
    """Return by sheet the formulas that reach a cell that changes, straight or through another formula.

    A formula that says by other means what it reaches counts as reaching it.
    """
    waiting = [
        (sheet, place, reached(formula, sheet, names))
        for sheet, cells in formulas.items()
        for place, formula in cells.items()
    ]
    found: dict[str, set[Place]] = {}
    for turn in range(_PASSES):
        left: list[tuple[str, Place, tuple[Area, ...] | None]] = []
        for sheet, place, areas in waiting:
            if areas is None or any(map(touched.meets, areas)) or (areas and turn == _PASSES - 1):
                found.setdefault(sheet, set()).add(place)
                touched.add(sheet, *place)
            else:
                left.append((sheet, place, areas))
        if len(left) == len(waiting):
            break
        waiting = left
    return {sheet: frozenset(places) for sheet, places in found.items()}


def reached(formula: str, sheet: str, names: Mapping[str, str]) -> tuple[Area, ...] | None:
    """Return the areas a formula on `sheet` names, None where it may reach others too."""
    if cannot_be_followed(formula):
        return None
    formula = _WHOLE_COLUMNS.sub(rf"\g<1>1:\g<2>{LAST_ROW}", formula)
    found = list(references(formula))
    for name in other_names(formula):
        meant = names.get(name.casefold())
        if meant is None or other_names(meant):
            return None
        found += references(_WHOLE_COLUMNS.sub(rf"\g<1>1:\g<2>{LAST_ROW}", meant))
    if any(map(several_sheets, found)):
        return None
    return tuple(_areas(found, sheet))


def _areas(found: Iterable[Reference], sheet: str) -> Iterator[Area]:
    for reference in found:
        columns = [column_index(end.column.upper()) for end in reference.ends if end.column is not None]
        left, right = (min(columns), max(columns)) if columns else (0, _LAST_COLUMN)
        yield reference.sheet_name or sheet, reference.first_row, reference.last_row, left, right


def _any_between(rows: list[int], first: int, last: int) -> bool:
    place = bisect_left(rows, first)
    return place < len(rows) and rows[place] <= last
