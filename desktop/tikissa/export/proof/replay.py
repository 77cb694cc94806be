"""Plays a change log over the original's rows: what comes of it must be the cleaned file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from operator import itemgetter

from tikissa.export.log.audit_line import AuditLine
from tikissa.export.log.audit_log import AuditLog, LeavingAs
from tikissa.export.log.logged_cell import (
    LoggedCell,
    LoggedFormula,
    Masked,
    NewCell,
    agrees,
    logged_cell,
    logged_new_row,
    logged_row,
    trimmed,
)
from tikissa.export.saving_options import Difference
from tikissa.export.second_reader.file_contents import RawRow
from tikissa.files.letters import column_index
from tikissa.model.erasure import ERASED

ReplayedRow = list[NewCell]


@dataclass(frozen=True)
class Step:
    """A logged change of one cell; `line` is its number in the log."""

    line: str
    column: int
    before: LoggedCell
    after: LoggedCell


@dataclass
class Replay:
    """A log made ready to be played over its sheet; what the original contradicts gathers in `contradictions`."""

    log: AuditLog
    contradictions: list[Difference] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.steps = _steps(self.log.changes)
        self.sheets = {line.sheet for line in self.log.repointed}
        """Other sheets than the register's own on which cells have changed."""

    def rows(self, original: Iterable[RawRow]) -> Iterator[tuple[int, RawRow | ReplayedRow]]:
        """Yield each row of the cleaned sheet with its number in the original; untouched rows come as they are."""
        subject = self.log.subject
        leaving, steps = self.log.leaving, self.steps
        deleted, below = subject.leaving_as is LeavingAs.DELETED, subject.added_below
        marked_header = subject.header_row if subject.mark_column is not None else None
        yield from self._added() if below == 0 else ()
        for number, row in enumerate(self.all_rows(original), 1):
            if number in leaving:
                self._compare_whole(number, row)
                if not deleted:
                    yield number, self._left_behind(number, row)
            elif number == marked_header:
                yield number, self._marked([*self.changed(number, row)], subject.mark_heading)
            elif number in steps:
                yield number, self.changed(number, row)
            else:
                yield number, row
            if number == below:
                yield from self._added()
        if below is None:
            yield from self._added()

    def rows_elsewhere(self, sheet: str, original: Iterable[RawRow]) -> Iterator[RawRow | ReplayedRow]:
        """Yield the rows of another sheet than the register's own."""
        if sheet not in self.sheets:
            yield from original
            return
        steps = _steps(line for line in self.log.repointed if line.sheet == sheet)
        rows = iter(original)
        for number in range(1, max(steps) + 1):
            row = next(rows, ())
            yield self._played(steps[number], sheet, number, row) if number in steps else row
        yield from rows

    def _added(self) -> Iterator[tuple[int, ReplayedRow]]:
        for number, line in sorted(self.log.added.items()):
            yield number, [*logged_new_row(line.after_cell)]

    def all_rows(self, original: Iterable[RawRow]) -> Iterator[RawRow]:
        """Return the rows, and empty ones as far down as the log speaks of: a reader leaves those out at the end."""
        last = max((*self.log.leaving, *self.steps, self.log.subject.added_below or 0))
        return map(itemgetter(0), zip_longest(original, range(last), fillvalue=()))

    def changed(self, number: int, row: RawRow) -> ReplayedRow:
        """Return a row after its changes, each of which must find what the log says stood there."""
        return self._played(self.steps.get(number, ()), self.log.subject.sheet, number, row)

    def _played(self, steps: Iterable[Step], sheet: str, number: int, row: RawRow) -> ReplayedRow:
        cells: ReplayedRow = [*trimmed(row)]
        for step in steps:
            cells += [None] * (step.column + 1 - len(cells))
            if not _agree(step.before, cells[step.column]):
                self._contradict("verify.before_differs", sheet, number, step.line)
            cells[step.column] = step.after
        while cells and cells[-1] is None:
            cells.pop()
        return cells

    def _left_behind(self, number: int, row: RawRow) -> ReplayedRow:
        subject = self.log.subject
        if subject.leaving_as is LeavingAs.EMPTIED:
            return []
        return self._marked(self.changed(number, row), logged_cell(self.log.leaving[number].after_cell))

    def _marked(self, cells: ReplayedRow, mark: LoggedCell) -> ReplayedRow:
        column = self.log.subject.mark_column or 0
        cells += [None] * (column + 1 - len(cells))
        cells[column] = mark
        return cells

    def _compare_whole(self, number: int, row: RawRow) -> None:
        if self.log.leaving[number].rule == ERASED:
            return
        logged = logged_row(self.log.leaving[number].before_cell)
        cells = trimmed(row)
        if len(cells) != len(logged) or not all(map(agrees, logged, cells)):
            self._contradict(
                "verify.removed_row_differs", self.log.subject.sheet, number, self.log.leaving[number].line
            )

    def _contradict(self, code: str, sheet: str, row: int, line: str) -> None:
        self.contradictions.append(Difference(code, sheet, None, "", (str(row), line)))


def _steps(lines: Iterable[AuditLine]) -> dict[int, list[Step]]:
    """Return the logged changes of one sheet by row, in the order of play."""
    steps: dict[int, list[Step]] = {}
    for line in lines:
        cells = logged_cell(line.before_cell), logged_cell(line.after_cell)
        steps.setdefault(int(line.row), []).append(Step(line.line, column_index(line.letter), *cells))
    return steps


def _agree(logged: LoggedCell, cell: NewCell) -> bool:
    if isinstance(cell, LoggedFormula):
        return False
    if isinstance(cell, Masked):
        return isinstance(logged, Masked) and logged.text == cell.text
    return agrees(logged, cell)
