"""What all columns of a register say of each of its customers together: the strictest word holds, channel by channel.

The law behind it: a private person needs a permission for text messages and e-mail, anybody may be written to or called
until they forbid it, and a company may be contacted in any way until it forbids it (Laki sähköisen viestinnän
palveluista 917/2014, 200 and 202 §); an objection ends all of it (GDPR, article 21). Where a register holds no
permissions for a channel, nothing is made up: messages to customers of one's own may rest on 200 § 3 mom., which only
the owner of the register can tell. Of consents with dates the newer one counts, on the same day the stricter.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np
from numpy.typing import NDArray

from tikissa.model.permission import Channel, CustomerState, PermissionColumn, Subject, Ways
from tikissa.model.register import Register
from tikissa.model.schema import Schema
from tikissa.permission.columns_in_force import permission_columns
from tikissa.permission.permission_cells import said

BY_CONSENT = frozenset({Channel.EMAIL, Channel.SMS})
"""Channels by which a private person may be sent marketing only with a permission (917/2014, 200 § 1 mom.)."""

Flags = NDArray[np.bool_]
Codes = NDArray[np.int64]
Tell = Callable[[str, Callable[[str], int]], Codes]
"""Returns the code of every row for a column, given what codes one of its texts."""

_CHANNELS = tuple(Channel)
_STATES = tuple(CustomerState)
_STATE_BITS, _DAY_BITS = 8, 12
_UNCLEAR = 1 << 11


@dataclass(frozen=True)
class Standings:
    """Of every row: which channels are `forbidden` and `allowed`, and the `state`, a place in `CustomerState`.

    `unclear` are the channels of which a column on permission holds a word that nobody has explained: it may be a no.
    """

    forbidden: Mapping[Channel, Flags]
    allowed: Mapping[Channel, Flags]
    unclear: Mapping[Channel, Flags]
    state: NDArray[np.int8]

    @property
    def closed(self) -> Flags:
        """Return the rows of customers who are on no list: dead, ceased, blocked."""
        closed: Flags = np.isin(self.state, [state.severity for state in CustomerState if state.is_closed])
        return closed


def needs_permission(schema: Schema, way: Channel) -> bool:
    """Say whether a private person must have allowed a channel, in a register that tells who has allowed that one."""
    return way in BY_CONSENT and any(
        column.subject is Subject.PERMISSION and way in column.channels for column in permission_columns(schema)
    )


def standings_of(register: Register, schema: Schema, today: date) -> Standings:
    """Return what a register says of its rows as they were read."""

    def tell(column: str, code: Callable[[str], int]) -> Codes:
        cells = register.cells_of(column)
        return np.array([code(text) for text in cells.texts.tolist()], np.int64)[cells.codes]

    return standings(schema, len(register), tell, today)


def standings(schema: Schema, size: int, tell: Tell, today: date) -> Standings:
    """Return what the columns say of `size` rows; an end that is still to come (after `today`) has not come."""
    columns = permission_columns(schema)
    codes = {column: tell(column.column, partial(_code, column)) for column in columns}
    state = np.zeros(size, np.int8)
    for told in codes.values():
        has_come = told >> _DAY_BITS <= today.toordinal()
        state = np.maximum(state, np.where(has_come, told >> _STATE_BITS & 7, 0).astype(np.int8))
    forbidden, allowed, unclear = {}, {}, {}
    for place, way in enumerate(_CHANNELS):
        forbidden[way] = _forbidden(codes, place, size)
        allowed[way] = _allowed(codes, way, place, size)
        unclear[way] = _unclear(codes, way, size) & ~forbidden[way]
    return Standings(forbidden, allowed, unclear, state)


def _unclear(codes: Mapping[PermissionColumn, Codes], way: Channel, size: int) -> Flags:
    """A column whose header is unsure as well is asked about as a whole, and says nothing until then."""
    unclear: Flags = np.zeros(size, np.bool_)
    for column, told in codes.items():
        if column.sure and column.subject is Subject.PERMISSION and way in column.channels:
            unclear |= (told & _UNCLEAR).astype(np.bool_)
    return unclear


def _forbidden(codes: Mapping[PermissionColumn, Codes], place: int, size: int) -> Flags:
    """A dated prohibition ends with a later permission of the same channels; one without a day does not."""
    forbidden: Flags = np.zeros(size, np.bool_)
    of_channels: defaultdict[Ways, list[Codes]] = defaultdict(list)
    for column, told in codes.items():
        of_channels[column.channels].append(told)
    for alike in of_channels.values():
        forbids = [((told >> place & 1).astype(np.bool_), told >> _DAY_BITS) for told in alike]
        allows = [np.where(told >> place + 4 & 1, told >> _DAY_BITS, 0) for told in alike]
        allowed_on = np.max(allows, axis=0)
        for forbids_here, day in forbids:
            forbidden |= forbids_here & ((day == 0) | (day >= allowed_on))
    return forbidden


def _allowed(codes: Mapping[PermissionColumn, Codes], way: Channel, place: int, size: int) -> Flags:
    """Where some column is about this channel by name, those of no channel in particular do not allow it."""
    columns = [column for column in codes if column.subject is Subject.PERMISSION and way in column.channels]
    named = [column for column in columns if column.named]
    allowed: Flags = np.zeros(size, np.bool_)
    for column in named or columns:
        allowed |= (codes[column] >> place + 4 & 1).astype(np.bool_)
    return allowed


def _code(column: PermissionColumn, text: str) -> int:
    """Pack what a cell says into bits: four channels forbidden, four allowed, the state, what is unclear, the day."""
    told = said(column, text)
    bits = sum(1 << place for place, way in enumerate(_CHANNELS) if way in told.forbidden)
    bits |= sum(16 << place for place, way in enumerate(_CHANNELS) if way in told.allowed)
    bits |= 0 if told.understood else _UNCLEAR
    return bits | told.state.severity << _STATE_BITS | (told.day.toordinal() if told.day else 0) << _DAY_BITS
