"""Tells what a person should know of the cells before trusting them: errors, formulas without a value, lost digits."""

from collections.abc import Callable, Iterator

import numpy as np

from tikissa.files.grid import Content
from tikissa.model.finding import Finding, Severity
from tikissa.model.register import Column, ColumnCells, ErrorCell, FormulaCell, RecordId


def _is_error(content: Content) -> bool:
    return isinstance(content[1], ErrorCell)


def _lacks_value(content: Content) -> bool:
    return isinstance(content[1], FormulaCell) and not content[0]


KINDS: tuple[tuple[str, Severity, Callable[[Content], bool]], ...] = (
    ("file.error_cell", Severity.ERROR, _is_error),
    ("file.formula_without_value", Severity.WARNING, _lacks_value),
)


def cell_findings(columns: tuple[Column, ...], cells: tuple[ColumnCells, ...]) -> Iterator[Finding]:
    """Yield a finding for each cell of one of the kinds; a value is looked at once, however often it stands."""
    for column, column_cells in zip(columns, cells, strict=True):
        contents = list(zip(column_cells.texts, column_cells.raws, strict=True))
        for code, severity, applies in KINDS:
            odd = np.fromiter(map(applies, contents), np.bool_, len(contents))
            if odd.any():
                for record in np.flatnonzero(odd[column_cells.codes]):
                    yield Finding(code, severity, RecordId(int(record)), column.name, (column_cells[int(record)],))
