"""Finds before saving what cannot be done safely in the user's own file."""

from collections.abc import Callable, Iterator
from pathlib import Path

from tikissa.export.check_csv import csv_obstacles
from tikissa.export.check_workbook import workbook_obstacles
from tikissa.export.source_file import unprotected
from tikissa.model.finding import Finding, Severity
from tikissa.model.outcome import Outcome
from tikissa.model.problems import TargetProblem
from tikissa.model.register import FileFormat

Check = Callable[[Outcome, Path], Iterator[Finding]]


def obstacles(outcome: Outcome, original: Path | None = None, password: str | None = None) -> tuple[Finding, ...]:
    """Return what stands in the way, errors where a choice must be made, notes where something is only to be known.

    `original` is a copy of the source as it was read, where the source itself is not to be used. A large workbook
    takes seconds. Raises TargetProblem where the file is gone or damaged, FileProblem where a password is missing.
    """
    source = original or outcome.register.source.path
    if not source.is_file():
        raise TargetProblem("save.source_gone", source.name)
    with unprotected(source, password) as opened:
        found = list(_CHECKS.get(outcome.register.source.format, _new_workbook)(outcome, opened))
        if opened != source:
            found.append(Finding("save.password_dropped", Severity.WARNING))
    return tuple(sorted(found, key=lambda finding: finding.severity is not Severity.ERROR))


def _new_workbook(_: Outcome, source: Path) -> Iterator[Finding]:
    """Other spreadsheets come out as a new .xlsx."""
    yield Finding("save.new_workbook", Severity.WARNING, arguments=(source.suffix,))


_CHECKS: dict[FileFormat, Check] = {
    FileFormat.CSV: csv_obstacles,
    FileFormat.XLSX: workbook_obstacles,
    FileFormat.XLSM: workbook_obstacles,
}
