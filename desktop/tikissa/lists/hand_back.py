"""What is handed back to the program the register lives in: which customer number each merged one goes by now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tikissa.messages import say
from tikissa.model.outcome import Fate, Outcome
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning, Schema
from tikissa.text.secret_numbers import masked

_NAMES = (Meaning.COMPANY, Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME)


@dataclass(frozen=True, slots=True)
class NumberChange:
    """A customer number no longer in use, the one that stays, and whose it is."""

    old: str
    surviving: str
    name: str


def number_changes(outcome: Outcome, schema: Schema) -> tuple[NumberChange, ...]:
    """Return the numbers of the rows merged into others, in the register's order; none without a number column."""
    return tuple(_changes(outcome, schema))


def number_list(changes: Iterable[NumberChange], language: str) -> tuple[tuple[str, ...], ...]:
    """Return the old numbers and those in use under their headers."""
    headers = tuple(say(language, code) for code in ("number_list.old", "number_list.surviving", "number_list.name"))
    return (headers, *((change.old, change.surviving, change.name) for change in changes))


def _changes(outcome: Outcome, schema: Schema) -> Iterator[NumberChange]:
    column = schema.first(Meaning.CUSTOMER_NUMBER)
    if column is None:
        return
    for record in sorted(outcome.leaving):
        survivor = final_survivor(outcome, record)
        if survivor != record:
            old, surviving = outcome.register.text(record, column), outcome.text(survivor, column)
            if old and old != surviving:
                yield NumberChange(old, surviving, name_of(outcome, schema, survivor))


def final_survivor(outcome: Outcome, record: RecordId) -> RecordId:
    """Follow a record to the one it was merged into in the end; one put away or removed is followed no further."""
    seen = {record}
    leaving = outcome.leaving.get(record)
    while leaving is not None and leaving.fate is Fate.MERGED and leaving.into is not None and leaving.into not in seen:
        record = leaving.into
        seen.add(record)
        leaving = outcome.leaving.get(record)
    return record


def name_of(outcome: Outcome, schema: Schema, record: RecordId) -> str:
    """Return the words the customer goes by, each said once."""
    said = [masked(outcome.text(record, column)) for column in schema.columns_of(*_NAMES)]
    return " ".join(dict.fromkeys(text for text in said if text))
