"""How row numbers and cell references move when rows are taken out of a sheet."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

LAST_ROW = 1_048_576

_AREA = re.compile(r"(\$?[A-Za-z]{0,3}\$?)(\d*)(?::(\$?[A-Za-z]{0,3}\$?)(\d*))?")


@dataclass(frozen=True)
class Deletion:
    """The rows taken out of one sheet, in ascending order."""

    rows: tuple[int, ...]

    @classmethod
    def of(cls, rows: Iterable[int]) -> "Deletion":
        return cls(tuple(sorted(set(rows))))

    @cached_property
    def _gone(self) -> frozenset[int]:
        return frozenset(self.rows)

    def __contains__(self, row: int) -> bool:
        return row in self._gone

    def __bool__(self) -> bool:
        return bool(self.rows)

    def moved(self, row: int) -> int:
        """Return the row's new number; for a row taken out, the one that moves up into its place."""
        return row - bisect_left(self.rows, row)

    def next_kept(self, row: int) -> int:
        while row in self:
            row += 1
        return row

    def previous_kept(self, row: int) -> int:
        while row in self:
            row -= 1
        return row

    def span(self, first: int, last: int, fixed: bool = False) -> tuple[int, int] | None:
        """Return where the rows from `first` to `last` end up, None where none of them is left.

        A span over the whole height of the sheet stays whole, as in Excel. `fixed`: dollar signs hold both its ends.
        """
        first, last = min(first, last), max(first, last)
        if (first, last) == (1, LAST_ROW):
            return first, last
        start, end = self.next_kept(first), self.previous_kept(last)
        return (self.moved(start), self.moved(end)) if start <= end else None

    @property
    def only_grows(self) -> bool:
        """Say whether no row changes its number: all that happens is that references take new rows in."""
        return False

    def for_row(self, _row: int) -> "Deletion":
        """Return how references move in a formula that stands on this row of the sheet itself."""
        return self

    def for_cells(self) -> "Deletion":
        """Return how the cells move that something is about for their own sake: it takes no new rows in."""
        return self

    def for_areas(self) -> "Deletion":
        """Return how the areas move that a formula fills."""
        return self

    def reference(self, reference: str) -> str | None:
        """Return a plain reference such as `B5`, `A1:C9`, `5:7` or `A:C` after the deletion, None where it is gone."""
        match = _AREA.fullmatch(reference)
        if not match or not match[2]:
            return reference
        if match[3] is None:
            row = int(match[2])
            return None if row in self else f"{match[1]}{self.moved(row)}"
        if not match[4]:
            return reference
        span = self.span(int(match[2]), int(match[4]))
        return span and f"{match[1]}{span[0]}:{match[3]}{span[1]}"

    def references(self, references: str) -> str:
        """Return what is left of references parted by spaces, as in `sqref`."""
        return " ".join(moved for each in references.split() if (moved := self.reference(each)))
