"""Writes a plan into a file of the source's own kind, or into a new workbook where that cannot be written."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import IO

from tikissa.export.additions.added_page import WIDTH
from tikissa.export.additions.appended_rows import Appended, NewCells, row_of
from tikissa.export.csv_writer import CsvPlan, write_csv
from tikissa.export.log.audit_log import LeavingAs
from tikissa.export.log.logged_cell import LoggedFormula
from tikissa.export.open_document.document_contents import OpenDocumentContents
from tikissa.export.open_document.typed_document import TypedDocument
from tikissa.export.other_sheets.repointed import Edits
from tikissa.export.saving_options import WriteOptions
from tikissa.export.saving_way import SavingWay
from tikissa.export.second_reader.binary_contents import TypedContents
from tikissa.export.second_reader.file_contents import Contents
from tikissa.export.typed_cell import Typed, kind
from tikissa.export.workbook.coming_rows import NewRows
from tikissa.export.workbook.deletion import Deletion
from tikissa.export.workbook.patch import AddedSheet, SheetEdits, WorkbookPlan
from tikissa.export.workbook.row_patch import CellEdit
from tikissa.export.workbook.row_styles import Styles
from tikissa.export.writing.new_workbook import write_new_workbook
from tikissa.export.writing.patched_files import names_in, patch, styles_of_rows
from tikissa.export.writing.save_plan import AddedRows, CellOrigin, Plan
from tikissa.export.writing.stale_values import stale_after
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.register import Register

_GENERAL = "0"


@dataclass(frozen=True)
class Saving:
    """All that a file is written from."""

    register: Register
    source: Path
    original: Contents
    plan: Plan
    options: WriteOptions
    way: SavingWay
    as_utf8: bool = False
    forgotten: frozenset[int] = frozenset()
    elsewhere: Edits = field(default_factory=dict)

    @cached_property
    def has_formulas(self) -> bool:
        return any(bool(self.original.formulas(sheet)) for sheet in self.original.sheets)


def write_cleaned(saving: Saving, target: IO[bytes], progress: Progress = NoProgress()) -> None:
    """Write the cleaned file."""
    _WRITERS[saving.way](saving, target, progress)


def _write_new_workbook(saving: Saving, target: IO[bytes], progress: Progress) -> None:
    write_new_workbook(_with_formats(saving), saving.register, saving.plan, saving.elsewhere, target, progress)


def _with_formats(saving: Saving) -> Contents:
    """Return the original's contents with their number formats, where those are known."""
    if isinstance(saving.original, OpenDocumentContents):
        return TypedContents(TypedDocument(saving.source, saving.original))
    return saving.original


def _write_csv(saving: Saving, target: IO[bytes], progress: Progress) -> None:
    source = saving.register.source
    edits = {
        row: {column: str(edit.value or "") for column, edit in cells.items()}
        for row, cells in saving.plan.edits.items()
    }
    new = saving.plan.appended
    added = tuple(tuple(str(cell or "") for cell in _whole(saving, cells)) for cells in new.rows) if new else ()
    below = new.last if new else None
    plan = CsvPlan(edits, lambda number: number not in saving.plan.leaving, saving.as_utf8, added, below)
    write_csv(saving.source, target, plan, source.encoding, source.delimiter, progress)


def _whole(saving: Saving, cells: NewCells) -> list[Typed | LoggedFormula]:
    """Return a row with as many cells as the register has columns, so that its delimiters are as many as elsewhere."""
    row = row_of(cells)
    return row + [None] * (len(saving.register.columns) - len(row))


def write_added_csv(saving: Saving, added: AddedRows, target: IO[bytes], progress: Progress) -> None:
    """Write rows that leave into a CSV file of their own, below the headings: a CSV file has no sheets to add."""
    source = saving.register.source
    edits = {row.number: {column: str(cell.value or "") for column, cell in enumerate(row.cells)} for row in added.rows}
    plan = CsvPlan(edits, lambda number: number in edits or number <= (source.header_row or 0), saving.as_utf8)
    write_csv(saving.source, target, plan, source.encoding, source.delimiter, progress)


def _patch(saving: Saving, target: IO[bytes], progress: Progress) -> None:
    plan, sheet = saving.plan, saving.register.source.sheet
    styles = styles_of_rows(saving.register.source.format, saving.source, sheet, _styled_rows(plan))
    new = plan.appended
    edits = {
        row: {column: CellEdit(edit.value, _style(styles, edit)) for column, edit in cells.items()}
        for row, cells in plan.edits.items()
    }
    deletion = new.moves if new else Deletion.of(plan.leaving if plan.leaving_as is LeavingAs.DELETED else ())
    added = tuple(_added_sheet(each, styles) for each in plan.added)
    if plan.page is not None:
        added += (AddedSheet(plan.page.name, [[CellEdit(row or None)] for row in plan.page.rows], (WIDTH,)),)
    changed = {sheet: {**plan.edits, **_places(new)}, **saving.elsewhere}
    stale = (
        stale_after(names_in(saving.source, saving.original), saving.original, sheet, deletion, changed)
        if saving.has_formulas
        else {}
    )
    rows, forgotten, elsewhere = len(saving.register), saving.forgotten, plain_edits(saving.elsewhere)
    coming = NewRows(new.last, new.pattern, new.base + 1, new.rest_moves, _new_rows(new, styles)) if new else None
    formulas = saving.has_formulas
    planned = WorkbookPlan(sheet, edits, deletion, added, formulas, stale, rows, forgotten, elsewhere, coming)
    patch(saving.register.source.format, saving.source, target, planned, progress)


def _places(new: Appended | None) -> dict[int, frozenset[int]]:
    """Return the cells that hold something new, as rows of the original: a sum that ends at the last row of the data
    takes the new rows in."""
    if new is None:
        return {}
    columns = frozenset(column for cells in new.rows for column in cells)
    below = range(new.last + 1, new.last + 1 + (0 if new.rest_moves else len(new.rows)))
    return dict.fromkeys((new.last, *below), columns)


def _new_rows(new: Appended, styles: Styles) -> list[dict[int, CellEdit]]:
    return [{column: _new_cell(column, cell, new, styles) for column, cell in cells.items()} for cells in new.rows]


def _new_cell(column: int, cell: Typed | LoggedFormula, new: Appended, styles: Styles) -> CellEdit:
    """A number or a day looks as the others of its column do, whatever the last row has there."""
    if isinstance(cell, LoggedFormula):
        return CellEdit(None, formula=cell.text)
    sample = new.samples.get(column)
    if sample is None or kind(cell) not in ("number", "date"):
        return CellEdit(cell)
    return CellEdit(cell, styles.get(sample.row, {}).get(column, _GENERAL))


def plain_edits(edits: Edits) -> SheetEdits:
    """Return edits whose cells keep the styles they have."""
    return {
        sheet: {row: {column: CellEdit(value) for column, value in cells.items()} for row, cells in rows.items()}
        for sheet, rows in edits.items()
    }


def _styled_rows(plan: Plan) -> frozenset[int]:
    """Return the rows whose cells' styles are needed elsewhere: of moved rows, and of those that lend a value."""
    moved = [row for added in plan.added for row in added.rows]
    cells = chain(*(cells.values() for cells in plan.edits.values()), *(row.cells for row in moved))
    lenders = {cell.styled_as[0] for cell in cells if cell.styled_as}
    lenders |= {sample.row for sample in plan.appended.samples.values()} if plan.appended else set()
    return frozenset(lenders | {row.number for row in moved})


def _style(styles: Styles, edit: CellOrigin) -> str | None:
    """A number or a date that came from another record brings that cell's style where the cell's own is for texts."""
    if edit.styled_as is None or kind(edit.value) not in ("number", "date"):
        return None
    return styles.get(edit.styled_as[0], {}).get(edit.styled_as[1], _GENERAL)


def _added_sheet(added: AddedRows, styles: Styles) -> AddedSheet:
    rows: list[list[CellEdit]] = [[CellEdit(heading) for heading in added.headings]]
    for moved in added.rows:
        known = styles.get(moved.number, {})
        cells = [
            CellEdit(cell.value, _style(styles, cell) or known.get(column)) for column, cell in enumerate(moved.cells)
        ]
        cells += [CellEdit(None)] * (added.note_column - len(cells))
        rows.append([*cells[: added.note_column], CellEdit(float(moved.number)), CellEdit(moved.note)])
    return AddedSheet(added.name, rows)


_WRITERS: dict[SavingWay, Callable[[Saving, IO[bytes], Progress], None]] = {
    SavingWay.PATCH: _patch,
    SavingWay.NEW_WORKBOOK: _write_new_workbook,
    SavingWay.CSV: _write_csv,
}
