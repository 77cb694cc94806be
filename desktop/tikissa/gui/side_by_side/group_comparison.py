"""A group of rows as the user has it before deciding: who is left out, and which values are to survive."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce

from tikissa.gui.common.amount_texts import amount_of
from tikissa.model.finding import Reason
from tikissa.model.golden_record import GoldenRecord, SurvivingValue
from tikissa.model.matching import Relation
from tikissa.model.outcome import Outcome
from tikissa.model.permission import PermissionColumn, Stance, Subject
from tikissa.model.proposal import Merge
from tikissa.model.record import RecordId
from tikissa.model.register import NOT_OWN
from tikissa.model.schema import Meaning, Schema
from tikissa.permission.columns_in_force import permission_column
from tikissa.permission.permission_cells import is_marked, said
from tikissa.text.secret_numbers import masked

BY_HAND = Reason("hand.choice")


FLAGGED = frozenset(
    {
        Meaning.PERMISSION,
        Meaning.PROHIBITION,
        Meaning.CREDIT_BLOCK,
        Meaning.EINVOICE_ADDRESS,
        Meaning.EINVOICE_OPERATOR,
        Meaning.CUSTOMER_NUMBER,
    }
)
"""What must not be overlooked in a merge."""

_MAY_HOLD_SEVERAL = (None, Meaning.NOTES, Meaning.PHONE, Meaning.EMAIL, Meaning.CONTACT_PERSON, Meaning.SOURCE)
JOINER = " / "
"""Stands between texts that are all kept in one cell."""

_FREE_WORDS = (Subject.WORDS, Subject.NAME)


@dataclass(frozen=True, slots=True)
class ComparedField:
    """One column of the group: the texts of its records in the group's order, and how they are shown.

    What the workbook works out by itself (`worked_out`) is nobody's to choose: it follows from what is kept.
    """

    column: str
    meaning: Meaning | None
    texts: tuple[str, ...]
    shown: tuple[str, ...]
    worked_out: bool = False
    permission: PermissionColumn | None = None

    def as_shown(self, text: str) -> str:
        """Return how a text is shown: as in the row that has it, secret numbers covered."""
        return masked(self.shown[self.texts.index(text)] if text in self.texts else text, self.meaning)

    @property
    def is_flagged(self) -> bool:
        return self.meaning in FLAGGED or self._speaks_of_permission

    @property
    def _speaks_of_permission(self) -> bool:
        return self.permission is not None and self.permission.subject not in _FREE_WORDS

    def forbids(self, text: str) -> bool:
        return forbids(self.meaning, self.permission, text)


@dataclass(frozen=True, slots=True)
class Comparison:
    """`golden` is what would survive of the records that are not left out; `chosen` and `staying` are the user's own
    word. `hidden` are the records whose rows the spreadsheet does not show.
    """

    records: tuple[RecordId, ...]
    fields: tuple[ComparedField, ...]
    golden: GoldenRecord
    merge: Merge | None = None
    left_out: frozenset[RecordId] = frozenset()
    chosen: Mapping[str, SurvivingValue] = field(default_factory=dict)
    staying: RecordId | None = None
    hidden: frozenset[RecordId] = frozenset()
    settled: bool = False
    """The group was decided on: there is nothing to choose."""

    def differs(self, entry: ComparedField) -> bool:
        """Tell whether a field differs among the records that would be merged."""
        told = {text for record, text in zip(self.records, entry.texts, strict=True) if record not in self.left_out}
        return len(told) > 1

    @property
    def taken(self) -> tuple[RecordId, ...]:
        """Return the records that would be merged."""
        return tuple(record for record in self.records if record not in self.left_out)

    @property
    def survivor(self) -> RecordId:
        """Return the record that stays: the one whose customer number does, else the one the user wants to stay."""
        sources = (self.chosen[entry.column].source for entry in self._numbers if entry.column in self.chosen)
        proposed = self.golden.survivor if self.staying is None else self.staying
        return next((source for source in sources if source is not None), proposed)

    @property
    def in_sight(self) -> RecordId | None:
        """Return the record that could stay so that the customer is seen; None where the one that stays is seen."""
        seen = (record for record in self.taken if record not in self.hidden)
        return next(seen, None) if self.survivor in self.hidden else None

    @property
    def is_safe(self) -> bool:
        """Tell whether Enter may merge: the group as it was proposed, and nothing doubtful in it."""
        return self.merge is not None and self.merge.safe and not self.left_out

    def value(self, entry: ComparedField) -> SurvivingValue:
        """Return what a field keeps."""
        if entry.column in self.chosen:
            return self.chosen[entry.column]
        return self._proposed(entry)

    def is_locked(self, entry: ComparedField) -> bool:
        """Tell whether the value cannot be chosen away: a merge never turns a prohibition into a permission."""
        return entry.forbids(self._proposed(entry).value)

    def can_choose(self, entry: ComparedField) -> bool:
        return not self.settled and not entry.worked_out and not self.is_locked(entry)

    def keeps(self, entry: ComparedField, record: RecordId) -> bool:
        return self.value(entry).source == record

    def choose(self, entry: ComparedField, record: RecordId) -> "Comparison":
        """Keep the value of this record."""
        return self._with(entry, replace(self._own(entry, record), reason=BY_HAND))

    def stay(self, record: RecordId) -> "Comparison":
        """Let this record stay, with its customer number."""
        numbers = (entry for entry in self._numbers if entry.texts[self.records.index(record)])
        return reduce(lambda made, entry: made.choose(entry, record), numbers, replace(self, staying=record))

    def write(self, entry: ComparedField, text: str) -> "Comparison":
        """Keep a text of the user's own."""
        return self._with(entry, SurvivingValue(entry.column, text, None, BY_HAND))

    def joined(self, entry: ComparedField) -> str:
        """Return the texts of the rows that would be merged one behind the other, each once, the kept one first."""
        told = (text for record, text in zip(self.records, entry.texts, strict=True) if record not in self.left_out)
        return JOINER.join(dict.fromkeys(text for text in (self.value(entry).value, *told) if text))

    def can_join(self, entry: ComparedField) -> bool:
        """Tell whether keeping every row's text in one cell makes sense: where nothing reads the cell as one thing."""
        several = len({text for text in entry.texts if text}) > 1
        return several and self.can_choose(entry) and entry.meaning in _MAY_HOLD_SEVERAL and not entry.is_flagged

    def leave_out(self, left_out: frozenset[RecordId], golden: GoldenRecord) -> "Comparison":
        """Take rows out or back in; what was chosen from a row that is out is forgotten."""
        chosen = {column: value for column, value in self.chosen.items() if value.source not in left_out}
        staying = None if self.staying in left_out else self.staying
        return replace(self, left_out=left_out, golden=golden, chosen=chosen, staying=staying)

    @property
    def in_force(self) -> tuple[ComparedField, ...]:
        """Return the prohibitions and blocks that the merge keeps, whatever is chosen."""
        return tuple(entry for entry in self.fields if self.is_locked(entry))

    @property
    def result(self) -> GoldenRecord:
        """Return the golden record with the user's choices in it."""
        covered = {value.column for value in self.golden.values} | set(self.chosen)
        values = tuple(self.value(entry) for entry in self.fields if entry.column in covered)
        return GoldenRecord(self.survivor, values)

    @property
    def _numbers(self) -> Iterator[ComparedField]:
        return (entry for entry in self.fields if entry.meaning is Meaning.CUSTOMER_NUMBER)

    def _proposed(self, entry: ComparedField) -> SurvivingValue:
        found = next((value for value in self.golden.values if value.column == entry.column), None)
        return found or self._own(entry, self.survivor)

    def _own(self, entry: ComparedField, record: RecordId) -> SurvivingValue:
        text = entry.texts[self.records.index(record)]
        return SurvivingValue(entry.column, text, record, Reason("survivorship.survivor"))

    def _with(self, entry: ComparedField, value: SurvivingValue) -> "Comparison":
        lost = entry.is_flagged and not value.value and bool(self._proposed(entry).value)
        if lost or not self.can_choose(entry):
            return self
        return replace(self, chosen={**self.chosen, entry.column: value})


def forbids(meaning: Meaning | None, permission: PermissionColumn | None, text: str) -> bool:
    """Tell whether a value is a prohibition, a block or an end in force."""
    if meaning is Meaning.CREDIT_BLOCK and is_marked(text):
        return True
    if permission is None or permission.subject in _FREE_WORDS:
        return False
    told = said(permission, text)
    return told.stance is Stance.FORBIDDEN or told.state.is_closed


def compare(
    outcome: Outcome, schema: Schema, golden: GoldenRecord, records: tuple[RecordId, ...], merge: Merge | None = None
) -> Comparison:
    """Lay records side by side as they stand now; columns that are empty in all of them are left away.

    What must not be overlooked comes first: prohibitions, customer numbers, addresses of e-invoices.
    """
    fields = (
        ComparedField(
            entry.column,
            entry.meaning,
            tuple(outcome.text(record, entry.column) for record in records),
            tuple(amount_of(outcome, record, entry.column) for record in records),
            any(isinstance(outcome.register.cells_of(entry.column).raw(record), NOT_OWN) for record in records),
            permission_column(entry),
        )
        for entry in schema.columns
    )
    filled = [entry for entry in fields if any(entry.texts)]
    ordered = tuple(sorted(filled, key=lambda entry: not entry.is_flagged))
    hidden = frozenset(filter(outcome.register.is_hidden, records))
    return Comparison(records, ordered, golden, merge, hidden=hidden)


def likely_relation(comparison: Comparison) -> Relation:
    """Return how these most likely belong together if they are not the same: companies as branches, people at home."""
    company = (Meaning.COMPANY, Meaning.BUSINESS_ID, Meaning.VAT_NUMBER)
    is_company = any(entry.meaning in company and any(entry.texts) for entry in comparison.fields)
    return Relation.BRANCH if is_company else Relation.HOUSEHOLD
