"""The change log as a whole: what it is about, and its lines."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import chain

from tikissa.export.log.audit_line import LEAVING, AuditLine, LineKind, chained
from tikissa.export.log.logged_cell import Meanings
from tikissa.export.workbook.deletion import Deletion
from tikissa.export.workbook.row_moves import row_moves
from tikissa.files.letters import column_index
from tikissa.model.problems import FileProblem
from tikissa.model.schema import Meaning


class LeavingAs(StrEnum):
    """How the rows that do not stay appear in the cleaned file."""

    DELETED = "deleted"
    MARKED = "marked"
    EMPTIED = "emptied"


@dataclass(frozen=True, slots=True)
class LogSubject:
    """The files a log is about and the row arithmetic.

    `added_sheets` holds for each sheet added to the cleaned workbook the kinds of leaving rows on it, by its name.
    New rows stand below the row `added_below` of the original, the last of its data, which begins at `first_row`;
    `rest_moved` says that what stood below moved down. Marked rows say in the column `mark_column`, under
    `mark_heading`, what became of them. `formulas_kept` is false where the workbook was written anew with what its
    formulas showed. `meanings` are those of the register's columns by their letters.
    """

    version: str
    original: str
    original_sha256: str
    original_format: str
    cleaned: str
    cleaned_sha256: str
    cleaned_format: str
    sheet: str
    header_row: int | None
    encoding: str | None
    cleaned_encoding: str | None
    delimiter: str | None
    rows_in: int
    kept: int
    merged: int
    archived: int
    removed: int
    lines: int
    added: int = 0
    added_below: int | None = None
    first_row: int = 0
    rest_moved: bool = False
    leaving_as: LeavingAs = LeavingAs.DELETED
    mark_column: int | None = None
    mark_heading: str = ""
    formulas_kept: bool = True
    language: str = "fi"
    added_sheets: dict[str, list[str]] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    meanings: dict[str, str] = field(default_factory=dict)

    @property
    def column_meanings(self) -> Meanings:
        return {column_index(letter): Meaning(name) for letter, name in self.meanings.items() if name in set(Meaning)}

    def as_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "LogSubject":
        """Read back what `as_json` wrote. Raises FileProblem where it is something else."""
        try:
            values = json.loads(text)
            return cls(**{**values, "leaving_as": LeavingAs(values["leaving_as"])})
        except (ValueError, TypeError, KeyError):
            raise FileProblem("audit.not_a_log") from None


@dataclass(frozen=True)
class AuditLog:
    """A change log: its first line tells the subject, its last that it is whole."""

    lines: tuple[AuditLine, ...]

    @classmethod
    def of(cls, subject: LogSubject, lines: Iterable[AuditLine], time: str) -> "AuditLog":
        start = AuditLine(time=time, kind=LineKind.START, after_cell=subject.as_json())
        end = AuditLine(time=time, kind=LineKind.END)
        return cls(tuple(chained(chain((start,), lines, (end,)))))

    @cached_property
    def subject(self) -> LogSubject:
        """Return what the log is about. Raises FileProblem where the first line does not tell."""
        if not self.lines or self.lines[0].kind != LineKind.START:
            raise FileProblem("audit.not_a_log")
        return LogSubject.from_json(self.lines[0].after_cell)

    @property
    def changes(self) -> Iterator[AuditLine]:
        """Return the changed cells that count, in the order of play."""
        return (line for line in self.lines if line.kind == LineKind.CHANGE)

    @property
    def repointed(self) -> Iterator[AuditLine]:
        """Return the cells of other sheets that follow a customer number."""
        return (line for line in self.lines if line.kind == LineKind.REPOINTED)

    @cached_property
    def leaving(self) -> dict[int, AuditLine]:
        """Return the rows that do not stay, by their number in the original."""
        return {int(line.row): line for line in self.lines if line.kind in LEAVING}

    @cached_property
    def added(self) -> dict[int, AuditLine]:
        """Return the rows put below the others, by the number they have there."""
        return {int(line.row): line for line in self.lines if line.kind == LineKind.ADDED}

    @property
    def moves(self) -> Deletion:
        """Return how the rows of the original move."""
        subject = self.subject
        gone = self.leaving if subject.leaving_as is LeavingAs.DELETED else ()
        if subject.added_below is None:
            return Deletion.of(gone)
        return row_moves(gone, subject.first_row, subject.added_below, len(self.added), subject.rest_moved)

    @property
    def is_closed(self) -> bool:
        return bool(self.lines) and self.lines[-1].kind == LineKind.END
