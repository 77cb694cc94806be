"""Has new rows come in their place while a sheet is written from top to bottom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tikissa.export.workbook.row_patch import CellEdit, RowPatcher
from tikissa.export.workbook.sheet_stream import Row


@dataclass(frozen=True, slots=True)
class NewRows:
    """Rows that come below the row `last`, the last of the data, looking like the row `pattern`; the first of them gets
    the number `first`. `rest_moves`: what stands below moves down; else rows without content make room."""

    last: int
    pattern: int
    first: int
    rest_moves: bool
    rows: Sequence[Mapping[int, CellEdit]]


class ComingRows:
    """Writes the new rows once, where the sheet's own rows have passed their place."""

    def __init__(self, plan: NewRows | None, patcher: RowPatcher) -> None:
        self._plan = plan
        self._patcher = patcher
        self._pattern: Row | None = None

    def beside(self, rows: Iterable[Row]) -> Iterable[Row]:
        """Return the sheet's rows without the empty ones in whose place new rows come."""
        return rows if self._plan is None else self._beside(rows, self._plan)

    def _beside(self, rows: Iterable[Row], plan: NewRows) -> Iterator[Row]:
        blank = () if plan.rest_moves else range(plan.last + 1, plan.last + 1 + len(plan.rows))
        for row in rows:
            if row.number == plan.pattern:
                self._pattern = row
            if row.number not in blank:
                yield row

    def above(self, row: Row) -> bytes:
        """Return the new rows where this row is the first below their place."""
        return self.rest() if self._plan is not None and row.number > self._plan.last else b""

    def rest(self) -> bytes:
        plan, self._plan = self._plan, None
        rows = enumerate(plan.rows, plan.first) if plan else ()
        return b"".join(self._patcher.new_row(self._pattern, number, cells) for number, cells in rows)
