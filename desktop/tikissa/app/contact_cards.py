"""What the news of contacts proposes, kind by kind: who opted out, whom to ask for a new address, whom to check."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tikissa.app.exclusion_list import entries_for
from tikissa.lists.contacts.address_keys import address_key, email_keys_in, phone_keys_in
from tikissa.lists.contacts.forbidding import forbidding
from tikissa.lists.contacts.known_contacts import ContactProposal, ContactRow, contact_rows
from tikissa.model.analysis import Analysis, RecordKeys
from tikissa.model.contact_event import REFUSALS, ContactEvent, ContactNews
from tikissa.model.decision import Decision, DecisionLog, ExcludeItem, FixItem, Item, RetireAction, RetireItem, Verdict
from tikissa.model.finding import Reason
from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.review.decisions import Decider

CODES = {
    (ContactProposal.FORBID, ContactNews.UNSUBSCRIBED): "contacts.unsubscribed",
    (ContactProposal.FORBID, ContactNews.COMPLAINED): "contacts.complained",
    (ContactProposal.ASK, ContactNews.HARD): "contacts.bounced_often",
    (ContactProposal.CHECK, ContactNews.HARD): "contacts.bounced_once",
}
"""The kinds in the order in which they are shown, by their reason codes."""


@dataclass(frozen=True)
class ContactReport:
    """All that is known of contacts with a register's customers. `against` is the register it was looked up in."""

    events: tuple[ContactEvent, ...]
    rows: tuple[ContactRow, ...]
    names: tuple[str, ...]
    silent: tuple[str, ...]
    against: Register
    of_added: tuple[ContactRow, ...] = ()
    """Refusals of addresses that only rows taken in from other files have."""

    @property
    def counts(self) -> Mapping[ContactNews, int]:
        return {what: sum(row.what is what for row in self.rows) for what in ContactNews}


@dataclass(frozen=True, slots=True)
class ContactKind:
    """What is proposed for one kind of news, as far as nothing has been decided on it."""

    code: str
    rows: tuple[ContactRow, ...]
    of_added: tuple[ContactRow, ...] = ()

    @property
    def count(self) -> int:
        """Return how many rows it is about, those that were added and are not saved yet among them."""
        return len(self.records) + len(self.of_added)

    @property
    def records(self) -> tuple[RecordId, ...]:
        return tuple(dict.fromkeys(record for row in self.rows for record in row.open))


def contact_report(
    events: Iterable[ContactEvent],
    analysis: Analysis,
    outcome: Outcome,
    names: Sequence[str] = (),
    silent: Sequence[str] = (),
) -> ContactReport:
    """Return what came of messages, each event once; `names` are the files, `silent` those that told nothing."""
    known = tuple({(event.mark, event.what): event for event in events}.values())
    rows = contact_rows(known, outcome, analysis.schema, analysis.settings.today)
    of_added = tuple(_of_added(rows, analysis.schema, outcome))
    return ContactReport(known, rows, tuple(names), tuple(silent), analysis.register, of_added)


def _of_added(rows: Iterable[ContactRow], schema: Schema, outcome: Outcome) -> Iterator[ContactRow]:
    """Yield the refusals of addresses that no row of the register has, but one that was added to it."""
    ways = ((Meaning.EMAIL, email_keys_in), (Meaning.PHONE, phone_keys_in))
    columns = [(name, keys_in) for meaning, keys_in in ways for name in schema.columns_of(meaning)]
    cells = ((each.texts.get(name, ""), keys_in) for each in outcome.added for name, keys_in in columns)
    added = {key for text, keys_in in cells for key in keys_in(text)}
    refused = (row for row in rows if row.what in REFUSALS and not row.records and added)
    yield from (row for row in refused if address_key(row.address, row.channel) in added)


def open_kinds(report: ContactReport, keys: RecordKeys, log: DecisionLog) -> tuple[ContactKind, ...]:
    """Return the kinds with what is still to be decided, those that cannot be taken back by a message first."""
    settled = frozenset(_settled(log))
    found = []
    for (proposal, what), code in CODES.items():
        rows = [row for row in report.rows if row.proposal is proposal and row.what is what]
        left = [replace(row, open=tuple(_left(row, code, keys, settled))) for row in rows]
        waiting = tuple(row for row in left if row.open)
        refused = (row for row in report.of_added if proposal is ContactProposal.FORBID and row.what is what)
        of_added = tuple(row for row in refused if (code, row.address.casefold()) not in settled)
        if waiting or of_added:
            found.append(ContactKind(code, waiting, of_added))
    return tuple(found)


def _left(row: ContactRow, code: str, keys: RecordKeys, settled: frozenset[tuple[str, str]]) -> Iterator[RecordId]:
    if (code, row.address.casefold()) not in settled:
        yield from (record for record in row.open if (code, keys[record]) not in settled)


def _settled(log: DecisionLog) -> Iterator[tuple[str, str]]:
    """Yield what has been decided on: the kind, and the row or the address."""
    for _, decision in log.in_force:
        if not isinstance(decision.items, tuple):  # proposals accepted in bulk are none of these
            continue
        for item in decision.items:
            match item:
                case FixItem(record=record, reason=reason):
                    yield reason.code, record
                case RetireItem(record=record, reasons=reasons):
                    yield from ((reason.code, record) for reason in reasons)
                case ExcludeItem(text=text, reason=reason):
                    yield reason.code, text.casefold()


def accepting(kind: ContactKind, analysis: Analysis, outcome: Outcome, decider: Decider) -> Decision:
    """Return the one decision that accepts a kind: prohibitions, or a place on the ask list."""
    if kind.code in ("contacts.unsubscribed", "contacts.complained"):
        return decider.decision(Verdict.EDITED, _forbidden(kind, analysis, outcome))
    return decider.decision(Verdict.EDITED, _asked(kind, analysis.keys, RetireAction.ASK))


def leaving(kind: ContactKind, analysis: Analysis, decider: Decider) -> Decision:
    """Return the decision that leaves the rows of a kind as they are."""
    left = (*_asked(kind, analysis.keys, RetireAction.UP_TO_DATE), *_refused(kind.of_added, kind.code))
    return decider.decision(Verdict.DECLINED, left)


def _refused(rows: Iterable[ContactRow], code: str) -> tuple[ExcludeItem, ...]:
    return entries_for(((row.address, row.channel) for row in rows), Reason(code))


def _forbidden(kind: ContactKind, analysis: Analysis, outcome: Outcome) -> Iterator[Item]:
    found = forbidding(kind.rows, outcome, analysis.schema)
    reason = Reason(kind.code)
    for record, change in found.changes:
        yield FixItem(None, analysis.keys[record], (change,), reason)
    lacking = {record for records in found.without_column.values() for record in records}
    rows = (*(row for row in kind.rows if not lacking.isdisjoint(row.open)), *kind.of_added)
    addresses = ((row.address, row.channel) for row in rows)
    yield from entries_for(addresses, reason)


def _asked(kind: ContactKind, keys: RecordKeys, action: RetireAction) -> Iterator[Item]:
    for row in kind.rows:
        said = Reason(kind.code, (row.address, str(row.times), _day(row.day)))
        yield from (RetireItem(None, keys[record], action, (said,)) for record in row.open)


def _day(day: date | None) -> str:
    return f"{day.day}.{day.month}.{day.year}" if day else "?"
