"""What a workbook that is written anew may write otherwise than its original: names of sheets, and forms of a value."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from math import isclose
from typing import TypeGuard

from tikissa.export.typed_cell import Typed
from tikissa.export.workbook.cell_xml import serial
from tikissa.export.workbook.deletion import Deletion
from tikissa.export.workbook.formulas import (
    REFERENCE_ERROR,
    after_deletion,
    cannot_be_followed,
    other_names,
    references,
)
from tikissa.files.number_format import FIRST_DAY, day_before_1900

Place = tuple[int, int]
"""A cell's row, from 1, and column, from 0."""

LONGEST_TITLE = 31
LONGEST_TEXT = 32_767

_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))
_HALF_A_MILLISECOND = 0.6e-8


def titles(names: Sequence[str]) -> dict[str, str]:
    """Return the names Excel takes for sheets, by the names they have: short enough, without its signs, none twice."""
    taken: set[str] = set()
    found: dict[str, str] = {}
    for name in names:
        wanted = name.translate(_FORBIDDEN).strip("'") or "_"
        wanted = f"{wanted}_" if wanted.casefold() == "history" else wanted
        title, number = wanted[:LONGEST_TITLE], 2
        while title.casefold() in taken:
            ending = f" {number}"
            title, number = wanted[: LONGEST_TITLE - len(ending)] + ending, number + 1
        taken.add(title.casefold())
        found[name] = title
    return found


def same_anew(first: Typed, second: Typed) -> bool:
    """Say whether two cells hold the same but for how a new workbook writes it: a moment by its number, or as a text
    where Excel has no number for it, a text within the length of a cell."""
    if is_before_1900(first):
        first = day_before_1900(first)
    if isinstance(first, str) and isinstance(second, str):
        return _plain_text(first) == _plain_text(second)
    if isinstance(first, str | bool | None) or isinstance(second, str | bool | None):
        return False
    return isclose(serial(first), serial(second), rel_tol=0, abs_tol=_HALF_A_MILLISECOND)


def is_before_1900(value: object) -> TypeGuard[datetime]:
    """Say whether a cell holds a day that Excel has no number for."""
    return isinstance(value, datetime) and value < FIRST_DAY


def _plain_text(text: str) -> str:
    return text[:LONGEST_TEXT].replace("\r\n", "\n").replace("\r", "\n")


def carried(
    formulas: Mapping[Place, str], name: str, own: str, sheets: Sequence[str], moves: Deletion
) -> dict[Place, str]:
    """Return the formulas of a sheet that the new workbook can have, as they read once rows of the sheet `own` move.

    Left out are those that are not known, that speak of names or of sheets by another name, or lose what they point at.
    """
    kept = {sheet.casefold() for sheet, title in titles(sheets).items() if sheet == title}
    found: dict[Place, str] = {}
    for (row, column), formula in formulas.items():
        named = [reference.sheet_name.casefold() for reference in references(formula) if reference.sheet]
        if not formula or other_names(formula) or not kept.issuperset(named) or (moves and cannot_be_followed(formula)):
            continue
        is_own = name == own
        moved = after_deletion(formula, is_own, own, moves.for_row(row) if is_own else moves) if moves else formula
        if REFERENCE_ERROR not in moved:
            found[row, column] = moved
    return found
