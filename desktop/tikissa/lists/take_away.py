"""Lists to take along beside the cleaned register, each a header and its rows: who left, what changed."""

from collections.abc import Iterator, Sequence

from tikissa.messages import say, sentences
from tikissa.model.decision import DecisionLog, RetireItem, Verdict
from tikissa.model.outcome import Fate, Outcome
from tikissa.model.record import RecordKey
from tikissa.model.schema import NO_SCHEMA, Meaning, Schema
from tikissa.text.secret_numbers import masked

Row = tuple[str, ...]

NUMBER_AND_NAME = (
    Meaning.CUSTOMER_NUMBER,
    Meaning.COMPANY,
    Meaning.CONTACT_PERSON,
    Meaning.GIVEN_NAME,
    Meaning.SURNAME,
    Meaning.WHOLE_NAME,
)


def newest_verdicts(log: DecisionLog) -> dict[RecordKey, RetireItem]:
    """Return the last word on every record that was worth checking; what was left for later is none."""
    newest: dict[RecordKey, RetireItem] = {}
    for _, decision in log.in_force:
        if decision.verdict is not Verdict.LATER:
            newest |= {item.record: item for item in decision.items if isinstance(item, RetireItem)}
    return newest


def leaving_list(outcome: Outcome, language: str, schema: Schema = NO_SCHEMA) -> tuple[Row, ...]:
    """Return the rows that were archived or left out, as they were, each with what became of it and why.

    Secret numbers are covered: the list travels, and the program it is for knows them.
    """
    columns = tuple(column.name for column in outcome.register.columns)
    gone = sorted(record for record, leaving in outcome.leaving.items() if leaving.fate is not Fate.MERGED)
    rows = (
        (
            str(outcome.register.row(record)),
            say(language, f"leaving_list.{outcome.leaving[record].fate}"),
            masked(sentences(language, outcome.leaving[record].reasons)),
            *(masked(outcome.register.text(record, column), schema.meaning_of(column)) for column in columns),
        )
        for record in gone
    )
    headers = [say(language, code) for code in ("leaving_list.row", "leaving_list.fate", "leaving_list.why")]
    return _with_headers((*headers, *columns), rows)


def changed_list(outcome: Outcome, schema: Schema, language: str) -> tuple[Row, ...]:
    """Return every changed cell of the customers who stay, by customer number, to be typed into another program.

    Secret numbers are covered."""
    who = _columns(schema, *NUMBER_AND_NAME)
    places = {column.name: place for place, column in enumerate(outcome.register.columns)}
    changed = sorted(
        (record, places[column], column) for column, records in outcome.changed.items() for record in records
    )
    rows = (
        (
            *(masked(outcome.text(record, name), schema.meaning_of(name)) for name in who),
            column,
            *(masked(text, schema.meaning_of(column)) for text in (before, after)),
        )
        for record, _, column in changed
        if outcome.stays(record)
        and (before := outcome.register.text(record, column)) != (after := outcome.text(record, column))
    )
    headers = [say(language, code) for code in ("changed_list.column", "changed_list.before", "changed_list.after")]
    return _with_headers((*who, *headers), rows)


def _columns(schema: Schema, *meanings: Meaning) -> Row:
    return tuple(column for meaning in meanings for column in schema.columns_of(meaning))


def _with_headers(headers: Sequence[str], rows: Iterator[Row]) -> tuple[Row, ...]:
    """Return the rows under their headers, nothing where there are none."""
    found = tuple(rows)
    return (tuple(headers), *found) if found else ()
