"""Amounts as the user's language writes them: 18 469,56 € where the workbook's number is told as 18469.56 €."""

import re

from PySide6.QtCore import QLocale

from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId
from tikissa.model.register import ColumnCells

_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?")


def amount_of(outcome: Outcome, record: RecordId, column: str) -> str:
    """Return what a cell says; a number of a spreadsheet, as against a text, with the locale's own marks."""
    return told(outcome.register.cells_of(column), record, outcome.text(record, column))


def told(cells: ColumnCells, record: int, text: str) -> str:
    """Return the text of a cell, as it was read or as it is now, with the locale's own marks where it is a number."""
    is_number = type(cells.raw(record)) in (int, float)
    return _NUMBER.sub(_as_here, text, count=1) if is_number and text == cells[record] else text


def _as_here(number: re.Match[str]) -> str:
    whole, part = number.group(1).replace(",", ""), number.group(2) or ""
    return QLocale().toString(float(f"{whole}.{part}"), "f", len(part))
