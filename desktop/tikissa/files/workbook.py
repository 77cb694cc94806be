"""What every kind of workbook can do for the reader, and the choice of the sheet that is the register."""

import math
from typing import Protocol

from tikissa.files.grid import Grid
from tikissa.files.header import find_header
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress, Progress

_LOOKED_AT = 60


class Workbook(Protocol):
    """An open workbook. `visible` are the sheets a person sees, all of them where none is."""

    @property
    def sheets(self) -> tuple[str, ...]: ...

    @property
    def visible(self) -> tuple[str, ...]: ...

    def size(self, sheet: str) -> int:
        """Return how much stands on a sheet, in any unit that compares with the other sheets of this workbook."""
        ...

    def grid(self, sheet: str, limit: int | None, progress: Progress) -> Grid:
        """Read a sheet, at least the first `limit` rows of it where that is given."""
        ...


def choose_sheet(workbook: Workbook, wanted: str | None) -> str:
    """Return the wanted sheet, else the visible one that looks most like a register. Raises FileProblem."""
    if wanted is not None:
        if wanted not in workbook.sheets:
            raise FileProblem("file.no_such_sheet", wanted, ", ".join(workbook.sheets))
        return wanted
    if not workbook.sheets:
        raise FileProblem("file.no_sheets")
    visible = workbook.visible or workbook.sheets
    return visible[0] if len(visible) == 1 else max(visible, key=lambda sheet: _likeness(workbook, sheet))


def _likeness(workbook: Workbook, sheet: str) -> float:
    grid = workbook.grid(sheet, _LOOKED_AT, NoProgress())
    return (0.2 + find_header(grid).score) * math.log(1 + workbook.size(sheet)) if len(grid) else 0.0
