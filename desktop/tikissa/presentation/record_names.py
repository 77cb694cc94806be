"""What a record is called on the screen: the customer's name, else the first thing its row says."""

from collections.abc import Callable, Iterable, Iterator, Mapping

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
_TELLING = (
    *(Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.COMPANY, Meaning.BUSINESS_ID),
    *(Meaning.CONTACT_PERSON, Meaning.DATE_OF_BIRTH, Meaning.PHONE, Meaning.EMAIL),
    *(Meaning.STREET, Meaning.WHOLE_ADDRESS, Meaning.POSTAL_CODE, Meaning.TOWN),
)
"""What tells customers from each other at a glance."""


def name_of(schema: Schema, text: Text, record: RecordId) -> str:
    """Return the customer's name."""
    for meanings in _NAMES:
        columns = [schema.first(meaning) for meaning in meanings]
        words = [_shown(schema, text, record, column) for column in columns if column is not None]
        if any(words):
            return " ".join(word for word in words if word)
    return next((found for entry in schema.columns if (found := _shown(schema, text, record, entry.column))), "")


def name_columns(schema: Schema) -> Iterator[str]:
    """Yield the columns that say who a customer is, as far as the register has them."""
    for meanings in _NAMES[:3]:
        yield from (column for meaning in meanings if (column := schema.first(meaning)) is not None)


def details_of(schema: Schema, text: Text, record: RecordId) -> str:
    """Return what tells a customer from a namesake: their company, where they live and how they are reached."""
    name = name_of(schema, text, record)
    columns = (schema.first(meaning) for meaning in _DETAILS)
    words = (_shown(schema, text, record, column) for column in columns if column is not None)
    return " · ".join(word for word in words if word not in ("", name))


def differences_of(schema: Schema, text: Text, records: Iterable[RecordId], others: Iterable[str] = ()) -> list[str]:
    """Return what these records say where they say different things, e.g. `Koivutie 3 / Mannerheimintie 5`: in names,
    addresses and `others`, columns by name. Letter case, blanks and marks are no difference."""
    rows = tuple(records)
    named = (column for meaning in _TELLING for column in schema.columns_of(meaning))
    told = []
    for column in dict.fromkeys((*named, *others)):
        words = (_shown(schema, text, record, column) for record in rows)
        different = {_folded(said): said for said in words if said}
        if len(different) > 1:
            told.append(" / ".join(different.values()))
    return told


def _folded(said: str) -> str:
    return "".join(filter(str.isalnum, said)).casefold()


def _shown(schema: Schema, text: Text, record: RecordId, column: str) -> str:
    return masked(text(record, column).strip(), schema.meaning_of(column))


def change_words(change: CellChange | AppliedChange, meanings: Mapping[str, Meaning | None]) -> str:
    """Return what a cell said and what it says after, secret numbers covered; `meanings` are those of the columns."""
    meaning = meanings.get(change.column)
    return f"{change.column}: {masked(change.before, meaning) or '–'} → {masked(change.after, meaning) or '–'}"
