"""Reads what was just written with the second reader and compares it with what was promised."""

from collections.abc import Iterator
from pathlib import Path

from tikissa.export.log.audit_log import AuditLog
from tikissa.export.log.logged_cell import trimmed
from tikissa.export.proof.proof_of_document import document_differences
from tikissa.export.proof.proof_of_parts import part_differences
from tikissa.export.proof.verify import added_sheets_differences, content_differences
from tikissa.export.saving_options import Difference
from tikissa.export.second_reader.file_contents import Contents, contents
from tikissa.export.writing.format_writers import Saving
from tikissa.export.writing.save_plan import AddedRows
from tikissa.messages import say
from tikissa.model.problems import TargetProblem
from tikissa.model.progress import Tick, nothing, ticking
from tikissa.model.register import FileFormat, Reading

_OFTEN = 500


def prove_cleaned(
    original: Contents, draft: Path, log: AuditLog, tick: Tick = nothing, patched: Path | None = None
) -> None:
    """Compare a draft with what it was made of and the log. `patched` is the workbook that was patched in place: then
    the draft is its bytes but for what the log explains. Raises TargetProblem where they disagree."""
    if found := next(_differences(original, draft, log, tick, patched), None):
        raise TargetProblem("save.proof_failed_because", log.subject.cleaned, in_words(found, log.subject.language))


def _differences(
    original: Contents, draft: Path, log: AuditLog, tick: Tick, patched: Path | None
) -> Iterator[Difference]:
    if patched is None:
        yield from content_differences(original, _read(draft, log), log, tick)
        return
    if log.subject.cleaned_format == FileFormat.ODS:
        written = _read(draft, log)
        yield from content_differences(original, written, log, tick)
        yield from document_differences(patched, draft, (original, written), log)
        return
    yield from part_differences(patched, draft, log, tick)
    if log.subject.added_sheets:
        yield from added_sheets_differences(original, _read(draft, log), log)


def in_words(difference: Difference, language: str) -> str:
    """Return a difference as a sentence, with the place it is about."""
    what = say(language, difference.code, *difference.arguments)
    place = f"{difference.sheet} {difference.letter}{difference.row or ''}".strip()
    return f"{place}: {what}." if place else what


def _read(draft: Path, log: AuditLog) -> Contents:
    subject = log.subject
    reading = Reading(encoding=subject.cleaned_encoding, delimiter=subject.delimiter)
    return contents(draft, FileFormat(subject.cleaned_format), subject.sheet, reading)


def prove_added(saving: Saving, draft: Path, added: AddedRows, tick: Tick) -> None:
    """Compare a CSV file of rows that left with those rows. Raises TargetProblem where they disagree."""
    source = saving.register.source
    encoding = "utf-8-sig" if saving.as_utf8 else source.encoding
    reading = Reading(encoding=encoding, delimiter=source.delimiter)
    rows = list(ticking(contents(draft, FileFormat.CSV, source.sheet, reading).rows(source.sheet), tick, _OFTEN))
    wanted = [trimmed([cell.value for cell in row.cells]) for row in ticking(added.rows, tick, _OFTEN)]
    if [trimmed(row) for row in ticking(rows[len(rows) - len(wanted) :], tick, _OFTEN)] != wanted:
        raise TargetProblem("save.proof_failed", draft.name)
