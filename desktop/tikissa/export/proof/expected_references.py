"""Says whether references and formulas of a saved workbook are what rows that went and came make of the original's.

This is for the proof alone: it shares no code with what moves them, and takes formulas apart with another library.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from openpyxl.formula import Tokenizer

from tikissa.files.letters import column_index

_LAST = 1_048_576
_PLAIN_FORMULA = re.compile(r"[\w$:+\-*/(),.<>=&%^ ;]*")
_PLAIN_REFERENCE = re.compile(r"(?<![\w$.:])(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)(?![\w.(:])")
_WHOLE_ROWS = re.compile(r"(?<![A-Za-z\d$])\$?\d+:")
_END = re.compile(r"(\$?)([A-Za-z]{0,3})(\$?)(\d{0,7})")
_GONE = "#REF!"

Area = tuple[int, int]


@dataclass(frozen=True)
class RowMap:
    """Where the rows of the register's sheet are now: `gone` in ascending order, `added` new ones below the row `last`.

    The data begins at the row `first`; what stood below it has moved down where `rest_moved`.
    """

    gone: tuple[int, ...] = ()
    first: int = 0
    last: int = 0
    added: int = 0
    rest_moved: bool = False

    def __bool__(self) -> bool:
        return bool(self.gone or self.added)

    def row(self, row: int) -> int | None:
        """Return the row's number now, None where it is gone."""
        place = bisect_left(self.gone, row)
        if place < len(self.gone) and self.gone[place] == row:
            return None
        return row - place + (self.added if self.rest_moved and row > self.last else 0)

    def areas(self, top: int, bottom: int, grows: bool = True) -> frozenset[Area | None]:
        """Return what may have become of an area: one that holds all the data may have taken the new rows in."""
        top, bottom = min(top, bottom), max(top, bottom)
        if (top, bottom) == (1, _LAST):
            return frozenset([(top, bottom)])
        left = [row for row in self._ends(top, bottom) if row]
        whole = (min(left), max(left)) if left else None
        if not grows or not self.added or top > self.first or bottom < self.last:
            return frozenset([whole])
        base = self.last - bisect_right(self.gone, self.last)
        grown = (whole[0] if whole else base + 1, max(whole[1] if whole else 0, base + self.added))
        return frozenset([whole, grown])

    def _ends(self, top: int, bottom: int) -> Sequence[int | None]:
        first, last = bisect_left(self.gone, top), bisect_right(self.gone, bottom) - 1
        while first <= last and self.gone[first] == top:
            top, first = top + 1, first + 1
        while last >= first and self.gone[last] == bottom:
            bottom, last = bottom - 1, last - 1
        return (self.row(top), self.row(bottom)) if top <= bottom else ()


class Reference(NamedTuple):
    """A reference: its sheet as a name (`""` where none is written), the text around its rows and columns, those of its
    ends, and which of them a dollar sign fixes. One without rows, to whole columns or by a name, is all text."""

    sheet: str
    shape: str
    rows: tuple[int, ...] = ()
    rows_fixed: tuple[bool, ...] = ()
    columns: tuple[int, ...] = ()
    columns_fixed: tuple[bool, ...] = ()

    def read(self, at: "Offset") -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the rows and columns it is about when it is read so many rows down and columns to the right."""
        rows = (row if fixed else row + at[0] for row, fixed in zip(self.rows, self.rows_fixed, strict=True))
        across = zip(self.columns, self.columns_fixed, strict=True)
        return tuple(rows), tuple(column if fixed else column + at[1] for column, fixed in across)


Offset = tuple[int, int]
_HERE: Offset = (0, 0)


@lru_cache(maxsize=4096)
def _parts(formula: str) -> tuple[tuple[str, ...], tuple[Reference, ...]]:
    """Return a formula's text between its references, and those."""
    if _PLAIN_FORMULA.fullmatch(formula) and not _WHOLE_ROWS.search(formula):
        pieces = _PLAIN_REFERENCE.split(formula)
        return tuple(pieces[::2]), tuple(map(_reference, pieces[1::2]))
    between, found = [""], []
    for token in Tokenizer("=" + formula).items:
        if (token.type == "OPERAND" and token.subtype == "RANGE") or token.value.endswith(_GONE):
            found.append(_reference(token.value))
            between.append("")
        else:
            between[-1] += token.value
    return tuple(between), tuple(found)


def _reference(text: str) -> Reference:
    sheet, mark, place = text.removesuffix(_GONE).rpartition("!")
    name = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
    if text.endswith(_GONE):
        return Reference(name.casefold(), _GONE)
    ends = [end for each in place.split(":") if (end := _END.fullmatch(each))]
    if not 0 < len(ends) == len(place.split(":")) < 3 or not all(end[4] for end in ends):
        return Reference(name.casefold(), text)
    lettered = [end for end in ends if end[2]]
    shape = ":".join(f"{end[1]}{'A' * bool(end[2])}{end[3]}" for end in ends)
    return Reference(
        name.casefold(),
        f"{sheet}{mark}{shape}",
        tuple(int(end[4]) for end in ends),
        tuple(bool(end[3] or (not end[2] and end[1])) for end in ends),
        tuple(column_index(end[2].upper()) for end in lettered),
        tuple(bool(end[1]) for end in lettered),
    )


@dataclass(frozen=True)
class Expectation:
    """What the change makes of references to `sheet`."""

    sheet: str
    rows: RowMap

    def formula(self, before: str, after: str, own: bool, at: Offset = _HERE, at_after: Offset = _HERE) -> bool:
        """Say whether a formula may have become another; `own`: it stands on the sheet itself. The offsets tell how far
        from the cell it was written for each is read."""
        if before == after and not self.rows and at == at_after:
            return True
        try:
            between, found = _parts(before)
            between_after, found_after = _parts(after)
        except Exception:  # the library knows no such formula
            return before == after
        if between != between_after or len(found) != len(found_after):
            return False
        pairs = zip(found, found_after, strict=True)
        return all(self._reference(first, second, own, at, at_after) for first, second in pairs)

    def _reference(self, before: Reference, after: Reference, own: bool, at: Offset, at_after: Offset) -> bool:
        ours = before.sheet == self.sheet.casefold() if before.sheet else own
        rows, columns = before.read(at)
        if after.shape == _GONE:
            return before.shape == _GONE or (ours and bool(rows) and None in self._become(rows))
        found, found_columns = after.read(at_after)
        if before.shape != after.shape or columns != found_columns:
            return False
        if not ours or not rows or not self.rows:
            return rows == found
        return (min(found), max(found)) in self._become(rows) and (found[0] <= found[-1]) == (rows[0] <= rows[-1])

    def _become(self, rows: Sequence[int]) -> frozenset[Area | None]:
        if len(rows) > 1:
            return self.rows.areas(rows[0], rows[-1])
        row = self.rows.row(rows[0])
        return frozenset([None if row is None else (row, row)])

    def areas(self, before: str, after: str, grows: bool = True) -> bool:
        """Say whether references parted by spaces may have become others: those of rows that are gone are left out.
        `grows`: an area with all the data may have taken new rows in."""
        left = after.split()
        for reference in before.split():
            if left and self._area(reference, left[0], grows):
                left.pop(0)
            elif not self.is_gone(reference):
                return False
        return not left

    def _area(self, before: str, after: str, grows: bool) -> bool:
        """A reference to one cell and one to an area of it are the same."""
        first, second = _reference(before), _reference(after)
        if not first.rows or not second.rows:
            return before == after
        columns, found = ((each.columns * 2)[:2] for each in (first, second))
        return columns == found and (second.rows[0], second.rows[-1]) in self.rows.areas(
            first.rows[0], first.rows[-1], grows
        )

    def is_one_cell(self, area: str) -> bool:
        """Say whether one cell is left of an area of one column."""
        reference = _reference(area)
        left = self.rows.areas(reference.rows[0], reference.rows[-1]) if reference.rows else ()
        return len(set(reference.columns)) == 1 and any(rows and rows[0] == rows[1] for rows in left)

    def is_gone(self, areas: str) -> bool:
        """Say whether nothing is left of these areas."""
        spans = [_reference(each).rows for each in areas.split()]
        return bool(spans) and all(rows and None in self.rows.areas(rows[0], rows[-1]) for rows in spans)

    def span(self, area: str) -> Area | None:
        """Return the rows of a reference, None where it names none."""
        rows = _reference(area).rows
        return (min(rows), max(rows)) if rows else None
