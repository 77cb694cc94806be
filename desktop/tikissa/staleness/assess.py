"""Finds the rows worth checking: every sign with its reason, and how likely something in the row is wrong by now.

Signs that a contact person at a living company may have changed: nobody has met them since the row was made.

Signs in the register's own columns for it: that a customer has left, and that mail has come back.

Signs in what rules and matching have found: what is in use no more, and a double that says something fresher.

Signs that a row is no customer at all: somebody tried the program out, or typed a heading or a total among them.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

import numpy as np
from numpy.typing import NDArray

from tikissa.model.analysis import RecordKeys, Settings
from tikissa.model.finding import Reason
from tikissa.model.permission import CustomerState, PermissionColumn, Subject
from tikissa.model.progress import NoProgress, Progress, ticking
from tikissa.model.proposal import Merge, Retire, retire_id
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.permission.columns_in_force import permission_columns
from tikissa.permission.permission_cells import is_marked, said
from tikissa.reference.customer_kind import companies
from tikissa.staleness.activity_signs import (
    Found,
    Rows,
    Sign,
    age_unknown,
    contact_never,
    contact_old,
    rhythm_broken,
    shown,
)
from tikissa.staleness.decay import Records, chances_wrong
from tikissa.staleness.life import signs_of_life
from tikissa.staleness.text_signs import mail_service_closed, told_in_notes
from tikissa.text.normalise import fold
from tikissa.text.phones import national_number

_NAMES = (Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.COMPANY)

_REACHES = (
    *(Meaning.PHONE, Meaning.EMAIL, Meaning.STREET, Meaning.WHOLE_ADDRESS, Meaning.POSTAL_CODE, Meaning.TOWN),
    *(Meaning.BUSINESS_ID, Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE),
)

_TRY = (
    r"testi?|testaaja|testinen|testiasiakas|testikayttaja|testiyritys|testerson|tester|asdf+|qwerty|esimerkki|example"
)

_TEST = re.compile(rf"(?:{_TRY})(?:[ ,]+(?:{_TRY}|asiakas|customer|client|kund|henkilo|kayttaja|user|yritys|oy|ab))*")

_TOTAL = re.compile(r"yhteensa|summa|loppusumma|kaikki yhteensa|total|totals|totalt|sammanlagt|in total|sum")

_HEADING = re.compile(r"[-=*_#. ]{2,}.*|.*:|nimi|asiakas|asiakkaat|sukunimi|name|customer|namn|kund")


def tried_out(rows: Rows) -> Iterator[Sign]:
    """Yield rows in which every name is a word for trying out."""
    named = rows.register.filled(rows.schema.columns_of(*_NAMES))
    tried = named & ~_says(rows, _is_real_name)
    yield from _each(tried, "row.test")


def no_customer(rows: Rows) -> Iterator[Sign]:
    """Yield totals, and headings and lines on rows that tell nothing to reach or know a customer by.

    A row with one text and no name, such as a town over its customers, is a heading too, and so are the headers where
    they stand once more, over a second table.
    """
    names = rows.schema.columns_of(*_NAMES)
    bare = ~rows.register.filled(rows.schema.columns_of(*_REACHES))
    heading = _says(rows, lambda text: bool(_HEADING.fullmatch(fold(text))))
    total = _says(rows, lambda text: bool(_TOTAL.fullmatch(fold(text).rstrip(":"))))
    texts = _count(rows, lambda _, text: bool(text.strip()))
    headers = _count(rows, lambda header, text: text.strip().casefold() == header != "")
    lone = bool(names) & ~rows.register.filled(names) & (texts == 1)
    again = (headers == texts) & (headers > 1)
    yield from _each(bare & (heading | total | lone) | again, "row.no_customer")


def _count(rows: Rows, claim: Callable[[str, str], bool]) -> NDArray[np.int16]:
    """Count the cells of each row for which a claim on header (in small letters) and text holds, shape (records,)."""
    count = np.zeros(len(rows.register), np.int16)
    for column, cells in zip(rows.register.columns, rows.register.cells, strict=True):
        rows.tick()
        header = column.header.strip().casefold()
        count += cells.where(partial(claim, header))
    return count


def _is_real_name(text: str) -> bool:
    return bool(text.strip()) and not _TEST.fullmatch(fold(text))


def _says(rows: Rows, claim: Callable[[str], bool]) -> Records:
    rows.tick()
    return rows.register.where(rows.schema.columns_of(*_NAMES), claim)


def _each(records: Records, code: str) -> Iterator[Sign]:
    for record in np.flatnonzero(records).tolist():
        yield RecordId(record), Reason(code)


SURE = 0.99
"""How sure (0-1) it must be that two rows are one customer before one of them is evidence against the other."""

MERGES_EVERY = 1_000

NOT_IN_USE = ("phone.invalid", "postal_code.unknown")
"""What the rules find in numbers and codes that no plan has, or has no more."""


def not_in_use(rows: Rows) -> Iterator[Sign]:
    """Yield records with a number no numbering plan has, or a postal code that is not in use."""
    for finding in rows.found.findings if rows.found else ():
        if finding.code in NOT_IN_USE and finding.record is not None:
            yield finding.record, Reason(finding.code, finding.arguments)


def double_is_fresher(rows: Rows) -> Iterator[Sign]:
    """Yield records whose sure double has been active since and holds another phone number or address."""
    if rows.found is not None:
        for merge in ticking(rows.found.merges, rows.tick, MERGES_EVERY):
            if merge.cluster.probability >= SURE:
                yield from _fresher_in(rows, rows.found.fixed, merge)


def _fresher_in(rows: Rows, fixed: Register, merge: Merge) -> Iterator[Sign]:
    newest = rows.life.newest
    freshest = max(merge.records, key=lambda record: int(newest[record]))
    for code, meaning, key in FRESHER:
        columns = rows.schema.columns_of(meaning)
        told = _values(fixed, freshest, columns, key)
        for record in merge.records:
            own = _values(fixed, record, columns, key)
            is_other = own.keys().isdisjoint(told) and not _begin(told, own)
            if 0 < newest[record] < newest[freshest] and own and told and is_other:
                row, month = str(rows.register.row(freshest)), shown(newest[freshest])
                yield record, Reason(code, (next(iter(told.values())), row, month))


def _values(fixed: Register, record: RecordId, columns: Iterable[str], key: Callable[[str], str]) -> dict[str, str]:
    """Return what stands in some columns of a record, by what it says."""
    texts = (fixed.text(record, column) for column in columns)
    return {key(text): text for text in texts if text.strip()}


def _begin(told: Iterable[str], own: Iterable[str]) -> bool:
    """Say whether what is told is one's own with its end missing, which is no fresher value."""
    return any(mine.startswith(theirs) for mine in own for theirs in told)


def _number(text: str) -> str:
    return national_number(text) or text


def _address(text: str) -> str:
    return text.strip().casefold()


FRESHER: tuple[tuple[str, Meaning, Callable[[str], str]], ...] = (
    ("double.fresher_phone", Meaning.PHONE, _number),
    ("double.fresher_email", Meaning.EMAIL, _address),
)

_OF_STATE = (Subject.STATE, Subject.ACTIVE, Subject.STATUS, Subject.WORDS)

_CODES = {CustomerState.DECEASED: "customer.deceased", CustomerState.BLOCKED: "customer.blocked"}


def customer_left(rows: Rows) -> Iterator[Sign]:
    """Yield records of which a column says that the customer has left, died or been blocked, with column and cell.

    Notes have signs of their own; an end that is still to come is none.
    """
    notes = rows.schema.columns_of(Meaning.NOTES)
    for column in permission_columns(rows.schema):
        if column.subject in _OF_STATE and column.column not in notes:
            yield from _in_state(rows, column)


def _in_state(rows: Rows, column: PermissionColumn) -> Iterator[Sign]:
    cells, today = rows.register.cells_of(column.column), rows.life.today
    told = [said(column, text) for text in cells.texts.tolist()]
    left = [each.state.severity > 0 and (each.day is None or each.day <= today) for each in told]
    for record in np.flatnonzero(np.array(left, np.bool_)[cells.codes]).tolist():
        code = _CODES.get(told[cells.codes[record]].state, "customer.left")
        yield RecordId(record), Reason(code, (column.column, cells[record].strip()))


def mail_returned(rows: Rows) -> Iterator[Sign]:
    """Yield records that have anything but a plain no in a column for mail that came back or bounced."""
    for column in rows.schema.columns_of(Meaning.RETURNED):
        for record in np.flatnonzero(rows.register.where((column,), is_marked)).tolist():
            yield RecordId(record), Reason("notes.returned", (column,))


def contact_person_unconfirmed(rows: Rows) -> Iterator[Sign]:
    """Yield companies that still buy, whose contact person was written down before the period and not met within it.

    A purchase proves the company and not the person; people change jobs every few years.
    """
    life, schema = rows.life, rows.schema
    since = life.oldest_active.toordinal()
    unconfirmed = (life.created > 0) & (life.met < since) & (life.activity >= since)
    named = rows.register.filled(schema.columns_of(Meaning.CONTACT_PERSON))
    for record in np.flatnonzero(unconfirmed & named).tolist():
        yield RecordId(record), Reason("contact_person.unconfirmed", (shown(life.met[record]),))


ALL_SIGNS: tuple[Callable[[Rows], Iterator[Sign]], ...] = (
    no_customer,
    tried_out,
    told_in_notes,
    customer_left,
    contact_old,
    contact_never,
    rhythm_broken,
    mail_service_closed,
    mail_returned,
    double_is_fresher,
    not_in_use,
    contact_person_unconfirmed,
    age_unknown,
)
"""The weightiest first: a record's reasons stand in this order."""

REPORT_EVERY = 5_000

ENDED = frozenset(
    (
        *("contact.old", "contact.never", "notes.deceased", "notes.bankrupt", "notes.ceased"),
        *("customer.left", "customer.deceased", "customer.blocked", "row.test", "row.no_customer"),
        *("company.ceased", "company.bankruptcy"),
    )
)
"""The signs that let a whole row be put away; the others say that something in it should be checked."""


def assess(
    register: Register,
    schema: Schema,
    keys: RecordKeys,
    settings: Settings,
    found: Found | None = None,
    progress: Progress = NoProgress(),
) -> tuple[Retire, ...]:
    """Return the rows worth checking in the register's order, whether or not a merge would remove them."""
    life = signs_of_life(register, schema, settings)

    def tick() -> None:
        progress.report("staleness.signs", len(ALL_SIGNS), len(ALL_SIGNS))

    reasons = _reasons(Rows(register, schema, life, found, tick), progress)
    tick()
    chances = chances_wrong(register, schema, companies(register, schema), life, tick)
    has_age = life.newest > 0
    return tuple(
        Retire(
            id=retire_id(keys[record], reasons[record]),
            record=record,
            reasons=tuple(reasons[record]),
            probability=round(float(chances[record]), 4) if has_age[record] else None,
        )
        for record in ticking(sorted(reasons), tick, REPORT_EVERY)
    )


def _reasons(rows: Rows, progress: Progress) -> dict[RecordId, list[Reason]]:
    reasons: dict[RecordId, list[Reason]] = {}
    for number, sign in enumerate(ALL_SIGNS):
        progress.report("staleness.signs", number, len(ALL_SIGNS))
        for count, (record, reason) in enumerate(sign(rows)):
            if count % REPORT_EVERY == 0:
                progress.report("staleness.signs", number, len(ALL_SIGNS))
            known = reasons.setdefault(record, [])
            if all(reason.code != other.code for other in known):
                known.append(reason)
    return reasons
