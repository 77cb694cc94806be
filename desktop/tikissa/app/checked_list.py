"""A list looked at beside the register: what each of its rows is to it, and what the user has said of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from tikissa.analysis.erased_rows import with_erased_forbidden
from tikissa.analysis.gate import ENTERING, Gate, GateRow, gate
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.analysis.linkage import side_of
from tikissa.app.exclusion_list import with_excluded_forbidden
from tikissa.lists.hand_back import final_survivor
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.decision import DecisionLog, ExcludeItem
from tikissa.model.erasure import Erasure
from tikissa.model.kind_of_file import FileKind
from tikissa.model.outcome import AddedRow, Outcome
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.proposal import AddRow, CellChange
from tikissa.model.record import RecordId
from tikissa.model.register import Reading, Register
from tikissa.model.schema import Schema
from tikissa.permission.user_words import ColumnWords
from tikissa.review.log_state import corrections, meanings
from tikissa.schema.kinds.kind import kind_of

Said = Mapping[int, GateVerdict]
"""The user's own word on rows, by the row's number in the list."""

NOTHING_SAID = DecisionLog()

OPEN = (GateVerdict.IN_CONFLICT, GateVerdict.CHANGED, GateVerdict.KNOWN_COMPANY, GateVerdict.NEEDS_FIXING)
"""What waits for somebody's word."""


@dataclass(frozen=True)
class CheckedList:
    """`rows` are in the list's order, with the user's word on them; `additions` are what adding each of them would put
    into the register, worked out once. `reading` is how the user wants the list read, `kind` what it is a list of;
    `with_columns`: its columns on permission have been added to the register; `words` are the user's own on them."""

    gate: Gate
    rows: tuple[GateRow, ...]
    additions: Mapping[RecordId, AddRow]
    said: Said = field(default_factory=dict)
    reading: Reading = Reading()
    kind: FileKind = FileKind.CUSTOMERS
    with_columns: bool = False
    words: DecisionLog = NOTHING_SAID

    @property
    def are_leads(self) -> bool:
        """Say whether the list is of people who are no customers, so that nothing on it is added as it comes."""
        return self.kind is FileKind.LEADS

    @property
    def against(self) -> Register:
        return self.gate.against

    @property
    def register(self) -> Register:
        return self.gate.new

    @property
    def schema(self) -> Schema:
        return self.gate.schema

    @property
    def columns(self) -> Mapping[str, str]:
        """Return what the list calls the columns of the register."""
        return self.gate.columns

    def of(self, *verdicts: GateVerdict) -> tuple[GateRow, ...]:
        return tuple(row for row in self.rows if row.verdict in verdicts)

    @cached_property
    def counts(self) -> Mapping[GateVerdict, int]:
        return {verdict: len(self.of(verdict)) for verdict in GateVerdict}

    def say(self, record: RecordId, verdict: GateVerdict) -> "CheckedList":
        """Return the list with the user's own word on one row."""
        rows = list(self.rows)
        rows[record] = replace(rows[record], verdict=verdict)
        return replace(self, rows=tuple(rows), said={**self.said, self.register.row(record): verdict})

    def beside(self, outcome: Outcome) -> "CheckedList":
        """Return the list as it is beside the register as it stands now: details taken over are there already."""
        rows = (
            replace(row, verdict=GateVerdict.ALREADY_THERE) if self._is_taken_over(row, outcome) else row
            for row in self.rows
        )
        return replace(self, rows=tuple(rows))

    def to_add(self, outcome: Outcome, verdict: GateVerdict = GateVerdict.NEW) -> tuple[AddRow, ...]:
        """Return the rows of this verdict that are not in the register yet; of leads none is added as it comes."""
        if self.are_leads:
            return ()
        there = {added.proposal for added in outcome.added}
        new = (self.additions[row.record] for row in self.of(verdict))
        return tuple(addition for addition in new if addition.id not in there)

    def added(self, outcome: Outcome) -> frozenset[RecordId]:
        """Return which rows have been taken into the register."""
        there = {added.proposal for added in outcome.added}
        new = self.of(*ENTERING) if there else ()
        return frozenset(row.record for row in new if self.additions[row.record].id in there)

    def _is_taken_over(self, row: GateRow, outcome: Outcome) -> bool:
        return row.verdict is GateVerdict.CHANGED and not any(taking_over(row, outcome))


def taking_over(row: GateRow, outcome: Outcome) -> tuple[tuple[RecordId, CellChange], ...]:
    """Return what the register does not yet say of a customer, with what it says in its place now."""
    if row.known is None:
        return ()
    record = final_survivor(outcome, row.known)
    changes = ((change, outcome.text(record, change.column)) for change in row.changes)
    return tuple((record, replace(change, before=now)) for change, now in changes if now != change.after)


def check_list(
    register: Register,
    known: Analysis,
    settings: Settings,
    progress: Progress = NoProgress(),
    reading: Reading = Reading(),
    said: Said | None = None,
    added: Sequence[AddedRow] = (),
    erasures: Sequence[Erasure] = (),
    exclusions: Sequence[ExcludeItem] = (),
    with_columns: bool = False,
    words: DecisionLog = NOTHING_SAID,
) -> CheckedList:
    """Look for the rows of a list in an analysed register, and among the rows `added` to it from other lists; decides
    and changes nothing."""
    of_columns = ColumnWords(meanings(words), corrections(words))
    found = gate(register, side_of(known), settings, progress, added, of_columns, with_columns=with_columns)
    found = with_excluded_forbidden(with_erased_forbidden(found, erasures), exclusions)
    rows = tuple(_with_word(found.rows, register, said or {}))
    kind = kind_of(register, found.schema).kind
    return CheckedList(found, rows, additions_of(found), said or {}, reading, kind, with_columns, words)


def additions_of(found: Gate) -> Mapping[RecordId, AddRow]:
    """Return for every row of a checked list what would add it to the register."""
    return {row.record: addition for row, addition in zip(found.rows, found.proposals(found.rows), strict=True)}


def _with_word(rows: Iterable[GateRow], register: Register, said: Said) -> Iterable[GateRow]:
    for row in rows:
        word = said.get(register.row(row.record))
        yield row if word is None else replace(row, verdict=word)
