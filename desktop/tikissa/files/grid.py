"""A sheet as it stands in its file, before it is known which row is the header: the same shape for every format."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tikissa.model.register import RawValue

Content = tuple[str, RawValue]
"""The text a person sees in a cell, and its typed value where that says more."""

EMPTY: Content = ("", None)


@dataclass(frozen=True, slots=True, eq=False)
class GridColumn:
    """One column of a sheet, each distinct content once; `index` counts from 0 at column A."""

    index: int
    codes: NDArray[np.int32]
    texts: Sequence[str]
    raws: Sequence[RawValue]

    def text(self, row: int) -> str:
        return self.texts[int(self.codes[row])]

    def filled(self) -> NDArray[np.bool_]:
        """Say of each row whether anything stands in it here."""
        known = np.fromiter((bool(text.strip()) for text in self.texts), np.bool_, len(self.texts))
        filled: NDArray[np.bool_] = known[self.codes]
        return filled


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """The cells of a sheet. Rows without cells may be missing: `row_numbers` tells where each row stands."""

    row_numbers: NDArray[np.int32]
    columns: tuple[GridColumn, ...]

    def __len__(self) -> int:
        return len(self.row_numbers)

    def texts(self, row: int) -> list[str]:
        """Return the texts of a row, one a column."""
        return [column.text(row) for column in self.columns]


def column_of_texts(index: int, values: Sequence[str]) -> GridColumn:
    """Build a column of plain texts."""
    seen: dict[str, int] = {}
    codes = np.array([seen.setdefault(value, len(seen)) for value in values], dtype=np.int32)
    return GridColumn(index, codes, list(seen), [None] * len(seen))


def column_of_contents(index: int, contents: Iterable[Content]) -> GridColumn:
    """Build a column of texts with their typed values; 1 and 1.0, and 1 and True, are told apart."""
    seen: dict[tuple[str, type, RawValue], int] = {}
    codes = [seen.setdefault((text, type(raw), raw), len(seen)) for text, raw in contents]
    texts = [text for text, _, _ in seen]
    raws = [raw for _, _, raw in seen]
    return GridColumn(index, np.array(codes, dtype=np.int32), texts, raws)


def grid_of_rows(rows: Sequence[tuple[int, Sequence[Content]]]) -> Grid:
    """Build a grid from rows of cells, each with its row number; short rows are filled up with empty cells."""
    width = max((len(cells) for _, cells in rows), default=0)
    numbers = np.array([number for number, _ in rows], dtype=np.int32)
    columns = tuple(
        column_of_contents(index, (cells[index] if index < len(cells) else EMPTY for _, cells in rows))
        for index in range(width)
    )
    return Grid(numbers, columns)
