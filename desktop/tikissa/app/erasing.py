"""Who was erased from a register, found again in its sessions, and what is told of it."""

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from tikissa.analysis.erased_rows import (
    Text,
    blanked,
    come_back,
    erased_on,
    findings_of,
    person_prints,
    row_print,
    rows_erased,
)
from tikissa.app.folders import data_folder, session_path
from tikissa.export.log.audit_files import read_audit_log
from tikissa.export.log.audit_line import LEAVING, AuditLine, LineKind
from tikissa.export.log.audit_log import AuditLog
from tikissa.export.log.logged_cell import logged_new_row, logged_row, shown
from tikissa.model.analysis import Analysis
from tikissa.model.erasure import Erasure
from tikissa.model.outcome import Outcome
from tikissa.model.problems import FileProblem
from tikissa.model.record import RecordId
from tikissa.model.register import Register, Source
from tikissa.model.schema import ColumnMeaning, Schema
from tikissa.store.erasures import ERASURES, from_text
from tikissa.store.glance import glance
from tikissa.store.recent import RecentRegister, recent_registers


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure did: which rows are gone, and what else is to be known.

    `files` are those on disk that may still hold the customer, `forgotten` counts the sessions of earlier versions
    that went. `has_copy` is false where the program's own copy of the register could not be kept. `perhaps` are rows
    that may be of the same customer and are still there.
    """

    rows: tuple[int, ...]
    files: tuple[Path, ...]
    forgotten: int
    has_copy: bool
    perhaps: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Erasing:
    """An erasure made ready: whose records, what is kept of them, and the kept copy of the file that holds them."""

    records: tuple[RecordId, ...]
    erasure: Erasure
    content: bytes | None
    source: Source


def emptied(erasing: Erasing) -> bytes | None:
    """Return the kept copy of the register's file without the customers; None where there is none or none can be.

    Takes as long as saving: it is asked off the window's thread.
    """
    from tikissa.export.erased_copy import emptied_copy

    rows = [*erasing.erasure.rows]
    return None if erasing.content is None else emptied_copy(erasing.content, erasing.source, rows)


@dataclass(frozen=True, slots=True)
class Remaining:
    """A register without those who were erased from it: their records are empty and leave."""

    register: Register
    erased: Mapping[RecordId, date]
    erasures: tuple[Erasure, ...]

    @classmethod
    def of(cls, register: Register, erasures: Sequence[Erasure]) -> "Remaining":
        erased = rows_erased(register, erasures)
        return cls(blanked(register, [*erased]), erased, tuple(erasures))


def remaining_of(register: Register, path: Path) -> Remaining:
    """Return a register that was read from a path without those who were erased from it."""
    folder = data_folder()
    session = session_path(register.source.sha256, folder).name
    return Remaining.of(register, erasures_of(path, session, folder))


def erasures_of(path: Path, session: str, folder: Path, own: str | None = None) -> tuple[Erasure, ...]:
    """Return who was erased from the register at a path, in any version of it.

    `session` is this version's file; `own` is the fact in it, where it is open and cannot be looked at.
    """
    others = (folder / known.session for known in recent_registers(folder, session) if is_version(known, path))
    return together((_understood(own), *(erasures_in(each) for each in (folder / session, *others))))


def erasures_in(session: Path) -> tuple[Erasure, ...]:
    """Return who was erased in a session; nobody where it is not there or cannot be read."""
    seen = glance(session)
    return _understood(seen.facts.get(ERASURES)) if seen is not None else ()


def _understood(fact: str | None) -> tuple[Erasure, ...]:
    try:
        return from_text(fact)
    except ValueError:
        return ()


def together(every: Iterable[Sequence[Erasure]]) -> tuple[Erasure, ...]:
    """Return all erasures, each once."""
    return tuple({(each.key, each.person): each for erasures in every for each in erasures}.values())


def is_version(known: RecentRegister, path: Path) -> bool:
    """Say for sure whether a session is of the register at a path."""
    return Path(known.path).is_absolute() and known.is_at(path)


def with_come_back(analysis: Analysis, erasures: Sequence[Erasure]) -> Analysis:
    """Return the analysis with a finding on each row of a customer who was erased and is there again."""
    found = findings_of(come_back(analysis.register, analysis.schema, erasures))
    return replace(analysis, findings=(*analysis.findings, *found)) if found else analysis


def erasure_of(
    outcome: Outcome, schema: Schema, records: Sequence[RecordId], known: Sequence[Erasure], day: date
) -> Erasure:
    """Return the fingerprints of customers about to be erased, as they were read and as they would be saved."""
    key = known[0].key if known else secrets.token_bytes(32)
    register, size = outcome.register, len(outcome.register)
    own = [record for record in records if record < size]
    texts: list[Text] = [partial(_text_of, text, record) for text in (register.text, outcome.text) for record in own]
    texts += [_cells(outcome.added[record - size].texts) for record in records if record >= size]
    person = frozenset().union(*(person_prints(key, schema, text) for text in texts))
    rows = {register.row(record): row_print(key, register, record) for record in own}
    return Erasure(key, day, register.source.sha256, rows, person)


def _text_of(text: Callable[[RecordId, str], str], record: RecordId, column: str) -> str:
    return text(record, column)


def _cells(cells: Mapping[str, str]) -> Text:
    return lambda column: cells.get(column, "")


def refuse_erased(audit_log: Path, number: int) -> None:
    """Raise FileProblem where a line of a change log is of a customer who was erased."""
    log = read_audit_log(audit_log)
    lines = (line for line in log.lines if line.line == str(number))
    if any(is_of_erased(log, line, data_folder()) for line in lines):
        raise FileProblem("restore.erased", str(number))


def is_of_erased(log: AuditLog, line: AuditLine, folder: Path) -> bool:
    """Say whether a line of a change log is of a customer who was erased since, by their row or by what it says."""
    found = together(erasures_in(folder / known.session) for known in recent_registers(folder))
    source, meanings = log.subject.original_sha256, log.subject.column_meanings
    rows = {int(row) for row in (line.row, line.source_row) if row.isdigit()}
    if any(erasure.source == source and not rows.isdisjoint(erasure.rows) for erasure in found):
        return line.kind != LineKind.ADDED
    if line.kind not in (*LEAVING, LineKind.ADDED):
        return False
    logged = logged_row(line.before_cell) if line.kind in LEAVING else logged_new_row(line.after_cell)
    cells = {str(place): cell for place, cell in enumerate(logged) if isinstance(cell, str | float)}
    schema = Schema(tuple(ColumnMeaning(str(place), meaning, 1.0, True) for place, meaning in meanings.items()))
    return erased_on(schema, lambda column: shown(cells.get(column)), found) is not None
