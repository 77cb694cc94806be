"""Whom in the register the news of contacts is about, how often it was told, and what could be done.

An address alone tells: every row that has it, also among others in its cell, is meant. One bounce is never more than a
reason to check; nobody is removed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tikissa.lists.contacts.address_keys import address_key, email_keys_in, phone_keys_in
from tikissa.lists.hand_back import final_survivor
from tikissa.lists.marketing_permissions import permissions
from tikissa.lists.told import Rows
from tikissa.model.contact_event import REFUSALS, ContactEvent, ContactNews
from tikissa.model.outcome import Outcome
from tikissa.model.permission import Channel
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning, Schema
from tikissa.text.emails import ADDRESS

_REPEATED = 2
_HALF = 0.5


class ContactProposal(StrEnum):
    CHECK = "check"
    ASK = "ask"
    FORBID = "forbid"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One address with one kind of news, told `times` times, last on `day` with `code`; `records` have the address.

    `open` are those of them for whom something is proposed: a prohibition that stands already is not proposed again.
    """

    address: str
    channel: Channel
    what: ContactNews
    code: str | None
    day: date | None
    times: int
    records: tuple[RecordId, ...]
    open: tuple[RecordId, ...]
    proposal: ContactProposal


def contact_rows(
    events: Iterable[ContactEvent], outcome: Outcome, schema: Schema, today: date
) -> tuple[ContactRow, ...]:
    """Return what the events say of the register as it will be saved, in the order they were told first."""
    known = _Known(outcome, schema, today)
    groups: defaultdict[tuple[str, Channel, ContactNews], dict[str, ContactEvent]] = defaultdict(dict)
    for event in events:
        address = known.writing_of(event)
        key = (address_key(address, event.channel) if address else event.mark, event.channel, event.what)
        groups[key].setdefault(event.mark, event)
    return tuple(known.row([*group.values()]) for group in groups.values())


class _Known:
    """The register's addresses: where each stands, and for whom each channel is forbidden already."""

    def __init__(self, outcome: Outcome, schema: Schema, today: date) -> None:
        self._outcome = outcome
        self._schema = schema
        self._today = today
        self._forbidden: dict[Channel, Rows] = {}
        self._now: dict[str, dict[str, dict[RecordId, None]]] = {}
        self._ever: dict[str, dict[str, dict[RecordId, None]]] = {}

    def writing_of(self, event: ContactEvent) -> str:
        """Return the address the register has of those the event goes by, else its own."""
        own = (address for address in (event.address, *event.others) if self._records(address, event))
        return next(own, event.address)

    def row(self, events: Sequence[ContactEvent]) -> ContactRow:
        last = max(events, key=lambda event: event.day or date.min)
        address = self.writing_of(last)
        records = self._records(address, last)
        waiting = tuple(self._open(records, last))
        proposal = _proposal(last.what, len(events)) if waiting else ContactProposal.NONE
        open_ = waiting if proposal is not ContactProposal.NONE else ()
        return ContactRow(address, last.channel, last.what, last.code, last.day, len(events), records, open_, proposal)

    def _open(self, records: Iterable[RecordId], event: ContactEvent) -> Iterator[RecordId]:
        forbidden = self._forbidden_in(event.channel) if event.what in REFUSALS else None
        return (record for record in records if forbidden is None or not forbidden[record])

    def _forbidden_in(self, way: Channel) -> Rows:
        if way not in self._forbidden:
            self._forbidden[way] = permissions(self._outcome, self._schema, way, self._today).forbidden
        return self._forbidden[way]

    def _records(self, address: str, event: ContactEvent) -> tuple[RecordId, ...]:
        """Return the rows that stay and have the address now; a refusal also meets those that had it as they were
        read: a corrected writing is the same person's."""
        kind = "email" if event.channel is Channel.EMAIL else "phone"
        if not address:
            return ()
        key = address_key(address, event.channel)
        found = dict.fromkeys(self._index(self._now, kind, now=True).get(key, ()))
        if event.what in REFUSALS:
            found |= dict.fromkeys(self._index(self._ever, kind, now=False).get(key, ()))
        kept = dict.fromkeys(final_survivor(self._outcome, record) for record in found)
        return tuple(sorted(record for record in kept if self._outcome.stays(record)))

    def _index(
        self, indexes: dict[str, dict[str, dict[RecordId, None]]], kind: str, *, now: bool
    ) -> Mapping[str, Mapping[RecordId, None]]:
        if kind not in indexes:
            index: defaultdict[str, dict[RecordId, None]] = defaultdict(dict)
            for column in self._columns(kind):
                for record, key in self._keys(column, kind, now):
                    index[key][record] = None
            indexes[kind] = dict(index)
        return indexes[kind]

    def _columns(self, kind: str) -> Sequence[str]:
        """Return the columns of a kind of address; e-mail stands in others too, invoice addresses for one."""
        if kind == "phone":
            return self._schema.columns_of(Meaning.PHONE)
        register = self._outcome.register
        named = self._schema.columns_of(Meaning.EMAIL)
        others = (column.name for column in register.columns if column.name not in named)
        return (*named, *(name for name in others if _is_of_addresses(register.cells_of(name).texts.tolist())))

    def _keys(self, column: str, kind: str, now: bool) -> Iterator[tuple[RecordId, str]]:
        cells = self._outcome.register.cells_of(column)
        keys = [_keys_in(text, kind) for text in cells.texts.tolist()]
        changed = self._outcome.changed.get(column, {}) if now else {}
        for record, code in enumerate(cells.codes.tolist()):
            if keys[code] and record not in changed:
                for key in keys[code]:
                    yield RecordId(record), key
        for record, text in changed.items():
            for key in _keys_in(text, kind):
                yield record, key


def _keys_in(text: str, kind: str) -> tuple[str, ...]:
    return email_keys_in(text) if kind == "email" else phone_keys_in(text)


def _is_of_addresses(texts: Sequence[str]) -> bool:
    filled = [text for text in texts[:2000] if text.strip()]
    return bool(filled) and sum(ADDRESS.search(text) is not None for text in filled) > _HALF * len(filled)


def _proposal(what: ContactNews, times: int) -> ContactProposal:
    if what in REFUSALS:
        return ContactProposal.FORBID
    if what is ContactNews.HARD:
        return ContactProposal.ASK if times >= _REPEATED else ContactProposal.CHECK
    return ContactProposal.NONE
