"""Tells what a person should know of the cells before trusting them: errors, formulas without a value, lost digits."""

from collections.abc import Iterator

import numpy as np

from tikissa.model.finding import Finding, Severity
from tikissa.model.record import RecordId
from tikissa.model.register import Column, ColumnCells, ErrorCell, FormulaCell, RawValue

ERRORS = frozenset(("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"))

_TOO_LONG = 1e15
"""Excel keeps 15 digits of a number; a longer account or card number has lost its end."""


def _kind(text: str, raw: RawValue) -> tuple[str, Severity] | None:
    match raw:
        case ErrorCell():
            return "file.error_cell", Severity.ERROR
        case FormulaCell() if not text:
            return "file.formula_without_value", Severity.WARNING
        case FormulaCell() if text.startswith("#") and text in ERRORS:
            return "file.error_cell", Severity.ERROR
        case int() | float() if abs(raw) >= _TOO_LONG and text.lstrip("-").isdigit():
            return "file.rounded_number", Severity.WARNING
    return None


def cell_findings(columns: tuple[Column, ...], cells: tuple[ColumnCells, ...]) -> Iterator[Finding]:
    """Yield a finding for each cell of these kinds; a value is looked at once, however often it stands."""
    for column, column_cells in zip(columns, cells, strict=True):
        raws = column_cells.raws
        if not {ErrorCell, FormulaCell, int, float} & set(map(type, raws)):
            continue
        for code, (text, raw) in enumerate(zip(column_cells.texts, raws, strict=True)):
            if kind := _kind(text, raw):
                for record in np.flatnonzero(column_cells.codes == code):
                    yield Finding(*kind, RecordId(int(record)), column.name, (text,))
