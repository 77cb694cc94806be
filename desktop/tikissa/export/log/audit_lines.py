"""Turns what the decisions made of the register into lines of the change log."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tikissa.export.log.audit_line import AuditLine, LineKind
from tikissa.export.log.logged_cell import Cover, Meanings
from tikissa.export.log.typing_rules import copied_into, typed_after
from tikissa.export.typed_cell import Typed, as_json, normal
from tikissa.files.letters import column_index
from tikissa.messages import has_words, say
from tikissa.model.erasure import ERASED
from tikissa.model.finding import Reason
from tikissa.model.outcome import AppliedChange, Fate, Leaving, Outcome
from tikissa.model.record import RecordId
from tikissa.model.register import FileFormat, Register
from tikissa.model.schema import Meaning
from tikissa.text.formula_texts import shown_as_text, would_run
from tikissa.text.secret_numbers import masked

TypedRows = Mapping[int, Sequence[object]]
"""Rows of the original as the second reader gave them, by row number: those that change, leave or lend a value."""

_KINDS = {
    Fate.MERGED: LineKind.MERGED,
    Fate.ARCHIVED: LineKind.ARCHIVED,
    Fate.REMOVED: LineKind.REMOVED,
}


@dataclass(frozen=True, slots=True)
class TypedChange:
    """A change with its contents typed: what stood in the cell and what is written there."""

    change: AppliedChange
    before: Typed
    after: Typed


def touched_rows(outcome: Outcome) -> frozenset[int]:
    """Return the numbers of the rows that change, leave, or that a value came from."""
    records = {change.record for change in outcome.changes} | set(outcome.leaving)
    records |= {change.source for change in outcome.changes if change.source is not None}
    return frozenset(outcome.register.row(record) for record in records)


class TypedChanges:
    """Follows every touched cell through the changes, so that each change knows what it found and what it left.

    A new text that a spreadsheet would run is left as one that it shows; what stood in the user's own file stays.
    """

    def __init__(self, outcome: Outcome, rows: TypedRows) -> None:
        self._outcome = outcome
        self._is_csv = outcome.register.source.format is FileFormat.CSV
        self._rows = rows
        self._cells: dict[tuple[RecordId, str], tuple[str, Typed]] = {}

    def __iter__(self) -> Iterator[TypedChange]:
        for change in self._outcome.changes:
            _, before = self._cell(change.record, change.column)
            after = self._after(change)
            if change.has_effect:
                self._cells[change.record, change.column] = change.after, after
            yield TypedChange(change, before, after)

    def original(self, record: RecordId, column: str) -> Typed:
        row = self._rows.get(self._outcome.register.row(record), ())
        place = column_index(self._outcome.register.column(column).letter)
        return normal(row[place]) if place < len(row) else None

    def _cell(self, record: RecordId, column: str) -> tuple[str, Typed]:
        known = self._cells.get((record, column))
        return known or (self._outcome.register.text(record, column), self.original(record, column))

    def _after(self, change: AppliedChange) -> Typed:
        own, own_text = (
            self.original(change.record, change.column),
            self._outcome.register.text(change.record, change.column),
        )
        if change.source is not None:
            text, lent = self._cell(change.source, change.column)
            if text == change.after and not (lent is None and text):  # a merged cell lends what it shows
                return copied_into(own, lent, text)
        typed = typed_after(change.after, own, own_text)
        if self._is_csv and isinstance(typed, str) and not would_run(own_text):
            return shown_as_text(typed)
        return typed


def change_lines(outcome: Outcome, rows: TypedRows, language: str, cover: Cover) -> Iterator[AuditLine]:
    """Yield a line for every applied change, in the order of play, then one for every row that does not stay."""
    for typed in TypedChanges(outcome, rows):
        yield _change_line(outcome, typed, language, cover)
    for record in sorted(outcome.leaving):
        yield _leaving_line(outcome, outcome.leaving[record], rows, language, cover)


def words(language: str, reason: Reason, meaning: Meaning | None = None) -> str:
    """Return a reason as a sentence, what it tells of a cell covered; a code without words stands for itself."""
    told = (masked(argument, meaning) for argument in reason.arguments)
    return say(language, reason.code, *told) if has_words(reason.code) else reason.code


def places(register: Register, meanings: Mapping[str, Meaning | None]) -> Meanings:
    """Return what the columns mean by where they stand."""
    return {column_index(column.letter): meanings.get(column.name) for column in register.columns}


def now() -> str:
    """Return the present moment as the log writes it."""
    return utc(datetime.now(UTC))


def utc(moment: datetime) -> str:
    """Return a moment in UTC as ISO 8601 to the second; one without a zone is taken to be in UTC."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="seconds")


def _change_line(outcome: Outcome, typed: TypedChange, language: str, cover: Cover) -> AuditLine:
    change, register = typed.change, outcome.register
    letter = register.column(change.column).letter
    place = column_index(letter)
    reason = words(language, change.reason, cover.meanings.get(place))
    if not change.has_effect:
        leaving = outcome.leaving.get(change.record)
        into = leaving.into if leaving else None
        reason += " – " + say(language, "audit.no_effect", "" if into is None else register.row(into))
    return AuditLine(
        time=utc(change.when),
        kind=LineKind.CHANGE if change.has_effect else LineKind.NO_EFFECT,
        sheet=register.source.sheet,
        row=str(register.row(change.record)),
        column=change.column,
        letter=letter,
        before=cover.text(change.before, place),
        after=cover.text(change.after, place),
        before_cell=cover.cell(typed.before, place, change.before),
        after_cell=cover.cell(typed.after, place, change.after),
        rule=change.reason.code,
        reason=reason,
        decided_by=change.who,
        decision=str(change.decision),
        source_row="" if change.source is None else str(register.row(change.source)),
    )


def _leaving_line(outcome: Outcome, leaving: Leaving, rows: TypedRows, language: str, cover: Cover) -> AuditLine:
    register, row = outcome.register, outcome.register.row(leaving.record)
    seen = {column_index(column.letter): register.text(leaving.record, column.name) for column in register.columns}
    names = {column_index(column.letter): column.name for column in register.columns}
    texts = (f"{names[place]}: {cover.text(text, place)}" for place, text in seen.items() if text)
    if leaving.reasons and leaving.reasons[0].code == ERASED:
        return _erased_line(outcome, leaving, language)
    into = "" if leaving.into is None else str(register.row(leaving.into))
    fate = say(language, f"audit.{leaving.fate}", into)
    return AuditLine(
        time=utc(leaving.when),
        kind=_KINDS[leaving.fate],
        sheet=register.source.sheet,
        row=str(row),
        before="; ".join(texts),
        after=fate,
        before_cell=cover.row(rows.get(row, ()), seen),
        after_cell=as_json(fate),
        rule=leaving.reasons[0].code if leaving.reasons else f"leaving.{leaving.fate}",
        reason=" ".join(words(language, reason) for reason in leaving.reasons) or fate,
        decided_by=leaving.who,
        decision=str(leaving.decision),
        source_row=into,
    )


def _erased_line(outcome: Outcome, leaving: Leaving, language: str) -> AuditLine:
    """Return the line of a row whose customer was erased: that it went, and nothing of what stood in it."""
    said = words(language, leaving.reasons[0])
    return AuditLine(
        time=utc(leaving.when),
        kind=LineKind.REMOVED,
        sheet=outcome.register.source.sheet,
        row=str(outcome.register.row(leaving.record)),
        after=said,
        before_cell=as_json(None),
        after_cell=as_json(said),
        rule=ERASED,
        reason=said,
    )
