"""Takes one check, or the sheet with a page of text, out of a saved workbook months later, with a log of its own."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import IO

from tikissa import __version__
from tikissa.export.additions.added_page import rows_told, write_without_page
from tikissa.export.entry_checks.document_checks import without_checks_in_document
from tikissa.export.entry_checks.placed import LAST, MADE, Made, put_in_by
from tikissa.export.entry_checks.taken_out import without_checks
from tikissa.export.log.audit_line import AuditLine, LineKind
from tikissa.export.log.audit_lines import now
from tikissa.export.log.audit_log import AuditLog
from tikissa.export.proof.saved_proof import prove_cleaned
from tikissa.export.proof.sheet_comparison import differing_rows
from tikissa.export.save.writer import write_logs
from tikissa.export.second_reader.file_contents import Contents, contents
from tikissa.export.source_file import file_hash
from tikissa.export.target import Drafts, named_problems
from tikissa.export.workbook.sheet_stream import OddSheet
from tikissa.messages import say
from tikissa.model.problems import FileProblem, TargetProblem
from tikissa.model.progress import Progress
from tikissa.model.register import FileFormat, Reading


def take_out(
    cleaned: Path,
    log: AuditLog,
    line: AuditLine,
    target: Path,
    logs: tuple[Path, ...],
    who: str,
    progress: Progress,
) -> str:
    """Write `target`, the workbook without what this line put in, and the log of that; return the column's header, or
    the name of the sheet.

    Raises TargetProblem where there is nothing to take out, or the workbook has been saved since in a way that it
    cannot be found.
    """
    if not line.after_cell:
        raise FileProblem("restore.nothing_in_line", line.line)
    every = line.kind == LineKind.CHECK and len(put_in_by(log.lines)) == 1
    named, form = line.column or line.sheet, FileFormat(log.subject.cleaned_format)
    before = contents(cleaned, form, line.sheet if line.kind == LineKind.CHECK else log.subject.sheet, Reading())
    if line.kind == LineKind.PAGE and not _stands(before, log, line.sheet):
        raise TargetProblem("restore.page_changed", named)
    with named_problems(target), Drafts(cleaned) as drafts:
        try:
            draft = drafts.write(target, partial(_write, cleaned, log, line, every))
        except OddSheet:
            raise TargetProblem(f"restore.{line.kind}_changed", named) from None
        told = _log_of(cleaned, log, line, target, draft, who, every)
        prove_cleaned(before, draft, told)
        write_logs(drafts, logs, told, progress)
        drafts.publish()
    return named


def _stands(before: Contents, log: AuditLog, sheet: str) -> bool:
    """Say whether a page is there as it was put in: what somebody has written on it since is not taken out with it."""
    if sheet not in before.sheets:
        return False
    wanted = [[row or None] for row in rows_told(log, sheet)]
    return not any(differing_rows(sheet, wanted, before.rows(sheet), {}, {}, {}))


def _write(cleaned: Path, log: AuditLog, line: AuditLine, every: bool, target: IO[bytes]) -> None:
    if line.kind == LineKind.PAGE:
        write_without_page(cleaned, line.sheet, FileFormat(log.subject.cleaned_format), target)
        return
    (check,), sheet, made = put_in_by([line]), line.sheet, Made.from_json(log.subject.settings.get(MADE))
    if log.subject.cleaned_format == FileFormat.ODS:
        without_checks_in_document(cleaned, target, sheet, (check,), every)
    else:
        without_checks(cleaned, target, sheet, (check,), made, every)


def _log_of(
    cleaned: Path, log: AuditLog, line: AuditLine, target: Path, draft: Path, who: str, is_last: bool
) -> AuditLog:
    subject = log.subject
    last = {LAST: "yes"} if is_last else {}
    rows = subject.kept
    told = AuditLine(
        time=now(),
        kind=line.kind,
        sheet=line.sheet,
        column=line.column,
        letter=line.letter,
        before=line.after,
        before_cell=line.after_cell,
        rule=f"restore.{line.kind}",
        reason=say(subject.language, f"restore.{line.kind}"),
        decided_by=who,
        decision=line.line,
    )
    made = replace(
        subject,
        version=__version__,
        original=cleaned.name,
        original_sha256=file_hash(cleaned),
        original_format=subject.cleaned_format,
        cleaned=target.name,
        cleaned_sha256=file_hash(draft),
        encoding=subject.cleaned_encoding,
        rows_in=rows,
        kept=rows,
        merged=0,
        archived=0,
        removed=0,
        added=0,
        added_below=None,
        rest_moved=False,
        mark_column=None,
        mark_heading="",
        formulas_kept=True,
        added_sheets={},
        lines=1,
        sheet=line.sheet if line.kind == LineKind.CHECK else subject.sheet,
        settings={MADE: subject.settings.get(MADE, "{}"), "restored_line": line.line, **last},
    )
    return AuditLog.of(made, [told], now())
