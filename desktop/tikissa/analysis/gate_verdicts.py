"""The verdicts on new rows, and the one table that says which of them wins where several could be given."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from tikissa.analysis.gate_matches import LIKELY, SAME_COMPANY, SEVERAL_CUSTOMERS, Match
from tikissa.analysis.gate_sides import NAMES
from tikissa.analysis.news import SEVERAL, is_news
from tikissa.matching.preparing.normalised_identifiers import customer_number_key
from tikissa.model.finding import Reason
from tikissa.model.permission import Channel, PermissionColumn, Stance, Subject
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.model.register import NOT_OWN, Register
from tikissa.model.schema import Meaning, Schema
from tikissa.permission.columns_in_force import permission_columns
from tikissa.permission.permission_cells import said
from tikissa.permission.row_permissions import Flags, Standings
from tikissa.text.normalise import fold

LIST_FORBIDS = "gate.list_forbids_register_allows"
NOT_UNDERSTOOD = "gate.not_understood"


class GateVerdict(StrEnum):
    """What a new row is to the register."""

    NEW = "new"
    ALREADY_THERE = "already_there"
    CHANGED = "changed"
    KNOWN_COMPANY = "known_company"
    IN_CONFLICT = "in_conflict"
    FORBIDDEN = "forbidden"
    NEEDS_FIXING = "needs_fixing"


WAYS = (
    *(Meaning.PHONE, Meaning.EMAIL, Meaning.STREET, Meaning.WHOLE_ADDRESS, Meaning.BILLING_ADDRESS),
    *(Meaning.DELIVERY_ADDRESS, Meaning.EINVOICE_ADDRESS),
)
"""One of these at the least makes a name a customer somebody can serve."""

IDENTIFIES_OR_REACHES = frozenset(
    (
        *(Meaning.BUSINESS_ID, Meaning.VAT_NUMBER, Meaning.IDENTITY_CODE, Meaning.DATE_OF_BIRTH, Meaning.EMAIL),
        *(Meaning.PHONE, Meaning.POSTAL_CODE, Meaning.CUSTOMER_NUMBER),
    )
)


_ASKED = (Subject.PERMISSION, Subject.PROHIBITION)


@dataclass(frozen=True)
class SaidOfRows:
    """What the register, the list as it was read, and the list under the register's columns say of permission and
    state. `entering` is what the list says but for columns that are to be added to the register as they are; `lost` are
    the records of which the register would not take all."""

    known: Standings
    listed: Standings
    entering: Standings
    placed: Standings

    @cached_property
    def lost(self) -> Flags:
        lost: Flags = self.entering.closed & ~self.placed.closed
        for way in Channel:
            lost |= self.entering.forbidden[way] & ~self.placed.forbidden[way]
        return lost

    def disagree(self, record: int, known: int) -> bool:
        """Tell whether one of the two allows what the other forbids, or only the list knows of an end."""
        if self.known.closed[known]:
            return False
        ways = any(
            (self.known.allowed[way][known] and self.listed.forbidden[way][record])
            or (self.known.forbidden[way][known] and self.listed.allowed[way][record])
            for way in Channel
        )
        return ways or bool(self.listed.closed[record])


@dataclass(frozen=True)
class Standards:
    """What new rows are held against. `known` is the register as it was read, `known_compared` with its safe fixes;
    `new` are the new rows with theirs; what is compared has its days in one writing. `faults` are the errors without a
    safe fix, by record and column of the new rows; `reachable` are the records that tell a way to reach the customer,
    whether the register has a column for it or not; `said` is what both files say of permission, `list` the new file
    as it was read.
    """

    known: Register
    known_compared: Register
    new: Register
    new_compared: Register
    schema: Schema
    faults: Mapping[RecordId, Mapping[str, Reason]]
    reachable: frozenset[int]
    said: SaidOfRows
    list: Register
    list_schema: Schema
    merged: Mapping[str, RecordId] = field(default_factory=dict)
    meanings: Mapping[str, Meaning | None] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "meanings", {entry.column: entry.meaning for entry in self.schema.columns})

    @cached_property
    def permissions(self) -> Mapping[str, PermissionColumn]:
        """Return the columns that ask for permission or state; notes and names are compared by their words."""
        columns = permission_columns(self.schema)
        return {column.column: column for column in columns if column.subject not in (Subject.WORDS, Subject.NAME)}

    @cached_property
    def filled(self) -> tuple[str, ...]:
        """Return the columns in which any new row says something."""
        return tuple(column.name for column in self.new.columns if any(self.new.cells_of(column.name).texts))

    def listed_by(self, record: RecordId) -> str:
        """Return the list's own column that forbids contacting the customer, "" where none does."""
        return forbidden_by(self.list, self.list_schema, record)

    def has(self, record: RecordId, *meanings: Meaning) -> bool:
        return any(self.new.text(record, column).strip() for column in self.schema.columns_of(*meanings))


@dataclass(frozen=True)
class Seen:
    """A new row with all that has been found of it. `repeats` is the row of the new file that is the same customer."""

    record: RecordId
    match: Match | None
    standards: Standards
    repeats: Reason | None = None

    @property
    def is_customer(self) -> bool:
        """Say whether the row is at least likely a customer the register has."""
        return self.match is not None and self.match.likely

    @property
    def is_of_known_company(self) -> bool:
        """Say whether the row is nobody the register has, at a company that it has."""
        return self.match is not None and not self.match.likely and self.match.doubts == (SAME_COMPANY,)

    @cached_property
    def known(self) -> RecordId | None:
        """Return the register's row of the customer that the new row differs from least."""
        if self.match is None:
            return None
        rows = (self.match.known, *self.match.others) if self.is_customer else (self.match.known,)
        return min(rows, key=lambda known: len([*self._changes(known)])) if len(rows) > 1 else rows[0]

    @cached_property
    def changes(self) -> tuple[CellChange, ...]:
        """Return what the row tells of its customer that the register does not."""
        return tuple(self._changes(self.known)) if self.known is not None and self.is_customer else ()

    def _changes(self, known: RecordId) -> Iterator[CellChange]:
        standards = self.standards
        for column in standards.filled:
            after = standards.new.text(self.record, column)
            if after and not isinstance(standards.known.cells_of(column).raw(known), NOT_OWN):
                meaning = standards.meanings.get(column)
                permission = standards.permissions.get(column)
                if permission is not None:
                    if _is_stricter(permission, after, standards.known.text(known, column)):
                        yield CellChange(column, standards.known.text(known, column), after)
                    continue
                columns = standards.schema.columns_of(meaning) if meaning in SEVERAL and meaning else (column,)
                compared = standards.new_compared.text(self.record, column)
                if is_news(meaning, compared, [standards.known_compared.text(known, name) for name in columns]):
                    yield CellChange(column, standards.known.text(known, column), after)


def _is_stricter(column: PermissionColumn, new: str, known: str) -> bool:
    """Tell whether a new cell is news: it says what the register does not, and takes no prohibition back."""
    mine, theirs = said(column, new), said(column, known)
    if not mine.understood or not theirs.understood:
        return fold(new) != fold(known)
    if (mine.stance, mine.forbidden, mine.allowed, mine.state) == (
        *(theirs.stance, theirs.forbidden, theirs.allowed, theirs.state),
    ):
        return False
    return mine.strictness > theirs.strictness or (mine.stance is Stance.ALLOWED and theirs.stance is Stance.UNKNOWN)


def forbidden_by(register: Register, schema: Schema, record: RecordId) -> str:
    """Return the column that says the customer may not be contacted, "" where none does."""
    for column in permission_columns(schema):
        told = said(column, register.text(record, column.column))
        if told.forbidden or told.state.is_closed:
            return column.column
    return ""


def _disagreeing(seen: Seen) -> Iterator[Reason]:
    """What one file allows and the other forbids is for the user to settle; the prohibition is what is proposed."""
    standards, record = seen.standards, seen.record
    if seen.match is None or not seen.is_customer:
        return
    for known in (seen.match.known, *seen.match.others):
        if standards.said.disagree(record, known):
            own = forbidden_by(standards.known, standards.schema, known)
            listed = standards.listed_by(record)
            yield (
                Reason("gate.register_forbids_list_allows", (own,))
                if own and not listed
                else Reason(LIST_FORBIDS, (listed,))
            )
            return


def _not_understood(seen: Seen) -> Iterator[Reason]:
    """Of two words on permission, one of which nobody has explained, neither takes the other's place unseen."""
    standards = seen.standards
    if seen.known is None or not seen.is_customer:
        return
    for name, column in standards.permissions.items():
        known, new = standards.known.text(seen.known, name), standards.new.text(seen.record, name)
        differ = known.strip() and new.strip() and fold(known) != fold(new)
        if differ and not (said(column, known).understood and said(column, new).understood):
            yield Reason(NOT_UNDERSTOOD, (name,))


def _losing(seen: Seen) -> Iterator[Reason]:
    """What the list forbids and the register has no column for would be lost."""
    standards, record = seen.standards, seen.record
    if standards.said.lost[record]:
        yield Reason("gate.no_column_for", (standards.listed_by(record),))


def _forbidding(seen: Seen) -> Iterator[Reason]:
    standards = seen.standards
    concerns = seen.is_customer or seen.is_of_known_company
    known = (seen.match.known, *seen.match.others) if seen.match is not None and concerns else ()
    said = next(filter(None, (forbidden_by(standards.known, standards.schema, each) for each in known)), "")
    if said:
        yield Reason("gate.register_forbids", (said,))
        if _permits(standards, seen.record):
            yield Reason("gate.would_permit", (said,))


def _permits(standards: Standards, record: RecordId) -> bool:
    """Tell whether the row says in a column of its own that nothing is forbidden."""
    columns = [column for column in permission_columns(standards.schema) if column.subject in _ASKED]
    texts = [(column, standards.new.text(record, column.column)) for column in columns]
    return any(text.strip() and not said(column, text).forbidden for column, text in texts)


def _faulty(seen: Seen) -> Iterator[Reason]:
    """A fault the register has too is not what the row would bring."""
    brought = {change.column for change in seen.changes} if seen.is_customer else set(seen.standards.filled)
    faults = seen.standards.faults.get(seen.record, {})
    yield from dict.fromkeys(reason for column, reason in faults.items() if column in brought)


def _doubtful(seen: Seen) -> Iterator[Reason]:
    """Where the row tells nothing new of one of them, it does not matter that it fits several."""
    doubts = seen.match.doubts if seen.match is not None and not seen.is_of_known_company else ()
    if doubts != (SEVERAL_CUSTOMERS,) or seen.changes or not seen.is_customer:
        yield from doubts


def _nobody(seen: Seen) -> Iterator[Reason]:
    standards, record = seen.standards, seen.record
    if seen.is_customer:
        return
    if standards.schema.columns_of(*NAMES) and not standards.has(record, *NAMES):
        yield Reason("gate.no_name")
    if standards.schema.columns_of(*WAYS) and record not in standards.reachable:
        yield Reason("gate.no_way_to_reach")


def _changing(seen: Seen) -> Iterator[Reason]:
    yield from (*_perhaps(seen), *_merged_away(seen)) if seen.changes else ()
    for change in seen.changes:
        yield Reason("gate.fills" if not change.before else "gate.differs", (change.column,))
    yield from _twice(seen) if seen.changes else ()


def _known(seen: Seen) -> Iterator[Reason]:
    if seen.is_customer:
        yield Reason("gate.nothing_new")
        yield from _perhaps(seen)
        yield from _merged_away(seen)
        yield from _twice(seen)


def _merged_away(seen: Seen) -> Iterator[Reason]:
    """Tell of a number that is no longer in use, where the customer it was is the one found."""
    standards = seen.standards
    for column in standards.schema.columns_of(Meaning.CUSTOMER_NUMBER):
        number = standards.new.text(seen.record, column)
        if standards.merged and standards.merged.get(customer_number_key(number)) == seen.known:
            yield Reason("gate.merged_number", (number,))


def _perhaps(seen: Seen) -> Iterator[Reason]:
    if seen.match is not None and seen.match.probable:
        yield LIKELY


def _twice(seen: Seen) -> Iterator[Reason]:
    if seen.match is not None and seen.match.others:
        yield Reason("gate.register_has_twice")


def _repeating(seen: Seen) -> Iterator[Reason]:
    if seen.repeats is not None:
        yield seen.repeats


def _known_company(seen: Seen) -> Iterator[Reason]:
    if seen.is_of_known_company:
        yield SAME_COMPANY


def _new(seen: Seen) -> Iterator[Reason]:
    """A customer who comes with a prohibition comes all the same, and the prohibition too."""
    yield Reason("gate.new")
    own = forbidden_by(seen.standards.new, seen.standards.schema, seen.record)
    if own:
        yield Reason("gate.row_forbids", (own,))


PRECEDENCE: tuple[tuple[GateVerdict, Callable[[Seen], Iterator[Reason]]], ...] = (
    # what one file allows and the other forbids is settled before anything else is said of the row
    (GateVerdict.IN_CONFLICT, _disagreeing),
    # of two words that may be a no neither is written over the other unseen
    (GateVerdict.IN_CONFLICT, _not_understood),
    # a prohibition holds whatever else may be said: contacting one who forbade it cannot be taken back
    (GateVerdict.FORBIDDEN, _forbidding),
    # a wrong value proves nothing, neither a conflict nor a change: it is mended first
    (GateVerdict.NEEDS_FIXING, _faulty),
    # who it is comes before what has changed
    (GateVerdict.IN_CONFLICT, _doubtful),
    # nor does a prohibition enter that the register has no room for: the row would come in without it
    (GateVerdict.NEEDS_FIXING, _losing),
    (GateVerdict.CHANGED, _changing),
    (GateVerdict.ALREADY_THERE, _known),
    # from here on nobody in the register: could the row enter as it is?
    (GateVerdict.NEEDS_FIXING, _nobody),
    (GateVerdict.NEEDS_FIXING, _repeating),
    (GateVerdict.KNOWN_COMPANY, _known_company),
    (GateVerdict.NEW, _new),
)
"""The first verdict with a reason wins."""


def verdict_of(seen: Seen) -> tuple[GateVerdict, tuple[Reason, ...]]:
    for verdict, reasons in PRECEDENCE:
        found = tuple(reasons(seen))
        if found:
            return verdict, found
    raise AssertionError("the last verdict has a reason for every row")
