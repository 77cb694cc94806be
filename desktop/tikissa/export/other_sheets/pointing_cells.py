"""Finds the cells of other sheets that hold customer numbers or names which leave the register, and what would be put
there."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tikissa.export.additions.appended_rows import formula_cells_in
from tikissa.export.open_document.document_contents import OpenDocumentContents
from tikissa.export.other_sheets.number_columns import NumberColumn, number_columns
from tikissa.export.saving_options import CAN_FOLLOW, CANNOT_FOLLOW, LISTED
from tikissa.export.second_reader.file_contents import Contents, Place
from tikissa.export.typed_cell import Typed, normal
from tikissa.export.workbook.formula_checks import covers
from tikissa.export.workbook.package import Package
from tikissa.export.workbook.sheet_stream import OddSheet, SheetStream
from tikissa.lists.vanished_numbers import CustomerNumbers, VanishedNumber, number_key
from tikissa.model.finding import Finding, Severity

_EXACT_DIGITS = 15
"""A spreadsheet keeps no more digits of a number."""


@dataclass(frozen=True, slots=True)
class PointingCell:
    """A cell whose customer number leaves the register. `after` is the number it goes by, None where none took over."""

    row: int
    before: Typed
    after: Typed
    gone: VanishedNumber


@dataclass(frozen=True, slots=True)
class PointingColumn:
    """A column of another sheet with the cells in it that point at a number which vanishes.

    `is_list` says that each number stands there once, as in a list of customers, and would stand there twice.
    """

    sheet: str
    column: NumberColumn
    cells: tuple[PointingCell, ...]
    is_list: bool = False
    by_name: bool = False

    @property
    def followed(self) -> tuple[PointingCell, ...]:
        """Return the cells that can be given the number that stays."""
        return tuple(cell for cell in self.cells if cell.after is not None)

    def findings(self) -> Iterator[Finding]:
        """Say before saving what would point at nothing."""
        followed, lost = self.followed, len(self.cells) - len(self.followed)
        if followed:
            example = (followed[0].gone.old, followed[0].gone.surviving or "")
            arguments = (str(len(followed)), self.sheet, self.column.name, *example)
            yield Finding(CAN_FOLLOW[self.by_name], Severity.NOTE, arguments=arguments)
        if followed and self.is_list and not self.by_name:
            yield Finding(LISTED, Severity.NOTE, arguments=(self.sheet, self.column.name))
        if lost:
            yield Finding(
                CANNOT_FOLLOW[self.by_name], Severity.NOTE, arguments=(str(lost), self.sheet, self.column.name)
            )


def pointing_columns(
    original: Contents, own: str, numbers: CustomerNumbers, patched: Path | None
) -> tuple[PointingColumn, ...]:
    """Look through the sheets beside the register's own. `patched` is the workbook where its own XML will be changed:
    then a sheet of an odd kind is left out, and cells that belong to a formula always are."""
    return tuple(
        pointing
        for sheet in original.sheets
        if sheet != own
        for known in (numbers, numbers.names)
        if known is not None and known.vanished
        for pointing in _on_sheet(original, sheet, known, patched, by_name=known is numbers.names)
        if pointing.cells
    )


def _on_sheet(
    original: Contents, sheet: str, numbers: CustomerNumbers, patched: Path | None, *, by_name: bool
) -> Iterator[PointingColumn]:
    columns = number_columns(original.rows(sheet), numbers.known)
    is_document = isinstance(original, OpenDocumentContents)
    if columns and (patched is None or is_document or _can_be_patched(patched, sheet)):
        formulas = original.formulas(sheet)
        covered = _Covered(patched, original, sheet) if formulas and patched else None
        for column in columns:
            cells = (
                cell
                for cell in _cells(original, sheet, column, numbers)
                if (cell.row, column.column) not in formulas
                and not (covered and covered.holds((cell.row, column.column)))
            )
            yield PointingColumn(sheet, column, tuple(cells), _is_list(original, sheet, column, numbers), by_name)


def _cells(original: Contents, sheet: str, column: NumberColumn, numbers: CustomerNumbers) -> Iterator[PointingCell]:
    place = column.column
    for number, row in enumerate(original.rows(sheet), 1):
        if number > column.header_row and place < len(row) and row[place] != "":
            gone = numbers.vanished.get(number_key(row[place]))
            if gone is not None:
                before = normal(row[place])
                yield PointingCell(number, before, _after(before, gone), gone)


def _is_list(original: Contents, sheet: str, column: NumberColumn, numbers: CustomerNumbers) -> bool:
    """Say whether each customer stands once in a column, one who leaves as well as the one that stays."""
    rows = islice(original.rows(sheet), column.header_row, None)
    keys = [key for row in rows if column.column < len(row) and (key := number_key(row[column.column]))]
    seen = set(keys)
    both = (key in seen and number_key(gone.surviving) in seen for key, gone in numbers.vanished.items())
    return len(seen) == len(keys) and any(both)


def _after(before: Typed, gone: VanishedNumber) -> Typed:
    """Return the surviving number as the cell writes numbers: as a number, with or without zeros in front."""
    if gone.surviving is None:
        return None
    key = number_key(gone.surviving)
    if not key.isdecimal() or not number_key(before).isdecimal():
        return gone.surviving
    if isinstance(before, float):
        return float(key) if len(key) <= _EXACT_DIGITS else gone.surviving
    written, known = str(before).strip(), gone.old
    if len(written) == len(known):
        return gone.surviving
    return key.zfill(len(written)) if written.startswith("0") else key


def _can_be_patched(workbook: Path, sheet: str) -> bool:
    with Package(workbook) as package:
        part = package.sheet(sheet)
        if part.kind != "worksheet":
            return False
        try:
            with package.open_sheet(part.part) as opened:
                SheetStream(opened).skip_rows()
        except OddSheet:
            return False
    return True


class _Covered:
    """The cells of a sheet that a formula of another cell fills."""

    def __init__(self, workbook: Path, original: Contents, sheet: str) -> None:
        cells = formula_cells_in(workbook, original, sheet)
        self._areas = [cell.area for cell in cells if cell.area and cell.kind != "shared"]

    def holds(self, place: Place) -> bool:
        return any(covers(area, *place) for area in self._areas)
