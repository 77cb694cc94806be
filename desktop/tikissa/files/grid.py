"""A sheet as it stands in its file, before it is known which row is the header: the same shape for every format."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import compress, count

import numpy as np
from numpy.typing import NDArray

from tikissa.model.progress import Tick
from tikissa.model.register import RawValue, object_array

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


@dataclass(frozen=True, slots=True)
class Merged:
    """Merged cells: the numbers of the first row and of the last, the indices of the first column and of the last. What
    they show stands in the first row and column."""

    first: int
    last: int
    column: int
    last_column: int


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """The cells of a sheet. Rows without cells may be missing: `row_numbers` tells where each row stands.

    `hidden_rows` are the numbers of those that the spreadsheet does not show, `merged` the merged cells, where the
    format tells.
    """

    row_numbers: NDArray[np.int32]
    columns: tuple[GridColumn, ...]
    hidden_rows: frozenset[int] = frozenset()
    merged: tuple[Merged, ...] = ()

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
        self._texts: list[str] = []
        self._plain: dict[str, int] = {}
        self._typed: dict[tuple[str, type, RawValue], int] = {}

    def number(self, text: str, raw: RawValue) -> int:
        if raw is not None:
            return self._typed.setdefault((text, type(raw), raw), -1 - len(self._typed))
        number = self._plain.setdefault(text, len(self._texts))
        if number == len(self._texts):
            self._texts.append(text)
        return number

    def number_texts(self, texts: Sequence[str]) -> Sequence[int]:
        """Number many plain texts at once, faster where all of them are new."""
        start = len(self._texts)
        numbers = range(start, start + len(texts))
        found = np.fromiter(map(self._plain.setdefault, texts, numbers), np.int64, len(texts))
        is_new = found == np.arange(start, start + len(texts))
        if is_new.all():
            self._texts += texts
            return numbers
        new = list(compress(texts, is_new.tolist()))
        self._plain.update(zip(new, count(start)))  # the numbers follow one another: texts known before have taken some
        self._texts += new
        closed = np.append(np.arange(start), start - 1 + np.cumsum(is_new))
        numbered: list[int] = closed[found].tolist()
        return numbered

    def resolve(self, numbers: Sequence[int] | NDArray[np.int32]) -> NDArray[np.int32]:
        """Return the positions, in the vocabulary, of contents numbered before."""
        given = np.asarray(numbers, dtype=np.int32)
        return np.where(given < 0, len(self._texts) - 1 - given, given).astype(np.int32)

    def vocabulary(self) -> Vocabulary:
        if not self._typed:
            return vocabulary_of_texts(self._texts)
        typed = [text for text, _, _ in self._typed]
        raws = np.full(len(self._texts) + len(typed), None, dtype=object)
        raws[len(self._texts) :] = [raw for _, _, raw in self._typed]
        blank = np.array([not text or text.isspace() for text in typed], np.bool_)
        return Vocabulary(object_array(self._texts + typed), raws, np.append(_blank(self._texts), blank))


def vocabulary_of_texts(texts: Sequence[str]) -> Vocabulary:
    """Return a vocabulary of distinct texts."""
    return Vocabulary(object_array(texts), None, _blank(texts))


def _blank(texts: Sequence[str]) -> NDArray[np.bool_]:
    blank = np.fromiter(map(str.isspace, texts), np.bool_, len(texts))
    with suppress(ValueError):
        blank[texts.index("")] = True  # distinct texts: there is one empty one at most
    return blank


class TextColumns:
    """Columns of plain texts without NUL that grow batch by batch.

    A batch's cells are joined column by column while they are in the processor's cache: cells that lie beside each
    other in memory are looked through several times faster at the end.
    """

    def __init__(self) -> None:
        self.height = 0
        self._joined: list[list[str]] = []

    def add(self, records: list[list[str]]) -> None:
        """Add records below; short ones are filled up with empty cells."""
        lengths = set(map(len, records))
        width = max(len(self._joined), max(lengths))
        if min(lengths) < width:
            records = [record + [""] * (width - len(record)) for record in records]
        self.add_columns(list(zip(*records, strict=True)), len(records))

    def add_columns(self, columns: Sequence[Sequence[str]], height: int) -> None:
        """Add what stands below in each of the columns, so many rows; columns that are missing are empty there."""
        while len(self._joined) < len(columns):
            self._joined.append([_BETWEEN * (self.height - 1)] if self.height else [])
        for at, joined in enumerate(self._joined):
            joined.append(_BETWEEN.join(columns[at]) if at < len(columns) else _BETWEEN * (height - 1))
        self.height += height

    def grid(self, tick: Tick) -> Grid:
        """Return what has come, rows numbered from 1. Nothing is left here."""
        columns: list[GridColumn] = []
        while self._joined:
            columns.append(_column_of_texts(len(columns), self._joined.pop(0), self.height, tick))
        return Grid(np.arange(1, self.height + 1, dtype=np.int32), tuple(columns))


_BETWEEN = "\x00"


def _column_of_texts(index: int, batches: list[str], height: int, tick: Tick) -> GridColumn:
    """Build a column; while it is built, a text goes by the row it first stands on, kept or found in one look-up.

    Batch by batch: cut in one go, a million cells would keep every other thread waiting for seconds.
    """
    first_rows: dict[str, int] = {}
    found = np.empty(height, np.int32)
    above = 0
    for batch in batches:
        tick()
        values = batch.split(_BETWEEN)
        below = above + len(values)
        found[above:below] = np.fromiter(map(first_rows.setdefault, values, count(above)), np.int32, len(values))
        above = below
    texts = list(first_rows)
    vocabulary = vocabulary_of_texts(texts)
    if len(texts) == height:
        return GridColumn(index, found, vocabulary)
    numbers = np.empty(height, np.int32)
    numbers[np.fromiter(first_rows.values(), np.int32, len(texts))] = np.arange(len(texts), dtype=np.int32)
    return GridColumn(index, numbers[found], vocabulary)


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
