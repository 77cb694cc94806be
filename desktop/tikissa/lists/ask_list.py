"""Whom to ask and why, with room for the answer, a sheet for each salesperson; and marked, so that it is known when it
comes back what was written into it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from tikissa.lists.take_away import NUMBER_AND_NAME, newest_verdicts
from tikissa.messages import say, sentences
from tikissa.model.analysis import RecordKeys
from tikissa.model.decision import DecisionLog, RetireAction
from tikissa.model.finding import Reason
from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId, RecordKey
from tikissa.model.schema import Meaning, Schema
from tikissa.text.secret_numbers import masked

Row = tuple[str, ...]

MARK = "Tikissä:"
"""How the header of the last column begins, in every language."""

HOW_TO_ASK = (
    *NUMBER_AND_NAME,
    Meaning.PHONE,
    Meaning.EMAIL,
    Meaning.STREET,
    Meaning.POSTAL_CODE,
    Meaning.TOWN,
    Meaning.PERMISSION,
    Meaning.PROHIBITION,
)
_DIGEST = 3
"""Bytes: enough to tell a changed cell from the one that was written, and to tell nothing of what is in it."""


@dataclass(frozen=True, slots=True)
class AskSheet:
    """A salesperson's customers to ask, "" for those of nobody in particular; the headers are the first row."""

    salesperson: str
    rows: tuple[Row, ...]


def to_ask(outcome: Outcome, log: DecisionLog, keys: RecordKeys) -> dict[RecordId, Sequence[Reason]]:
    """Return the records that stay whose newest verdict is to ask the customer, each with why."""
    newest = newest_verdicts(log).items()
    asked = ((keys.record(key), item.reasons) for key, item in newest if item.action is RetireAction.ASK)
    return {record: reasons for record, reasons in asked if record is not None and outcome.stays(record)}


def ask_sheets(
    outcome: Outcome, log: DecisionLog, keys: RecordKeys, schema: Schema, language: str, apart: bool
) -> tuple[AskSheet, ...]:
    """Return whom to ask, by salesperson where the register names them: on sheets of their own or on one; () for
    nobody."""
    asked = to_ask(outcome, log, keys)
    columns = tuple(column for meaning in (Meaning.SALESPERSON, *HOW_TO_ASK) for column in schema.columns_of(meaning))
    headers = (*columns, *(say(language, f"ask_list.{name}") for name in ("why", "answer", "mark")))
    sellers = {record: _seller(outcome, schema, record) for record in asked}
    groups: dict[str, list[Row]] = {}
    for record in sorted(asked, key=lambda record: (sellers[record].casefold(), record)):
        cells = {column: masked(outcome.text(record, column), schema.meaning_of(column)) for column in columns}
        row = (*cells.values(), masked(sentences(language, asked[record])), "", mark(keys[record], cells.items()))
        groups.setdefault(sellers[record].casefold() if apart else "", []).append(row)
    names = {seller.casefold(): seller for seller in reversed(sellers.values())}
    return tuple(AskSheet(names.get(group, ""), (headers, *rows)) for group, rows in groups.items())


def _seller(outcome: Outcome, schema: Schema, record: RecordId) -> str:
    column = schema.first(Meaning.SALESPERSON)
    return outcome.text(record, column).strip() if column else ""


def mark(key: RecordKey, cells: Iterable[tuple[str, str]]) -> str:
    """Return what tells later which record a row is of and which of its cells, given by column, are as written."""
    return f"{'.'.join(digest(column, text) for column, text in cells)} {key}"


def marked(text: str) -> tuple[RecordKey, frozenset[str]] | None:
    """Return the key and the digests of a mark; None for what is none."""
    digests, _, key = text.partition(" ")
    return (RecordKey(key), frozenset(digests.split("."))) if key[1:2] == ":" else None


def digest(column: str, text: str) -> str:
    return blake2b(f"{column}\x1f{text}".encode("utf-8", "surrogatepass"), digest_size=_DIGEST).hexdigest()
