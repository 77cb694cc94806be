"""What a change log explains of a saved workbook: where rows are now, and what is to be found in which cells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tikissa.export.log.audit_line import AuditLine
from tikissa.export.log.audit_log import AuditLog, LeavingAs
from tikissa.export.log.logged_cell import NewCell, logged_cell, logged_new_row
from tikissa.export.proof.expected_references import Expectation, RowMap
from tikissa.files.letters import column_index

Cells = dict[int, dict[int, NewCell]]
"""Contents by row and column."""


@dataclass(frozen=True)
class Explained:
    """`cells` are the contents by sheet, row of the original and column that a change has put there; the cells of the
    rows `emptied` hold nothing any more. `added` are the new rows by their numbers in the saved file."""

    expectation: Expectation
    cells: Mapping[str, Cells]
    emptied: frozenset[int]
    added: Mapping[int, tuple[NewCell, ...]]
    added_sheets: frozenset[str]

    @property
    def sheet(self) -> str:
        return self.expectation.sheet

    @property
    def rows(self) -> RowMap:
        return self.expectation.rows


def explained_by(log: AuditLog) -> Explained:
    """Gather what a log says of its workbook."""
    subject, leaving = log.subject, log.leaving
    own = _contents(log.changes)
    emptied: frozenset[int] = frozenset()
    match subject.leaving_as:
        case LeavingAs.DELETED:
            for number in leaving:
                own.pop(number, None)
        case LeavingAs.EMPTIED:
            emptied = frozenset(leaving)
        case LeavingAs.MARKED if subject.mark_column is not None:
            for number, line in leaving.items():
                own.setdefault(number, {})[subject.mark_column] = logged_cell(line.after_cell)
            if subject.header_row and subject.mark_heading:
                own.setdefault(subject.header_row, {})[subject.mark_column] = subject.mark_heading
    gone = tuple(sorted(leaving)) if subject.leaving_as is LeavingAs.DELETED else ()
    rows = RowMap(gone, subject.first_row, subject.added_below or 0, len(log.added), subject.rest_moved)
    elsewhere: dict[str, list[AuditLine]] = {}
    for line in log.repointed:
        elsewhere.setdefault(line.sheet, []).append(line)
    return Explained(
        Expectation(subject.sheet, rows),
        {subject.sheet: own, **{sheet: _contents(lines) for sheet, lines in elsewhere.items()}},
        emptied,
        {number: logged_new_row(line.after_cell) for number, line in log.added.items()},
        frozenset(subject.added_sheets),
    )


def _contents(lines: Iterable[AuditLine]) -> Cells:
    cells: Cells = {}
    for line in lines:
        cells.setdefault(int(line.row), {})[column_index(line.letter)] = logged_cell(line.after_cell)
    return cells
