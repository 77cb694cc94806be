"""Works out how cells of other sheets that followed a customer number are given the number back they had."""

from collections.abc import Iterator, Sequence

from tikissa.export.log.audit_line import AuditLine
from tikissa.export.log.audit_log import AuditLog
from tikissa.export.log.logged_cell import Masked, agrees, logged_cell
from tikissa.export.restore.restored_cells import STILL_THERE, RestoredCell, RestorePlan
from tikissa.export.second_reader.file_contents import Contents
from tikissa.export.typed_cell import Typed, normal
from tikissa.files.letters import column_index
from tikissa.model.problems import FileProblem, TargetProblem


def take_back_elsewhere(plan: RestorePlan, line: AuditLine, log: AuditLog, cleaned: Contents, untouched: bool) -> None:
    """Take one cell back. Raises FileProblem where the log holds it masked, TargetProblem where it has changed."""
    _give_back(plan, [line], log, cleaned, untouched)
    if plan.masked:
        raise FileProblem("restore.masked", line.line)
    if plan.changed:
        raise TargetProblem("restore.changed_since", line.row, line.column, "–")


def follow_back(plan: RestorePlan, line: AuditLine, log: AuditLog, cleaned: Contents, untouched: bool) -> None:
    """Point the cells at a row that comes back which pointed at it before; those changed since stay as they are."""
    followed = [each for each in log.repointed if (each.source_row, each.decision) == (line.row, line.decision)]
    _give_back(plan, followed, log, cleaned, untouched)


def _give_back(
    plan: RestorePlan, lines: Sequence[AuditLine], log: AuditLog, cleaned: Contents, untouched: bool
) -> None:
    for sheet in dict.fromkeys(line.sheet for line in lines):
        every = [line for line in log.repointed if line.sheet == sheet]
        now = _cells(cleaned, sheet, every)
        standing = sum(agrees(logged_cell(line.after_cell), now.get(line.line)) for line in every)
        moved = not untouched and standing < STILL_THERE * len(every) - 1
        for line in lines:
            if line.sheet == sheet:
                _give_back_cell(plan, line, now.get(line.line), moved)


def _give_back_cell(plan: RestorePlan, line: AuditLine, now: Typed, moved: bool) -> None:
    before = logged_cell(line.before_cell)
    name = f"{line.sheet}!{line.letter}{line.row}"
    if isinstance(before, Masked):
        plan.masked.append(name)
    elif moved or not agrees(logged_cell(line.after_cell), now):
        plan.changed.append(name)
    else:
        place = int(line.row), column_index(line.letter)
        plan.cells.append(RestoredCell(*place, line.column, now, before, line.sheet))


def _cells(cleaned: Contents, sheet: str, lines: Sequence[AuditLine]) -> dict[str, Typed]:
    """Return what stands in the cells of these lines now, by the lines' numbers."""
    wanted: dict[int, list[AuditLine]] = {}
    for line in lines:
        wanted.setdefault(int(line.row), []).append(line)
    return dict(_found(cleaned, sheet, wanted)) if sheet in cleaned.sheets else {}


def _found(cleaned: Contents, sheet: str, wanted: dict[int, list[AuditLine]]) -> Iterator[tuple[str, Typed]]:
    for number, row in enumerate(cleaned.rows(sheet), 1):
        for line in wanted.get(number, ()):
            column = column_index(line.letter)
            yield line.line, normal(row[column]) if column < len(row) else None
