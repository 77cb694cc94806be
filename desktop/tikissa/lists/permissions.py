"""Who may be sent marketing in which way, by all the register says of it after the decisions; the strictest word holds.

The law behind it: a private person needs a permission for text messages and e-mail, anybody may be written to or called
until they forbid it, and a company may be contacted in any way until it forbids it (Laki sähköisen viestinnän
palveluista 917/2014, 200 and 202 §); an objection ends all of it (GDPR, article 21). A sole trader is treated as a
private person, which is the careful reading. Where a register holds no permissions at all, nothing is made up: messages
to customers of one's own may rest on 200 § 3 mom., which only the owner of the register can tell.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from tikissa.lists.told import Rows, holds, no_rows
from tikissa.model.outcome import AddedRow, Outcome
from tikissa.model.schema import Meaning, Schema
from tikissa.reference.company_forms import forms_by_writing
from tikissa.reference.customer_kind import companies, is_company
from tikissa.rules.note_check import FORBIDS
from tikissa.text.normalise import fold
from tikissa.text.permissions import OBJECTS, Channel, channels_in, channels_named, forbids, says_yes

BY_CONSENT = frozenset({Channel.EMAIL, Channel.SMS})
"""Ways in which a private person may be sent marketing only with a permission (917/2014, 200 § 1 mom.)."""

_ONLY = re.compile(r"\b(?:vain|ainoastaan|endast|bara|only)\b")
_WORDS = re.compile(r"[^\W\d_]+(?:[.:-][^\W\d_]+)*")
_NAMES = (Meaning.COMPANY, Meaning.WHOLE_NAME, Meaning.SURNAME)


@dataclass(frozen=True, slots=True)
class Permissions:
    """Of one way of contact: who has forbidden it, who has allowed it, and who needs to have allowed it."""

    forbidden: Rows
    allowed: Rows
    needed: Rows


def holds_permissions(schema: Schema) -> bool:
    """Say whether the register tells who has given a permission."""
    return schema.first(Meaning.PERMISSION) is not None


def permissions(outcome: Outcome, schema: Schema, way: Channel) -> Permissions:
    """Return what the register says of one way of contact, row by row."""
    forbidden, allowed = no_rows(outcome), no_rows(outcome)
    headers = {column.name: column.header for column in outcome.register.columns}
    for column, claim in _prohibitions(schema, headers, way):
        forbidden |= holds(outcome, (column,), claim)
    for column, claim in _allowances(schema, headers, way):
        allowed |= holds(outcome, (column,), claim)
    asks = way in BY_CONSENT and holds_permissions(schema)
    return Permissions(forbidden, allowed, private_persons(outcome, schema) if asks else no_rows(outcome))


def private_persons(outcome: Outcome, schema: Schema) -> Rows:
    """Return the rows of persons and sole traders."""
    found = no_rows(outcome)
    found[: len(outcome.register)] = companies(outcome.register, schema)
    telling = schema.columns_of(*_NAMES, Meaning.CONTACT_PERSON, Meaning.BUSINESS_ID, Meaning.VAT_NUMBER)
    for record in {record for column in telling for record in outcome.changed.get(column, ())}:
        found[record] = is_company(schema, partial(outcome.text, record))
    for place, row in enumerate(outcome.added, len(outcome.register)):
        found[place] = is_company(schema, partial(_text_of, row))
    trades_alone = holds(outcome, schema.columns_of(*_NAMES), _is_sole_trader)
    return np.asarray(~found | trades_alone, dtype=np.bool_)


def _text_of(row: AddedRow, column: str) -> str:
    return row.texts.get(column, "")


Claim = Callable[[str], bool]


def _prohibitions(schema: Schema, headers: Mapping[str, str], way: Channel) -> Iterator[tuple[str, Claim]]:
    """Yield the columns that may forbid a way, each with what tells that a cell of it does."""
    for column in schema.columns_of(Meaning.PROHIBITION):
        yield column, partial(_is_forbidden, way, channels_named(headers[column]))
    for column in schema.columns_of(Meaning.PERMISSION):
        yield column, partial(_is_refused, way, channels_named(headers[column]))
    for column in schema.columns_of(Meaning.PREFERRED_CHANNEL):
        yield column, partial(_is_refused, way, tuple(Channel))
    for column in schema.columns_of(Meaning.NOTES):
        yield column, partial(_is_objected, way)


def _allowances(schema: Schema, headers: Mapping[str, str], way: Channel) -> Iterator[tuple[str, Claim]]:
    """Yield the columns that may allow a way: where some name it, those of no way in particular do not.

    A column that may as well hold prohibitions allows nothing until the user has said what it holds.
    """
    unsure = {entry.column for entry in schema.unsure}
    told = (column for column in schema.columns_of(Meaning.PERMISSION) if column not in unsure)
    columns = [column for column in told if way in channels_named(headers[column])]
    of_its_own = [column for column in columns if channels_in(headers[column])]
    for column in of_its_own or columns:
        yield column, partial(_is_allowed, way)


def _is_forbidden(way: Channel, ways: tuple[Channel, ...], text: str) -> bool:
    """Tell of a cell of an opt-out column; "ei sähköpostia" in one forbids e-mail."""
    named = channels_in(text)
    return way in (named or ways) and (bool(named) or forbids(text))


def _is_refused(way: Channel, ways: tuple[Channel, ...], text: str) -> bool:
    """Tell of a cell of a permission column, or of how a customer wants to be contacted."""
    named = channels_in(text)
    if _ONLY.search(fold(text)) and named:
        return way in ways and way not in named
    return says_yes(text) is False and way in (named or ways)


def _is_allowed(way: Channel, text: str) -> bool:
    """Tell of a cell of a permission column; one that names ways ("sähköposti, sms") allows those."""
    named = channels_in(text)
    said = says_yes(text)
    return said is not False and (way in named if named else said is True)


def _is_objected(way: Channel, text: str) -> bool:
    """Tell of a note in which somebody wrote down that the customer wants no marketing."""
    found = OBJECTS.search(text) or FORBIDS.search(text)
    return found is not None and way in channels_named(found[0])


def _is_sole_trader(name: str) -> bool:
    """Tell by the legal form in a name: Tmi, toiminimi, firma."""
    forms = forms_by_writing()
    return any(forms.get(word) == "Tmi" for word in _WORDS.findall(name.casefold()))
