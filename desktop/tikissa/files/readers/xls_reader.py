"""Reads old Excel workbooks (.xls) through xlrd, which tells each cell's number format and errors."""

import struct
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO

import xlrd
from xlrd.biffh import error_text_from_code

from tikissa.files.format_code import built_in_code
from tikissa.files.grid import Grid, Merged
from tikissa.files.readers.xls_formulas import sheet_formulas
from tikissa.files.typed_cells import BLANK, SheetLook, TypedCell, TypedRow, typed_grid
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.register import ErrorCell

_OFTEN = 1000
_BY_LANGUAGE = frozenset((14, 22))
"""Built-in formats that follow the computer's language."""

_BLANK_KINDS = bytes((xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK))
_EXCEL_97 = 80
_CONDITIONAL_FORMATS = (0x1B0, 0x1B1)
_NOT_KNOWN = 0x0FF0


class XlsReader:
    """An old workbook, its sheets loaded as they are asked for."""

    def __init__(self, data: bytes) -> None:
        self._book = xlrd.open_workbook(file_contents=data, logfile=StringIO(), formatting_info=True, on_demand=True)
        if self._book.biff_version < _EXCEL_97:
            self._book.mem = _without_conditional_formats(bytes(self._book.mem or b""), self._book.base)

    @property
    def sheets(self) -> tuple[str, ...]:
        return tuple(self._book.sheet_names())

    @property
    def visible(self) -> tuple[str, ...]:
        return tuple(sheet for sheet in self.sheets if not self._book.sheet_by_name(sheet).visibility)

    def size(self, sheet: str) -> int:
        opened = self._book.sheet_by_name(sheet)
        return int(opened.nrows * opened.ncols)

    @property
    def base_1904(self) -> bool:
        return bool(self._book.datemode)

    def grid(self, sheet: str, limit: int | None, progress: Progress) -> Grid:
        rows = self._rows(self._book.sheet_by_name(sheet), limit, progress)
        return typed_grid(rows, lambda: self.look(sheet), self.base_1904)

    def typed_rows(self, sheet: str) -> Iterator[TypedRow]:
        return self._rows(self._book.sheet_by_name(sheet), None, NoProgress())

    def look(self, sheet: str) -> SheetLook:
        """Return the widths of a sheet's columns, its hidden rows and merged cells, and whether it is hidden itself."""
        opened = self._book.sheet_by_name(sheet)
        widths = {column: info.width / 256 for column, info in opened.colinfo_map.items() if not info.hidden}
        hidden = frozenset(row + 1 for row, info in opened.rowinfo_map.items() if info.hidden)
        merged = (Merged(top + 1, bottom, left, right - 1) for top, bottom, left, right in opened.merged_cells)
        return SheetLook(widths, hidden, bool(opened.visibility), tuple(merged))

    def _rows(self, sheet: xlrd.sheet.Sheet, limit: int | None, progress: Progress) -> Iterator[TypedRow]:
        formulas = self._formulas(sheet.name)
        for row in range(sheet.nrows if limit is None else min(limit, sheet.nrows)):
            if row % _OFTEN == 0:
                progress.report("file.reading", row, sheet.nrows)
            written = formulas.get(row, {})
            width = max(len(bytes(sheet.row_types(row)).rstrip(_BLANK_KINDS)), *(column + 1 for column in written), 0)
            cells = [self._cell(cell) for cell in sheet.row_slice(row, 0, width)]
            for column, formula in written.items():
                if column < len(cells):
                    cells[column] = replace(cells[column], formula=formula)
            if cells:
                yield row + 1, cells

    def _formulas(self, sheet: str) -> dict[int, dict[int, str]]:
        """Return the formulas by row and column."""
        rows: dict[int, dict[int, str]] = {}
        for (row, column), formula in sheet_formulas(self._book, self.sheets.index(sheet)).items():
            rows.setdefault(row, {})[column] = formula
        return rows

    def _cell(self, cell: xlrd.sheet.Cell) -> TypedCell:
        match cell.ctype:
            case xlrd.XL_CELL_TEXT:
                return TypedCell(str(cell.value))
            case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
                return TypedCell(float(cell.value), self._format(cell.xf_index))
            case xlrd.XL_CELL_BOOLEAN:
                return TypedCell(bool(cell.value))
            case xlrd.XL_CELL_ERROR:
                return TypedCell(ErrorCell(error_text_from_code.get(int(cell.value), "#N/A")))
        return BLANK

    def _format(self, style: int | None) -> str:
        if style is None or style >= len(self._book.xf_list):
            return "General"
        key = self._book.xf_list[style].format_key
        if key in _BY_LANGUAGE:
            return built_in_code(key)
        return str(self._book.format_map[key].format_str) if key in self._book.format_map else built_in_code(key)


def _without_conditional_formats(stream: bytes, base: int) -> bytes:
    """Return a workbook's stream with the records hidden at which xlrd stops in files older than Excel 97."""
    hidden = bytearray(stream)
    at = base
    while at + 4 <= len(hidden):
        kind, size = struct.unpack_from("<HH", hidden, at)
        if kind in _CONDITIONAL_FORMATS:
            struct.pack_into("<H", hidden, at, _NOT_KNOWN)
        at += 4 + size
    return bytes(hidden)
