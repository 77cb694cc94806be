"""The user's exclusion list: whom no list takes and no check of new rows lets in, whatever a file says of them.

An entry is an e-mail address, a phone, a customer number or a name. Addresses that unsubscribed where the register has
no column for it are kept here too, each for its own channel.
"""

from collections.abc import Callable, Iterable
from functools import partial

import numpy as np

from tikissa.lists.contacts.address_keys import address_key, email_keys_in, phone_keys_in
from tikissa.lists.told import Rows, holds, no_rows, told
from tikissa.matching.preparing.normalised_identifiers import customer_number_key, phone_key
from tikissa.model.decision import ExcludedBy, ExcludeItem
from tikissa.model.outcome import Outcome
from tikissa.model.permission import Channel
from tikissa.model.schema import Meaning, Schema
from tikissa.text.names import name_words

_MEANINGS = {
    ExcludedBy.EMAIL: (Meaning.EMAIL,),
    ExcludedBy.PHONE: (Meaning.PHONE,),
    ExcludedBy.NUMBER: (Meaning.CUSTOMER_NUMBER,),
}
_NAMES = (Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.COMPANY)
_FEWEST_DIGITS = 6


def entry_of(text: str) -> ExcludeItem | None:
    """Return the entry that a line a user wrote stands for: an address, a phone, a short number or a name; None for
    nothing. It is for every channel."""
    said = " ".join(text.split())
    if email_keys_in(said):
        return ExcludeItem(ExcludedBy.EMAIL, said)
    if any(letter.isalpha() for letter in said):
        return ExcludeItem(ExcludedBy.NAME, said)
    is_phone = len(phone_key(said)) >= _FEWEST_DIGITS and (said.startswith(("0", "+")) or " " in said)
    return ExcludeItem(ExcludedBy.PHONE if is_phone else ExcludedBy.NUMBER, said) if said else None


def excluded(outcome: Outcome, schema: Schema, way: Channel) -> Rows:
    """Return the rows that the exclusion list keeps from one way of contact."""
    entries = [each for each in outcome.exclusions if not each.channels or way in each.channels]
    rows = no_rows(outcome)
    if not entries:
        return rows
    for by, meanings in _MEANINGS.items():
        if keys := _keys(entries, by):
            rows |= holds(outcome, schema.columns_of(*meanings), partial(_has_one, by, keys))
    if names := _keys(entries, ExcludedBy.NAME):
        rows |= _named(outcome, schema, names)
    return rows


def exclusion_of(entries: Iterable[ExcludeItem], schema: Schema, text: Callable[[str], str]) -> ExcludeItem | None:
    """Return the entry that a row of another file falls under; `text` gives the row's cell of a column."""
    for entry in entries:
        keys = frozenset(_keys((entry,), entry.by))
        if entry.by is ExcludedBy.NAME:
            words = (word for column in schema.columns_of(*_NAMES) for word in name_words(text(column)))
            if keys == {" ".join(sorted(words))}:
                return entry
        elif any(_has_one(entry.by, keys, text(column)) for column in schema.columns_of(*_MEANINGS[entry.by])):
            return entry
    return None


def _keys(entries: Iterable[ExcludeItem], by: ExcludedBy) -> frozenset[str]:
    return frozenset(key for entry in entries if entry.by is by for key in _KEYS_IN[by](entry.text))


def _has_one(by: ExcludedBy, keys: frozenset[str], text: str) -> bool:
    return bool(text) and not keys.isdisjoint(_KEYS_IN[by](text))


def _named(outcome: Outcome, schema: Schema, names: frozenset[str]) -> Rows:
    columns = [told(outcome, column, name_words) for column in schema.columns_of(*_NAMES)]
    found = (" ".join(sorted(word for words in row for word in words)) in names for row in zip(*columns, strict=True))
    return np.fromiter(found, np.bool_) if columns else no_rows(outcome)


_KEYS_IN: dict[ExcludedBy, Callable[[str], Iterable[str]]] = {
    ExcludedBy.EMAIL: email_keys_in,
    ExcludedBy.PHONE: lambda text: (*phone_keys_in(text), address_key(text, Channel.PHONE)),
    ExcludedBy.NUMBER: lambda text: (customer_number_key(text),),
    ExcludedBy.NAME: lambda text: (" ".join(sorted(name_words(text))),),
}
