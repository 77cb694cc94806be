"""Writes the cleaned register into a new workbook, where the source's own kind of file cannot be written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import IO

import xlsxwriter

from tikissa.export.additions.added_page import WIDTH
from tikissa.export.additions.appended_rows import Appended, row_of
from tikissa.export.log.audit_log import LeavingAs
from tikissa.export.log.logged_cell import LoggedFormula
from tikissa.export.row_by_row import new_workbook
from tikissa.export.second_reader.binary_contents import TypedContents
from tikissa.export.second_reader.file_contents import Contents
from tikissa.export.typed_cell import Typed, normal
from tikissa.export.workbook.cell_xml import serial
from tikissa.export.workbook.deletion import Deletion
from tikissa.export.writing.save_plan import AddedRows, Plan
from tikissa.export.writing.written_anew import LONGEST_TEXT, carried, is_before_1900, titles
from tikissa.files.grid import Merged
from tikissa.files.letters import column_index
from tikissa.files.number_format import day_before_1900, excel_serial
from tikissa.files.typed_cells import BLANK, GENERAL, SheetLook, TypedCell, value_of
from tikissa.model.progress import Progress
from tikissa.model.register import ErrorCell, Register

_OFTEN = 2_000
_SAMPLE = 500
_WIDEST = 60
_NO_MOVES = Deletion.of(())
_NO_CELLS: Sequence[TypedCell] = ()


def write_new_workbook(
    original: Contents,
    register: Register,
    plan: Plan,
    elsewhere: Mapping[str, Mapping[int, Mapping[int, Typed]]],
    target: IO[bytes],
    progress: Progress,
) -> None:
    """Write every sheet's contents with their types, number formats, widths and formulas as far as they are known."""
    own = register.source.sheet
    names = titles(original.sheets)
    goes = plan.leaving if plan.leaving_as is LeavingAs.DELETED else frozenset()
    moves = plan.appended.moves if plan.appended else Deletion.of(goes)
    with new_workbook(target) as workbook:
        formats = Formats(workbook)
        for name in original.sheets:
            sheet = workbook.add_worksheet(names[name])
            if name == own:
                sheet.activate()
            known = _Known.of(original, name, own, moves)
            _look(sheet, original, name, known.look)
            rows = _planned(original, register, plan) if name == own else _with_edits(original, name, elsewhere)
            _write_rows(sheet, rows, known, formats, len(register) if name == own else 0, progress)
            _merge(sheet, known.look.merged, moves if name == own else _NO_MOVES)
        for added in plan.added:
            sheet = workbook.add_worksheet(added.name)
            _write_rows(sheet, _added_rows(added), _Known(), formats, 0, progress)
        if plan.page is not None:
            sheet = workbook.add_worksheet(plan.page.name)
            sheet.set_column(0, 0, WIDTH)
            _write_rows(sheet, (_Row(0, (row or None,)) for row in plan.page.rows), _Known(), formats, 0, progress)


def _merge(sheet: xlsxwriter.worksheet.Worksheet, merged: Iterable[Merged], moves: Deletion) -> None:
    """Merge cells as they were; their contents are written already, while `merge_range` would write them again."""
    for each in merged:
        rows = moves.for_cells().span(each.first, each.last)
        if rows and each.first not in moves and (rows[0] < rows[1] or each.column < each.last_column):
            sheet.merge.append([rows[0] - 1, each.column, rows[1] - 1, each.last_column])


@dataclass(frozen=True)
class _Known:
    """What is known of a sheet's cells beside their contents: `cells` by row and column of the original."""

    cells: Mapping[int, Sequence[TypedCell]] = field(default_factory=dict)
    look: SheetLook = field(default_factory=SheetLook)
    base_1904: bool = False
    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)

    @classmethod
    def of(cls, original: Contents, name: str, own: str, moves: Deletion) -> "_Known":
        if not isinstance(original, TypedContents):
            return cls()
        formulas = carried(original.formulas(name), name, own, original.sheets, moves)
        return cls(original.cells(name), original.look(name), original.base_1904, formulas)

    def cell(self, row: int, column: int) -> TypedCell:
        cells = self.cells.get(row, _NO_CELLS)
        return cells[column] if column < len(cells) else BLANK


class Formats:
    """The formats the workbook needs, each made once."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        self._workbook = workbook
        self._made: dict[str, xlsxwriter.format.Format] = {}

    def of(self, number_format: str) -> xlsxwriter.format.Format | None:
        if number_format == GENERAL:
            return None
        if number_format not in self._made:
            self._made[number_format] = self._workbook.add_format({"num_format": number_format})
        return self._made[number_format]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row to be written: its number in the original, 0 for one that was not there; its cells; the columns that are
    not as they were; by column how its numbers were shown where that is known."""

    number: int
    cells: Sequence[Typed]
    changed: frozenset[int] = frozenset()
    shown: Mapping[int, str] = field(default_factory=dict)


def _planned(original: Contents, register: Register, plan: Plan) -> Iterator[_Row]:
    padded = _padded(register)
    new = list(_new_rows(plan.appended))
    below = plan.appended.last if plan.appended else None
    yield from new if below == 0 else ()
    last = 0
    for number, row in enumerate(original.rows(register.source.sheet), 1):
        last = number
        if number not in plan.leaving or plan.leaving_as is not LeavingAs.DELETED:
            edits = plan.edits.get(number, {})
            cells = [normal(value) for value in row]
            for column, edit in edits.items():
                cells += [None] * (column + 1 - len(cells))
                cells[column] = edit.value
            yield _Row(number, cells, frozenset(edits), padded.get(number, {}))
        yield from new if number == below else ()
    yield from new if below is not None and below > last else ()


def _new_rows(new: Appended | None) -> Iterator[_Row]:
    """Yield the rows that come; a number shown with zeros in front is shown so here too."""
    for cells in new.rows if new else ():
        row = [None if isinstance(cell, LoggedFormula) else cell for cell in row_of(cells)]
        samples = new.samples if new else {}
        shown = {column: sample.text for column, sample in samples.items() if isinstance(sample.value, float)}
        zeros = {column: "0" * len(text) for column, text in shown.items() if text.isdigit() and text[0] == "0"}
        yield _Row(0, row, shown=zeros)


def _with_edits(
    original: Contents, name: str, elsewhere: Mapping[str, Mapping[int, Mapping[int, Typed]]]
) -> Iterator[_Row]:
    edited = elsewhere.get(name, {})
    for number, row in enumerate(original.rows(name), 1):
        cells = [normal(value) for value in row]
        for column, value in edited.get(number, {}).items():
            cells[column] = value
        yield _Row(number, cells, frozenset(edited.get(number, ())))


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


def _added_rows(added: AddedRows) -> Iterator[_Row]:
    yield _Row(0, added.headings)
    for row in added.rows:
        cells = [*(cell.value for cell in row.cells), *[None] * added.note_column][: added.note_column]
        yield _Row(0, [*cells, float(row.number), row.note])


class _Exact(float):
    """A number that is written with all the digits it takes to be read as the same again, where 16 are usual."""

    def __format__(self, _: str) -> str:
        return repr(float(self))

    __str__ = __repr__ = float.__repr__


def _write_rows(
    sheet: xlsxwriter.worksheet.Worksheet,
    rows: Iterable[_Row],
    known: _Known,
    formats: Formats,
    total: int,
    progress: Progress,
) -> None:
    for place, row in enumerate(rows):
        if place % _OFTEN == 0:
            progress.report("save.writing", place, max(total, place))
        if row.number in known.look.hidden_rows:
            sheet.set_row(place, None, None, {"hidden": True})
        width = max(len(row.cells), len(known.cells.get(row.number, ())))
        for column in range(width):
            value = row.cells[column] if column < len(row.cells) else None
            cell = known.cell(row.number, column)
            formula = None if column in row.changed else known.formulas.get((row.number, column))
            if formula:
                _write_formula(sheet, (place, column), formula, cell, formats)
            elif isinstance(cell.value, ErrorCell) and column not in row.changed:
                sheet.write_formula(place, column, f"={cell.value.error}", None, cell.value.error)
            elif value is not None:
                is_own = column not in row.changed and not known.base_1904
                exact = cell.value if is_own and isinstance(cell.value, float) else None
                _write_cell(sheet, (place, column), value, formats, row.shown.get(column), cell.code, exact)


def _write_formula(
    sheet: xlsxwriter.worksheet.Worksheet, place: tuple[int, int], formula: str, cell: TypedCell, formats: Formats
) -> None:
    value = cell.value.error if isinstance(cell.value, ErrorCell) else cell.value
    result = _Exact(value) if isinstance(value, float) else "" if value is None else value
    sheet.write_formula(*place, f"={formula}", formats.of(cell.code), result)


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet,
    place: tuple[int, int],
    value: Typed,
    formats: Formats,
    shown: str | None,
    code: str,
    exact: float | None,
) -> None:
    """Write a value. `shown` is a format for numbers that show zeros in front, `code` the cell's own; `exact` is the
    number that the original keeps for a moment."""
    match value:
        case bool():
            sheet.write_boolean(*place, value)
        case str():
            sheet.write_string(*place, value[:LONGEST_TEXT])
        case datetime() if is_before_1900(value):
            sheet.write_string(*place, day_before_1900(value))
        case datetime() | time() | timedelta():
            form = formats.of(code if value_of(TypedCell(1.0, code), base_1904=False) != 1.0 else _usual_code(value))
            sheet.write_number(*place, _Exact(_serial(value) if exact is None else exact), form)
        case float():
            sheet.write_number(*place, _Exact(value), formats.of(shown or code))


def _serial(value: datetime | time | timedelta) -> float:
    return excel_serial(value) if isinstance(value, datetime) else serial(value)


def _usual_code(value: datetime | time | timedelta) -> str:
    if isinstance(value, datetime):
        return "d.m.yyyy hh:mm" if value.time() != time() else "d.m.yyyy"
    return "hh:mm:ss" if isinstance(value, time) else "[h]:mm:ss"


def _look(sheet: xlsxwriter.worksheet.Worksheet, original: Contents, name: str, look: SheetLook) -> None:
    if look.is_hidden:
        sheet.hide()
    for column, width in (look.widths or _guessed_widths(original, name)).items():
        sheet.set_column(column, column, width)


def _guessed_widths(original: Contents, name: str) -> dict[int, float]:
    widths: dict[int, float] = {}
    for number, row in enumerate(original.rows(name)):
        if number > _SAMPLE:
            break
        for column, value in enumerate(row):
            longest = max(map(len, value.split("\n"))) if isinstance(value, str) else 10 if value else 0
            widths[column] = max(widths.get(column, 8), min(longest + 2, _WIDEST))
    return widths
