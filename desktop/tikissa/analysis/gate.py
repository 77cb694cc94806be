"""The check of new rows: what each row of another file is to the register, before any of them enters it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from tikissa.analysis.fixed_register import fixed_register
from tikissa.analysis.gate_matches import LIKELY, Match, counts_its_own, matches, repeated
from tikissa.analysis.gate_sides import Both, Persons
from tikissa.analysis.gate_verdicts import (
    IDENTIFIES_OR_REACHES,
    LIST_FORBIDS,
    NOT_UNDERSTOOD,
    WAYS,
    GateVerdict,
    SaidOfRows,
    Seen,
    Standards,
    verdict_of,
)
from tikissa.analysis.linkage import Side, clusters_of_both
from tikissa.analysis.new_rows import NewRows, as_rows_of
from tikissa.analysis.record_keys import record_keys
from tikissa.matching.preparing.normalised_identifiers import customer_number_key
from tikissa.matching.preparing.stacking import one_under_the_other
from tikissa.model.analysis import Settings
from tikissa.model.collector import collector_resting
from tikissa.model.finding import Reason, Severity
from tikissa.model.matching import MatchWeight
from tikissa.model.outcome import AddedRow
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.proposal import AddRow, CellChange, Fix, add_row_id
from tikissa.model.record import RecordId
from tikissa.model.register import ColumnCells, Register
from tikissa.model.schema import Meaning, Schema
from tikissa.permission.columns_in_force import FREE, permission_columns
from tikissa.permission.row_permissions import standings_of
from tikissa.permission.user_words import NO_WORDS, ColumnWords
from tikissa.rules import is_error
from tikissa.rules.habits import habits_of
from tikissa.rules.inspect import Inspection, inspect
from tikissa.schema.detect import detect
from tikissa.text.date_columns import in_plain_days

_TICK = 500
NO_NUMBERS: Mapping[str, RecordId] = {}
ENTERING = (GateVerdict.NEW, GateVerdict.KNOWN_COMPANY)
"""What can be taken in as a row of its own."""
_ALSO_FAULTY = frozenset({"date.impossible", "postal_code.invalid"})
"""Findings that elsewhere only warn: a row that is to enter is better mended first."""


@dataclass(frozen=True, slots=True)
class GateRow:
    """What one new row is. `known` is the register's record it is, or may be, about; `others` are further rows of the
    same customer there. `changes` are what the register would have to take over, `reasons` say why this verdict."""

    record: RecordId
    verdict: GateVerdict
    reasons: tuple[Reason, ...]
    known: RecordId | None = None
    changes: tuple[CellChange, ...] = ()
    weights: tuple[MatchWeight, ...] = ()
    others: tuple[RecordId, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Say whether nothing about who it is asks for an eye before something is taken over from it by kind."""
        return LIKELY not in self.reasons


@dataclass(frozen=True)
class Gate:
    """Every row of the `new` file once, in its order. `entering` are they under the register's columns with the safe
    fixes; `columns` leads from the register's columns to the new file's, `lacking` have no place in the register."""

    against: Register
    new: Register
    schema: Schema
    columns: Mapping[str, str]
    lacking: tuple[str, ...]
    entering: Register
    rows: tuple[GateRow, ...]

    @cached_property
    def counts(self) -> Mapping[GateVerdict, int]:
        return {verdict: sum(row.verdict is verdict for row in self.rows) for verdict in GateVerdict}

    def proposals(self, rows: Iterable[GateRow]) -> Iterator[AddRow]:
        """Yield what adding these rows would put below the register's own."""
        names = [column.name for column in self.entering.columns]
        for row in rows:
            cells = ((name, self.entering.text(row.record, name)) for name in names)
            source, texts = self.new.provenance(row.record), {name: text for name, text in cells if text}
            yield AddRow(add_row_id(source, texts), source, texts, Reason("gate.added", (source.file, str(source.row))))


def gate(
    new: Register,
    known: Side,
    settings: Settings,
    progress: Progress = NoProgress(),
    added: Sequence[AddedRow] = (),
    words: ColumnWords = NO_WORDS,
    merged: Mapping[str, RecordId] = NO_NUMBERS,
    with_columns: bool = False,
) -> Gate:
    """Say of each row of a new file what it is to a register that has been looked through; changes nothing.

    `added` are rows that have been taken into the register already: those of other files are customers it has. `words`
    are the user's own on the new file's columns. `merged` leads from the numbers of customers who were merged away to
    the rows they were merged into. `with_columns`: what the list says of permission and has no place in the register
    gets columns of its own there, so that nothing of it is lost.
    """
    others = [row for row in added if row.source.file != new.source.path.name]
    with collector_resting():
        said = replace(settings, meanings=words.meanings, corrections=words.corrections)
        found = _gate(new, _grown(known, others), said, progress, merged, with_columns)
    rows = tuple(_of_file(row, len(known.register), others) for row in found.rows)
    return replace(found, against=known.register, rows=rows)


def _grown(known: Side, added: Sequence[AddedRow]) -> Side:
    """Return the register as it will be, with the rows that have been taken into it."""
    if not added:
        return known
    register = known.register
    texts = ([row.texts.get(column.name, "") for row in added] for column in register.columns)
    cells = tuple(one_under_the_other(old, ColumnCells.of(new)) for old, new in zip(register.cells, texts, strict=True))
    coming = np.arange(1, len(added) + 1, dtype=np.int32) + register.row_numbers.max(initial=0)
    return replace(known, register=replace(register, cells=cells, row_numbers=np.append(register.row_numbers, coming)))


def _of_file(row: GateRow, size: int, added: Sequence[AddedRow]) -> GateRow:
    """Return a row without what the register's own file does not hold yet: a customer who has come from another list is
    there already."""
    if row.known is None or row.known < size:
        return replace(row, others=tuple(other for other in row.others if other < size))
    source, forbidden = added[row.known - size].source, row.verdict is GateVerdict.FORBIDDEN
    reasons = (*(row.reasons if forbidden else ()), Reason("gate.taken_in", (source.file, str(source.row))))
    return GateRow(row.record, row.verdict if forbidden else GateVerdict.ALREADY_THERE, reasons)


def missing_columns(schema: Schema, lacking: Sequence[str]) -> tuple[str, ...]:
    """Return the list's columns on permission and state among those that have no place in the register."""
    speaking = (column for column in permission_columns(schema) if column.subject not in FREE)
    return tuple(column.column for column in speaking if column.column in lacking)


def _gate(
    new: Register,
    known: Side,
    settings: Settings,
    progress: Progress,
    merged: Mapping[str, RecordId],
    with_columns: bool,
) -> Gate:
    new_schema = detect(new, settings.meanings, settings.today, settings.corrections)
    schema, settings = known.schema, replace(settings, meanings={}, corrections={})
    placed = as_rows_of(known.register, schema, new, new_schema)
    inspection = _inspected(placed.register, known, settings, progress)
    known_fixed = fixed_register(known.register, known.fixes)
    new_fixed = fixed_register(placed.register, inspection.fixes)

    def tick() -> None:
        progress.report("gate.rows", 0, len(new))

    tick()
    known_plain, new_plain = (in_plain_days(side, schema, settings.today) for side in (known_fixed, new_fixed))
    both = Both(Persons(known_plain, schema, merged), Persons(new_plain, schema))
    if counts_its_own(both, len(new), tick):
        both, placed = replace(both, numbers_count=False), _without_numbers(placed, schema)
    new_now = fixed_register(placed.register, _safe(_of_columns(inspection.fixes, placed)))
    coming = missing_columns(new_schema, placed.lacking) if with_columns else ()
    standards = Standards(
        known.register,
        in_plain_days(fixed_register(known.register, _safe(known.fixes)), schema, settings.today),
        new_now,
        in_plain_days(new_now, schema, settings.today),
        schema,
        _faults(inspection, schema),
        _filled(new, new_schema.columns_of(*WAYS)) | _filled(placed.register, schema.columns_of(*WAYS)),
        SaidOfRows(
            standings_of(known.register, schema, settings.today),
            standings_of(new, new_schema, settings.today),
            standings_of(new, _without_columns(new_schema, coming), settings.today),
            standings_of(placed.register, _with_own(schema, new_schema), settings.today),
        ),
        new,
        new_schema,
        merged,
    )
    columns = {column.name: column.name for column in known_fixed.columns}
    clusters = clusters_of_both(known_fixed, new_fixed, columns, schema, progress)
    found = matches(both, clusters, len(known_fixed), len(new), tick)
    again = {record: rows for rows in repeated(clusters, len(known_fixed)) for record in rows}
    rows = tuple(_rows(standards, found, again, progress))
    return Gate(known.register, new, new_schema, placed.columns, placed.lacking, standards.new, rows)


def _without_columns(schema: Schema, names: Sequence[str]) -> Schema:
    return replace(schema, columns=tuple(entry for entry in schema.columns if entry.column not in names))


def _inspected(rows: Register, known: Side, settings: Settings, progress: Progress) -> Inspection:
    """Look the new rows through by the habits of the register they are to enter."""
    habits = habits_of(known.register, known.schema, settings)
    return inspect(rows, known.schema, record_keys(rows, known.schema), settings, progress, habits)


def _without_numbers(placed: NewRows, schema: Schema) -> NewRows:
    """Leave out customer numbers that the new file counts for itself: in the register they are other customers'."""
    numbers = schema.columns_of(Meaning.CUSTOMER_NUMBER)
    register = placed.register
    cells = tuple(
        ColumnCells.of([""] * len(register)) if column.name in numbers else cells
        for column, cells in zip(register.columns, register.cells, strict=True)
    )
    lost = tuple(placed.columns[name] for name in numbers if name in placed.columns)
    columns = {name: other for name, other in placed.columns.items() if name not in numbers}
    return NewRows(replace(register, cells=cells), columns, (*placed.lacking, *lost))


def _of_columns(fixes: Iterable[Fix], placed: NewRows) -> Iterator[Fix]:
    """Yield the fixes of cells that still say something."""
    left = {column.name for column in placed.register.columns if any(placed.register.cells_of(column.name).texts)}
    return (fix for fix in fixes if any(change.column in left for change in fix.changes))


def _safe(fixes: Iterable[Fix]) -> list[Fix]:
    return [fix for fix in fixes if fix.safe]


def _faults(inspection: Inspection, schema: Schema) -> Mapping[RecordId, Mapping[str, Reason]]:
    """Return the errors that no safe fix mends in what identifies or reaches a customer."""
    watched = {entry.column for entry in schema.columns if entry.meaning in IDENTIFIES_OR_REACHES}
    faults: dict[RecordId, dict[str, Reason]] = defaultdict(dict)
    for finding in inspection.findings:
        wrong = finding.severity is Severity.ERROR or finding.code in _ALSO_FAULTY
        if wrong and finding.record is not None and finding.column in watched:
            faults[finding.record][finding.column or ""] = Reason(finding.code, finding.arguments)
    for fix in inspection.fixes:
        if not fix.safe and is_error(fix.reason.code):
            for change in fix.changes:
                if change.column in watched and change.before:
                    faults[fix.record].setdefault(change.column, fix.reason)
    return faults


def _filled(rows: Register, columns: Sequence[str]) -> frozenset[int]:
    """Return the records that say something in one of these columns."""
    return frozenset(record for column in columns for record, text in enumerate(rows.cells_of(column)) if text.strip())


def _rows(
    standards: Standards,
    found: Sequence[Match | None],
    again: Mapping[RecordId, tuple[RecordId, ...]],
    progress: Progress,
) -> Iterator[GateRow]:
    firsts = _Firsts(standards, again)
    for place, matched in enumerate(found):
        if place % _TICK == 0:
            progress.report("gate.rows", place, len(found))
        seen = Seen(RecordId(place), matched, standards)
        verdict, reasons = verdict_of(seen)
        if verdict in ENTERING and (repeats := firsts.repeats(seen.record)):
            verdict, reasons = verdict_of(replace(seen, repeats=repeats))
        yield _row(seen, verdict, reasons)


def _row(seen: Seen, verdict: GateVerdict, reasons: tuple[Reason, ...]) -> GateRow:
    changes = seen.changes if verdict is GateVerdict.CHANGED else _settling(seen, reasons)
    if seen.match is None or seen.known is None:
        return GateRow(seen.record, verdict, reasons)
    others = tuple(each for each in (seen.match.known, *seen.match.others) if each != seen.known)
    return GateRow(seen.record, verdict, reasons, seen.known, changes, seen.match.weights, others)


def _with_own(schema: Schema, listed: Schema) -> Schema:
    """Return the register's columns with what a column of the same name in the list speaks of."""
    theirs = {entry.column: entry.permission for entry in listed.columns}
    return Schema(
        tuple(replace(entry, permission=entry.permission or theirs.get(entry.column)) for entry in schema.columns)
    )


def _settling(seen: Seen, reasons: tuple[Reason, ...]) -> tuple[CellChange, ...]:
    """Return what a row in conflict would bring into the register of permission."""
    if not any(reason.code in (LIST_FORBIDS, NOT_UNDERSTOOD) for reason in reasons):
        return ()
    return tuple(change for change in seen.changes if change.column in seen.standards.permissions)


class _Firsts:
    """Remembers the first row of each new customer: the file may hold the customer twice, or a number of another."""

    def __init__(self, standards: Standards, again: Mapping[RecordId, tuple[RecordId, ...]]) -> None:
        self._new = standards.new
        self._numbers = standards.schema.columns_of(Meaning.CUSTOMER_NUMBER)
        self._again = again
        self._entered: set[RecordId] = set()
        self._holders: dict[str, RecordId] = {}

    def repeats(self, record: RecordId) -> Reason | None:
        """Return why a row that could enter repeats an earlier one that does; where none does, it enters itself."""
        first = next((each for each in self._again.get(record, ()) if each in self._entered), None)
        if first is not None:
            return Reason("gate.repeated_in_file", (str(self._new.row(first)),))
        numbers = {customer_number_key(self._new.text(record, column)) for column in self._numbers} - {""}
        holder = next((self._holders[number] for number in numbers if number in self._holders), None)
        if holder is not None:
            return Reason("gate.number_repeated", (str(self._new.row(holder)),))
        self._entered.add(record)
        self._holders |= dict.fromkeys(numbers, record)
        return None
