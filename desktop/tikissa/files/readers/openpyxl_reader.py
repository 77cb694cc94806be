"""Reads a workbook through openpyxl: the last resort for .xlsx files the faster readers stumble over."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tikissa.files.grid import EMPTY, Content, Grid, grid_of_rows
from tikissa.files.number_format import show_number
from tikissa.model.progress import Progress
from tikissa.model.register import ErrorCell

_OFTEN = 500


class OpenpyxlReader:
    """A workbook as openpyxl tells it."""

    def __init__(self, data: bytes) -> None:
        self._book = openpyxl.load_workbook(BytesIO(data), data_only=True)
        self._base_1904 = self._book.epoch == CALENDAR_MAC_1904

    @property
    def sheets(self) -> tuple[str, ...]:
        return tuple(sheet.title for sheet in self._book.worksheets)

    @property
    def visible(self) -> tuple[str, ...]:
        return tuple(sheet.title for sheet in self._book.worksheets if sheet.sheet_state == "visible")

    def size(self, sheet: str) -> int:
        opened = self._book[sheet]
        return int(opened.max_row * opened.max_column)

    def grid(self, sheet: str, limit: int | None, progress: Progress) -> Grid:
        return grid_of_rows(self._rows(sheet, limit, progress))

    def _rows(self, sheet: str, limit: int | None, progress: Progress) -> Iterator[tuple[int, list[Content]]]:
        opened = self._book[sheet]
        for number, row in enumerate(opened.iter_rows(max_row=limit), 1):
            if number % _OFTEN == 0:
                progress.report("file.reading", number, opened.max_row)
            yield number, [self._content(cell.value, cell.number_format or "General", cell.data_type) for cell in row]

    def _content(self, value: object, code: str, kind: str) -> Content:
        match value:
            case None:
                return EMPTY
            case bool():
                return ("TRUE" if value else "FALSE"), value
            case str():
                return value, ErrorCell(value) if kind == "e" else None
            case datetime() | date() | time() | timedelta():
                return show_number(self._serial(value), code, self._base_1904)
            case int() | float():
                return show_number(float(value), code, self._base_1904)
        return str(value), None

    def _serial(self, value: date | time | timedelta) -> float:
        """Return a date, time or duration as Excel keeps it: days since the workbook's first."""
        match value:
            case timedelta():
                return value / timedelta(days=1)
            case time():
                return (datetime.combine(date.min, value) - datetime.min) / timedelta(days=1)
        moment = value if isinstance(value, datetime) else datetime.combine(value, time())
        first = datetime(1904, 1, 1) if self._base_1904 else datetime(1899, 12, 30)
        return (moment - first) / timedelta(days=1)
