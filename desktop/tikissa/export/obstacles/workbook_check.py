"""Finds what in a workbook a deletion of rows, or a change of a cell, would harm."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tikissa.export.additions.appended_rows import data_rows, something_below
from tikissa.export.second_reader.file_contents import contents
from tikissa.export.workbook.anchors import shape_kinds
from tikissa.export.workbook.deletion import Deletion
from tikissa.export.workbook.formula_checks import FORMULA_CHECKS, FormulaContext, loses_its_target
from tikissa.export.workbook.formulas import references
from tikissa.export.workbook.package import Package, SheetPart, local
from tikissa.export.workbook.pointing_places import places
from tikissa.export.workbook.row_moves import RowMoves, row_moves
from tikissa.export.workbook.sheet_formulas import FormulaCell, formula_cells
from tikissa.export.workbook.sheet_parts import row_span
from tikissa.export.workbook.sheet_skeleton import sheet_skeleton
from tikissa.export.workbook.sheet_stream import OddSheet
from tikissa.export.workbook.workbook_parts import parts_that_may_point
from tikissa.export.workbook.xml_spans import SpannedXml
from tikissa.files.letters import column_index, column_letter
from tikissa.model.finding import Finding, Severity
from tikissa.model.outcome import Outcome
from tikissa.model.register import Reading, Register

_CONTROLS = frozenset(("control", "oleObject", "ctrlProp"))


@dataclass(frozen=True)
class Checked:
    """A workbook with what is to be done to one of its sheets."""

    package: Package
    sheet: SheetPart
    deletion: Deletion
    edited: frozenset[tuple[int, int]]

    @cached_property
    def skeleton(self) -> SpannedXml:
        """The sheet without its rows. Raises OddSheet."""
        return sheet_skeleton(self.package, self.sheet.part)

    def references(self, name: str) -> list[str]:
        """Return what the elements of this name around the rows are about."""
        found = (each.attributes.get("ref") for each in self.skeleton.root.walk() if each.name == name)
        return [reference for reference in found if reference]


def workbook_obstacles(outcome: Outcome, source: Path) -> Iterator[Finding]:
    """Yield what stands in the way of patching the workbook."""
    register = outcome.register
    with Package(source) as package:
        rest_moves = bool(outcome.added) and _rest_moves(register, source)
        gone = [register.row(record) for record in outcome.leaving]
        moves = row_moves(gone, *data_rows(register), len(outcome.added) if rest_moves else 0, rest_moves)
        checked = Checked(package, package.sheet(register.source.sheet), moves, edited_cells(outcome, rest_moves))
        if any("_xmlsignatures" in name for name in package.names):
            yield Finding("save.signature_lost", Severity.WARNING)
        if not moves and not checked.edited:
            return
        try:
            yield from _harm(checked)
        except OddSheet:
            yield Finding("save.odd_sheet", Severity.ERROR, arguments=(checked.sheet.name,))


def deletion_obstacles(workbook: Path, sheet: str, deletion: Deletion) -> Iterator[Finding]:
    """Yield what stands in the way of taking rows out of a sheet."""
    with Package(workbook) as package:
        try:
            yield from _harm(Checked(package, package.sheet(sheet), deletion, frozenset()))
        except OddSheet:
            yield Finding("save.odd_sheet", Severity.ERROR, arguments=(sheet,))


def _harm(checked: Checked) -> Iterator[Finding]:
    """Yield what would be harmed. Raises OddSheet where the sheet cannot be patched at all."""
    if checked.skeleton.root.name != "worksheet":
        raise OddSheet
    if checked.deletion:
        for check in _SHEET_CHECKS:
            yield from check(checked)
    if isinstance(checked.deletion, RowMoves):
        yield from _torn_apart(checked, checked.deletion.first, checked.deletion.last)
    yield from _formula_findings(checked)


def edited_cells(outcome: Outcome, rest_moves: bool) -> frozenset[tuple[int, int]]:
    """Return the cells that are written; new rows stand on none of the old ones where what is below moves down."""
    register = outcome.register
    return frozenset(
        (register.row(record), column_index(register.column(name).letter))
        for name, cells in outcome.changed.items()
        for record in cells
    ) | frozenset(() if rest_moves else _new_cells(outcome))


def _new_cells(outcome: Outcome) -> Iterator[tuple[int, int]]:
    """Yield the cells of the new rows where nothing stands below the data."""
    _, last = data_rows(outcome.register)
    for number, row in enumerate(outcome.added, last + 1):
        for name in row.texts:
            yield number, column_index(outcome.register.column(name).letter)


def _rest_moves(register: Register, source: Path) -> bool:
    original = contents(source, register.source.format, register.source.sheet, Reading())
    return something_below(register, original, data_rows(register)[1])


def _torn_apart(checked: Checked, first: int, last: int) -> Iterator[Finding]:
    """Other tables and merged cells beside the data that new rows would go through."""
    areas = checked.references("mergeCell")
    areas += [
        str(checked.package.xml(part).get("ref")) for part in checked.package.related(checked.sheet.part, "table")
    ]
    spans = ((area, *row_span(area)) for area in areas)
    torn = [area for area, top, bottom in spans if top <= last < bottom and top > first]
    if torn:
        yield Finding("save.rows_beside", Severity.ERROR, arguments=(torn[0],))


def _pivot_tables(checked: Checked) -> Iterator[Finding]:
    if any(checked.package.related(checked.sheet.part, "pivotTable")):
        yield Finding("save.pivot_table", Severity.ERROR)


def _controls(checked: Checked) -> Iterator[Finding]:
    package, part = checked.package, checked.sheet.part
    kinds = {relation.kind for relation in package.relations(part)}
    shapes: set[str] = set()
    for drawing in package.related(part, "vmlDrawing"):
        shapes |= shape_kinds(package.zip.read(drawing).decode("utf-8", "replace"))
    if kinds & _CONTROLS or shapes - {"Note"}:
        yield Finding("save.control", Severity.ERROR)


def _merged_cells(checked: Checked) -> Iterator[Finding]:
    cut = [area for area in checked.references("mergeCell") if _is_cut(area, checked.deletion)]
    if cut:
        yield Finding("save.merged_cells_cut", Severity.ERROR, arguments=(str(len(cut)), cut[0]))


def _tables(checked: Checked) -> Iterator[Finding]:
    for part in checked.package.related(checked.sheet.part, "table"):
        table = checked.package.xml(part)
        first, last = row_span(str(table.get("ref")))
        first += int(table.get("headerRowCount", "1"))
        last -= int(table.get("totalsRowCount", "0"))
        if first <= last and checked.deletion.span(first, last) is None:
            yield Finding("save.table_emptied", Severity.ERROR, arguments=(str(table.get("displayName")),))
            return


def _notes_on_cells(checked: Checked) -> Iterator[Finding]:
    gone = 0
    for part in checked.package.related(checked.sheet.part, "comments"):
        comments = (each for each in checked.package.xml(part).iter() if local(each) == "comment")
        gone += sum(row_span(str(each.get("ref")))[0] in checked.deletion for each in comments)
    if gone:
        yield Finding("save.notes_leave", Severity.NOTE, arguments=(str(gone),))


def _targets_lost(checked: Checked) -> Iterator[Finding]:
    """Names, charts and rules that speak of nothing but rows that go."""
    lost = [part for part, text, own in _outside_formulas(checked) if _lost(text, own, checked)]
    if lost:
        yield Finding("save.target_lost", Severity.ERROR, arguments=(str(len(lost)),))


def _outside_formulas(checked: Checked) -> Iterator[tuple[str, str, bool]]:
    package, own = checked.package, checked.sheet
    for part in (package.workbook_part, *parts_that_may_point(package, own.name)):
        for text in _formulas(SpannedXml(package.zip.read(part))):
            yield part, text, False
    for text in _formulas(checked.skeleton):
        yield own.part, text, True


def _formulas(document: SpannedXml) -> Iterator[str]:
    for element in document.root.walk():
        yield from (text for attribute, text, _ in places(element, own=False) if not attribute)


def _lost(formula: str, own: bool, checked: Checked) -> bool:
    """A rule's reference without a dollar sign moves with its range, so only fixed ones can be lost there."""
    return any(
        loses_its_target(reference, own, checked.sheet.name, checked.deletion)
        and (not own or all(end.row_fixed for end in reference.ends))
        for reference in references(formula)
    )


def _formula_findings(checked: Checked) -> Iterator[Finding]:
    found: dict[str, list[str]] = {}
    for sheet in checked.package.sheets:
        own = sheet.name == checked.sheet.name
        context = FormulaContext(checked.sheet.name, own, checked.deletion, checked.edited if own else frozenset())
        for cell in formula_cells(checked.package, sheet):
            for code in _codes(cell, context):
                found.setdefault(code, []).append(f"{sheet.name}!{column_letter(cell.column)}{cell.row}")
    for code, cells in found.items():
        yield Finding(code, Severity.ERROR, arguments=(str(len(cells)), cells[0]))


def _codes(cell: FormulaCell, context: FormulaContext) -> Iterable[str]:
    return (code for code, is_harmed in FORMULA_CHECKS.items() if is_harmed(cell, context))


def _is_cut(area: str, deletion: Deletion) -> bool:
    """Say whether a merged cell would lose its first row, where its content stands, and not the others."""
    first, last = row_span(area)
    return first in deletion and not all(row in deletion for row in range(first, last + 1))


_SHEET_CHECKS: tuple[Callable[[Checked], Iterator[Finding]], ...] = (
    _pivot_tables,
    _controls,
    _merged_cells,
    _tables,
    _notes_on_cells,
    _targets_lost,
)
