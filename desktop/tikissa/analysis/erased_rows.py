"""Knows erased customers again by keyed fingerprints: in their own file, in next month's, at the gate."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import blake2b

import numpy as np

from tikissa.analysis.gate import Gate, GateRow
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.matching.preparing.normalised_identifiers import (
    customer_number_key,
    date_key,
    email_key,
    phone_key,
    postal_code_key,
)
from tikissa.model.erasure import Erasure
from tikissa.model.finding import Finding, Reason, Severity
from tikissa.model.record import RecordId
from tikissa.model.register import ColumnCells, Register, object_array
from tikissa.model.schema import Meaning, Schema
from tikissa.text.normalise import fold

Text = Callable[[str], str]
"""What a row says in a column."""

_NAMES = (Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME)
_FIRMS = (Meaning.COMPANY, Meaning.CONTACT_PERSON)
_WITH_NAME = (
    (Meaning.PHONE, phone_key),
    (Meaning.DATE_OF_BIRTH, date_key),
    (Meaning.CUSTOMER_NUMBER, customer_number_key),
    (Meaning.STREET, fold),
    (Meaning.WHOLE_ADDRESS, fold),
)
"""What names a person together with the name."""


def _code(text: str) -> str:
    """Return an identity code without signs and, of a birth date of eight digits, without the century."""
    return "".join(character for character in fold(text) if character.isalnum())[-10:]


_ALONE = ((Meaning.IDENTITY_CODE, _code), (Meaning.EMAIL, email_key))
"""What names a person by itself."""


def row_print(key: bytes, register: Register, record: int) -> str:
    """Return the fingerprint of everything that a row says."""
    return _print(key, "row", *(register.text(record, column.name) for column in register.columns))


def person_prints(key: bytes, schema: Schema, text: Text) -> frozenset[str]:
    """Return the fingerprints of what a row's customer is known by, in whatever order and writing."""
    return frozenset(_print(key, *parts) for parts in _known_by(schema, text))


def rows_erased(register: Register, erasures: Sequence[Erasure]) -> dict[RecordId, date]:
    """Return the records of the very file that were erased from it, each with the day."""
    found: dict[RecordId, date] = {}
    numbers = {int(row): RecordId(record) for record, row in enumerate(register.row_numbers)} if erasures else {}
    for erasure in erasures:
        for row, known in erasure.rows.items() if erasure.source == register.source.sha256 else ():
            record = numbers.get(row)
            if record is not None and row_print(erasure.key, register, record) == known:
                found[record] = erasure.day
    return found


def come_back(register: Register, schema: Schema, erasures: Sequence[Erasure]) -> dict[RecordId, date]:
    """Return the records that seem to be of erased customers, each with the day they were erased."""
    found: dict[RecordId, date] = {}
    for record in range(len(register)) if erasures else ():
        day = erased_on(schema, _of(register, record), erasures)
        if day is not None:
            found[RecordId(record)] = day
    return found


def erased_on(schema: Schema, text: Text, erasures: Sequence[Erasure]) -> date | None:
    """Return the day on which a row's customer was erased, None for anybody else."""
    for key in dict.fromkeys(erasure.key for erasure in erasures):
        prints = person_prints(key, schema, text)
        for erasure in erasures:
            if erasure.key == key and not prints.isdisjoint(erasure.person):
                return erasure.day
    return None


def is_erased(schema: Schema, cells: Mapping[str, str], erasure: Erasure) -> bool:
    """Say whether cells, by their columns, are of the customer of an erasure."""
    return erased_on(schema, lambda column: cells.get(column, ""), (erasure,)) is not None


def findings_of(came_back: Mapping[RecordId, date]) -> tuple[Finding, ...]:
    """Return what is told of rows of customers who were erased and are there again."""
    return tuple(
        Finding("erased.came_back", Severity.WARNING, record, None, (_day(day),)) for record, day in came_back.items()
    )


def with_erased_forbidden(gate: Gate, erasures: Sequence[Erasure]) -> Gate:
    """Return the gate with the rows of erased customers forbidden: nobody adds them unseen."""
    if not erasures:
        return gate
    return replace(gate, rows=tuple(_forbidden(row, gate, erasures) for row in gate.rows))


def blanked(register: Register, records: Sequence[RecordId]) -> Register:
    """Return the register with nothing left in these records; the others keep their numbers."""
    if not records:
        return register
    cells = tuple(_blanked(each, records) for each in register.cells)
    findings = tuple(finding for finding in register.findings if finding.record not in {*records})
    return replace(register, cells=cells, findings=findings)


def _blanked(cells: ColumnCells, records: Sequence[RecordId]) -> ColumnCells:
    """Return the column without the texts of these records; a text that nobody else has is gone from it."""
    texts, raws = cells.texts.tolist(), cells.raws.tolist()
    empty = next((code for code, text in enumerate(texts) if text == "" and raws[code] is None), len(texts))
    codes = cells.codes.copy()
    codes[np.array(records)] = empty
    used, renumbered = np.unique(codes, return_inverse=True)
    kept = [("", None) if code == len(texts) else (texts[code], raws[code]) for code in used.tolist()]
    lists = (object_array([text for text, _ in kept]), object_array([raw for _, raw in kept]))
    return ColumnCells(renumbered.astype(np.int32).reshape(codes.shape), *lists)


def _forbidden(row: GateRow, gate: Gate, erasures: Sequence[Erasure]) -> GateRow:
    if row.verdict is GateVerdict.ALREADY_THERE:
        return row
    day = erased_on(gate.schema, _of(gate.new, row.record), erasures)
    if day is None:
        return row
    return replace(row, verdict=GateVerdict.FORBIDDEN, reasons=(Reason("gate.erased", (_day(day),)),))


def _known_by(schema: Schema, text: Text) -> Iterator[tuple[str, ...]]:
    names = [" ".join(sorted(fold(" ".join(map(text, schema.columns_of(*_NAMES)))).split()))]
    names += [fold(text(column)) for column in schema.columns_of(*_FIRMS)]
    for meaning, key_of in _ALONE:
        yield from ((meaning, key) for key in _keys(schema, meaning, key_of, text))
    for name in filter(None, names):
        for meaning, key_of in _WITH_NAME:
            for key in _keys(schema, meaning, key_of, text):
                yield meaning, key, name, *_code_beside(schema, meaning, text)


def _keys(schema: Schema, meaning: Meaning, key_of: Callable[[str], str], text: Text) -> Iterator[str]:
    return filter(None, (key_of(text(column)) for column in schema.columns_of(meaning) if text(column).strip()))


def _code_beside(schema: Schema, meaning: Meaning, text: Text) -> Iterator[str]:
    """Yield the postal code beside a street: there is a Koivutie in every town."""
    if meaning is Meaning.STREET:
        yield from (postal_code_key(text(column)) for column in schema.columns_of(Meaning.POSTAL_CODE)[:1])


def _of(register: Register, record: int) -> Text:
    return lambda column: register.text(record, column)


def _print(key: bytes, *parts: str) -> str:
    told = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(told, key=key, digest_size=16).hexdigest()


def _day(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
