"""Saves a workbook with checks in it: first without, as it is proven, then with them, and without them once more."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from tikissa.export.entry_checks.document_checks import (
    gone_from_document,
    put_checks_into_document,
    survey_document,
    without_checks_in_document,
)
from tikissa.export.entry_checks.offers import entry_checks
from tikissa.export.entry_checks.placed import LAST, MADE, Made, PlacedCheck, put_in_by
from tikissa.export.entry_checks.sheet_survey import survey
from tikissa.export.entry_checks.taken_out import gone, without_checks
from tikissa.export.entry_checks.workbook_checks import put_checks_in
from tikissa.export.log.audit_log import AuditLog, LeavingAs
from tikissa.export.saving_options import Difference
from tikissa.export.saving_way import SavingWay
from tikissa.export.source_file import file_hash
from tikissa.export.workbook.deletion import Deletion
from tikissa.export.workbook.sheet_stream import OddSheet
from tikissa.export.writing.format_writers import Saving, write_cleaned
from tikissa.export.writing.written_anew import titles
from tikissa.model.finding import Finding, Severity
from tikissa.model.outcome import Outcome
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.record import RecordId
from tikissa.model.register import FileFormat
from tikissa.model.schema import Meaning

_WORKBOOKS = (FileFormat.XLSX, FileFormat.XLSM)


@dataclass
class Checks:
    """What came of putting checks into a workbook; filled when it is written."""

    placed: tuple[PlacedCheck, ...] = ()
    made: Made = field(default_factory=Made)
    findings: tuple[Finding, ...] = ()


def write_with_checks(
    saving: Saving, outcome: Outcome, checks: Checks, target: IO[bytes], progress: Progress = NoProgress()
) -> None:
    """Write the cleaned file with the checks asked for, as far as there is room for them."""
    with TemporaryDirectory(prefix="tikissa-") as room:
        bare = Path(room) / "bare"
        with bare.open("wb") as stream:
            write_cleaned(saving, stream, progress)
        try:
            _put_in(saving, outcome, checks, bare, target)
        except OddSheet:
            checks.placed, checks.findings = (), _note("checks.odd_sheet")
            target.seek(0)
            target.truncate()
        if not checks.placed:
            with bare.open("rb") as stream:
                shutil.copyfileobj(stream, target)


def _put_in(saving: Saving, outcome: Outcome, checks: Checks, bare: Path, target: IO[bytes]) -> None:
    register, options = saving.register, saving.options
    suitable = entry_checks(outcome, options.meanings or {})
    wanted = tuple(check for check in suitable if check.column in options.checked)
    rows = _rows(saving, outcome)
    form = saving.way.format_of(register.source.format)
    if form not in (*_WORKBOOKS, FileFormat.ODS):
        checks.findings = _note("checks.no_workbook")
    elif rows:
        sheet = sheet_of_saved(saving)
        letters = {column.name: column.letter for column in register.columns}
        is_document = form is FileFormat.ODS
        found = (survey_document if is_document else survey)(bare, sheet, rows, wanted, letters)
        checks.findings, country = found.findings, _country(saving, letters)
        if found.checks and is_document:
            where = sheet, found, letters, rows[0], options.language, country
            checks.placed = put_checks_into_document(bare, target, *where)
        elif found.checks:
            put_in = put_checks_in(bare, target, sheet, found, letters, rows[0], options.language, country)
            checks.placed, checks.made = put_in


def _note(code: str) -> tuple[Finding, ...]:
    return (Finding(code, Severity.NOTE),)


def _country(saving: Saving, letters: dict[str, str]) -> str | None:
    meanings = saving.options.meanings or {}
    return next((letters[name] for name, meaning in meanings.items() if meaning is Meaning.COUNTRY), None)


def sheet_of_saved(saving: Saving) -> str:
    """Return what the register's sheet is called in the saved workbook."""
    own = saving.register.source.sheet
    return titles(saving.original.sheets)[own] if saving.way is SavingWay.NEW_WORKBOOK else own


def _rows(saving: Saving, outcome: Outcome) -> range:
    """Return the rows of the register's data in the saved workbook."""
    register, plan = saving.register, saving.plan
    if plan.leaving_as is LeavingAs.EMPTIED:
        return range(0)
    new = plan.appended
    moves = new.moves if new else Deletion.of(plan.leaving if plan.leaving_as is LeavingAs.DELETED else ())
    kept = [register.row(RecordId(record)) for record in range(len(register)) if outcome.stays(RecordId(record))]
    if not kept:
        return range(0)
    last = moves.moved(max(kept)) + (len(new.rows) if new else 0)
    return range((register.source.header_row or moves.moved(min(kept)) - 1) + 1, last + 1)


@contextmanager
def seen_without(path: Path, checks: tuple[PlacedCheck, ...], log: AuditLog) -> Iterator[Path]:
    """Give a copy of a workbook without these checks of a log, for the time of comparing. Raises OddSheet where one is
    not in its place."""
    if not checks:
        yield path
        return
    with TemporaryDirectory(prefix="tikissa-") as room:
        bare = Path(room) / path.name
        made, sheet = Made.from_json(log.subject.settings.get(MADE)), sheet_of(log)
        with bare.open("wb") as stream:
            if _is_document(log):
                without_checks_in_document(path, stream, sheet, checks, is_every(checks, log))
            else:
                without_checks(path, stream, sheet, checks, made, is_every(checks, log))
        yield bare


def _is_document(log: AuditLog) -> bool:
    return log.subject.cleaned_format == FileFormat.ODS


def is_every(checks: Sequence[PlacedCheck], log: AuditLog) -> bool:
    """Say whether these are all the checks a log tells of, so that nothing made for them is needed any more."""
    return LAST in log.subject.settings or len(checks) == len(put_in_by(log.lines))


def sheet_of(log: AuditLog) -> str:
    """Return the sheet that a log's checks are on."""
    return next((line.sheet for line in log.lines if line.kind == "check"), log.subject.sheet)


def missing_checks(cleaned: Path, log: AuditLog) -> Iterator[Difference]:
    """Yield the checks that another program left out when it saved the workbook again."""
    placed = put_in_by(log.lines)
    if placed and file_hash(cleaned) != log.subject.cleaned_sha256:
        sheet = sheet_of(log)
        try:
            for check in gone_from_document(cleaned, placed) if _is_document(log) else gone(cleaned, sheet, placed):
                yield Difference("verify.check_gone", sheet, None, check.letter, (check.column,))
        except OddSheet:
            return
