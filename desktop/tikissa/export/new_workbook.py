"""Writes the cleaned register into a new workbook, where the source's own kind of file cannot be written."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import IO

import xlsxwriter

from tikissa.export.appended import Appended, row_of
from tikissa.export.audit_log import LeavingAs
from tikissa.export.cells import Typed, normal
from tikissa.export.contents import Contents, RawRow
from tikissa.export.logged_cell import LoggedFormula
from tikissa.export.plan import AddedRows, Plan
from tikissa.export.row_by_row import new_workbook
from tikissa.files.letters import column_index
from tikissa.model.progress import Progress
from tikissa.model.register import Register

_OFTEN = 2_000
_SAMPLE = 500
_WIDEST = 60
_LONGEST_SHEET_NAME = 31


def write_new_workbook(
    original: Contents,
    register: Register,
    plan: Plan,
    elsewhere: Mapping[str, Mapping[int, Mapping[int, Typed]]],
    target: IO[bytes],
    progress: Progress,
) -> None:
    """Write every sheet's contents with their types; formulas become what they showed."""
    with new_workbook(target) as workbook:
        formats = Formats(workbook)
        for name in original.sheets:
            sheet = workbook.add_worksheet(name[:_LONGEST_SHEET_NAME])
            if name == register.source.sheet:
                _widths(sheet, original, name)
                _write_rows(sheet, _planned(original, register, plan), formats, len(register), progress)
            else:
                rows = _with_edits(original.rows(name), elsewhere.get(name, {}))
                _write_rows(sheet, ((row, {}) for row in rows), formats, 0, progress)
        for added in plan.added:
            sheet = workbook.add_worksheet(added.name)
            _write_rows(sheet, ((row, {}) for row in _added_rows(added)), formats, 0, progress)


class Formats:
    """The few formats a plain workbook needs, each made once."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        self._workbook = workbook
        self._made: dict[str, xlsxwriter.format.Format] = {}

    def of(self, number_format: str) -> xlsxwriter.format.Format:
        if number_format not in self._made:
            self._made[number_format] = self._workbook.add_format({"num_format": number_format})
        return self._made[number_format]


Row = tuple[Sequence[Typed], Mapping[int, str]]
"""A row's cells, and by column how its numbers were shown."""


def _planned(original: Contents, register: Register, plan: Plan) -> Iterator[Row]:
    padded = _padded(register)
    new = list(_new_rows(plan.appended))
    below = plan.appended.last if plan.appended else None
    yield from new if below == 0 else ()
    for number, row in enumerate(original.rows(register.source.sheet), 1):
        if number not in plan.leaving or plan.leaving_as is not LeavingAs.DELETED:
            cells = [normal(value) for value in row]
            for column, edit in plan.edits.get(number, {}).items():
                cells += [None] * (column + 1 - len(cells))
                cells[column] = edit.value
            yield cells, padded.get(number, {})
        yield from new if number == below else ()


def _new_rows(new: Appended | None) -> Iterator[Row]:
    """Yield the rows that come; a number shown with zeros in front is shown so here too."""
    for cells in new.rows if new else ():
        row = [None if isinstance(cell, LoggedFormula) else cell for cell in row_of(cells)]
        samples = new.samples if new else {}
        shown = {column: sample.text for column, sample in samples.items() if isinstance(sample.value, float)}
        yield row, {column: "0" * len(text) for column, text in shown.items() if text.isdigit() and text[0] == "0"}


def _with_edits(rows: Iterator[RawRow], edits: Mapping[int, Mapping[int, Typed]]) -> Iterator[Sequence[Typed]]:
    for number, row in enumerate(rows, 1):
        cells = [normal(value) for value in row]
        for column, value in edits.get(number, {}).items():
            cells[column] = value
        yield cells


def _padded(register: Register) -> dict[int, dict[int, str]]:
    """Return the number format of cells shown with zeros in front, by row and column: 100 shown as 00100."""
    found: dict[int, dict[int, str]] = {}
    for column, cells in zip(register.columns, register.cells, strict=True):
        padded = {
            code: "0" * len(text)
            for code, (text, raw) in enumerate(zip(cells.texts, cells.raws, strict=True))
            if isinstance(raw, int | float) and not isinstance(raw, bool) and text.isdigit() and text.startswith("0")
        }
        for record, code in enumerate(cells.codes if padded else ()):
            if int(code) in padded:
                found.setdefault(register.row(record), {})[column_index(column.letter)] = padded[int(code)]
    return found


def _added_rows(added: AddedRows) -> Iterator[Sequence[Typed]]:
    yield added.headings
    for row in added.rows:
        cells = [*(cell.value for cell in row.cells), *[None] * added.note_column][: added.note_column]
        yield [*cells, float(row.number), row.note]


def _write_rows(
    sheet: xlsxwriter.worksheet.Worksheet, rows: Iterator[Row], formats: Formats, total: int, progress: Progress
) -> None:
    for number, (cells, shown) in enumerate(rows):
        if number % _OFTEN == 0:
            progress.report("save.writing", number, max(total, number))
        for column, value in enumerate(cells):
            if value is not None:
                _write_cell(sheet, number, column, value, formats, shown.get(column))


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: Typed, formats: Formats, shown: str | None
) -> None:
    match value:
        case bool():
            sheet.write_boolean(row, column, value)
        case str():
            sheet.write_string(row, column, value[:32_767])
        case datetime():
            clock = " hh:mm" if value.time() != time() else ""
            sheet.write_datetime(row, column, value, formats.of("d.m.yyyy" + clock))
        case time():
            sheet.write_datetime(row, column, value, formats.of("hh:mm:ss"))
        case timedelta():
            sheet.write_datetime(row, column, value, formats.of("[h]:mm:ss"))
        case float():
            sheet.write_number(row, column, value, formats.of(shown) if shown else None)


def _widths(sheet: xlsxwriter.worksheet.Worksheet, original: Contents, name: str) -> None:
    widths: dict[int, int] = {}
    for number, row in enumerate(original.rows(name)):
        if number > _SAMPLE:
            break
        for column, value in enumerate(row):
            shown = len(str(value)) if isinstance(value, str) else 10 if value else 0
            widths[column] = max(widths.get(column, 8), min(shown + 2, _WIDEST))
    for column, width in widths.items():
        sheet.set_column(column, column, width)
