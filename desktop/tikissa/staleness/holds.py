"""What speaks against putting a row away: an open matter, an unpaid balance, a contract or a warranty in force."""

from collections.abc import Callable

import numpy as np

from tikissa.model.finding import Reason
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.staleness.decay import Records, says
from tikissa.text.amounts import parse_amount
from tikissa.text.normalise import fold

_NOTHING = frozenset(
    entry
    for line in (
        "-,--,.,0,ei,e,no,n,nej,false,off,none,inga,ingen,ei ole,ei sopimusta,ei avoimia",
        "paattynyt,paattyi,irtisanottu,suljettu,hoidettu,valmis,closed,done,ended,expired,avslutad,upphord,klar",
    )
    for entry in line.split(",")
)


def _says_so(text: str) -> bool:
    said = fold(text)
    return bool(said) and said not in _NOTHING


def _owes(text: str) -> bool:
    return bool(parse_amount(text))


HOLDS: tuple[tuple[str, Meaning, Callable[[str], bool]], ...] = (
    ("keep.open_matter", Meaning.OPEN_MATTER, _says_so),
    ("keep.invoice_balance", Meaning.INVOICE_BALANCE, _owes),
    ("keep.contract", Meaning.CONTRACT, _says_so),
)


def held(register: Register, schema: Schema) -> Records:
    """Return for which records anything speaks against putting the row away."""
    found = np.zeros(len(register), np.bool_)
    for _, meaning, holds_back in HOLDS:
        found |= says(register, schema, holds_back, meaning)
    return found


def holds(register: Register, schema: Schema, record: RecordId) -> tuple[Reason, ...]:
    """Return why this row must not be put away without asking, with the column that says so."""
    return tuple(
        Reason(code, (column,))
        for code, meaning, holds_back in HOLDS
        for column in schema.columns_of(meaning)
        if holds_back(register.text(record, column))
    )
