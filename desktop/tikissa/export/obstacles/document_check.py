"""Finds what in an OpenDocument spreadsheet a deletion of rows, or a change of a cell, would harm."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tikissa.export.additions.appended_rows import data_rows, something_below
from tikissa.export.obstacles.workbook_check import edited_cells
from tikissa.export.open_document.document_contents import OpenDocumentContents
from tikissa.export.open_document.document_patch import SIGNATURES
from tikissa.export.open_document.document_row import cells_of
from tikissa.export.open_document.document_stream import open_document
from tikissa.export.open_document.pointing_tags import PointingTags
from tikissa.export.workbook.deletion import Deletion
from tikissa.export.workbook.formula_checks import FORMULA_CHECKS, FormulaContext
from tikissa.export.workbook.row_moves import RowMoves, row_moves
from tikissa.files.letters import column_letter
from tikissa.model.finding import Finding, Severity
from tikissa.model.outcome import Outcome

_PIVOT = re.compile(rb"<table:data-pilot-table\s.*?</table:data-pilot-table>", re.DOTALL)
_CONTROL = re.compile(rb"<form:(?!form\b|properties\b|property\b|list-property\b|connection-resource\b)[\w-]+")
_SPANNED = b"number-rows-spanned"
_MENTIONED = re.compile(r"/content\.xml$|^styles\.xml$")


@dataclass(frozen=True)
class _Checked:
    """A document with what is to be done to one of its sheets."""

    path: Path
    sheet: str
    moves: Deletion
    edited: frozenset[tuple[int, int]]
    contents: OpenDocumentContents

    @property
    def tags(self) -> PointingTags:
        return PointingTags(self.sheet, self.moves)


def document_obstacles(outcome: Outcome, source: Path) -> Iterator[Finding]:
    """Yield what stands in the way of patching the document."""
    register = outcome.register
    sheet = register.source.sheet
    with open_document(source) as archive:
        if SIGNATURES in archive.namelist():
            yield Finding("save.signature_lost", Severity.WARNING)
    contents = OpenDocumentContents(source)
    if not _can_be_read(contents):
        yield Finding("save.odd_sheet", Severity.ERROR, arguments=(sheet,))
        return
    rest_moves = bool(outcome.added) and something_below(register, contents, data_rows(register)[1])
    gone = [register.row(record) for record in outcome.leaving]
    moves = row_moves(gone, *data_rows(register), len(outcome.added) if rest_moves else 0, rest_moves)
    checked = _Checked(source, sheet, moves, edited_cells(outcome, rest_moves), contents)
    if moves or checked.edited:
        yield from _harm(checked)


def document_deletion_obstacles(source: Path, sheet: str, deletion: Deletion) -> Iterator[Finding]:
    """Yield what stands in the way of taking rows out of a sheet."""
    contents = OpenDocumentContents(source)
    if _can_be_read(contents):
        yield from _harm(_Checked(source, sheet, deletion, frozenset(), contents))
    else:
        yield Finding("save.odd_sheet", Severity.ERROR, arguments=(sheet,))


def _can_be_read(contents: OpenDocumentContents) -> bool:
    return contents.is_usual and not any(b"<table:tracked-changes" in gap for gap in contents.gaps)


def _harm(checked: _Checked) -> Iterator[Finding]:
    if checked.moves:
        yield from _around(checked)
        yield from _rows(checked)
    yield from _formulas(checked)


def _around(checked: _Checked) -> Iterator[Finding]:
    """Pivot tables, controls, and names, charts and rules that speak of nothing but rows that go."""
    gaps = checked.contents.gaps
    lost = [address for gap in gaps for address in checked.tags.lost(gap)]
    with open_document(checked.path) as archive:
        for name in filter(_MENTIONED.search, archive.namelist()):
            lost += checked.tags.lost(archive.read(name))
    pivots = (pivot[0] for gap in gaps for pivot in _PIVOT.finditer(gap))
    if any(checked.tags.moved(pivot) != pivot for pivot in pivots):
        yield Finding("save.pivot_table", Severity.ERROR)
    if any(_CONTROL.search(gap) for gap in gaps):
        yield Finding("save.control", Severity.ERROR)
    if lost:
        yield Finding("save.target_lost", Severity.ERROR, arguments=(str(len(lost)),))


def _rows(checked: _Checked) -> Iterator[Finding]:
    """Merged cells that would be cut, and notes that go with their rows."""
    cut: list[str] = []
    torn: list[str] = []
    notes = 0
    for row in checked.contents.document_rows(checked.sheet):
        if b"<office:annotation" in row.raw:
            notes += row.raw.count(b"<office:annotation ") * (row.number in checked.moves)
        for cell in cells_of(row.raw) if _SPANNED in row.raw else ():
            last = row.number + int(cell.attribute("number-rows-spanned") or "1") - 1
            is_kept = any(number not in checked.moves for number in range(row.number, last + 1))
            place = f"{column_letter(cell.column)}{row.number}"
            if row.number in checked.moves and is_kept and last > row.number:
                cut.append(place)
            moves = checked.moves
            if isinstance(moves, RowMoves) and moves.first < row.number <= moves.last < last:
                torn.append(place)
    if cut:
        yield Finding("save.merged_cells_cut", Severity.ERROR, arguments=(str(len(cut)), cut[0]))
    if torn:
        yield Finding("save.rows_beside", Severity.ERROR, arguments=(torn[0],))
    if notes:
        yield Finding("save.notes_leave", Severity.NOTE, arguments=(str(notes),))


def _formulas(checked: _Checked) -> Iterator[Finding]:
    found: dict[str, list[str]] = {}
    for sheet in checked.contents.sheets:
        own = sheet == checked.sheet
        context = FormulaContext(checked.sheet, own, checked.moves, checked.edited if own else frozenset())
        for cell in checked.contents.formula_cells(sheet):
            for code, is_harmed in FORMULA_CHECKS.items():
                if is_harmed(cell, context):
                    found.setdefault(code, []).append(f"{sheet}!{column_letter(cell.column)}{cell.row}")
    for code, places in found.items():
        yield Finding(code, Severity.ERROR, arguments=(str(len(places)), places[0]))
