"""What the rules have to say of a register: fixes where something can be proposed, findings where it cannot.

Columns of days most of which nobody can read: without a word of it they would look like customers of no age.

Puts the rules that change several cells of a row at once to work, after all the others.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tikissa.model.analysis import RecordKeys, Settings
from tikissa.model.finding import Finding, Reason, Severity
from tikissa.model.progress import NoProgress, Progress, ticking
from tikissa.model.proposal import Fix, fix_id
from tikissa.model.record import RecordId, RecordKey
from tikissa.model.register import Register
from tikissa.model.schema import DateOrder, Meaning, Schema
from tikissa.reference.customer_kind import companies
from tikissa.rules import ALL_CHECKS, ALL_ROW_RULES, ALL_RULES, is_error
from tikissa.rules.basics import lacking
from tikissa.rules.date_format import PAST
from tikissa.rules.habits import Habits
from tikissa.rules.rule import Cell, Check, Observation, Place, Row, RowRule, RowSuggestion, Second
from tikissa.rules.work import Ticker, Work, apply, beside, work
from tikissa.rules.working_column import Entry, WorkingColumn, texts_beside
from tikissa.text.date_columns import whole_day
from tikissa.text.owners import whose
from tikissa.text.vague_dates import parse_vague_date


@dataclass(frozen=True, slots=True)
class RowAnswer:
    """What a rule makes of one record: the text each column would hold."""

    record: int
    suggestion: RowSuggestion
    after: Mapping[WorkingColumn, str]


def answer_rows(done: Work, progress: Progress) -> list[RowAnswer]:
    """Return what the rules make of the rows, no cell in two answers, and leave the columns as the answers would."""
    ticker = Ticker(progress, 1, 1)
    answers: list[RowAnswer] = []
    taken: set[tuple[int, int]] = set()
    for rule in ALL_ROW_RULES:
        for answer in _answers(rule, done, ticker):
            cells = {(answer.record, column.index) for column in answer.after}
            if taken.isdisjoint(cells):
                taken |= cells
                answers.append(answer)
    for answer in answers:
        for column, text in answer.after.items():
            column.put(answer.record, text)
    _go_over(done, ticker)
    return answers


def _go_over(done: Work, ticker: Ticker) -> None:
    """Let the rules on single cells write what has moved as its new column writes it."""
    for column in done.columns:
        column.begin_round()
    for rule in ALL_RULES:
        apply(rule, done, ticker)


def _answers(rule: RowRule, done: Work, ticker: Ticker) -> list[RowAnswer]:
    by_place = {place: column for place in rule.places if (column := _column(place, done)) is not None}
    if len(by_place) < len(rule.places):
        return []
    shown = by_place | {place: column for place in rule.beside if (column := _column(place, done)) is not None}
    present = list(shown.values())
    records = np.unique(np.concatenate([by_place[place].records_of(hint) for place, hint in rule.hints.items()]))
    table, of_record = present[0].combinations(present[1:], records)
    suggested: dict[int, RowSuggestion] = {}
    for number, codes in enumerate(table.tolist()):
        ticker.tick()
        entries = [column.entries[code] for column, code in zip(present, codes, strict=True)]
        if all(entry.may_change for entry in entries):
            empty: dict[Place, str] = dict.fromkeys(rule.beside, "")
            texts = empty | {place: entry.after for place, entry in zip(shown, entries, strict=True)}
            suggestion = rule.propose(Row(texts, done.habits))
            if suggestion is not None:
                suggested[number] = suggestion
    chosen = np.flatnonzero(np.isin(of_record, list(suggested)))
    pairs = zip(records[chosen].tolist(), of_record[chosen].tolist(), strict=True)
    return [_answer(record, suggested[number], by_place) for record, number in pairs]


def _answer(record: int, suggestion: RowSuggestion, columns: Mapping[Place, WorkingColumn]) -> RowAnswer:
    return RowAnswer(record, suggestion, {columns[place]: text for place, text in suggestion.after.items()})


def _column(place: Place, done: Work) -> WorkingColumn | None:
    """Return the column of a place; the second one is of the same person or purpose as the first.

    Of several columns for notes the last is the general one: allergies and the like stand before it.
    """
    meaning = place.meaning if isinstance(place, Second) else place
    having = [column for column in done.columns if column.meaning is meaning]
    if isinstance(place, Second):
        having = [column for column in having[1:] if whose(column.name) == whose(having[0].name)]
    number = -1 if place is Meaning.NOTES else 0
    return having[number] if having else None


CODE = "date.unreadable"

_LOOKED_AT = 2_000

_HALF = 2

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


def unread_dates(columns: Sequence[WorkingColumn], habits: Habits) -> Iterator[Finding]:
    """Yield a finding for each column of past days of whose filled rows not half says a day."""
    for column in columns:
        if column.meaning in PAST and column.meaning is not None:
            order = habits.date_orders.get(column.meaning, DateOrder.DAY_FIRST)
            rows = np.bincount(column.codes, minlength=len(column.entries)).tolist()
            seen = [(entry, count) for entry, count in zip(column.entries, rows, strict=True) if count and entry.after]
            unread = [(entry, count) for entry, count in seen[:_LOOKED_AT] if not _is_read(entry, order)]
            unread_rows = sum(count for _, count in unread)
            if unread_rows * _HALF > sum(count for _, count in seen[:_LOOKED_AT]):
                arguments = (column.name, unread[0][0].after)
                yield Finding(CODE, Severity.WARNING, None, column.name, arguments)


def _is_read(entry: Entry, order: DateOrder) -> bool:
    return whole_day(entry.after, entry.raw, order) is not None or parse_vague_date(entry.after) is not None
