"""Reads the XML of Excel 2003 (SpreadsheetML), which many programs write under the name .xls or .xml.

Source: "XML Spreadsheet Reference", Microsoft, 2003. Numbers, dates and truth values are told by `ss:Type`, formats by
styles, and formulas in the R1C1 form.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import BytesIO

from lxml import etree

from tikissa.files.grid import Grid, Merged
from tikissa.files.number_format import day_before_1900
from tikissa.files.readers.row_column_formula import in_letters
from tikissa.files.typed_cells import BLANK, GENERAL, SheetLook, TypedCell, TypedRow, typed_grid
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.register import ErrorCell

_SPREADSHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"
_NAMED_FORMATS = {
    "General Number": GENERAL, "General Date": "d.m.yyyy h:mm", "Short Date": "d.m.yyyy", "Medium Date": "d-mmm-yy",
    "Long Date": "d. mmmm yyyy", "Short Time": "h:mm", "Medium Time": "h:mm AM/PM", "Long Time": "h:mm:ss",
    "Fixed": "0.00", "Standard": "#,##0.00", "Percent": "0.00%", "Scientific": "0.00E+00", "Currency": "#,##0.00",
    "Euro Currency": "#,##0.00 €",
}  # fmt: skip
"""Formats that go by a name, with the dates as Excel shows them in Finland."""

_LAST_COLUMN = 16_384
_LAST_ROW = 1_048_576
_LONGEST_CHAIN = 20
_OFTEN = 1000
_FIRST_MOMENT = datetime(1899, 12, 30)
_POINTS_OF_CHARACTER, _POINTS_OF_MARGIN = 5.25, 3.75


@dataclass(slots=True)
class _Sheet:
    """What a first walk through a sheet tells: how many cells it has, and its look."""

    cells: int = 0
    rows: int = 0
    widths: dict[int, float] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    is_hidden: bool = False
    merged: list[Merged] = field(default_factory=list)


class ExcelXmlReader:
    """A workbook in one text."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._sheets: dict[str, _Sheet] = {}
        self._codes: dict[str, str] = {}
        self.base_1904 = False
        self._look_through()
        if not self._sheets:
            raise FileProblem("file.no_rows")

    @property
    def sheets(self) -> tuple[str, ...]:
        return tuple(self._sheets)

    @property
    def visible(self) -> tuple[str, ...]:
        return tuple(name for name, sheet in self._sheets.items() if not sheet.is_hidden)

    def size(self, sheet: str) -> int:
        return self._sheets[sheet].cells

    def grid(self, sheet: str, limit: int | None, progress: Progress) -> Grid:
        rows = self._rows(sheet, limit, progress)
        return typed_grid(rows, lambda: self.look(sheet), self.base_1904)

    def typed_rows(self, sheet: str) -> Iterator[TypedRow]:
        return self._rows(sheet, None, NoProgress())

    def look(self, sheet: str) -> SheetLook:
        found = self._sheets[sheet]
        return SheetLook(found.widths, frozenset(found.hidden_rows), found.is_hidden, tuple(found.merged))

    def _look_through(self) -> None:
        """Learn the sheets and the styles."""
        own: dict[str, tuple[str | None, str]] = {}
        sheet, number = _Sheet(), 0
        for event, element in self._events():
            kind = etree.QName(element).localname
            if event == "start":
                if kind == "Worksheet":
                    sheet, number = self._sheets.setdefault(_said(element, "Name"), _Sheet()), 0
            elif kind == "Style":
                form = element.find("{*}NumberFormat")
                code = None if form is None else _said(form, "Format") or GENERAL
                own[_said(element, "ID")] = code, _said(element, "Parent") or "Default"
            elif kind == "Date1904":
                self.base_1904 = True
            elif kind == "Visible":
                sheet.is_hidden = (element.text or "") in ("SheetHidden", "SheetVeryHidden")
            elif kind == "Table":
                sheet.widths = _widths(element)
            elif kind == "Row":
                number = _number(element, "Index", number + 1)
                sheet.rows, sheet.cells = sheet.rows + 1, sheet.cells + len(element)
                last = number + _number(element, "Span", 0)
                if _said(element, "Hidden") == "1":
                    sheet.hidden_rows.update(range(number, min(last, number + _LAST_COLUMN) + 1))
                sheet.merged += _merged(element, number)
                number = last
                element.clear()
        self._codes = {style: _code_of(style, own) for style in own}

    def _events(self) -> "Iterator[tuple[str, etree._Element]]":
        wanted = [f"{{*}}{kind}" for kind in ("Worksheet", "Style", "Date1904", "Visible", "Table", "Row")]
        return iter(
            etree.iterparse(
                BytesIO(self._data), events=("start", "end"), tag=wanted, resolve_entities=False, no_network=True
            )
        )

    def _rows(self, sheet: str, limit: int | None, progress: Progress) -> Iterator[TypedRow]:
        at, number, total = "", 0, self._sheets[sheet].rows
        for event, element in self._events():
            kind = etree.QName(element).localname
            if kind == "Worksheet":
                at, number = _said(element, "Name") if event == "start" else "", 0
            if kind != "Row" or event != "end":
                continue
            if at == sheet:
                number = _number(element, "Index", number + 1)
                if limit is not None and number > limit:
                    return
                if number % _OFTEN == 0:
                    progress.report("file.reading", min(number, total), total)
                yield number, self._cells(element, number)
                number += _number(element, "Span", 0)
            element.clear()

    def _cells(self, row: "etree._Element", number: int) -> list[TypedCell]:
        cells: list[TypedCell] = []
        for cell in row.iterchildren("{*}Cell"):
            column = min(_number(cell, "Index", len(cells) + 1), _LAST_COLUMN)
            cells += [BLANK] * (column - 1 - len(cells))
            cells.append(self._cell(cell, _said(cell, "StyleID") or _said(row, "StyleID"), (number, column)))
            cells += [BLANK] * min(_number(cell, "MergeAcross", 0), _LAST_COLUMN - len(cells))
        return cells

    def _cell(self, cell: "etree._Element", style: str, place: tuple[int, int]) -> TypedCell:
        written, data = _said(cell, "Formula"), cell.find("{*}Data")
        formula = in_letters(written.removeprefix("="), place) if written else None
        text = "" if data is None else _text(data)
        if data is None or not text:
            return TypedCell(None, formula=formula) if written else BLANK
        kind = _said(data, "Type")
        value, code = self._value(kind, text), self._codes.get(style, GENERAL)
        if kind == "DateTime" and code == GENERAL and isinstance(value, float):
            code = _usual_format(value)
        return TypedCell(value, code, formula)

    def _value(self, kind: str, text: str) -> str | float | bool | ErrorCell:
        try:
            match kind:
                case "Number":
                    return float(text)
                case "Boolean":
                    return text.strip().lower() in ("1", "true")
                case "DateTime":
                    at = datetime.fromisoformat(text.strip()).replace(tzinfo=None)
                    return day_before_1900(at) if at < _FIRST_MOMENT else _serial(at, self.base_1904)
                case "Error":
                    return ErrorCell(text)
        except ValueError:  # the text says what its type does not
            return text
        return text


def _merged(row: "etree._Element", number: int) -> Iterator[Merged]:
    column = 0
    for cell in row.iterchildren("{*}Cell"):
        column = min(_number(cell, "Index", column + 1), _LAST_COLUMN)
        across, down = _number(cell, "MergeAcross", 0), _number(cell, "MergeDown", 0)
        if across or down:
            yield Merged(number, min(number + down, _LAST_ROW), column - 1, min(column - 1 + across, _LAST_COLUMN - 1))
        column += across


def _text(data: "etree._Element") -> str:
    """Return the text of a cell, with that of its runs where parts of it look different."""
    return "".join(map(str, data.itertext())) if len(data) else data.text or ""


def _said(element: "etree._Element", name: str) -> str:
    """Return an attribute, which some programs write without its namespace."""
    return str(element.get(_SPREADSHEET + name) or element.get(name) or "")


def _number(element: "etree._Element", name: str, otherwise: int) -> int:
    written = _said(element, name)
    return int(written) if written.isdecimal() else otherwise


def _widths(table: "etree._Element") -> dict[int, float]:
    """Return the widths of columns in characters."""
    widths: dict[int, float] = {}
    column = 0
    for element in table.iterchildren("{*}Column"):
        first = min(_number(element, "Index", column + 1), _LAST_COLUMN)
        column = min(first + _number(element, "Span", 0), _LAST_COLUMN)
        try:
            width = (float(_said(element, "Width")) - _POINTS_OF_MARGIN) / _POINTS_OF_CHARACTER
        except ValueError:
            continue
        if 0 < width < 256 and _said(element, "Hidden") != "1":
            widths |= dict.fromkeys(range(first - 1, column), width)
    return widths


def _code_of(style: str, own: Mapping[str, tuple[str | None, str]]) -> str:
    """Return a style's number format, else that of the style it is derived from."""
    for _ in range(_LONGEST_CHAIN):
        code, parent = own.get(style, (None, "Default"))
        if code is not None:
            return _NAMED_FORMATS.get(code, code)
        style = parent
    return GENERAL


def _usual_format(moment: float) -> str:
    """Return how a moment without a format is shown: a time of day, a day, or both."""
    name = "Long Time" if 0 <= moment < 1 else "General Date" if moment % 1 else "Short Date"
    return _NAMED_FORMATS[name]


def _serial(at: datetime, base_1904: bool) -> float:
    """Return the number Excel has for a moment; times of day are written as of 31 December 1899."""
    since = (at - datetime(1904, 1, 1) if base_1904 else at - datetime(1899, 12, 30)) / timedelta(days=1)
    return since - 1 if not base_1904 and since < 61 else since
