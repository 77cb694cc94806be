"""Saves the cleaned register and its change log, and gives them their names only once they are proven."""

import secrets
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import IO

from tikissa import __version__
from tikissa.export.additions.added_column import new_cell_lines
from tikissa.export.additions.added_page import PAGE, page_line
from tikissa.export.additions.appended_rows import appended
from tikissa.export.additions.new_row_lines import new_row_lines
from tikissa.export.entry_checks.placed import MADE, check_lines
from tikissa.export.entry_checks.with_checks import Checks, seen_without, sheet_of_saved, write_with_checks
from tikissa.export.log.audit_files import audit_log_files, read_audit_log, write_form
from tikissa.export.log.audit_line import AuditLine
from tikissa.export.log.audit_lines import TypedRows, change_lines, now, places, touched_rows
from tikissa.export.log.audit_log import AuditLog, LeavingAs, LogSubject
from tikissa.export.log.logged_cell import Cover
from tikissa.export.other_sheets.pointing_cells import PointingColumn
from tikissa.export.other_sheets.repointed import chosen_of, edits_of, found_elsewhere, repointed_lines
from tikissa.export.proof.saved_proof import prove_added, prove_cleaned
from tikissa.export.save.save_check import obstacles
from tikissa.export.saving_options import (
    CANNOT_FOLLOW,
    LOG_FORMULA_LIKE,
    REPOINTED,
    UNDER_MERGED,
    UNFILLED,
    IfUnsafe,
    WriteOptions,
    Written,
)
from tikissa.export.saving_way import SavingWay, refuse_other_ending, usual_way, way_around
from tikissa.export.second_reader.file_contents import Contents, chosen_rows, contents
from tikissa.export.source_file import file_hash, source_file, unprotected
from tikissa.export.target import Drafts, check_targets, named_problems
from tikissa.export.writing.format_writers import Saving, write_added_csv, write_cleaned
from tikissa.export.writing.save_plan import AddedRows, make_plan
from tikissa.files.grid import no_collection
from tikissa.messages import say
from tikissa.model.erasure import ERASED
from tikissa.model.finding import Finding, Severity
from tikissa.model.outcome import Fate, Outcome
from tikissa.model.problems import TargetProblem
from tikissa.model.progress import NoProgress, Progress, ticking
from tikissa.model.register import FileFormat, Reading, Register
from tikissa.schema.detect import detect
from tikissa.text.formula_texts import would_run

_AS_USUAL = WriteOptions()
_OFTEN = 500
_DOCUMENT = ".ods"
_LEAVING_AS = {IfUnsafe.MARK: LeavingAs.MARKED, IfUnsafe.SHEET: LeavingAs.EMPTIED}


@no_collection()
def write(
    outcome: Outcome,
    target: Path,
    audit_log: Path,
    options: WriteOptions = _AS_USUAL,
    progress: Progress = NoProgress(),
) -> Written:
    """Save the outcome as `target` and its change log in three forms, one of them, or the only one where that is
    wanted, under the name `audit_log`.

    Raises TargetProblem where that cannot be done; then nothing is left behind.
    """
    logs = audit_log_files(audit_log)[: 1 if options.one_log else None]
    if options.meanings is None:
        options = replace(options, meanings=detect(outcome.register).meanings)
    check_targets(outcome.register.source.path, (target, *logs))
    with named_problems(target):
        source = source_file(outcome.register.source, options)
        usual = usual_way(outcome.register.source, target.suffix)
        found = obstacles(outcome, source, options.password, way=usual)
        way = way_around(usual, any(each.severity is Severity.ERROR for each in found), options.if_unsafe)
        refuse_other_ending(way, outcome.register.source, target)
        with unprotected(source, options.password) as opened:
            return _write(outcome, opened, (target, logs), found, way, options, progress)


def _write(
    outcome: Outcome,
    source: Path,
    targets: tuple[Path, tuple[Path, ...]],
    found: Sequence[Finding],
    way: SavingWay,
    options: WriteOptions,
    progress: Progress,
) -> Written:
    target, logs = targets
    saving, rows = _prepared(outcome, source, found, way, options, progress)
    if way is SavingWay.NEW_WORKBOOK and target.suffix.lower() == _DOCUMENT:
        target = target.with_suffix(".xlsx")
    patched = None if way is SavingWay.NEW_WORKBOOK else source
    elsewhere = found_elsewhere(saving.original, saving.register.source.sheet, options.numbers, patched)
    chosen = chosen_of(elsewhere, options.repointed)
    saving = replace(saving, elsewhere=edits_of(chosen))
    preparing, checking = (partial(progress.report, stage, 1, 1) for stage in ("save.reading", "save.checking"))
    lines = list(ticking(_lines(outcome, rows, chosen, saving), preparing, _OFTEN))
    sides, checks = added_files(saving, target), Checks()
    check_targets(outcome.register.source.path, (target, *logs, *sides))
    with Drafts(outcome.register.source.path) as drafts:
        draft = drafts.write(target, _writing(saving, outcome, checks, progress))
        saving, lines = _with_checks(saving, checks), [*lines, *_lines_of(checks, saving)]
        log = AuditLog.of(_subject(outcome, saving, target, draft, lines), ticking(lines, checking, _OFTEN), now())
        with seen_without(draft, checks.placed, log) as bare:
            prove_cleaned(saving.original, bare, log, checking, source if way is SavingWay.PATCH else None)
        for path, added in sides.items():
            side = drafts.write(path, partial(write_added_csv, saving, added, progress=progress))
            prove_added(saving, side, added, checking)
        write_logs(drafts, logs, log, progress)
        checking()
        drafts.publish()
    told = [*found, *_told(elsewhere, chosen), *_unfilled(saving), *_shown_as_text(lines), *checks.findings]
    return replace(_written(outcome, target, (logs, tuple(sides)), log, told), checks=len(checks.placed))


def _writing(saving: Saving, outcome: Outcome, checks: Checks, progress: Progress) -> Callable[[IO[bytes]], None]:
    if not saving.options.checked:
        return partial(write_cleaned, saving, progress=progress)
    return partial(write_with_checks, saving, outcome, checks, progress=progress)


def _with_checks(saving: Saving, checks: Checks) -> Saving:
    """Have the log tell what was made for checks."""
    if not checks.placed:
        return saving
    settings = {**saving.options.settings, MADE: checks.made.as_json()}
    return replace(saving, options=replace(saving.options, settings=settings))


def _lines_of(checks: Checks, saving: Saving) -> Iterator[AuditLine]:
    sheet, options = sheet_of_saved(saving), saving.options
    return check_lines(checks.placed, sheet, options.language, options.who, now())


def _unfilled(saving: Saving) -> Iterator[Finding]:
    """Say which columns of formulas stay empty on the new rows."""
    names = saving.plan.appended.unfilled if saving.plan.appended else ()
    if names:
        yield Finding(UNFILLED, Severity.NOTE, arguments=(", ".join(names),))


def _shown_as_text(lines: Sequence[AuditLine]) -> Iterator[Finding]:
    """Say how many texts in the log would have run in its CSV form."""
    if count := sum(would_run(text) for line in lines for text in line.values):
        yield Finding(LOG_FORMULA_LIKE, Severity.NOTE, arguments=(str(count),))


def _told(elsewhere: Sequence[PointingColumn], chosen: Sequence[PointingColumn]) -> Iterator[Finding]:
    """Say what became of the customer numbers on other sheets."""
    if repointed := sum(len(column.followed) for column in chosen):
        yield Finding(REPOINTED, Severity.NOTE, arguments=(str(repointed),))
    for column in elsewhere:
        yield from (note for note in column.findings() if note.code in CANNOT_FOLLOW or column not in chosen)


def _lines(outcome: Outcome, rows: TypedRows, chosen: Sequence[PointingColumn], saving: Saving) -> Iterator[AuditLine]:
    options, columns = saving.options, saving.plan.columns
    cover = Cover(options.mask_key or secrets.token_bytes(32), places(outcome.register, options.meanings or {}))
    yield from change_lines(outcome, rows, options.language, cover)
    yield from repointed_lines(chosen, options.language, options.who, now(), Cover(cover.key))
    yield from new_row_lines(outcome.register, saving.plan.appended, options.language, cover)
    yield from new_cell_lines(outcome, columns, options.language, options.who, now())
    if saving.plan.page is not None and saving.way is not SavingWay.CSV:
        yield page_line(saving.plan.page, options.language, options.who, now())


def added_files(saving: Saving, target: Path) -> dict[Path, AddedRows]:
    """Return the files beside a cleaned CSV file for rows that a workbook would have on added sheets."""
    if saving.way is not SavingWay.CSV:
        return {}
    return {target.with_name(f"{target.stem}-{added.name}{target.suffix}"): added for added in saving.plan.added}


def write_logs(drafts: Drafts, paths: tuple[Path, ...], log: AuditLog, progress: Progress) -> None:
    """Write the forms of the log and read each back. Raises TargetProblem where one does not say the same."""
    tick = partial(progress.report, "save.log", 1, 1)
    whole = None
    for path in sorted(paths, key=lambda path: path.suffix.lower() != ".jsonl"):
        draft = drafts.write(path, partial(write_form, log, path.suffix.lower(), progress=progress), tick)
        whole = whole or draft
        if not _say_the_same(read_audit_log(draft, whole, tick), log):
            raise TargetProblem("save.proof_failed", path.name)


def _say_the_same(read: AuditLog, log: AuditLog) -> bool:
    return read.lines == log.lines or [line.hash for line in read.lines] == [line.hash for line in log.lines]


def _prepared(
    outcome: Outcome,
    source: Path,
    found: Sequence[Finding],
    way: SavingWay,
    options: WriteOptions,
    progress: Progress,
) -> tuple[Saving, TypedRows]:
    register, is_csv = outcome.register, way is SavingWay.CSV
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    as_utf8 = is_csv and bool(errors or options.encoding)
    if errors and options.if_unsafe is IfUnsafe.STOP and not options.encoding:
        what = say(options.language, errors[0].code, *errors[0].arguments)
        raise TargetProblem("save.unsafe_encoding" if is_csv else _unsafe(outcome), what)
    unseen = next((finding for finding in errors if finding.code == UNDER_MERGED), None)
    if unseen and options.if_unsafe is not IfUnsafe.PLAIN:  # no way of leaving rows out makes them seen
        raise TargetProblem("save.unsafe_to_edit", say(options.language, unseen.code, *unseen.arguments))
    leaving_as = _LEAVING_AS.get(options.if_unsafe, LeavingAs.DELETED) if errors and not is_csv else LeavingAs.DELETED
    if leaving_as is LeavingAs.MARKED and _has_erased(outcome):  # marked, they would stay readable
        leaving_as = LeavingAs.EMPTIED
    progress.report("save.reading", 0, 1)
    original = _contents(outcome, source, register.source.format, register.source.encoding)
    chosen = chosen_rows(original, register.source.sheet, touched_rows(outcome))
    rows, width = chosen.rows, chosen.width
    progress.report("save.reading", 1, 1)
    new_rows = appended(outcome, original, leaving_as, source if way is SavingWay.PATCH else None)
    if errors and new_rows and new_rows.rest_moves and way is SavingWay.PATCH:
        raise TargetProblem("save.unsafe_to_add", say(options.language, errors[0].code, *errors[0].arguments))
    plan = make_plan(outcome, rows, width, leaving_as, original.sheets, options, new_rows)
    gone = plan.leaving if plan.leaving_as is LeavingAs.DELETED else frozenset()
    is_forgotten = (gone or _has_erased(outcome)) and way is SavingWay.PATCH
    forgotten = chosen.texts if is_forgotten else frozenset[int]()
    return Saving(register, source, original, plan, options, way, as_utf8, forgotten), rows


def _unsafe(outcome: Outcome) -> str:
    """Return what cannot be done where something stands in the way: take rows out, add some, or change a cell."""
    if outcome.leaving:
        return "save.unsafe"
    return "save.unsafe_to_add" if outcome.added else "save.unsafe_to_edit"


def _contents(outcome: Outcome, path: Path, file_format: FileFormat, encoding: str | None) -> Contents:
    source = outcome.register.source
    return contents(path, file_format, source.sheet, Reading(encoding=encoding, delimiter=source.delimiter))


def _subject(outcome: Outcome, saving: Saving, target: Path, draft: Path, lines: list[AuditLine]) -> LogSubject:
    source, plan = outcome.register.source, saving.plan
    return LogSubject(
        version=__version__,
        original=source.path.name,
        original_sha256=source.sha256,
        original_format=source.format,
        cleaned=target.name,
        cleaned_sha256=file_hash(draft),
        cleaned_format=saving.way.format_of(source.format),
        sheet=source.sheet,
        header_row=source.header_row,
        encoding=source.encoding,
        cleaned_encoding="utf-8-sig" if saving.as_utf8 else source.encoding,
        delimiter=source.delimiter,
        rows_in=len(outcome.register),
        kept=outcome.kept,
        merged=outcome.count(Fate.MERGED),
        archived=outcome.count(Fate.ARCHIVED),
        removed=outcome.count(Fate.REMOVED),
        added=len(outcome.added),
        added_below=plan.appended.last if plan.appended else None,
        first_row=plan.appended.first if plan.appended else 0,
        rest_moved=plan.appended is not None and plan.appended.rest_moves,
        lines=len(lines),
        leaving_as=plan.leaving_as,
        mark_column=plan.mark_column,
        mark_heading=plan.mark_heading,
        formulas_kept=saving.way is not SavingWay.NEW_WORKBOOK,
        language=saving.options.language,
        added_sheets=_added_sheets(saving),
        settings=dict(saving.options.settings),
        meanings=_meanings_by_letter(outcome.register, saving.options),
    )


def _added_sheets(saving: Saving) -> dict[str, list[str]]:
    if saving.way is SavingWay.CSV:
        return {}
    page = saving.plan.page
    return {each.name: list(each.kinds) for each in saving.plan.added} | ({page.name: [PAGE]} if page else {})


def _has_erased(outcome: Outcome) -> bool:
    return any(reason.code == ERASED for leaving in outcome.leaving.values() for reason in leaving.reasons)


def _meanings_by_letter(register: Register, options: WriteOptions) -> dict[str, str]:
    known = options.meanings or {}
    return {column.letter: str(meaning) for column in register.columns if (meaning := known.get(column.name))}


def _written(
    outcome: Outcome,
    target: Path,
    others: tuple[tuple[Path, ...], tuple[Path, ...]],
    log: AuditLog,
    found: Sequence[Finding],
) -> Written:
    fates = Counter(leaving.fate for leaving in outcome.leaving.values())
    return Written(
        target,
        others[0],
        log.subject.cleaned_sha256,
        len(outcome.register),
        outcome.kept,
        fates[Fate.MERGED],
        fates[Fate.ARCHIVED],
        fates[Fate.REMOVED],
        tuple(finding for finding in found if finding.severity is not Severity.ERROR),
        others[1],
        len(outcome.added),
    )
