"""Reads an ask list that came back: what the salesperson changed in it, and whom they found to be up to date.

A cell counts as changed where it is not as it was written into the list, so that a list that lay for weeks while the
register was worked on brings back only what was written into it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tikissa.lists.ask_list import MARK, digest, marked
from tikissa.lists.hand_back import final_survivor
from tikissa.messages import LANGUAGES, say
from tikissa.model.analysis import RecordKeys
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.text.formula_texts import as_it_was
from tikissa.text.normalise import collapse_blanks, digits, fold
from tikissa.text.secret_numbers import STARS

_CURRENT = re.compile(
    r"(?:(?:kaikki |tiedot |allt |all )?(?:ok|okei|okej|kunnossa|ajan tasalla|oikein|ennallaan|stammer|aktuellt?|ratt|"
    r"up to date|correct|right)|samat(?: tiedot)?|pitaa paikkansa|kylla|ja|yes|joo|x|oforandrat|unchanged|[✓✔☑])"
    r"[\s.,!\d]*"
)

_NUMBER = re.compile(r"0*[1-9][\d\s-]*")
_TELLING = (
    Meaning.COMPANY,
    Meaning.SURNAME,
    Meaning.WHOLE_NAME,
    Meaning.PHONE,
    Meaning.EMAIL,
    Meaning.STREET,
)
"""Columns of which two customers rarely have the same."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back of one customer: changed cells, that all is up to date, or words for the owner to act on."""

    record: RecordId
    changes: tuple[CellChange, ...]
    is_current: bool
    said: str


@dataclass(frozen=True, slots=True)
class Answers:
    """`unanswered` rows came back as they went; `gone` ones are of customers the register has no more."""

    answers: tuple[Answer, ...]
    unanswered: int
    gone: int


def is_ask_list(register: Register) -> bool:
    return _mark_column(register) is not None


def answers_in(sheets: Sequence[Register], outcome: Outcome, keys: RecordKeys, schema: Schema) -> Answers:
    """Return what the sheets of an ask list say, beside the register as it will be saved."""
    found: dict[RecordId, Answer] = {}
    unanswered = gone = 0
    for sheet in sheets:
        for row in range(len(sheet)):
            record = _record(sheet, row, outcome, keys, schema)
            if record is None:
                gone += bool(_mark_of(sheet, row))
                continue
            answer = _answer(sheet, row, record, outcome, schema)
            if answer.changes or answer.is_current or answer.said:
                found[record] = answer
            else:
                unanswered += 1
    return Answers(tuple(found.values()), unanswered, gone)


def _mark_column(sheet: Register) -> str | None:
    return next((column.name for column in sheet.columns if column.header.startswith(MARK)), None)


def _mark_of(sheet: Register, row: int) -> str:
    column = _mark_column(sheet)
    return sheet.text(row, column) if column else ""


def _record(sheet: Register, row: int, outcome: Outcome, keys: RecordKeys, schema: Schema) -> RecordId | None:
    """Return the record a row of the list is of now, None where the register holds it no more."""
    found = marked(_mark_of(sheet, row))
    record = keys.record(found[0]) if found else None
    if record is None or not _is_of(sheet, row, record, outcome, schema):
        return None
    survivor = final_survivor(outcome, record)
    return survivor if outcome.stays(survivor) else None


def _is_of(sheet: Register, row: int, record: RecordId, outcome: Outcome, schema: Schema) -> bool:
    """Tell whether a row is of this customer: another register may use the same customer numbers."""
    telling = frozenset(schema.columns_of(*_TELLING))
    columns = (column for column in sheet.columns if column.header in telling)
    listed = [(column.header, said) for column in columns if (said := sheet.text(row, column.name).strip())]
    known = (outcome.register.text, outcome.text)
    survivor = final_survivor(outcome, record)
    return not listed or any(
        fold(said) == fold(text(of, column)) for column, said in listed for text in known for of in (record, survivor)
    )


def _answer(sheet: Register, row: int, record: RecordId, outcome: Outcome, schema: Schema) -> Answer:
    headers = {say(language, "ask_list.answer") for language in LANGUAGES}
    said = next((sheet.text(row, column.name) for column in sheet.columns if column.header in headers), "").strip()
    is_current = _CURRENT.fullmatch(fold(said)) is not None
    return Answer(record, tuple(_changes(sheet, row, record, outcome, schema)), is_current, "" if is_current else said)


def _changes(sheet: Register, row: int, record: RecordId, outcome: Outcome, schema: Schema) -> Iterator[CellChange]:
    """Yield the cells that were written into; the customer number is not the customer's to change, and what
    came back covered says nothing."""
    found = marked(_mark_of(sheet, row))
    as_written = found[1] if found else frozenset[str]()
    fixed = schema.columns_of(Meaning.CUSTOMER_NUMBER)
    for column in sheet.columns:
        name = column.header
        if not outcome.register.has_column(name) or name in fixed:
            continue
        after = as_it_was(sheet.text(row, column.name))
        before = outcome.text(record, name)
        if digest(name, after) not in as_written and STARS not in after and _as_number(after) != _as_number(before):
            yield CellChange(name, before, after.strip())


def _as_number(text: str) -> str:
    """Return what is left of a number when Excel has taken it for one: no zeros in front, no blanks; else the text."""
    return digits(text).lstrip("0") if _NUMBER.fullmatch(text) else collapse_blanks(text)
