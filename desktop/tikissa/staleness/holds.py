"""What speaks against putting a row away: an open matter, an unpaid balance, a contract or a warranty in force."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial

import numpy as np

from tikissa.model.finding import Reason
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.staleness.decay import Records
from tikissa.text.amounts import parse_amount
from tikissa.text.dates import parse_date
from tikissa.text.normalise import fold
from tikissa.text.vague_dates import parse_vague_date

_NOTHING = frozenset(
    entry
    for line in (
        "-,--,.,0,ei,e,no,n,nej,false,off,none,inga,ingen,ei ole,ei sopimusta,ei avoimia",
        "paattynyt,paattyi,irtisanottu,suljettu,hoidettu,valmis,closed,done,ended,expired,avslutad,upphord,klar",
    )
    for entry in line.split(",")
)

_ENDED = re.compile(
    r"\b(?:paattyn|irtisano|keskeyt|lopetet|purettu|ended|expired|terminated|cancel|avslut|uppsag|upphor)"
)


def _says_so(_today: date, text: str) -> bool:
    said = fold(text)
    return bool(said) and said not in _NOTHING


def _owes(_today: date, text: str) -> bool:
    return bool(parse_amount(text))


def _in_force(today: date, text: str) -> bool:
    """Tell what still binds: not what has been ended, nor what ran until a day that has been."""
    until = parse_date(text) or parse_vague_date(text)
    return _says_so(today, text) and not _ENDED.search(fold(text)) and (until is None or until >= today)


HOLDS: tuple[tuple[str, Meaning, Callable[[date, str], bool]], ...] = (
    ("keep.open_matter", Meaning.OPEN_MATTER, _says_so),
    ("keep.invoice_balance", Meaning.INVOICE_BALANCE, _owes),
    ("keep.contract", Meaning.CONTRACT, _in_force),
)


def held(register: Register, schema: Schema, today: date) -> Records:
    """Return for which records anything speaks against putting the row away."""
    found = np.zeros(len(register), np.bool_)
    for _, meaning, holds_back in HOLDS:
        found |= register.where(schema.columns_of(meaning), partial(holds_back, today))
    return found


def holds(register: Register, schema: Schema, record: RecordId, today: date) -> tuple[Reason, ...]:
    """Return why this row must not be put away without asking, with the column that says so."""
    return tuple(
        Reason(code, (column,))
        for code, meaning, holds_back in HOLDS
        for column in schema.columns_of(meaning)
        if holds_back(today, register.text(record, column))
    )
