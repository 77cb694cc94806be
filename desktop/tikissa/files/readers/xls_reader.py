"""Reads old Excel workbooks (.xls) through xlrd, which tells each cell's number format and errors."""

from collections.abc import Iterator
from io import StringIO

import xlrd
from xlrd.biffh import error_text_from_code

from tikissa.files.constant_formula import is_constant
from tikissa.files.format_code import built_in_code
from tikissa.files.grid import EMPTY, Content, Grid, grid_of_rows
from tikissa.files.number_format import show_number
from tikissa.files.readers.xls_formulas import sheet_formulas
from tikissa.model.progress import Progress
from tikissa.model.register import ErrorCell, FormulaCell

_OFTEN = 1000
_BY_LANGUAGE = frozenset((14, 22))
"""Built-in formats that follow the computer's language."""


class XlsReader:
    """An old workbook, its sheets loaded as they are asked for."""

    def __init__(self, data: bytes) -> None:
        self._book = xlrd.open_workbook(file_contents=data, logfile=StringIO(), formatting_info=True, on_demand=True)

    @property
    def sheets(self) -> tuple[str, ...]:
        return tuple(self._book.sheet_names())

    @property
    def visible(self) -> tuple[str, ...]:
        return tuple(sheet for sheet in self.sheets if not self._book.sheet_by_name(sheet).visibility)

    def size(self, sheet: str) -> int:
        opened = self._book.sheet_by_name(sheet)
        return int(opened.nrows * opened.ncols)

    def grid(self, sheet: str, limit: int | None, progress: Progress) -> Grid:
        return grid_of_rows(self._rows(self._book.sheet_by_name(sheet), limit, progress))

    def _rows(
        self, sheet: xlrd.sheet.Sheet, limit: int | None, progress: Progress
    ) -> Iterator[tuple[int, list[Content]]]:
        formulas = self._formulas(sheet.name)
        for row in range(sheet.nrows if limit is None else min(limit, sheet.nrows)):
            if row % _OFTEN == 0:
                progress.report("file.reading", row, sheet.nrows)
            cells = [self._content(cell) for cell in sheet.row(row)]
            for column, formula in formulas.get(row, {}).items():
                if column < len(cells) and not (cells[column][0] and is_constant(formula)):
                    cells[column] = cells[column][0], FormulaCell(formula)
            yield row + 1, cells

    def _formulas(self, sheet: str) -> dict[int, dict[int, str]]:
        """Return the formulas by row and column."""
        rows: dict[int, dict[int, str]] = {}
        for (row, column), formula in sheet_formulas(self._book, self.sheets.index(sheet)).items():
            rows.setdefault(row, {})[column] = formula
        return rows

    def _content(self, cell: xlrd.sheet.Cell) -> Content:
        match cell.ctype:
            case xlrd.XL_CELL_TEXT:
                return str(cell.value), None
            case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
                return show_number(float(cell.value), self._format(cell.xf_index), bool(self._book.datemode))
            case xlrd.XL_CELL_BOOLEAN:
                return ("TRUE" if cell.value else "FALSE"), bool(cell.value)
            case xlrd.XL_CELL_ERROR:
                error = error_text_from_code.get(int(cell.value), "#N/A")
                return error, ErrorCell(error)
        return EMPTY

    def _format(self, style: int | None) -> str:
        if style is None or style >= len(self._book.xf_list):
            return "General"
        key = self._book.xf_list[style].format_key
        if key in _BY_LANGUAGE:
            return built_in_code(key)
        return str(self._book.format_map[key].format_str) if key in self._book.format_map else built_in_code(key)
