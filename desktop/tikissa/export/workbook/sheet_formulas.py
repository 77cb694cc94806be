"""Finds the formulas of a sheet, with what kind they are, shared ones written out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tikissa.export.workbook.package import Package, SheetPart
from tikissa.export.workbook.row_patch import RowPatcher
from tikissa.export.workbook.sheet_stream import OddSheet, SheetStream, holds
from tikissa.export.workbook.shifted_formulas import Master, formula_attributes, formula_text

_PIECE = 1 << 18


@dataclass(frozen=True, slots=True)
class FormulaCell:
    """A formula: `kind` is `normal`, `shared`, `array` or `dataTable`, `area` what it covers beside its own cell."""

    row: int
    column: int
    formula: str
    kind: str = "normal"
    area: str = ""


def formulas_of(path: Path, sheet: str) -> dict[tuple[int, int], str]:
    """Return the formulas of a sheet by row and column, none where its XML is of an odd kind."""
    with Package(path) as package:
        part = package.sheet(sheet)
        try:
            return {(cell.row, cell.column): cell.formula for cell in formula_cells(package, part)}
        except OddSheet:
            return {}


def formula_cells(package: Package, part: SheetPart) -> Iterator[FormulaCell]:
    """Yield every formula of a sheet in reading order. Raises OddSheet where its XML is of an odd kind."""
    if part.kind != "worksheet" or not _may_hold_formulas(package, part.part):
        return
    with package.open_sheet(part.part) as opened:
        masters: dict[str, Master] = {}
        stream = SheetStream(opened)
        patcher = RowPatcher(stream.prefix)
        for row in stream.rows():
            for cell, found in patcher.formulas(row) if patcher.has_formula(row) else ():
                attributes, formula = formula_attributes(found[1] or b""), formula_text(found[2] or b"")
                written = _written_out(masters, row.number, cell.column, attributes, formula)
                kind, area = attributes.get("t", "normal"), attributes.get("ref", "")
                yield FormulaCell(row.number, cell.column, written, kind, area)


def _may_hold_formulas(package: Package, part: str) -> bool:
    """Look at the sheet as bytes first: most have no formula, and that is seen ten times faster so."""
    if part in package.without_formulas:
        return False
    with package.open_sheet(part) as opened:
        start = opened.read(_PIECE)
        marks = (b"<f",) if b"<sheetData" in start else (b"<f", b":f")
        return any(holds(piece, mark) for piece in _overlapping(start, opened) for mark in marks)


def _overlapping(start: bytes, stream: IO[bytes]) -> Iterator[bytes]:
    yield start
    last = start[-2:]
    while piece := stream.read(_PIECE):
        yield last + piece
        last = piece[-2:]


def _written_out(masters: dict[str, Master], row: int, column: int, attributes: dict[str, str], formula: str) -> str:
    if attributes.get("t") != "shared":
        return formula
    if formula:
        masters[attributes["si"]] = Master(row, column, formula, "", together=False)
    master = masters.get(attributes["si"])
    return master.at(row, column) if master else formula
