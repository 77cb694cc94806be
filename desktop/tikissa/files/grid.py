"""A sheet as it stands in its file, before it is known which row is the header: the same shape for every format."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tikissa.model.register import RawValue

Content = tuple[str, RawValue]
"""The text a person sees in a cell, and its typed value where that says more."""

EMPTY: Content = ("", None)


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Distinct cell contents. `raws` is None where there is none but text; `blank` says which show nothing."""

    texts: NDArray[np.object_]
    raws: NDArray[np.object_] | None
    blank: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class GridColumn:
    """One column of a sheet: `index` counts from 0 at column A, `codes` point into a vocabulary columns may share."""

    index: int
    codes: NDArray[np.int32]
    vocabulary: Vocabulary

    def text(self, row: int) -> str:
        text: str = self.vocabulary.texts[self.codes[row]]
        return text

    def filled(self) -> NDArray[np.bool_]:
        """Say of each row whether anything stands in it here."""
        filled: NDArray[np.bool_] = ~self.vocabulary.blank[self.codes]
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


class ContentIndex:
    """Numbers distinct cell contents. 1 and 1.0, and 1 and True, are told apart.

    Plain texts are numbered from 0 up and typed values from -1 down while contents come; `resolve` makes positions in
    the vocabulary of them at the end.
    """

    def __init__(self) -> None:
        self._plain: dict[str, int] = {}
        self._typed: dict[tuple[str, type, RawValue], int] = {}

    def number(self, text: str, raw: RawValue) -> int:
        if raw is None:
            return self._plain.setdefault(text, len(self._plain))
        return self._typed.setdefault((text, type(raw), raw), -1 - len(self._typed))

    def number_texts(self, texts: Sequence[str]) -> Sequence[int]:
        """Number many plain texts at once, faster where all of them are new."""
        plain = self._plain
        numbers = range(len(plain), len(plain) + len(texts))
        added = dict(zip(texts, numbers, strict=True))
        if len(added) == len(texts) and plain.keys().isdisjoint(added.keys()):
            plain.update(added)
            return numbers
        return [plain.setdefault(text, len(plain)) for text in texts]

    def resolve(self, numbers: Sequence[int] | NDArray[np.int32]) -> NDArray[np.int32]:
        """Return the positions, in the vocabulary, of contents numbered before."""
        given = np.asarray(numbers, dtype=np.int32)
        return np.where(given < 0, len(self._plain) - 1 - given, given).astype(np.int32)

    def vocabulary(self) -> Vocabulary:
        texts = [*self._plain, *(text for text, _, _ in self._typed)]
        raws = [*([None] * len(self._plain)), *(raw for _, _, raw in self._typed)] if self._typed else None
        return Vocabulary(object_array(texts), None if raws is None else object_array(raws), _blank(texts))


def object_array(values: Sequence[object]) -> NDArray[np.object_]:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def _blank(texts: Sequence[str]) -> NDArray[np.bool_]:
    return np.array([not text or text.isspace() for text in texts], dtype=np.bool_)


def column_of_texts(index: int, values: Sequence[str]) -> GridColumn:
    """Build a column of plain texts."""
    texts = list(dict.fromkeys(values))
    if len(texts) == len(values):
        codes = np.arange(len(values), dtype=np.int32)
    else:
        numbers = dict(zip(texts, range(len(texts)), strict=True))
        codes = np.fromiter(map(numbers.__getitem__, values), np.int32, len(values))
    return GridColumn(index, codes, Vocabulary(object_array(texts), None, _blank(texts)))


def grid_of_rows(rows: Iterable[tuple[int, Sequence[Content]]]) -> Grid:
    """Build a grid from rows of cells, each with its row number; short rows are filled up with empty cells."""
    index = ContentIndex()
    empty = index.number(*EMPTY)
    numbered = [(number, [index.number(text, raw) for text, raw in cells]) for number, cells in rows]
    width = max((len(cells) for _, cells in numbered), default=0)
    table = np.full((len(numbered), width), empty, dtype=np.int32)
    for row, (_, cells) in enumerate(numbered):
        table[row, : len(cells)] = cells
    codes, vocabulary = index.resolve(table), index.vocabulary()
    row_numbers = np.array([number for number, _ in numbered], dtype=np.int32)
    return Grid(row_numbers, tuple(GridColumn(column, codes[:, column], vocabulary) for column in range(width)))


@contextmanager
def no_collection() -> Iterator[None]:
    """Let Python's cyclic garbage collector rest while millions of small objects are made: half of the time is its."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
