"""Notices that another table begins below the register, whose rows would be read as customers too."""

from collections.abc import Iterator
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from tikissa.files.grid import Grid
from tikissa.files.header_row import heads_another_table
from tikissa.model.finding import Finding, Severity

_LOOKED_AT = 12
_MOST_GAPS = 200


def second_table(grid: Grid, columns: int, rows: NDArray[np.intp]) -> Iterator[Finding]:
    """Yield a finding for the first table below empty rows among those of a register with so many columns; one line
    above it may be its title."""
    numbers = grid.row_numbers[rows]
    for start in (np.flatnonzero(np.diff(numbers) > 1)[:_MOST_GAPS] + 1).tolist():
        for first in (start, start + 1):
            if heads_another_table(_together(grid, rows[first : first + _LOOKED_AT]), columns):
                yield Finding("file.second_table", Severity.WARNING, arguments=(str(int(numbers[first])),))
                return


def _together(grid: Grid, rows: NDArray[np.intp]) -> list[list[str]]:
    """Return the texts of the rows that stand right below each other, from the first on."""
    numbers = grid.row_numbers[rows].tolist()
    below = takewhile(lambda at: numbers[at] == numbers[0] + at, range(len(numbers)))
    return [grid.texts(int(rows[at])) for at in below]
