"""What a record is called on the screen: the customer's name, else the first thing its row says."""

from collections.abc import Callable

from tikissa.model.outcome import AppliedChange
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning, Schema
from tikissa.text.secret_numbers import masked

Text = Callable[[RecordId, str], str]
"""The text of a cell by record and column: a register's or an outcome's `text`."""

_NAMES = (
    (Meaning.GIVEN_NAME, Meaning.SURNAME),
    (Meaning.WHOLE_NAME,),
    (Meaning.COMPANY,),
    (Meaning.CONTACT_PERSON,),
)
_DETAILS = (Meaning.COMPANY, Meaning.STREET, Meaning.WHOLE_ADDRESS, Meaning.TOWN, Meaning.PHONE, Meaning.EMAIL)


def name_of(schema: Schema, text: Text, record: RecordId) -> str:
    """Return the customer's name."""
    for meanings in _NAMES:
        columns = [schema.first(meaning) for meaning in meanings]
        words = [text(record, column).strip() for column in columns if column is not None]
        if any(words):
            return " ".join(word for word in words if word)
    return next((found for entry in schema.columns if (found := text(record, entry.column).strip())), "")


def details_of(schema: Schema, text: Text, record: RecordId) -> str:
    """Return what tells a customer from a namesake: their company, where they live and how they are reached."""
    name = name_of(schema, text, record)
    columns = (schema.first(meaning) for meaning in _DETAILS)
    words = (text(record, column).strip() for column in columns if column is not None)
    return " · ".join(word for word in words if word not in ("", name))


def change_words(change: CellChange | AppliedChange) -> str:
    """Return what a cell said and what it says after; identity codes and numbers of accounts and cards masked."""
    return f"{change.column}: {masked(change.before) or '–'} → {masked(change.after) or '–'}"
