"""Works out from one line of a change log what is put back into the cleaned file, and what stands in the way."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from tikissa.export.log.audit_line import LEAVING, AuditLine, LineKind
from tikissa.export.log.audit_log import AuditLog, LeavingAs
from tikissa.export.log.logged_cell import LoggedCell, Masked, agrees, logged_cell, logged_new_row, logged_row, trimmed
from tikissa.export.restore.restore_elsewhere import follow_back, take_back_elsewhere
from tikissa.export.restore.restored_cells import STILL_THERE, RestoredCell, RestorePlan
from tikissa.export.second_reader.file_contents import Contents, RawRow
from tikissa.export.typed_cell import Typed, normal, same
from tikissa.export.workbook.deletion import Deletion
from tikissa.files.letters import column_index, column_letter
from tikissa.model.erasure import ERASED
from tikissa.model.problems import FileProblem, TargetProblem


class CleanedRows:
    """The rows of the cleaned sheet, found by the numbers they had in the original."""

    def __init__(self, log: AuditLog, rows: Sequence[RawRow]) -> None:
        self.rows = rows
        self._gone = log.leaving if log.subject.leaving_as is LeavingAs.DELETED else {}
        self._deletion = Deletion.of(self._gone)

    def number(self, original: int) -> int | None:
        """Return the row's number now, None where it was taken out."""
        return None if original in self._gone else self._deletion.moved(original)

    def cell(self, number: int, column: int) -> Typed:
        row = self.rows[number - 1] if number <= len(self.rows) else ()
        return normal(row[column]) if column < len(row) else None


def plan_restoration(log: AuditLog, line_number: int, contents: Contents, untouched: bool) -> RestorePlan:
    """Plan to take back one line of the log of a file with these contents. `untouched` says that the cleaned file is
    byte for byte the one that was saved.

    Raises FileProblem for a line that tells of nothing to take back, TargetProblem where the file has changed since.
    """
    line = next((line for line in log.lines if line.line == str(line_number)), None)
    if line is None:
        raise FileProblem("restore.no_such_line", str(line_number), str(max(0, len(log.lines) - 2)))
    if line.rule == ERASED:
        raise FileProblem("restore.erased", line.line)
    rows = list(contents.rows(log.subject.sheet))
    cleaned = CleanedRows(log, rows)
    if not untouched and not _rows_stand(log, cleaned):
        raise TargetProblem("restore.rows_moved")
    plan = RestorePlan(rows=len(rows))
    if line.kind == LineKind.CHANGE:
        _take_back_cell(plan, line, log, cleaned)
    elif line.kind in LEAVING:
        _bring_back_row(plan, line, log, cleaned)
        follow_back(plan, line, log, contents, untouched)
    elif line.kind == LineKind.ADDED:
        _take_row_out(plan, line, cleaned)
    elif line.kind == LineKind.REPOINTED:
        take_back_elsewhere(plan, line, log, contents, untouched)
    else:
        code = "restore.no_effect" if line.kind == LineKind.NO_EFFECT else "restore.nothing_in_line"
        raise FileProblem(code, line.line)
    return plan


def _take_back_cell(plan: RestorePlan, line: AuditLine, log: AuditLog, cleaned: CleanedRows) -> None:
    number = cleaned.number(int(line.row))
    if number is None:
        raise TargetProblem("restore.row_is_gone", line.row, log.leaving[int(line.row)].line)
    before = logged_cell(line.before_cell)
    if isinstance(before, Masked):
        raise FileProblem("restore.masked", line.line)
    now = cleaned.cell(number, column_index(line.letter))
    if not agrees(logged_cell(line.after_cell), now):
        raise TargetProblem("restore.changed_since", line.row, line.column, *_later(line, log))
    plan.cells.append(RestoredCell(number, column_index(line.letter), line.column, now, before))


def _take_row_out(plan: RestorePlan, line: AuditLine, cleaned: CleanedRows) -> None:
    """Take out a row that came, as long as nobody has worked on it since."""
    number, logged = int(line.row), logged_new_row(line.after_cell)
    now = trimmed(cleaned.rows[number - 1]) if number <= len(cleaned.rows) else []
    cells = zip_longest(logged, now)
    if len(now) > len(logged) or not all(agrees(mine, theirs) for mine, theirs in cells):
        raise TargetProblem("restore.added_row_changed", line.row)
    plan.removed = number


def _later(line: AuditLine, log: AuditLog) -> tuple[str]:
    """Return the number of the later line that changed the same cell, to be taken back first, else nothing."""
    same = [other.line for other in log.changes if (other.row, other.letter) == (line.row, line.letter)]
    return (same[-1] if same[-1] != line.line else "–",)


def _bring_back_row(plan: RestorePlan, line: AuditLine, log: AuditLog, cleaned: CleanedRows) -> None:
    """Bring the row back with its own fixes, and the survivor's cells to what they were before they took its values."""
    whole = _with_own_changes(line, log)
    number = cleaned.number(int(line.row))
    if number is None:
        plan.added = _clear(plan, whole)
    elif log.subject.leaving_as is LeavingAs.EMPTIED:
        plan.cells += _put_in_place([*_clear(plan, whole)], number, log, cleaned)
    else:
        plan.cells += _put_in_place(whole, number, log, cleaned)
    for lent in log.changes:
        if line.kind == LineKind.MERGED and (lent.source_row, lent.decision, lent.row) == (
            line.row,
            line.decision,
            line.source_row,
        ):
            _return_value(plan, lent, cleaned)


def _with_own_changes(line: AuditLine, log: AuditLog) -> list[LoggedCell]:
    cells = [*logged_row(line.before_cell)]
    for change in log.lines:
        if change.row == line.row and change.kind in (LineKind.CHANGE, LineKind.NO_EFFECT):
            column = column_index(change.letter)
            cells += [None] * (column + 1 - len(cells))
            cells[column] = logged_cell(change.after_cell)
    return cells


def _clear(plan: RestorePlan, cells: list[LoggedCell]) -> list[Typed]:
    """Return the cells that the log holds in clear; the others stay empty and are named."""
    plan.masked += [column_letter(column) for column, cell in enumerate(cells) if isinstance(cell, Masked)]
    return [None if isinstance(cell, Masked) else cell for cell in cells]


def _put_in_place(whole: list[LoggedCell], number: int, log: AuditLog, cleaned: CleanedRows) -> Iterator[RestoredCell]:
    """Yield the cells of a row that was marked or emptied where it stood; its mark goes, masked cells stay."""
    mark = log.subject.mark_column
    for column in range(max(len(whole), 0 if mark is None else mark + 1)):
        now = cleaned.cell(number, column)
        after = whole[column] if column < len(whole) and column != mark else None
        if not isinstance(after, Masked) and not same(now, after):
            yield RestoredCell(number, column, column_letter(column), now, after)


def _return_value(plan: RestorePlan, line: AuditLine, cleaned: CleanedRows) -> None:
    number, column = cleaned.number(int(line.row)), column_index(line.letter)
    before = logged_cell(line.before_cell)
    if number is None:
        return
    now = cleaned.cell(number, column)
    if isinstance(before, Masked):
        plan.masked.append(line.column)
    elif not agrees(logged_cell(line.after_cell), now):
        plan.changed.append(line.column)
    else:
        plan.cells.append(RestoredCell(number, column, line.column, now, before))


def _rows_stand(log: AuditLog, cleaned: CleanedRows) -> bool:
    """Tell whether the rows of a file saved again since still stand in the places the log knows."""
    last: dict[tuple[int, int], LoggedCell] = {}
    for line in log.changes:
        number = cleaned.number(int(line.row))
        if number is not None and int(line.row) not in log.leaving:
            last[number, column_index(line.letter)] = logged_cell(line.after_cell)
    standing = sum(agrees(value, cleaned.cell(number, column)) for (number, column), value in last.items())
    return standing >= STILL_THERE * len(last) - 1
