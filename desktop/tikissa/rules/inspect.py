"""What the rules have to say of a register: fixes where something can be proposed, findings where it cannot."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tikissa.model.analysis import RecordKeys, Settings
from tikissa.model.finding import Finding, Reason
from tikissa.model.progress import NoProgress, Progress, ticking
from tikissa.model.proposal import Fix, fix_id
from tikissa.model.record import RecordId, RecordKey
from tikissa.model.register import Register
from tikissa.model.schema import Schema
from tikissa.reference.customer_kind import companies
from tikissa.rules import ALL_CHECKS, is_error
from tikissa.rules.basics import lacking
from tikissa.rules.habits import Habits
from tikissa.rules.row_work import RowAnswer, answer_rows
from tikissa.rules.rule import Cell, Check, Observation
from tikissa.rules.unread_dates import unread_dates
from tikissa.rules.work import Ticker, Work, beside, work
from tikissa.rules.working_column import Entry, WorkingColumn, texts_beside

NO_PROGRESS = NoProgress()
_OFTEN = 10_000


@dataclass(frozen=True, slots=True)
class Inspection:
    """Fixes by record, at most one a cell; findings of the register as the fixes would leave it."""

    fixes: tuple[Fix, ...]
    findings: tuple[Finding, ...]


def inspect(
    register: Register,
    schema: Schema,
    keys: RecordKeys,
    settings: Settings,
    progress: Progress = NO_PROGRESS,
    habits: Habits | None = None,
) -> Inspection:
    """Return fixes and findings together, at the price of one; `habits` are those of the register that rows are to
    enter, where it is another one."""
    done = work(register, schema, settings, progress, habits)
    answers = answer_rows(done, progress)
    found = (
        *_findings(done, progress),
        *unread_dates(done.columns, done.habits),
        *lacking(done, companies(register, schema), Ticker(progress, 1, 1).report),
    )
    return Inspection(_fixes(done, answers, keys, progress), found)


def propose_fixes(
    register: Register, schema: Schema, keys: RecordKeys, settings: Settings, progress: Progress = NO_PROGRESS
) -> tuple[Fix, ...]:
    done = work(register, schema, settings, progress)
    return _fixes(done, answer_rows(done, progress), keys, progress)


def _fixes(done: Work, answers: list[RowAnswer], keys: RecordKeys, progress: Progress) -> tuple[Fix, ...]:
    ticker = Ticker(progress, len(ALL_CHECKS), len(ALL_CHECKS))
    taken = {(answer.record, column.index) for answer in answers for column in answer.after}
    fixes = [_row_fix(answer, keys[answer.record]) for answer in answers]
    for column in done.columns:
        changed = ticking(column.changed_records().tolist(), ticker.report, _OFTEN)
        records = (record for record in changed if (record, column.index) not in taken)
        fixes += (_cell_fix(column, record, keys[record]) for record in records)
    return tuple(sorted(fixes, key=lambda fix: fix.record))


def _cell_fix(column: WorkingColumn, record: int, key: RecordKey) -> Fix:
    entry = column.entry(record)
    changes = (column.change(entry),)
    reason, *also = _reasons(entry)
    safe = all(suggestion.safe for suggestion in entry.suggestions)
    confidence = min(suggestion.confidence for suggestion in entry.suggestions)
    return Fix(fix_id(key, changes, reason.code), RecordId(record), changes, reason, confidence, safe, tuple(also))


def _reasons(entry: Entry) -> list[Reason]:
    """Return one reason for each code, the weightiest first: errors before writing, the boldest guess foremost."""
    weighed = sorted(entry.suggestions, key=lambda found: (not is_error(found.code), found.safe, found.confidence))
    return [Reason(code, (entry.before, entry.after)) for code in dict.fromkeys(found.code for found in weighed)]


def _row_fix(answer: RowAnswer, key: RecordKey) -> Fix:
    entries = [(column, column.entry(answer.record)) for column in answer.after]
    changes = tuple(column.change(entry) for column, entry in entries)
    also = dict.fromkeys(reason for _, entry in entries for reason in _reasons(entry))
    suggestion = answer.suggestion
    reason = Reason(suggestion.code, tuple(entry.after for _, entry in entries))
    fix = fix_id(key, changes, reason.code)
    return Fix(fix, RecordId(answer.record), changes, reason, suggestion.confidence, suggestion.safe, tuple(also))


def _findings(done: Work, progress: Progress) -> Iterator[Finding]:
    ticker = Ticker(progress, len(ALL_CHECKS), len(ALL_CHECKS))
    for column in done.columns:
        for check in ALL_CHECKS:
            yield from observed(check, column, done, ticker)


def observed(check: Check, column: WorkingColumn, done: Work, ticker: Ticker) -> Iterator[Finding]:
    """Yield what a check sees in a column, if the column is one it speaks of."""
    if check.meanings and column.meaning not in check.meanings:
        return
    ticker.report()
    others = beside(column, check.beside, done.columns)
    records = column.records_of(check.hint, check.as_read, ticker.report)
    table, of_record = column.combinations(list(others.values()), records)
    seen: dict[int, tuple[Observation, ...]] = {}
    for place, (code, *codes) in enumerate(table.tolist()):
        ticker.tick()
        entry = column.entries[code]
        text = entry.before if check.as_read else entry.after
        seen_beside = texts_beside(others, codes)
        cell = Cell(text, done.habits, seen_beside, column.meaning, entry.is_number, entry.is_abroad, entry.day)
        observations = tuple(check.observe(cell))
        if observations:
            seen[place] = observations
    for chosen in np.flatnonzero(np.isin(of_record, list(seen))).tolist() if seen else ():
        for observation in seen[of_record[chosen]]:
            severity = check.codes[observation.code]
            yield Finding(
                observation.code, severity, RecordId(int(records[chosen])), column.name, observation.arguments
            )
