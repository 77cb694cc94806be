"""Reads what was just written with the second reader and compares it with what was promised."""

from itertools import islice
from pathlib import Path

from tikissa.export.audit_log import AuditLog
from tikissa.export.contents import Contents, contents
from tikissa.export.format_writers import Saving
from tikissa.export.logged_cell import trimmed
from tikissa.export.plan import AddedRows
from tikissa.export.verify import content_differences
from tikissa.model.problems import TargetProblem
from tikissa.model.progress import Tick, nothing, ticking
from tikissa.model.register import FileFormat, Reading

_OFTEN = 500


def prove_cleaned(original: Contents, draft: Path, log: AuditLog, tick: Tick = nothing) -> None:
    """Compare a draft with what it was made of and the log. Raises TargetProblem where they disagree."""
    subject = log.subject
    reading = Reading(encoding=subject.cleaned_encoding, delimiter=subject.delimiter)
    written = contents(draft, FileFormat(subject.cleaned_format), subject.sheet, reading)
    differences = list(islice(content_differences(original, written, log, tick), 1))
    if differences:
        raise TargetProblem("save.proof_failed", subject.cleaned, str(differences[0]))


def prove_added(saving: Saving, draft: Path, added: AddedRows, tick: Tick) -> None:
    """Compare a CSV file of rows that left with those rows. Raises TargetProblem where they disagree."""
    source = saving.register.source
    encoding = "utf-8-sig" if saving.as_utf8 else source.encoding
    reading = Reading(encoding=encoding, delimiter=source.delimiter)
    rows = list(ticking(contents(draft, FileFormat.CSV, source.sheet, reading).rows(source.sheet), tick, _OFTEN))
    wanted = [trimmed([cell.value for cell in row.cells]) for row in ticking(added.rows, tick, _OFTEN)]
    if [trimmed(row) for row in ticking(rows[len(rows) - len(wanted) :], tick, _OFTEN)] != wanted:
        raise TargetProblem("save.proof_failed", draft.name)
