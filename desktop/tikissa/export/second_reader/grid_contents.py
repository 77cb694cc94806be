"""Cells as the register's own reader sees them, for the formats the second reader cannot make sense of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tikissa.files.formats import READERS
from tikissa.files.grid import Grid
from tikissa.files.workbook import Workbook
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress
from tikissa.model.register import ErrorCell, FileFormat, FormulaCell


def first_reader(path: Path, file_format: FileFormat, encoding: str | None) -> Workbook:
    """Open a file with the first reader that can. Raises FileProblem where none can."""
    data = path.read_bytes()
    for opener in READERS.get(file_format, ()):
        try:
            workbook = opener(data, encoding)
            if workbook.sheets:
                return workbook
        except Exception:  # a stranger's file may break a reader in any way; the next one has its try
            continue
    raise FileProblem("file.damaged", path.name)


@dataclass(frozen=True)
class GridContents:
    """The sheets of a workbook opened by one of the register's readers."""

    workbook: Workbook

    @property
    def sheets(self) -> tuple[str, ...]:
        return self.workbook.sheets

    def rows(self, sheet: str) -> Iterator[Sequence[object]]:
        grid = self.workbook.grid(sheet, None, NoProgress())
        width = 1 + max((column.index for column in grid.columns), default=-1)
        expected = 1
        for place, number in enumerate(grid.row_numbers):
            yield from ([""] * width for _ in range(int(number) - expected))
            expected = int(number) + 1
            yield _row(grid, place, width)

    def formulas(self, sheet: str) -> Mapping[tuple[int, int], str]:
        return {}


def _row(grid: Grid, place: int, width: int) -> list[object]:
    cells: list[object] = [""] * width
    for column in grid.columns:
        code = column.codes[place]
        raw = None if column.vocabulary.raws is None else column.vocabulary.raws[code]
        plain = raw is None or isinstance(raw, FormulaCell | ErrorCell)
        cells[column.index] = column.vocabulary.texts[code] if plain else raw
    return cells
