"""Chooses the values that survive a merge, column by column, and the row they live on in.

Keeps what does not survive a merge in its own column and must not be lost: an empty column of its kind takes it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from datetime import date
from functools import cache

from tikissa.matching.preparing.normalised_identifiers import email_keys, phone_keys
from tikissa.matching.surviving.right_writing import whole_of, with_letters
from tikissa.matching.surviving.surviving_rules import (
    OF_STATE,
    RULES,
    Candidate,
    Kept,
    joined_texts,
    newest,
    strictest,
    strictest_status,
    united,
)
from tikissa.matching.surviving.surviving_rules import surviving_address as address_of
from tikissa.model.finding import Reason
from tikissa.model.golden_record import GoldenRecord, SurvivingValue
from tikissa.model.permission import PermissionColumn, Subject
from tikissa.model.record import RecordId
from tikissa.model.register import ColumnCells, CoveredCell, FormulaCell, Register
from tikissa.model.schema import About, ColumnMeaning, Meaning, Schema
from tikissa.permission.columns_in_force import SPOKEN_IN, permission_columns
from tikissa.permission.permission_cells import said, says_yes
from tikissa.permission.permission_tokens import words_apart
from tikissa.permission.phrases import channels_in
from tikissa.text.date_columns import whole_day
from tikissa.text.normalise import fold
from tikissa.text.owners import whose
from tikissa.text.similarity import typing_distance


def _folded(text: str) -> tuple[str]:
    return (fold(text),)


OVERFLOWING: Mapping[Meaning, Callable[[str], Iterable[str]]] = {
    Meaning.EMAIL: email_keys,
    Meaning.PHONE: phone_keys,
    Meaning.BILLING_ADDRESS: _folded,
    Meaning.EINVOICE_ADDRESS: _folded,
}
"""What is not given up where the records differ, and how the values in a cell of it are told to be the same."""

_ONLY_TO_COLUMNS = frozenset({Meaning.PHONE})


def overflow(
    meaning: Meaning,
    columns: Sequence[str],
    kept: dict[str, Kept | None],
    rows: Mapping[str, Sequence[Candidate]],
) -> list[str]:
    """Put values that did not survive into empty columns of their meaning; return those that found no room.

    A column for bills, or for a guardian, is no room for the customer's own.
    """
    if len({candidate.text for name in columns for candidate in rows[name]}) < 2:
        return []
    keys = OVERFLOWING[meaning]
    values = [rows[name][0].text if found is None else found.value for name, found in _filled(columns, kept, rows)]
    stays = {key for value in values for key in keys(value)}
    empty = [name for name in columns if not rows[name]]
    lost = []
    for name in columns:
        for candidate in rows[name]:
            brought = set(filter(None, keys(candidate.text)))
            if all(any(_same(key, known) for known in stays) for key in brought):
                continue
            stays |= brought
            room = next((column for column in empty if whose(column) == whose(name)), None)
            if room is not None:
                empty.remove(room)
                kept[room] = Kept(candidate.text, candidate.record, "survivorship.kept_too")
            elif meaning not in _ONLY_TO_COLUMNS:
                lost.append(f"{name}: {candidate.text}")
    return lost


def _filled(
    columns: Sequence[str], kept: Mapping[str, Kept | None], rows: Mapping[str, Sequence[Candidate]]
) -> list[tuple[str, Kept | None]]:
    return [(name, kept[name]) for name in columns if rows[name]]


def _same(first: str, second: str) -> bool:
    """A value one typing error from one that survives, or one that lacks its end, is no other value."""
    return typing_distance(first, second, 1) <= 1 or whole_of(first, (second,)) is not None


_ACTIVITY = (Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE)

_ADDRESS = (Meaning.STREET, Meaning.POSTAL_CODE, Meaning.TOWN)

_NEVER = date(1, 1, 1)

_UNITED = (Subject.NAME, Subject.WORDS)

_WORDED = frozenset(
    (
        *(Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.CONTACT_PERSON, Meaning.COMPANY),
        *(Meaning.STREET, Meaning.TOWN, Meaning.WHOLE_ADDRESS),
    )
)
"""The meanings whose words have letters that a program or a keyboard may have lost."""


def golden_record(
    register: Register, schema: Schema, records: Sequence[RecordId], whole: Register | None = None
) -> GoldenRecord:
    """Return what survives a merge of the records, from a register in which the fixes have been applied.

    The survivor is the record with the newest activity, then one who has not left, then the fullest, then the first.
    The strictest word on permission and on the customer's state survives; that a customer is merely passive is told by
    the survivor alone. The values cover every column in which the records differ or the survivor is empty while another
    is not. `whole` is the register of which `register` is an excerpt: how often a name is written there tells a typing
    error.
    """
    meanings = {entry.column: entry.meaning for entry in schema.columns}
    permissions = {column.column: column for column in permission_columns(schema)}
    texts = {column.name: _texts(register.cells[column.index], records) for column in register.columns}
    ordered = _by_preference(register, schema, meanings, texts, records)
    differing = {name for name, text in texts.items() if len(set(text.values())) > 1}
    rows = _Rows(register, schema, texts, ordered)
    told = whole or register
    entries = {entry.column: entry for entry in schema.columns}
    kept = {
        name: _kept(told.cells_of(name), entries[name], permissions.get(name), rows[name])
        if name in differing
        else None
        for name in texts
    }
    if not differing.isdisjoint(schema.columns_of(*_ADDRESS)):
        _keep_address_together(kept, rows, schema, told)
    _keep_what_has_no_room(kept, rows, schema, differing)
    values = [
        SurvivingValue(name, found.value, found.source, _reason(found.reason))
        for name, found in kept.items()
        if found is not None and _is_news(found, rows[name], ordered)
    ]
    return GoldenRecord(ordered[0], tuple(values))


_reason = cache(Reason)

Texts = Mapping[RecordId, str]


def _texts(cells: ColumnCells, records: Sequence[RecordId]) -> Texts:
    codes, texts = cells.codes, cells.texts
    return {record: texts[codes[record]] for record in records}


def _by_preference(
    register: Register,
    schema: Schema,
    meanings: Mapping[str, Meaning | None],
    texts: Mapping[str, Texts],
    records: Sequence[RecordId],
) -> list[RecordId]:
    activity = [
        (register.cells_of(name), texts[name], schema.date_order(name))
        for name in texts
        if meanings.get(name) in _ACTIVITY
    ]
    states = [column for column in permission_columns(schema) if column.subject in OF_STATE]

    def preference(record: RecordId) -> tuple[int, bool, int, int]:
        days = (whole_day(text[record], cells.raw(record), order) for cells, text, order in activity if text[record])
        newest_day = max(filter(None, days), default=_NEVER)
        filled = sum([bool(text[record]) for text in texts.values()])
        left = any(said(column, texts[column.column][record]).state.severity for column in states)
        return -newest_day.toordinal(), left, -filled, record

    return sorted(records, key=preference)


class _Rows(dict[str, list[Candidate]]):
    """The filled cells of each column, the survivor's first; made when they are asked for, since most columns agree."""

    def __init__(
        self, register: Register, schema: Schema, texts: Mapping[str, Texts], ordered: Sequence[RecordId]
    ) -> None:
        super().__init__()
        self._register = register
        self._schema = schema
        self._texts = texts
        self._ordered = ordered

    def __missing__(self, name: str) -> list[Candidate]:
        cells, texts = self._register.cells_of(name), self._texts[name]
        filled = [record for record in self._ordered if texts[record]]
        order = self._schema.date_order(name)
        row = self[name] = [Candidate(record, texts[record], cells.raw(record), order) for record in filled]
        return row


def _kept(
    column: ColumnCells, entry: ColumnMeaning, permission: PermissionColumn | None, row: list[Candidate]
) -> Kept | None:
    """Return what survives of a column in which the records differ: of things and of a possible no, all."""
    meaning = entry.meaning
    if permission is None and meaning is None:
        permission = PermissionColumn(entry.column, Subject.WORDS)
    if permission is not None and permission.subject not in _UNITED and row:
        return strictest(permission, row, column)
    if any(isinstance(candidate.raw, FormulaCell) for candidate in row) or isinstance(row[0].raw, CoveredCell):
        return None
    if permission is not None and meaning in SPOKEN_IN and _refuses(permission, row):
        return united(row, column)
    if len(row) > 1 and meaning is not None and meaning in RULES:
        kept = RULES[meaning](row, column)
        return _with_letters(kept, row, column) if meaning in _WORDED else kept
    if permission is not None and meaning in (None, Meaning.ENDED) and len(row) > 1:
        status = strictest_status(permission, row, column)
        if status is not None or meaning is Meaning.ENDED:
            return status
    if len(row) > 1 and (entry.may_forbid or entry.about is About.THING or _answers_on_a_channel(entry, row)):
        return united(row, column)
    return _with_letters(newest(row), row, column) if len(row) > 1 else newest(row)


def _refuses(permission: PermissionColumn, row: Sequence[Candidate]) -> bool:
    return len(row) > 1 and any(said(permission, candidate.text).forbidden for candidate in row)


def _answers_on_a_channel(entry: ColumnMeaning, row: Sequence[Candidate]) -> bool:
    """Tell whether the rows differ in a yes and a no to being reached, be it for bills or reminders alone."""
    answers = {says_yes(candidate.text) for candidate in row}
    return entry.meaning is None and {True, False} <= answers and bool(channels_in(words_apart(entry.column)))


def _with_letters(kept: Kept, row: list[Candidate], column: ColumnCells) -> Kept:
    """Return a value with the letters å, ä and ö that another row has in the same words."""
    texts = {candidate.text: candidate.record for candidate in reversed(row)}
    spelled = with_letters(kept.value, texts, column)
    return kept if spelled == kept.value else Kept(spelled, texts.get(spelled), "survivorship.letters")


def _is_news(kept: Kept, row: list[Candidate], ordered: Sequence[RecordId]) -> bool:
    texts = {candidate.record: candidate.text for candidate in row}
    return len(set(texts.values())) > 1 or len(texts) < len(ordered) or kept.value != texts[ordered[0]]


def _keep_address_together(
    kept: dict[str, Kept | None], rows: Mapping[str, list[Candidate]], schema: Schema, register: Register
) -> None:
    """A street, its postal code and its town survive from one record, not each from another."""
    columns = {meaning: schema.first(meaning) for meaning in _ADDRESS}
    street = columns[Meaning.STREET]
    if street is None or not rows[street]:
        return
    names = [name for name in columns.values() if name is not None]
    for name, found in address_of(street, names, rows).items():
        if kept[name] is not None:
            kept[name] = found and _with_letters(found, rows[name], register.cells_of(name))


def _keep_what_has_no_room(
    kept: dict[str, Kept | None], rows: Mapping[str, list[Candidate]], schema: Schema, differing: Set[str]
) -> None:
    """What must not be lost goes to an empty column of its kind, else to the notes under the column's name.

    Of several columns for notes the last is the general one: allergies and the like stand before it.
    """
    notes = next(reversed(schema.columns_of(Meaning.NOTES)), None)
    lost = []
    for meaning in OVERFLOWING:
        columns = schema.columns_of(meaning)
        if not differing.isdisjoint(columns):
            lost += overflow(meaning, columns, kept, rows)
    if lost and notes is not None:
        said = kept[notes] or (newest(rows[notes]) if rows[notes] else None)
        texts = [said.value] if said else []
        kept[notes] = Kept(joined_texts([*texts, *lost]), None, "survivorship.united")
