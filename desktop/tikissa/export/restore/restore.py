"""Takes one logged change back out of a cleaned file, months later, with nothing but the file and its change log."""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO

from tikissa import __version__
from tikissa.export.csv_writer import CsvPlan, write_csv
from tikissa.export.log.audit_files import audit_log_files, read_audit_log
from tikissa.export.log.audit_line import AuditLine, LineKind
from tikissa.export.log.audit_lines import now
from tikissa.export.log.audit_log import AuditLog, LeavingAs, LogSubject
from tikissa.export.log.logged_cell import Cover, shown, trimmed
from tikissa.export.proof.saved_proof import prove_cleaned
from tikissa.export.restore.restore_plan import plan_restoration
from tikissa.export.restore.restored_cells import RestorePlan
from tikissa.export.restore.restored_checks import take_out
from tikissa.export.save.writer import write_logs
from tikissa.export.second_reader.file_contents import Contents, RawRow, contents
from tikissa.export.source_file import file_hash
from tikissa.export.target import Drafts, check_targets, named_problems
from tikissa.export.typed_cell import Typed, as_json, kind
from tikissa.export.workbook.deletion import Deletion
from tikissa.export.workbook.patch import WorkbookPlan
from tikissa.export.workbook.row_patch import CellEdit
from tikissa.export.writing.patched_files import names_in, obstacles_to_deletion, patch, styles_of_rows
from tikissa.export.writing.stale_values import stale_after
from tikissa.files.letters import column_letter
from tikissa.messages import say
from tikissa.model.finding import Severity
from tikissa.model.problems import TargetProblem
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.register import FileFormat, Reading


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back: how many cells, the number of the row that came back below the others, and that of an added
    row that went; the column whose check was taken out, the sheet of the page that was. Left as they are the columns
    that the log holds masked, and those that were changed since."""

    cells: int
    row: int | None
    masked: tuple[str, ...]
    changed: tuple[str, ...]
    removed: int | None = None
    check: str | None = None
    page: str | None = None


@dataclass(frozen=True)
class Restoration:
    """A restoration under way: the file, its log, what it holds and what is put back."""

    cleaned: Path
    log: AuditLog
    line: int
    who: str
    contents: Contents
    plan: RestorePlan
    key: bytes

    @property
    def cover(self) -> Cover:
        """Return how cells of the register's own sheet are written down."""
        return Cover(self.key, self.subject.column_meanings)

    @property
    def subject(self) -> LogSubject:
        return self.log.subject

    @property
    def form(self) -> FileFormat:
        return FileFormat(self.subject.cleaned_format)

    @property
    def reading(self) -> Reading:
        return Reading(encoding=self.subject.cleaned_encoding, delimiter=self.subject.delimiter)


def restore(
    cleaned: Path,
    audit_log: Path,
    line: int,
    target: Path,
    new_log: Path,
    who: str = "user",
    progress: Progress = NoProgress(),
) -> Restored:
    """Write `target`, the cleaned file without the change of that line, and a change log of its own.

    Raises FileProblem for a file or a line that is of no use, TargetProblem where it cannot be done or written.
    """
    logs = audit_log_files(new_log)
    check_targets(cleaned, (target, *logs))
    log = read_audit_log(audit_log)
    found = file_hash(cleaned)
    if found == log.subject.original_sha256 != log.subject.cleaned_sha256:
        raise TargetProblem("restore.is_original", cleaned.name)
    kinds = (LineKind.CHECK, LineKind.PAGE)
    if put_in := next((each for each in log.lines if each.line == str(line) and each.kind in kinds), None):
        named = take_out(cleaned, log, put_in, target, logs, who, progress)
        is_page = put_in.kind == LineKind.PAGE
        return Restored(0, None, (), (), check=None if is_page else named, page=named if is_page else None)
    progress.report("save.reading", 0, 1)
    subject = log.subject
    reading = Reading(encoding=subject.cleaned_encoding, delimiter=subject.delimiter)
    before = contents(cleaned, FileFormat(subject.cleaned_format), subject.sheet, reading)
    plan = plan_restoration(log, line, before, untouched=found == subject.cleaned_sha256)
    progress.report("save.reading", 1, 1)
    restoration = Restoration(cleaned, log, line, who, before, plan, secrets.token_bytes(32))
    with named_problems(target), Drafts(cleaned, audit_log) as drafts:
        draft = drafts.write(target, partial(_write, restoration, progress=progress))
        made = _log_of(restoration, target, draft)
        progress.report("save.checking", 0, 1)
        is_patched = FileFormat(subject.cleaned_format) is not FileFormat.CSV
        prove_cleaned(before, draft, made, patched=cleaned if is_patched else None)
        write_logs(drafts, logs, made, progress)
        progress.report("save.checking", 1, 1)
        drafts.publish()
    row = plan.rows + 1 if plan.added is not None else None
    return Restored(len(plan.cells), row, tuple(plan.masked), tuple(plan.changed), plan.removed)


def _write(restoration: Restoration, target: IO[bytes], progress: Progress) -> None:
    if FileFormat(restoration.subject.cleaned_format) is FileFormat.CSV:
        _write_csv(restoration, target, progress)
    else:
        _patch(restoration, target, progress)


def _write_csv(restoration: Restoration, target: IO[bytes], progress: Progress) -> None:
    plan, subject = restoration.plan, restoration.subject
    edits: dict[int, dict[int, str]] = {}
    for cell in plan.cells:
        edits.setdefault(cell.row, {})[cell.column] = shown(cell.after)
    added = () if plan.added is None else (tuple(map(shown, plan.added)),)
    written = CsvPlan(edits, lambda number: number != plan.removed, added=added)
    try:
        write_csv(restoration.cleaned, target, written, subject.cleaned_encoding, subject.delimiter, progress)
    except UnicodeEncodeError as error:
        found = error.object[error.start : error.end]
        raise TargetProblem("save.encoding_cannot_hold", str(subject.cleaned_encoding), found, "1") from None


def _patch(restoration: Restoration, target: IO[bytes], progress: Progress) -> None:
    plan, sheet, before = restoration.plan, restoration.subject.sheet, restoration.contents
    every: dict[str, dict[int, dict[int, CellEdit]]] = {}
    for cell in plan.cells:
        rows = every.setdefault(cell.sheet or sheet, {})
        rows.setdefault(cell.row, {})[cell.column] = CellEdit(cell.after)
    edits = every.setdefault(sheet, {})
    if plan.added is not None:
        like = _row_like(plan.added, before.rows(sheet))
        above = styles_of_rows(restoration.form, restoration.cleaned, sheet, frozenset({like})).get(like, {})
        cells = {column: CellEdit(value, above.get(column)) for column, value in enumerate(plan.added)}
        edits[plan.rows + 1] = {column: cell for column, cell in cells.items() if cell.value is not None}
    has_formulas = any(bool(before.formulas(name)) for name in before.sheets)
    deletion = _deletion(restoration)
    stale = stale_after(names_in(restoration.cleaned, before), before, sheet, deletion, every) if has_formulas else {}
    elsewhere = {name: rows for name, rows in every.items() if name != sheet}
    planned = WorkbookPlan(
        sheet, edits, deletion, has_formulas=has_formulas, stale=stale, rows_expected=plan.rows, elsewhere=elsewhere
    )
    patch(restoration.form, restoration.cleaned, target, planned, progress)


def _row_like(added: Sequence[Typed], rows: Iterable[RawRow]) -> int:
    """Return the last of the rows most like one that comes back, a date where that has one: the very last may be one of
    totals, or of another table, whose looks would make numbers of dates."""
    kinds = [kind(value) for value in added]
    likeness = ((sum(map(str.__eq__, kinds, map(kind, trimmed(row)))), number) for number, row in enumerate(rows, 1))
    return max(likeness)[1]


def _deletion(restoration: Restoration) -> Deletion:
    """Return the row that goes. Raises TargetProblem where the workbook would be harmed."""
    row, subject = restoration.plan.removed, restoration.subject
    if row is None:
        return Deletion(())
    deletion = Deletion((row,))
    for harm in obstacles_to_deletion(restoration.form, restoration.cleaned, subject.sheet, deletion):
        if harm.severity is Severity.ERROR:
            raise TargetProblem("restore.unsafe", say(subject.language, harm.code, *harm.arguments))
    return deletion


def _log_of(restoration: Restoration, target: Path, draft: Path) -> AuditLog:
    lines = list(_lines(restoration))
    subject, added = restoration.subject, int(restoration.plan.added is not None)
    removed = int(restoration.plan.removed is not None)
    rows = subject.kept if subject.leaving_as is LeavingAs.DELETED else subject.rows_in + subject.added
    made = LogSubject(
        version=__version__,
        original=restoration.cleaned.name,
        original_sha256=file_hash(restoration.cleaned),
        original_format=subject.cleaned_format,
        cleaned=target.name,
        cleaned_sha256=file_hash(draft),
        cleaned_format=subject.cleaned_format,
        sheet=subject.sheet,
        header_row=subject.header_row,
        encoding=subject.cleaned_encoding,
        cleaned_encoding=subject.cleaned_encoding,
        delimiter=subject.delimiter,
        rows_in=rows,
        kept=rows + added - removed,
        merged=0,
        archived=0,
        removed=removed,
        added=added,
        lines=len(lines),
        language=subject.language,
        settings={"restored_line": str(restoration.line), "restored_log_of": subject.cleaned},
        meanings=dict(subject.meanings),
    )
    return AuditLog.of(made, lines, now())


def _lines(restoration: Restoration) -> Iterator[AuditLine]:
    subject, plan = restoration.subject, restoration.plan
    common = AuditLine(time=now(), decided_by=restoration.who, decision=str(restoration.line))
    for cell in plan.cells:
        cover = Cover(restoration.key) if cell.sheet else restoration.cover
        yield _line(
            common,
            kind=LineKind.REPOINTED if cell.sheet else LineKind.CHANGE,
            sheet=cell.sheet or subject.sheet,
            row=str(cell.row),
            column=cell.name,
            letter=column_letter(cell.column),
            before=cover.text(shown(cell.before), cell.column),
            after=cover.text(shown(cell.after), cell.column),
            before_cell=cover.cell(cell.before, cell.column),
            after_cell=cover.cell(cell.after, cell.column),
            rule="restore.cell",
            reason=say(subject.language, "restore.cell", restoration.line),
        )
    if plan.removed is not None:
        yield _line(common, **_removal(restoration, plan.removed))
    if plan.added is not None:
        yield _line(
            common,
            kind=LineKind.ADDED,
            sheet=subject.sheet,
            row=str(plan.rows + 1),
            after=_told(plan.added, restoration.cover),
            after_cell=restoration.cover.row(plan.added),
            rule="restore.row",
            reason=say(subject.language, "restore.row", restoration.line),
        )


def _removal(restoration: Restoration, number: int) -> dict[str, str]:
    subject = restoration.subject
    row = next(islice(restoration.contents.rows(subject.sheet), number - 1, None))
    said = say(subject.language, "restore.removed", restoration.line)
    return {
        "kind": LineKind.REMOVED,
        "sheet": subject.sheet,
        "row": str(number),
        "before": _told(row, restoration.cover),
        "after": said,
        "before_cell": restoration.cover.row(row),
        "after_cell": as_json(said),
        "rule": "restore.removed",
        "reason": said,
    }


def _told(row: Sequence[object], cover: Cover) -> str:
    cells = enumerate(trimmed(row))
    return "; ".join(cover.text(shown(value), column) for column, value in cells if value is not None)


def _line(common: AuditLine, **values: str) -> AuditLine:
    fields = {name: getattr(common, name) for name in ("time", "decided_by", "decision")}
    return AuditLine(**fields, **values)
