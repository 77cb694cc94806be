"""Whose the numbers of customers who were merged away are now, by the change log beside a cleaned register."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tikissa.app.targets import LOG, endings
from tikissa.export.log.audit_files import SUFFIXES, read_audit_log
from tikissa.export.log.audit_line import AuditLine, LineKind
from tikissa.export.log.audit_log import AuditLog
from tikissa.export.log.logged_cell import logged_row
from tikissa.lists.hand_back import final_survivor
from tikissa.matching.preparing.normalised_identifiers import customer_number_key
from tikissa.model.outcome import Fate, Outcome
from tikissa.model.problems import FileProblem
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema

_MOST_LOGS = 24


def merged_away(register: Register, schema: Schema) -> Mapping[str, RecordId]:
    """Return the record each number leads to that stands in the log of this very file and no more in the file."""
    column = schema.first(Meaning.CUSTOMER_NUMBER)
    log = next(_logs_of(register), None) if column is not None else None
    if column is None or log is None:
        return {}
    place = register.column(column).index
    found = ((_number(line.before_cell, place), _record(log, int(line.row), register)) for line in _merged(log))
    return {number: record for number, record in found if number and record is not None}


def numbers_now(outcome: Outcome, schema: Schema) -> Mapping[str, RecordId]:
    """Return whose each number that was merged away is now, by the log beside the file and the merges in force."""
    found = dict(merged_away(outcome.register, schema))
    columns = schema.columns_of(Meaning.CUSTOMER_NUMBER)
    for record, leaving in outcome.leaving.items():
        if leaving.fate is Fate.MERGED:
            keys = (customer_number_key(outcome.register.text(record, column)) for column in columns)
            found.update((key, final_survivor(outcome, record)) for key in keys if key)
    return found


def _logs_of(register: Register) -> Iterator[AuditLog]:
    """Yield the logs beside a file that tell how it was made, by its fingerprint."""
    folder = register.source.path.parent
    named = sorted(
        path for ending in endings(LOG) for path in folder.glob(f"*{ending}*") if path.suffix.lower() in SUFFIXES
    )
    for path in _firsts(named)[:_MOST_LOGS]:
        try:
            log = read_audit_log(path)
            if log.subject.cleaned_sha256 == register.source.sha256:
                yield log
        except FileProblem:
            continue


def _firsts(paths: list[Path]) -> list[Path]:
    """Return one form of each log."""
    return [*{path.with_suffix(""): path for path in reversed(paths)}.values()]


def _merged(log: AuditLog) -> list[AuditLine]:
    return [line for line in log.leaving.values() if line.kind == LineKind.MERGED]


def _number(row: str, place: int) -> str:
    cells = logged_row(row)
    cell = cells[place] if place < len(cells) else None
    whole = int(cell) if isinstance(cell, float) and cell.is_integer() else cell
    key: str = customer_number_key(str(whole)) if isinstance(whole, str | int | float) else ""
    return key


def _record(log: AuditLog, row: int, register: Register) -> RecordId | None:
    """Return where the row is now into which a row was merged in the end; None where that left the register too."""
    seen: set[int] = set()
    while (line := log.leaving.get(row)) is not None and row not in seen:
        if line.kind != LineKind.MERGED or not line.source_row.isdigit():
            return None
        seen.add(row)
        row = int(line.source_row)
    try:
        return register.record_at(log.moves.moved(row))
    except KeyError:
        return None
