"""Finds before saving what cannot be done safely in the user's own file."""

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from tikissa.export.obstacles.csv_check import csv_obstacles
from tikissa.export.obstacles.document_check import document_obstacles
from tikissa.export.obstacles.workbook_check import workbook_obstacles
from tikissa.export.other_sheets.pointing_cells import pointing_columns
from tikissa.export.saving_options import UNDER_MERGED
from tikissa.export.saving_way import PATCHED, SavingWay, usual_way
from tikissa.export.second_reader.binary_contents import TypedContents
from tikissa.export.second_reader.file_contents import Contents, contents
from tikissa.export.source_file import unprotected
from tikissa.export.typed_cell import normal
from tikissa.export.workbook.deletion import Deletion
from tikissa.export.writing.written_anew import carried, is_before_1900
from tikissa.lists.vanished_numbers import CustomerNumbers
from tikissa.model.finding import Finding, Severity
from tikissa.model.outcome import Outcome
from tikissa.model.problems import TargetProblem
from tikissa.model.register import CoveredCell, FileFormat, Reading, Source

Check = Callable[[Outcome, Path], Iterator[Finding]]


def obstacles(
    outcome: Outcome,
    original: Path | None = None,
    password: str | None = None,
    numbers: CustomerNumbers | None = None,
    way: SavingWay | None = None,
) -> tuple[Finding, ...]:
    """Return what stands in the way, errors where a choice must be made, notes where something is only to be known.

    `original` is a copy of the source as it was read, where the source itself is not to be used. `numbers` are the
    customer numbers that vanish, to be looked for on the other sheets. `way` is the usual one unless given. A large
    workbook takes seconds. Raises TargetProblem where the file is gone or damaged, FileProblem where a password is
    missing.
    """
    source = original or outcome.register.source.path
    if not source.is_file():
        raise TargetProblem("save.source_gone", source.name)
    with unprotected(source, password) as opened:
        way = way or usual_way(outcome.register.source)
        found = list(_CHECKS[way](outcome, opened))
        found += _out_of_sight(outcome)
        found += _under_merged_cells(outcome) if way is SavingWay.PATCH else ()
        found += _numbers_elsewhere(outcome.register.source, opened, numbers)
        if opened != source:
            found.append(Finding("save.password_dropped", Severity.WARNING))
    return tuple(sorted(found, key=lambda finding: finding.severity is not Severity.ERROR))


def _out_of_sight(outcome: Outcome) -> Iterator[Finding]:
    """Customers whose row is seen now and who would be left in one that the spreadsheet does not show."""
    register = outcome.register
    into = {leaving.into for leaving in outcome.leaving.values() if not register.is_hidden(leaving.record)}
    unseen = sorted(register.row(record) for record in into if record is not None and register.is_hidden(record))
    if unseen:
        yield Finding("save.merged_out_of_sight", Severity.WARNING, arguments=(str(len(unseen)), str(unseen[0])))


def _under_merged_cells(outcome: Outcome) -> Iterator[Finding]:
    """Changes of cells that a merged one covers: nobody would see them in a workbook that keeps its merged cells."""
    register = outcome.register
    changed = (change for change in outcome.changes if change.has_effect)
    unseen = [each for each in changed if isinstance(register.cells_of(each.column).raw(each.record), CoveredCell)]
    if unseen:
        place = f"{register.column(unseen[0].column).letter}{register.row(unseen[0].record)}"
        yield Finding(UNDER_MERGED, Severity.ERROR, arguments=(str(len(unseen)), place))


def _numbers_elsewhere(source: Source, opened: Path, numbers: CustomerNumbers | None) -> Iterator[Finding]:
    """Other sheets that hold customer numbers which leave the register."""
    if numbers is not None and source.format is not FileFormat.CSV:
        patched = opened if source.format in PATCHED else None
        original = contents(opened, source.format, source.sheet, Reading())
        for column in pointing_columns(original, source.sheet, numbers, patched):
            yield from column.findings()


def _patched(outcome: Outcome, opened: Path) -> Iterator[Finding]:
    is_document = outcome.register.source.format is FileFormat.ODS
    yield from (document_obstacles if is_document else workbook_obstacles)(outcome, opened)


def _new_workbook(outcome: Outcome, opened: Path) -> Iterator[Finding]:
    """Old and binary workbooks come out as a new .xlsx, without what only their own programs know."""
    source = outcome.register.source
    if source.format is FileFormat.HTML:
        yield Finding("save.new_workbook_of_page", Severity.WARNING)
        return
    yield Finding("save.new_workbook", Severity.WARNING, arguments=(source.path.suffix,))
    original = contents(opened, source.format, source.sheet, Reading())
    moves = Deletion.of(map(outcome.register.row, outcome.leaving))
    left = 0
    for sheet in original.sheets:
        formulas, can_be = original.formulas(sheet), isinstance(original, TypedContents)
        left += len(formulas)
        left -= len(carried(formulas, sheet, source.sheet, original.sheets, moves)) if can_be else 0
    if early := sum(map(is_before_1900, map(normal, _values(original)))):
        yield Finding("save.days_before_1900", Severity.WARNING, arguments=(str(early),))
    if left:
        yield Finding("save.formulas_as_values", Severity.WARNING, arguments=(str(left),))


def _values(original: Contents) -> Iterator[object]:
    return chain.from_iterable(row for sheet in original.sheets for row in original.rows(sheet))


_CHECKS: dict[SavingWay, Check] = {
    SavingWay.PATCH: _patched,
    SavingWay.NEW_WORKBOOK: _new_workbook,
    SavingWay.CSV: csv_obstacles,
}
