"""Reads OpenDocument spreadsheets (.ods) by the values of their cells, as LibreOffice shows them."""

from collections.abc import Iterable
from zipfile import ZipFile

from tikissa.files.grid import Grid
from tikissa.files.readers.ods_grid import CellRows, grid_of_cells
from tikissa.files.readers.ods_scan import OddSheet, find_tables, scanned_grid
from tikissa.files.readers.ods_styles import read_styles
from tikissa.files.readers.ods_tree import ParsedCells, tree_column_styles, tree_rows, tree_sheets
from tikissa.model.progress import Progress


class OdsReader:
    """A spreadsheet of LibreOffice and its kin."""

    def __init__(self, archive: ZipFile) -> None:
        self._content = archive.read("content.xml")
        self._styles = read_styles(archive, self._content)
        try:
            self._tables = {table.name: table for table in find_tables(self._content)}
            named: Iterable[tuple[str, str]] = [(table.name, table.style) for table in self._tables.values()]
        except OddSheet:
            self._tables = {}
            named = tree_sheets(self._content)
        styles = dict(named)
        self._sheets = tuple(styles)
        self._visible = tuple(name for name, style in styles.items() if style not in self._styles.hidden)

    @property
    def sheets(self) -> tuple[str, ...]:
        return self._sheets

    @property
    def visible(self) -> tuple[str, ...]:
        return self._visible

    def size(self, sheet: str) -> int:
        table = self._tables.get(sheet)
        return table.end - table.start if table else sum(len(row.cells) for row in tree_rows(self._content, sheet))

    def grid(self, sheet: str, limit: int | None, progress: Progress) -> Grid:
        if table := self._tables.get(sheet):
            try:
                return scanned_grid(self._content, table, self._styles, limit, progress)
            except OddSheet:
                pass
        return self._parsed(sheet, limit)

    def _parsed(self, sheet: str, limit: int | None) -> Grid:
        parsed = ParsedCells(self._styles)
        rows = CellRows(parsed.times, parsed.is_empty)
        for row in tree_rows(self._content, sheet):
            rows.add([row])
            if limit is not None and row.number > limit:
                break
        return grid_of_cells(rows, tree_column_styles(self._content, sheet), parsed, self._styles)
