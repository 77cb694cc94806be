"""Proves a cleaned file: the original with the change log played over it must be the cleaned file, cell by cell."""

from collections.abc import Iterator, Mapping, Set
from contextlib import ExitStack
from itertools import islice
from operator import itemgetter
from pathlib import Path
from zipfile import is_zipfile

from tikissa.export.additions.added_page import PAGE, pages_gone, rows_told, seen_without_pages
from tikissa.export.entry_checks.placed import put_in_by, taken_out_by
from tikissa.export.entry_checks.with_checks import missing_checks, seen_without
from tikissa.export.log.audit_files import read_audit_log
from tikissa.export.log.audit_line import LineKind, broken_lines
from tikissa.export.log.audit_log import AuditLog, LeavingAs, LogSubject
from tikissa.export.log.logged_cell import LoggedFormula, Masked, NewCell, agrees, logged_new_row
from tikissa.export.proof.proof_of_parts import part_differences
from tikissa.export.proof.replay import Replay
from tikissa.export.proof.sheet_comparison import Agreement, Formulas, differing_rows
from tikissa.export.saving_options import Difference
from tikissa.export.second_reader.file_contents import Contents, contents
from tikissa.export.source_file import file_hash
from tikissa.export.typed_cell import Typed
from tikissa.export.workbook.deletion import Deletion
from tikissa.export.workbook.formulas import after_deletion
from tikissa.export.workbook.sheet_stream import OddSheet
from tikissa.export.writing.written_anew import same_anew, titles
from tikissa.files.grid import no_collection
from tikissa.model.erasure import ERASED
from tikissa.model.progress import NoProgress, Progress, Tick, nothing, ticking
from tikissa.model.register import FileFormat, Reading

MOST_DIFFERENCES = 20
_OFTEN = 500


@no_collection()
def verify(original: Path, cleaned: Path, audit_log: Path, progress: Progress = NoProgress()) -> tuple[Difference, ...]:
    """Return the first differences, none where the three files agree. Raises FileProblem for a file it cannot read."""
    progress.report("verify.reading_log", 0, 3)
    log = read_audit_log(audit_log)
    subject = log.subject
    progress.report("verify.reading_original", 1, 3)
    as_saved = _is_as_saved(original, cleaned, subject)
    try:
        with ExitStack() as copies:
            first = copies.enter_context(seen_without(original, taken_out_by(log.lines), log))
            if gone := pages_gone(log):
                first = copies.enter_context(seen_without_pages(first, gone, FileFormat(subject.original_format)))
            checks = put_in_by(log.lines) if as_saved else ()
            second = copies.enter_context(seen_without(cleaned, checks, log))
            return _differences((original, first), (cleaned, second), log, as_saved, progress)
    except OddSheet:
        return (Difference("verify.checks_differ", arguments=(cleaned.name,)),)


def _differences(
    originals: tuple[Path, Path], cleaned_files: tuple[Path, Path], log: AuditLog, as_saved: bool, progress: Progress
) -> tuple[Difference, ...]:
    """Compare two files, each with a copy of it without the checks that the log tells of."""
    subject, (original, first), (cleaned, second) = log.subject, originals, cleaned_files
    before = contents(first, FileFormat(subject.original_format), subject.sheet, _reading(subject, subject.encoding))
    found = [*_log_differences(log)]
    if file_hash(original) != subject.original_sha256:
        found.append(Difference("verify.other_original", arguments=(original.name,)))
    progress.report("verify.comparing", 2, 3)
    after = contents(
        second, FileFormat(subject.cleaned_format), subject.sheet, _reading(subject, subject.cleaned_encoding)
    )
    found += islice(content_differences(before, after, log), MOST_DIFFERENCES)
    found += missing_checks(cleaned, log)
    if not found and as_saved:
        found += islice(part_differences(first, second, log), MOST_DIFFERENCES)
    progress.report("verify.comparing", 3, 3)
    return tuple(found[:MOST_DIFFERENCES])


def _is_as_saved(original: Path, cleaned: Path, subject: LogSubject) -> bool:
    """Say whether a workbook patched in place is what was saved, byte by byte: then each part can be compared."""
    is_patched = subject.formulas_kept and subject.cleaned_format in (FileFormat.XLSX, FileFormat.XLSM)
    return is_patched and is_zipfile(original) and file_hash(cleaned) == subject.cleaned_sha256


def saved_again(cleaned: Path, audit_log: Path) -> bool:
    """Say whether the cleaned file's bytes have changed since it was saved, as another program's saving does."""
    return file_hash(cleaned) != read_audit_log(audit_log).subject.cleaned_sha256


def content_differences(before: Contents, after: Contents, log: AuditLog, tick: Tick = nothing) -> Iterator[Difference]:
    """Yield what in a cleaned file is not as the original and the log say."""
    subject = log.subject
    replay = Replay(log)
    moves = log.moves
    anew = not subject.formulas_kept
    agree = _agreement(subject)
    names = titles(before.sheets) if anew else {name: name for name in before.sheets}
    names = {name: told for name, told in names.items() if name not in pages_gone(log)}
    yield from _sheet_names(names, after, subject, replay.sheets)
    for sheet in (name for name in names if names[name] in after.sheets):
        own = sheet == subject.sheet
        original = ticking(before.rows(sheet), tick, _OFTEN)
        rows = map(itemgetter(1), replay.rows(original)) if own else replay.rows_elsewhere(sheet, original)
        formulas = after.formulas(names[sheet])
        expected = _expected_formulas(before, sheet, replay, moves)
        if anew:  # those that could be carried over; what they show is for the spreadsheet to say
            formulas = expected = {place: formulas[place] for place in expected if place in formulas}
        meanings = subject.column_meanings if own else {}
        yield from differing_rows(sheet, rows, after.rows(names[sheet]), formulas, expected, meanings, agree)
    yield from replay.contradictions
    yield from added_sheets_differences(before, after, log)


def added_sheets_differences(before: Contents, after: Contents, log: AuditLog) -> Iterator[Difference]:
    """Yield what on the sheets that were added is not as the original and the log say."""
    for sheet, kinds in log.subject.added_sheets.items():
        if kinds == [PAGE] and sheet in after.sheets:
            wanted = [[row or None] for row in rows_told(log, sheet)]
            yield from differing_rows(sheet, wanted, after.rows(sheet), {}, {}, {}, _agreement(log.subject))
        elif sheet in after.sheets:
            yield from _added_sheet(sheet, kinds, before, after, Replay(log), _agreement(log.subject))


def _expected_formulas(before: Contents, sheet: str, replay: Replay, moves: Deletion) -> Formulas:
    own, subject = sheet == replay.log.subject.sheet, replay.log.subject
    found: dict[tuple[int, int], str] = {}
    for (row, column), formula in before.formulas(sheet).items():
        if own and _formula_replaced(replay, row, column):
            continue
        place = (moves.moved(row) if own else row, column)
        here = moves.for_row(row) if own else moves
        found[place] = after_deletion(formula, own, subject.sheet, here) if moves else formula
    return found | dict(_added_formulas(replay)) if own else found


def _added_formulas(replay: Replay) -> Iterator[tuple[tuple[int, int], str]]:
    for number, line in replay.log.added.items():
        for column, cell in enumerate(logged_new_row(line.after_cell)):
            if isinstance(cell, LoggedFormula):
                yield (number, column), cell.text


def _formula_replaced(replay: Replay, row: int, column: int) -> bool:
    if row in replay.log.leaving and replay.log.subject.leaving_as is not LeavingAs.MARKED:
        return True
    return any(step.column == column for step in replay.steps.get(row, ()))


def _agreement(subject: LogSubject) -> Agreement:
    """Return what says whether cells hold the same: a workbook that is written anew may write a moment otherwise."""
    return agrees if subject.formulas_kept else _agrees_anew


def _agrees_anew(logged: NewCell, value: Typed) -> bool:
    if agrees(logged, value):
        return True
    return not isinstance(logged, Masked | LoggedFormula) and same_anew(logged, value)


def _sheet_names(
    names: Mapping[str, str], after: Contents, subject: LogSubject, changed: Set[str]
) -> Iterator[Difference]:
    wanted = [*names.values(), *subject.added_sheets]
    for name in dict.fromkeys((*wanted, *(names.get(sheet, sheet) for sheet in changed))):
        if name not in after.sheets:
            yield Difference("verify.sheet_gone", name, arguments=(name,))
    for name in after.sheets:
        if name not in wanted:
            yield Difference("verify.sheet_added", name, arguments=(name,))


def _added_sheet(
    sheet: str, kinds: list[str], before: Contents, after: Contents, replay: Replay, agree: Agreement
) -> Iterator[Difference]:
    """The rows that left stand on the added sheet in their order, below a header, after their changes."""
    leaving = replay.log.leaving
    wanted = {number for number, line in leaving.items() if line.kind in kinds and line.rule != ERASED}
    rows: Mapping[int, object] = {
        number: replay.changed(number, row)
        for number, row in enumerate(replay.all_rows(before.rows(replay.log.subject.sheet)), 1)
        if number in wanted
    }
    found = list(after.rows(sheet))[1:]
    width = max((len(row) for row in rows.values() if isinstance(row, list)), default=0)
    wanted_rows = [row for row in rows.values() if isinstance(row, list)]
    meanings = replay.log.subject.column_meanings
    yield from differing_rows(sheet, wanted_rows, [row[:width] for row in found], {}, {}, meanings, agree)


def _log_differences(log: AuditLog) -> Iterator[Difference]:
    subject = log.subject
    for number in islice(broken_lines(log.lines), 3):
        yield Difference("verify.log_broken", arguments=(str(number),))
    if not log.is_closed or len(log.lines) - 2 != subject.lines:
        yield Difference("verify.log_cut", arguments=(str(subject.lines), str(max(0, len(log.lines) - 2))))
    for line in log.repointed:
        if line.sheet == subject.sheet:
            yield Difference("verify.log_broken", arguments=(line.line,))
    kinds = [line.kind for line in log.lines]
    counts = [kinds.count(kind) for kind in (LineKind.MERGED, LineKind.ARCHIVED, LineKind.REMOVED)]
    told = [subject.merged, subject.archived, subject.removed]
    added = kinds.count(LineKind.ADDED)
    if counts != told or added != subject.added or subject.rows_in + added != subject.kept + sum(counts):
        yield Difference("verify.arithmetic", arguments=(str(subject.rows_in), str(subject.kept), *map(str, counts)))


def _reading(subject: LogSubject, encoding: str | None) -> Reading:
    return Reading(sheet=subject.sheet, encoding=encoding, delimiter=subject.delimiter)
