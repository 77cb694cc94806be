"""Finds rows as the user types: the distinct texts of a column are searched as one long text, in one sweep."""

import re
from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tikissa.model.progress import Progress
from tikissa.model.register import ColumnCells, Register
from tikissa.presentation.saved_cells import SavedCells

Mask = NDArray[np.bool_]

END = "\x00"
"""What parts the texts; a cell does not hold it."""

FEW = 20_000

REACH = 1 << 18
"""Bytes that are searched before the window's thread gets its turn."""

PIECE = 20_000
"""Texts are made ready this many at a time, so that the window's thread gets its turn in between."""


_DECIMAL = re.compile(r"\d+,\d+")


def spellings(word: str) -> tuple[str, ...]:
    """Return how a word may stand in a cell: 711,91 is 711.91 in a workbook."""
    return (word, word.replace(",", ".")) if _DECIMAL.fullmatch(word) else (word,)


class ColumnSearch:
    """One column of a register, made ready for searching when it is first searched."""

    def __init__(self, cells: ColumnCells) -> None:
        self._cells = cells

    def prepare(self) -> int:
        """Make the column ready; return how many texts it holds."""
        return len(self._ends)

    @cached_property
    def _blob(self) -> bytes:
        texts = self._cells.texts
        pieces = (END.join((*texts[start : start + PIECE], "")) for start in range(0, len(texts), PIECE))
        return b"".join(piece.lower().encode("utf-8", "surrogatepass") for piece in pieces)

    @cached_property
    def _bytes(self) -> NDArray[np.uint8]:
        return np.frombuffer(self._blob, dtype=np.uint8)

    @cached_property
    def _ends(self) -> NDArray[np.intp]:
        return np.flatnonzero(self._bytes == 0)

    def texts_with(self, word: bytes) -> Mask:
        """Tell of each distinct text whether it holds the word, written small."""
        found = np.zeros(len(self._cells.texts), dtype=bool)
        if not len(found):
            return found
        found[np.searchsorted(self._ends, self._places(word))] = True
        return found

    def _places(self, word: bytes) -> Sequence[int] | NDArray[np.intp]:
        """Look for the word one reach after another: a single look through all would keep Python to itself."""
        places: list[int] = []
        for start in range(0, len(self._blob), REACH):
            end = start + REACH + len(word) - 1
            place = self._blob.find(word, start, end)
            while place >= 0:
                places.append(place)
                place = self._blob.find(word, place + 1, end)
            if len(places) > FEW:
                return self._many_places(word)
        return places

    def _many_places(self, word: bytes) -> NDArray[np.intp]:
        """Narrow down letter by letter, all places at once."""
        last = len(self._bytes) - len(word) + 1
        places = np.flatnonzero(self._bytes[:last] == word[0])
        for step, letter in enumerate(word[1:], start=1):
            places = places[self._bytes[places + step] == letter]
        return places


class RowSearch:
    """All columns of a register. What decisions have changed is looked at beside it."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._columns = tuple(ColumnSearch(cells) for cells in register.cells)

    def prepare(self, progress: Progress) -> None:
        """Make every column ready, so that the first search is as quick as the next."""
        for number, column in enumerate(self._columns):
            progress.report("rows.prepare", number, len(self._columns))
            column.prepare()

    def rows_with(self, query: str, saved: SavedCells) -> Mask:
        """Tell of each row whether every word stands in some cell of it, or is its row number."""
        found = np.ones(len(saved), dtype=bool)
        for word in query.lower().split():
            found &= np.logical_or.reduce([self._rows_with_word(spelled, saved) for spelled in spellings(word)])
        return found

    def _rows_with_word(self, word: str, saved: SavedCells) -> Mask:
        found = np.zeros(len(saved), dtype=bool)
        needle = word.encode("utf-8", "surrogatepass")
        for place, column in enumerate(self._columns):
            cells = saved.column(place)
            own = len(self._register.cells[place].texts)
            added = np.fromiter((word in text.lower() for text in cells.texts[own:]), bool, len(cells.texts) - own)
            texts = np.concatenate([column.texts_with(needle), added])
            if texts.any():
                found |= texts[cells.codes]
        if word.isdecimal():
            found[: len(self._register)] |= self._register.row_numbers == int(word)
        return found
