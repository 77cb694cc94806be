"""An OpenDocument spreadsheet's cells with their number formats, and its widths, for a new workbook made of it."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path

from tikissa.export.open_document.document_contents import OpenDocumentContents
from tikissa.export.open_document.document_row import CellXml, cells_of
from tikissa.export.open_document.document_stream import CONTENT, open_document
from tikissa.files.grid import Merged
from tikissa.files.number_format import FIRST_DAY, day_before_1900, days_since_1899, excel_serial
from tikissa.files.readers.ods_cells import cell_value
from tikissa.files.readers.ods_scan import OddSheet, column_styles, find_tables
from tikissa.files.readers.ods_styles import GENERAL, read_styles
from tikissa.files.typed_cells import BLANK, SheetLook, TypedCell, TypedRow

_WIDTH = re.compile(
    rb'<style:style\s[^<>]*style:name="([^"]*)"[^<>]*>\s*<style:table-column-properties\s[^<>]*'
    rb'style:column-width="([\d.]+)(cm|mm|in|pt)"'
)
_PIXELS = {b"cm": 37.795, b"mm": 3.7795, b"in": 96.0, b"pt": 96 / 72}
_FILLER = 256
_SPANNED = b"s-spanned="


class TypedDocument:
    """The sheets of a document as the writer of new workbooks wants them; formulas become what they showed."""

    base_1904 = False

    def __init__(self, path: Path, contents: OpenDocumentContents) -> None:
        self._contents = contents
        with open_document(path) as archive:
            self._content = archive.read(CONTENT)
            self._styles = read_styles(archive, self._content)

    @property
    def sheets(self) -> tuple[str, ...]:
        return self._contents.sheets

    @cached_property
    def _columns(self) -> dict[str, list[str]]:
        """The style of each column, by sheet."""
        try:
            tables = find_tables(self._content)
        except OddSheet:
            return {}
        return {
            table.name: [style for times, style in column_styles(self._content, table) for _ in range(times)]
            for table in tables
        }

    def typed_rows(self, sheet: str) -> Iterator[TypedRow]:
        columns = self._columns.get(sheet, [])
        for row in self._contents.document_rows(sheet):
            cells: list[TypedCell] = []
            for cell in cells_of(row.raw):
                if not cell.is_blank:
                    cells += [BLANK] * (cell.column - len(cells))
                    cells += [self._typed(cell, columns)] * cell.times
            for number in range(row.number, row.number + row.times) if cells else ():
                yield number, cells

    def _typed(self, cell: CellXml, columns: list[str]) -> TypedCell:
        written = cell.written()
        value = cell_value(written)
        default = columns[cell.column] if cell.column < len(columns) else ""
        code = self._styles.codes.get(written.style or default) or GENERAL
        if isinstance(value, timedelta):
            return TypedCell(days_since_1899(value), "[h]:mm:ss" if code == GENERAL else code)
        if isinstance(value, date):
            moment = value if isinstance(value, datetime) else datetime.combine(value, time())
            if moment < FIRST_DAY:
                return TypedCell(day_before_1900(moment))
            return TypedCell(excel_serial(moment), "d.m.yyyy" if code == GENERAL else code)
        return TypedCell(value, code)

    def look(self, sheet: str) -> SheetLook:
        """Return the widths of a sheet's columns and its hidden rows."""
        widths = {name.decode(): float(width) * _PIXELS[unit] for name, width, unit in _WIDTH.findall(self._content)}
        found: dict[int, float] = {}
        column = 0
        for style, times in self._column_widths(sheet):
            if style in widths and times < _FILLER:
                found |= dict.fromkeys(range(column, column + times), max(0.0, (widths[style] - 5) / 7))
            column += times
        hidden = (
            number
            for row in self._contents.document_rows(sheet)
            if b"table:visibility=" in row.raw[: row.opening_end] and row.times < _FILLER
            for number in range(row.number, row.number + row.times)
        )
        return SheetLook(found, frozenset(hidden), merged=tuple(self._merged(sheet)))

    def _merged(self, sheet: str) -> Iterator[Merged]:
        for row in self._contents.document_rows(sheet):
            for cell in cells_of(row.raw) if _SPANNED in row.raw else ():
                said = cell.said()
                down, across = (int(said.get(f"number-{what}-spanned", "1")) for what in ("rows", "columns"))
                if down > 1 or across > 1:
                    yield Merged(row.number, row.number + down - 1, cell.column, cell.column + across - 1)

    def _column_widths(self, sheet: str) -> Iterator[tuple[str, int]]:
        try:
            tables = [table for table in find_tables(self._content) if table.name == sheet]
        except OddSheet:
            return
        for table in tables:
            for times, style in column_styles(self._content, table, "style-name"):
                yield style, times
