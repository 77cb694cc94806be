"""Finds the styles of the cells of a few rows, to be used elsewhere on the sheet."""

from collections.abc import Mapping
from pathlib import Path

from tikissa.export.workbook.package import Package
from tikissa.export.workbook.row_patch import RowPatcher
from tikissa.export.workbook.sheet_stream import SheetStream

Styles = Mapping[int, Mapping[int, str]]
"""By row number, then by column from 0."""


def row_styles(source: Path, sheet: str, rows: frozenset[int]) -> Styles:
    """Return the style of each styled cell of some rows, by row and column from 0."""
    if not rows:
        return {}
    with Package(source) as package, package.open_sheet(package.sheet(sheet).part) as opened:
        stream = SheetStream(opened)
        patcher = RowPatcher(stream.prefix)
        return {
            row.number: {cell.column: style for cell in patcher.cells(row) if (style := cell.attribute(b"s"))}
            for row in stream.rows()
            if row.number in rows
        }
