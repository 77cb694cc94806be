"""How row numbers and references move when rows go from a sheet and new ones come below its data."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tikissa.export.workbook.deletion import Deletion


@dataclass(frozen=True)
class RowMoves(Deletion):
    """A deletion, and `added` rows below `last`, the last row of the data, which begins at `first`.

    `rest_moves`: what stands below the data moves down; else nothing stands there. A reference to all rows of the data,
    with or without its headers, takes the new rows in; with `only_fixed` it does so only where dollar signs hold it, as
    in a formula on a row of the data: a running total must not reach past its own row.
    """

    first: int = 0
    last: int = 0
    added: int = 0
    rest_moves: bool = False
    only_fixed: bool = False
    grows: bool = True

    def __bool__(self) -> bool:
        return bool(self.rows or self.added)

    @property
    def only_grows(self) -> bool:
        return not self.rows and not self.rest_moves

    @property
    def base(self) -> int:
        """Return the number after which the new rows stand in the end."""
        return self.last - bisect_right(self.rows, self.last)

    def moved(self, row: int) -> int:
        down = self.added if self.rest_moves and row > self.last else 0
        return Deletion.moved(self, row) + down

    def span(self, first: int, last: int, fixed: bool = False) -> tuple[int, int] | None:
        first, last = min(first, last), max(first, last)
        left = Deletion.span(self, first, last)
        grows = (
            self.grows and self.added and first <= self.first and last >= self.last and (fixed or not self.only_fixed)
        )
        if not grows:
            return left
        return left[0] if left else self.base + 1, max(left[1] if left else 0, self.base + self.added)

    def for_row(self, row: int) -> "RowMoves":
        return replace(self, only_fixed=True) if self.first <= row <= self.last else self

    def for_cells(self) -> "RowMoves":
        return replace(self, grows=False)

    def for_areas(self) -> "RowMoves":
        return replace(self, only_fixed=True)


def row_moves(gone: Iterable[int], first: int, last: int, added: int, rest_moves: bool) -> Deletion:
    """Return how rows move; where none come, it is a deletion like any other."""
    deletion = Deletion.of(gone)
    return RowMoves(deletion.rows, first, last, added, rest_moves) if added else deletion
