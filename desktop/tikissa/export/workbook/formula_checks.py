"""What can befall a formula when rows go or cells change: one list of checks, each a code and a question."""

from collections.abc import Callable
from dataclasses import dataclass

from tikissa.export.workbook.deletion import Deletion
from tikissa.export.workbook.formulas import Reference, cannot_be_followed, points_at, references, several_sheets
from tikissa.export.workbook.sheet_formulas import FormulaCell
from tikissa.export.workbook.sheet_parts import row_span
from tikissa.files.constant_formula import is_constant
from tikissa.files.letters import column_index


@dataclass(frozen=True, slots=True)
class FormulaContext:
    """Where a formula stands (`own`: on the sheet that changes) and what happens on `sheet`."""

    sheet: str
    own: bool
    deletion: Deletion
    edited: frozenset[tuple[int, int]]

    def goes(self, row: int) -> bool:
        """Say whether the formula's own row goes, and it with the row."""
        return self.own and row in self.deletion


def loses_its_target(reference: Reference, own: bool, sheet: str, deletion: Deletion) -> bool:
    """Say whether a reference would become #REF!."""
    return points_at(reference, own, sheet) and deletion.span(reference.first_row, reference.last_row) is None


def _points_at_removed(cell: FormulaCell, context: FormulaContext) -> bool:
    if not context.deletion or context.goes(cell.row):
        return False
    found = references(cell.formula)
    return any(loses_its_target(each, context.own, context.sheet, context.deletion) for each in found)


def _cannot_be_followed(cell: FormulaCell, context: FormulaContext) -> bool:
    if not context.deletion or context.goes(cell.row):
        return False
    return cannot_be_followed(cell.formula) or any(map(several_sheets, references(cell.formula)))


def _is_cut(cell: FormulaCell, context: FormulaContext) -> bool:
    if not context.own or cell.kind not in ("array", "dataTable") or not cell.area:
        return False
    first, last = row_span(cell.area)
    gone = sum(row in context.deletion for row in range(first, last + 1))
    return 0 < gone < last - first + 1 or (gone > 0 and cell.kind == "dataTable")


def _is_overwritten(cell: FormulaCell, context: FormulaContext) -> bool:
    if (cell.row, cell.column) in context.edited:
        return not (cell.kind in ("normal", "shared") and is_constant(cell.formula))
    if not cell.area or cell.kind == "shared":
        return False
    return any(covers(cell.area, row, column) for row, column in context.edited)


def covers(area: str, row: int, column: int) -> bool:
    """Say whether an area such as `B2:C9` holds a cell."""
    first, last = row_span(area)
    columns = [column_index(end.replace("$", "").rstrip("0123456789")) for end in area.split(":")]
    return first <= row <= last and min(columns) <= column <= max(columns)


FORMULA_CHECKS: dict[str, Callable[[FormulaCell, FormulaContext], bool]] = {
    "save.formula_points_at_removed": _points_at_removed,
    "save.formula_cannot_be_followed": _cannot_be_followed,
    "save.array_formula_cut": _is_cut,
    "save.formula_overwritten": _is_overwritten,
}
