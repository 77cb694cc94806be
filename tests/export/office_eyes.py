"""Run by the Python that knows LibreOffice: opens workbooks, takes rows out where asked, and writes down what it sees.

Usage: python3 office_eyes.py JOBS.json SEEN.json PIPE, with LibreOffice listening on a pipe of that name.
"""

import importlib
import json
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

uno: Any = importlib.import_module("uno")
"""LibreOffice's own module has no types, and stands only in the system's Python."""

Sight = tuple[str, str, str]
"""Kind, where, what."""


def main(jobs: Path, seen: Path, pipe: str) -> None:
    desktop = connected(pipe)
    try:
        found = [list(_looked_at(desktop, **job)) for job in json.loads(jobs.read_text("utf-8"))]
        seen.write_text(json.dumps(found), "utf-8")
    finally:
        desktop.terminate()


def connected(pipe: str) -> Any:
    """Return LibreOffice's desktop once it answers."""
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(600):
        try:
            office = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return office.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", office)
        except Exception:  # it has not come up yet
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


def _opened(desktop: Any, workbook: str) -> Any:
    hidden = uno.createUnoStruct("com.sun.star.beans.PropertyValue", "Hidden", 0, True, 0)
    return desktop.loadComponentFromURL(workbook, "_blank", 0, (hidden,))


def _looked_at(
    desktop: Any,
    workbook: str,
    sheet: str,
    gone: list[int],
    recalculated: bool,
    taken_over: list[int],
    from_workbook: str,
    room: int,
    only_values: bool,
    typed: list[tuple[str, str]],
) -> Iterator[Sight]:
    if typed:
        yield from _typed(desktop, workbook, sheet, typed)
        return
    written = _rows_of(desktop, from_workbook, sheet, taken_over) if taken_over else {}
    document = _opened(desktop, workbook)
    if document is None:
        yield "unopened", workbook, ""
        return
    try:
        if not _changed(document.Sheets.getByName(sheet) if sheet else None, gone, room, written):
            yield "unopened", workbook, "it does not take rows out of it"
            return
        if recalculated:
            document.calculateAll()
        yield from _values(document) if only_values else _document(document)
    finally:
        document.close(True)


def _typed(desktop: Any, workbook: str, sheet: str, entries: list[tuple[str, str]]) -> Iterator[Sight]:
    """Type each text into its cell key by key, as a person does, and yield what stands in it then: nothing where the
    cell's check refused it, or warned of it and was heeded. Without a screen each question is answered by "Cancel"."""
    document = desktop.loadComponentFromURL(workbook, "_blank", 0, ())
    try:
        view = document.CurrentController
        own = document.Sheets.getByName(sheet)
        view.setActiveSheet(own)
        keyboard = _Keyboard(view.Frame.getComponentWindow())
        for cell, text in entries:
            view.select(own.getCellRangeByName(cell))
            keyboard.type(text)
            yield "typed", cell, own.getCellRangeByName(cell).String
    finally:
        document.close(True)


class _Keyboard:
    """The keys of a window. Values set through UNO itself go past the checks of a cell."""

    _RETURN = 1280

    def __init__(self, window: Any) -> None:
        self._window, self._toolkit = window, window.getToolkit()
        window.setFocus()

    def type(self, text: str) -> None:
        for letter in text:
            self._press(letter, 0)
        self._press("\r", self._RETURN)
        self._toolkit.processEventsToIdle()

    def _press(self, letter: str, code: int) -> None:
        event = uno.createUnoStruct("com.sun.star.awt.KeyEvent")
        event.Source, event.KeyCode, event.KeyChar = self._window, code, uno.Char(letter)
        self._toolkit.keyPress(event)
        self._toolkit.keyRelease(event)


def _changed(sheet: Any, gone: list[int], room: int, written: dict[int, list[tuple[int, str]]]) -> bool:
    """Do to a sheet what was done to the saved one; say whether LibreOffice does it."""
    try:
        for row in sorted(gone, reverse=True):
            sheet.Rows.removeByIndex(row - 1, 1)
    except Exception:  # it refuses to cut an array, a pivot table or a protected sheet
        return False
    if room:
        sheet.Rows.insertByIndex(min(written) - 1, room)
    for row, cells in written.items():
        for column, text in cells:
            if not text.startswith("{="):  # part of an array: it cannot be written by itself
                sheet.getCellByPosition(column, row - 1).setFormula(text)
    return True


def _rows_of(desktop: Any, workbook: str, sheet: str, rows: list[int]) -> dict[int, list[tuple[int, str]]]:
    """Return what was written into each cell of some rows of a workbook."""
    document = _opened(desktop, workbook)
    if document is None:
        return {}
    try:
        return {
            row: list(enumerate(_used(document.Sheets.getByName(sheet), row - 1).getFormulaArray()[0])) for row in rows
        }
    finally:
        document.close(True)


def _used(sheet: Any, row: int | None = None) -> Any:
    """Return the part of a sheet that holds something, from column A on; of one row where that is given."""
    used = sheet.createCursor()
    used.gotoEndOfUsedArea(False)
    end = used.RangeAddress
    first, last = (0, end.EndRow) if row is None else (row, row)
    return sheet.getCellRangeByPosition(0, first, end.EndColumn, last)


def _values(document: Any) -> Iterator[Sight]:
    """The formula and the value of every cell, a number told from a text; an error is no value. A sheet with a pivot
    table is left out: it is worked out anew when it is opened."""
    for sheet in (each for each in document.Sheets if not each.DataPilotTables.Count):
        used = _used(sheet)
        rows = zip(used.getFormulaArray(), used.getDataArray(), strict=True)
        for row, cells in enumerate(rows):
            for column, (written, value) in enumerate(zip(*cells, strict=True)):
                where = f"{sheet.Name}!{_letters(column)}{row + 1}"
                if written.startswith("="):
                    yield "formula", where, written
                if written:
                    yield "value", where, repr(value)


def _document(document: Any) -> Iterator[Sight]:
    for name in document.NamedRanges:
        yield "name", name.Name, name.Content
    for table in document.DatabaseRanges:
        yield "table", table.Name, _area(table.DataArea)
    for number, sheet in enumerate(document.Sheets):
        if document.getPropertyValue("UnnamedDatabaseRanges").hasByTable(number):
            yield (
                "autofilter",
                sheet.Name,
                _area(document.getPropertyValue("UnnamedDatabaseRanges").getByTable(number).DataArea),
            )
        yield from _around(sheet)
        yield from _rows(sheet)


def _around(sheet: Any) -> Iterator[Sight]:
    for area in sheet.getPrintAreas():
        yield "printed", sheet.Name, _area(area)
    for rule in sheet.ConditionalFormats.getConditionalFormats():
        for entry in map(rule.getByIndex, range(rule.getCount())):
            plain = hasattr(entry, "Formula1")
            words = f"{entry.Operator} {entry.Formula1} {entry.Formula2}" if plain else str(entry.Type)
            yield "rule", f"{sheet.Name}!{rule.Range.RangeAddressesAsString}", words
    for note in sheet.Annotations:
        yield "note", f"{sheet.Name}!{_cell(note.Position)}", note.String
    for chart in sheet.Charts:
        for sequence in chart.EmbeddedObject.getDataSequences():
            for part in (sequence.Values, sequence.Label):
                if part is not None:
                    yield "chart", sheet.Name, part.SourceRangeRepresentation
    for shape in sheet.DrawPage:
        anchor = getattr(shape, "Anchor", None)
        if shape.ShapeType != "com.sun.star.drawing.CaptionShape":
            yield "shape", sheet.Name, f"{shape.ShapeType} {getattr(anchor, 'AbsoluteName', '')}"


def _rows(sheet: Any) -> Iterator[Sight]:
    """Every call goes to another process, so whole areas are asked for where that is possible: how a number is shown
    follows from its value and its cell's look, which is told too."""
    used = sheet.createCursor()
    used.gotoStartOfUsedArea(False)
    used.gotoEndOfUsedArea(True)
    start, rows, name = used.RangeAddress, sheet.Rows, sheet.Name
    for row, cells in enumerate(zip(used.getFormulaArray(), used.getDataArray(), strict=True), start.StartRow):
        is_start, height = rows.getByIndex(row).getPropertyValues(("IsStartOfNewPage", "Height"))
        if is_start:
            yield "break", name, str(row + 1)
        yield "height", f"{name}!{row + 1}", str(height)
        for column, (written, value) in enumerate(zip(*cells, strict=True), start.StartColumn):
            where = f"{name}!{_letters(column)}{row + 1}"
            if written.startswith("="):
                yield "formula", where, written
            if written:
                told = f"{value:.12g}" if isinstance(value, float) else value
                yield "shown", where, sheet.getCellByPosition(column, row).String if told is None else told
    if used.getIsMerged():  # somewhere in it
        yield from _merged(sheet, start)
    yield from _formats(sheet)


def _formats(sheet: Any) -> Iterator[Sight]:
    """How LibreOffice groups cells of one look hangs on what else they carry, and on more than that: so each look is
    told once, with all its cells."""
    areas: dict[tuple[str, str], list[Any]] = {}
    for alike in sheet.UniqueCellFormatRanges:
        look = (alike.CellBackColor, alike.CharWeight, alike.CharColor, alike.NumberFormat)
        areas.setdefault(("look", str(look)), []).extend(alike.RangeAddresses)
        if alike.Validation.Type.value != "ANY":
            rule = f"{alike.Validation.getFormula1()} {alike.Validation.getFormula2()}"
            areas.setdefault(("validation", rule), []).extend(alike.RangeAddresses)
    for (kind, what), parts in areas.items():
        for columns, rows in _covered(parts):
            yield kind, f"{sheet.Name}!{columns} {what}", rows


def _covered(areas: list[Any]) -> Iterator[tuple[str, str]]:
    """The cells of these areas in the one way they can be told: neighbouring columns of the same rows, and those."""
    boxes = sorted((area.StartRow + 1, area.EndRow + 1, area.StartColumn, area.EndColumn + 1) for area in areas)
    cuts = sorted({cut for _, _, start, end in boxes for cut in (start, end)})
    told: list[tuple[int, int, list[tuple[int, int]]]] = []
    for first, after in pairwise(cuts):
        rows = _joined((top, bottom) for top, bottom, start, end in boxes if start <= first < end)
        if told and told[-1][1:] == (first, rows):
            told[-1] = (told[-1][0], after, rows)
        else:
            told.append((first, after, rows))
    for first, after, rows in told:
        if rows:
            yield f"{_letters(first)}:{_letters(after - 1)}", str(rows)


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of rows, in their order, those that touch as one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _merged(sheet: Any, used: Any) -> Iterator[Sight]:
    for row in range(used.StartRow, used.EndRow + 1):
        if not sheet.getCellRangeByPosition(used.StartColumn, row, used.EndColumn, row).getIsMerged():
            continue
        for column in range(used.StartColumn, used.EndColumn + 1):
            cell = sheet.getCellByPosition(column, row)
            if cell.IsMerged:
                cursor = sheet.createCursorByRange(cell)
                cursor.collapseToMergedArea()
                yield "merged", sheet.Name, _area(cursor.RangeAddress)


def _area(area: Any) -> str:
    first, last = (_letters(area.StartColumn), area.StartRow + 1), (_letters(area.EndColumn), area.EndRow + 1)
    return "{}{}:{}{}".format(*first, *last)


def _cell(address: Any) -> str:
    return f"{_letters(address.Column)}{address.Row + 1}"


def _letters(column: int) -> str:
    before, place = divmod(column, 26)
    return (_letters(before - 1) if before else "") + chr(65 + place)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
