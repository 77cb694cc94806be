"""Which ways of contact the cells of a register forbid and allow: its permissions, opt-outs, wishes and notes.

The law behind it: a private person needs a permission for text messages and e-mail, anybody may be written to or called
until they forbid it, and a company may be contacted in any way until it forbids it (Laki sähköisen viestinnän
palveluista 917/2014, 200 and 202 §); an objection ends all of it (GDPR, article 21). Where a register holds no
permissions at all, nothing is made up: messages to customers of one's own may rest on 200 § 3 mom., which only the
owner of the register can tell.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.text.normalise import fold
from tikissa.text.permissions import Channel, channels_in, channels_named, forbids, objection, says_yes

BY_CONSENT = frozenset({Channel.EMAIL, Channel.SMS})
"""Ways in which a private person may be sent marketing only with a permission (917/2014, 200 § 1 mom.)."""

Ways = frozenset[Channel]
Told = tuple[str, Callable[[str], Ways]]
"""A column, and what tells the ways a cell of it speaks of."""

_NONE: Ways = frozenset()
_ONLY = re.compile(r"\b(?:vain|ainoastaan|endast|bara|only)\b")


def needs_permission(schema: Schema, way: Channel) -> bool:
    """Say whether a private person must have allowed a way, in a register that tells who has."""
    return way in BY_CONSENT and schema.first(Meaning.PERMISSION) is not None


def forbidding_columns(register: Register, schema: Schema) -> Iterator[Told]:
    """Yield the columns that may forbid, with what tells the ways a cell forbids."""
    for column in schema.columns_of(Meaning.PROHIBITION):
        yield column, partial(_prohibited, _ways_of(register, column))
    for column in schema.columns_of(Meaning.PERMISSION):
        yield column, partial(_refused, _ways_of(register, column))
    for column in schema.columns_of(Meaning.PREFERRED_CHANNEL):
        yield column, partial(_refused, frozenset(Channel))
    for column in schema.columns_of(Meaning.NOTES):
        yield column, _objected


def allowing_columns(register: Register, schema: Schema, way: Channel) -> Iterator[Told]:
    """Yield the columns that may allow a way: where some name it, those of no way in particular do not.

    A column that may as well hold prohibitions allows nothing until the user has said what it holds.
    """
    unsure = {entry.column for entry in schema.unsure}
    told = (column for column in schema.columns_of(Meaning.PERMISSION) if column not in unsure)
    columns = [column for column in told if way in _ways_of(register, column)]
    of_its_own = [column for column in columns if channels_in(register.column(column).header)]
    return ((column, _allowed) for column in of_its_own or columns)


def speaking_of(way: Channel, ways_in: Callable[[str], Ways]) -> Callable[[str], bool]:
    """Return what tells whether a cell speaks of one way."""
    return lambda text: way in ways_in(text)


def _ways_of(register: Register, column: str) -> Ways:
    return frozenset(channels_named(register.column(column).header))


def _prohibited(ways: Ways, text: str) -> Ways:
    """Tell of a cell of an opt-out column; "ei sähköpostia" in one forbids e-mail."""
    return frozenset(channels_in(text)) or (ways if forbids(text) else _NONE)


def _refused(ways: Ways, text: str) -> Ways:
    """Tell of a cell of a permission column, or of how a customer wants to be contacted."""
    named = frozenset(channels_in(text))
    if named and _ONLY.search(fold(text)):
        return ways - named
    return (named or ways) if says_yes(text) is False else _NONE


def _objected(text: str) -> Ways:
    """Tell of a note in which somebody wrote down that the customer wants no marketing."""
    said = objection(text)
    return frozenset(channels_named(said)) if said else _NONE


def _allowed(text: str) -> Ways:
    """Tell of a cell of a permission column; one that names ways ("sähköposti, sms") allows those."""
    said = says_yes(text)
    return _NONE if said is False else frozenset(channels_in(text)) or frozenset(Channel if said else ())
