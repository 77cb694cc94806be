"""Reads a workbook through calamine: what Tikissä's own readers cannot make sense of."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import CalamineWorkbook, SheetVisibleEnum

from tikissa.files.grid import EMPTY, Content, Grid, grid_of_rows
from tikissa.files.number_format import general_number
from tikissa.model.progress import Progress

CalamineValue = int | float | str | bool | time | date | datetime | timedelta

_OFTEN = 5000


class CalamineReader:
    """A workbook as calamine tells it: values without number formats, dates as dates."""

    def __init__(self, data: bytes) -> None:
        self._book = CalamineWorkbook.from_filelike(BytesIO(data))

    @property
    def sheets(self) -> tuple[str, ...]:
        return tuple(self._book.sheet_names)

    @property
    def visible(self) -> tuple[str, ...]:
        return tuple(sheet.name for sheet in self._book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible)

    def size(self, sheet: str) -> int:
        opened = self._book.get_sheet_by_name(sheet)
        return opened.total_height * opened.total_width

    def grid(self, sheet: str, limit: int | None, progress: Progress) -> Grid:
        return grid_of_rows(self._rows(sheet, limit, progress))

    def _rows(self, sheet: str, limit: int | None, progress: Progress) -> Iterator[tuple[int, list[Content]]]:
        opened = self._book.get_sheet_by_name(sheet)
        total = opened.total_height
        rows = opened.to_python(skip_empty_area=False, nrows=limit)
        for number, values in enumerate(rows, 1):
            if number % _OFTEN == 0:
                progress.report("file.reading", number, total)
            yield number, [_content(value) for value in values]


def _content(value: CalamineValue) -> Content:
    """Return a value as a cell in the usual Finnish format shows it."""
    match value:
        case "":
            return EMPTY
        case str():
            return value, None
        case bool():
            return ("TRUE" if value else "FALSE"), value
        case int() | float():
            return general_number(float(value))
        case datetime():
            return show_moment(value), value if value.time() != time() else value.date()
        case date():
            return show_moment(datetime.combine(value, time())), value
    return str(value), None


def show_moment(moment: datetime) -> str:
    """Return a date, with its time of day where it has one, as `3.2.2009 14:05`."""
    day = f"{moment.day}.{moment.month}.{moment.year}"
    return day if moment.time() == time() else f"{day} {moment.hour}:{moment.minute:02}"
