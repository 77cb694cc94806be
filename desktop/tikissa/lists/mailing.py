"""Whom a mailing goes to, way by way, after all decisions: everybody once, nobody who forbade it, and no more of
them than the mailing needs; with how many were left out and why.

Of several rows with one address the first in the register is taken: spouses with one phone get one message. Where one
of them forbade it, the address gets nothing, whatever the others said, an archived row too.

What columns that were decided on say of permission, though the register as it was read does not have them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property, partial

import numpy as np

from tikissa.lists.hand_back import final_survivor
from tikissa.lists.marketing_permissions import Permissions, permissions
from tikissa.lists.take_away import newest_verdicts
from tikissa.lists.told import Rows, no_rows, staying, texts_of, told
from tikissa.lists.ways import ADDRESSES, Address, Addresses, with_households
from tikissa.model.analysis import RecordKeys
from tikissa.model.decision import DecisionLog, RetireAction
from tikissa.model.matching import Related
from tikissa.model.outcome import Outcome
from tikissa.model.permission import Channel
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.record import RecordId
from tikissa.model.register import Column, ColumnCells
from tikissa.model.schema import Meaning, Schema
from tikissa.permission.columns_in_force import unheeded_columns
from tikissa.permission.row_permissions import BY_CONSENT, needs_permission
from tikissa.schema.detect import detect
from tikissa.text.names import name_words
from tikissa.text.normalise import collapse_blanks

_OF_NAMES = (Meaning.COMPANY, Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME)

_NAMES = ((Meaning.COMPANY,), (Meaning.GIVEN_NAME, Meaning.SURNAME), (Meaning.WHOLE_NAME,))

_REPORT_EVERY = 5_000


class LeftOut(StrEnum):
    """Why a customer whose row stays is not on the list: one reason each."""

    FORBIDDEN = "forbidden"
    UNEXPLAINED = "unexplained"
    NO_PERMISSION = "no_permission"
    NO_ADDRESS = "no_address"
    SAME_ADDRESS = "same_address"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Recipient:
    address: Address
    name: str
    number: str


@dataclass(frozen=True)
class MailingList:
    """Those on the list in the register's order; with those `left_out`, by reason, they are all the rows that stay.

    `taken` are their rows and addresses, `together` the rows that one letter goes to; `reachable` counts the rows that
    have an address of this way, allowed or not. `is_by_word` says that the register tells who has allowed it, or that
    nobody needs to have. `not_heeded` are columns that may speak of permission and that nobody has explained yet.
    """

    way: Channel
    taken: tuple[tuple[int, Address], ...]
    together: tuple[tuple[int, ...], ...]
    left_out: Mapping[LeftOut, int]
    reachable: int
    is_by_word: bool
    not_heeded: tuple[str, ...]
    outcome: Outcome
    schema: Schema

    @cached_property
    def recipients(self) -> tuple[Recipient, ...]:
        """Return who is on the list, each with name and customer number."""
        return tuple(_named(self.outcome, self.schema, self.taken, self.together))


def mailing_list(
    outcome: Outcome,
    schema: Schema,
    log: DecisionLog,
    keys: RecordKeys,
    way: Channel,
    today: date,
    progress: Progress = NoProgress(),
    related: Sequence[Related] = (),
) -> MailingList:
    """Return the list of one way of contact; of `related` records those who live together get one letter."""
    progress.report("save.list", 0, 1)
    schema = with_new_columns(outcome, schema)
    said = permissions(outcome, schema, way, today)
    progress.report("save.list", 0, 1)
    addresses = ADDRESSES[way](outcome, schema, partial(progress.report, "save.list", 0, 1))
    progress.report("save.list", 0, 1)
    if way is Channel.POST:
        addresses = with_households(addresses, related)
    closed = _closed(outcome, said, _ended(said, log, keys))
    blocked = _blocked(outcome, said, addresses)
    names = _names(outcome, schema)
    gone = {
        (address.key, names[row])
        for row, why in enumerate(closed)
        if why is LeftOut.ENDED
        for address in addresses[row]
    }
    taken: dict[str, tuple[int, Address]] = {}
    sharing: dict[str, list[int]] = {}
    left_out: Counter[LeftOut] = Counter()
    stay = np.flatnonzero(staying(outcome)).tolist()
    for count, row in enumerate(stay):
        if count % _REPORT_EVERY == 0:
            progress.report("save.list", count, len(stay))
        found = closed[row] or _address(addresses[row], blocked)
        if isinstance(found, Address) and names[row] and (found.key, names[row]) in gone:
            found = LeftOut.ENDED
        if isinstance(found, Address) and found.key not in taken:
            taken[found.key] = (row, found)
            sharing[found.key] = [row]
        else:
            left_out[LeftOut.SAME_ADDRESS if isinstance(found, Address) else found] += 1
            if isinstance(found, Address):
                sharing[found.key].append(row)
    reachable = sum(bool(addresses[row]) for row in stay)
    not_heeded = unheeded_columns(schema)
    is_by_word = way not in BY_CONSENT or needs_permission(schema, way)
    together = tuple(tuple(rows) for rows in sharing.values()) if way is Channel.POST else ()
    return MailingList(
        way, tuple(taken.values()), together, left_out, reachable, is_by_word, not_heeded, outcome, schema
    )


def _names(outcome: Outcome, schema: Schema) -> list[str]:
    """Return the words of every row's name in one order: who is dead in one row of theirs is in the other too."""
    columns = [told(outcome, column, name_words) for column in schema.columns_of(*_OF_NAMES)]
    if not columns:
        return [""] * len(no_rows(outcome))
    return [" ".join(sorted(word for words in row for word in words)) for row in zip(*columns, strict=True)]


def _closed(outcome: Outcome, said: Permissions, ended: Rows) -> list[LeftOut | None]:
    """Return why a row's customer may not be on the list, whatever their address."""
    reasons = np.full(len(no_rows(outcome)), None, dtype=np.object_)
    reasons[said.needed & ~said.allowed] = LeftOut.NO_PERMISSION
    reasons[said.unclear] = LeftOut.UNEXPLAINED
    reasons[said.forbidden] = LeftOut.FORBIDDEN
    reasons[ended] = LeftOut.ENDED
    closed: list[LeftOut | None] = reasons.tolist()
    return closed


def _address(addresses: Sequence[Address], blocked: Set[str]) -> Address | LeftOut:
    """Return the address to use, or why there is none: `blocked` are those that somebody at them forbade."""
    for address in addresses:
        if address.key not in blocked:
            return address
    return LeftOut.FORBIDDEN if addresses else LeftOut.NO_ADDRESS


def _blocked(outcome: Outcome, said: Permissions, addresses: Addresses) -> frozenset[str]:
    """Return the addresses of all who forbade this way; who was merged did where the row that stays says so."""
    forbidden = said.forbidden
    rows = (row for row in np.flatnonzero(forbidden).tolist() if forbidden[final_survivor(outcome, RecordId(row))])
    return frozenset(address.key for row in rows for address in addresses[row])


def _ended(said: Permissions, log: DecisionLog, keys: RecordKeys) -> Rows:
    """Return the rows of who has died, ceased or is blocked, unless the user said that all is up to date."""
    ended = said.closed.copy()
    verdicts = newest_verdicts(log).items()
    current = (keys.record(key) for key, item in verdicts if item.action is RetireAction.UP_TO_DATE)
    ended[[record for record in current if record is not None]] = False
    return ended


def _named(
    outcome: Outcome, schema: Schema, taken: Sequence[tuple[int, Address]], together: Sequence[tuple[int, ...]]
) -> Iterator[Recipient]:
    """Yield those on the list with their name and customer number; a letter bears the names of all it goes to."""
    numbers = _texts(outcome, schema.first(Meaning.CUSTOMER_NUMBER))
    names = [[_texts(outcome, schema.first(meaning)) for meaning in meanings] for meanings in _NAMES]

    def name(row: int) -> str:
        said = (" ".join(filter(None, (texts[row] for texts in columns))) for columns in names)
        return next(filter(None, said), "")

    for place, (row, address) in enumerate(taken):
        rows = together[place] if together else (row,)
        yield Recipient(address, ", ".join(dict.fromkeys(filter(None, map(name, rows)))), numbers[row])


def _texts(outcome: Outcome, column: str | None) -> Sequence[str]:
    return [""] * len(no_rows(outcome)) if column is None else told(outcome, column, collapse_blanks)


def with_new_columns(outcome: Outcome, schema: Schema) -> Schema:
    """Return the schema of the register as it will be saved, with what its new columns are found to mean."""
    if not outcome.columns:
        return schema
    names = [column.heading for column in outcome.columns]
    columns = tuple(Column(place, name, "", name) for place, name in enumerate(names))
    size = len(outcome.register)
    cells = tuple(ColumnCells.of(texts_of(outcome, column)[:size]) for column in outcome.columns)
    found = detect(replace(outcome.register, columns=columns, cells=cells))
    return replace(schema, columns=(*schema.columns, *found.columns))
