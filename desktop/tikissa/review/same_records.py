"""Which record of last month's file is which of this month's, and which columns go together."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tikissa.matching.match import match
from tikissa.matching.preparing.stacking import same_columns, stacked, with_records
from tikissa.model.analysis import RecordKeys
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema

ACTIVITY = (
    Meaning.CREATED,
    Meaning.LAST_CONTACT,
    Meaning.LAST_PURCHASE,
    Meaning.PURCHASE_SUM,
    Meaning.PURCHASE_COUNT,
    Meaning.INVOICE_BALANCE,
    Meaning.OPEN_MATTER,
)
"""What changes every month without saying anything new about who the customer is."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A register as it was looked at: its records' keys and what its columns mean."""

    register: Register
    keys: RecordKeys
    schema: Schema


@dataclass(frozen=True, slots=True)
class Recognition:
    """`columns` and `records` lead from the old file to the new; `unchanged`: the old records that still say the same.

    What a record says leaves out dates and amounts of activity. `new` and `gone` are records of one file only.
    """

    columns: Mapping[str, str]
    records: Mapping[RecordId, RecordId]
    unchanged: frozenset[RecordId]
    new: tuple[RecordId, ...]
    gone: tuple[RecordId, ...]

    @property
    def changed(self) -> tuple[RecordId, ...]:
        """Return the old records that are in the new file but say something else there."""
        return tuple(record for record in self.records if record not in self.unchanged)


def recognise(old: Visit, new: Visit) -> Recognition:
    """Recognise records by customer number where it is unique, else by content, else through the matching engine."""
    columns = same_columns(old.register, old.schema, new.register, new.schema)
    describing = [name for name in columns if old.schema.meaning_of(name) not in ACTIVITY]
    old_content = _contents(old.register, describing)
    new_content = _contents(new.register, [columns[name] for name in describing])
    records = _by_number(old.keys, new.keys)
    # with the dates of activity first: they tell two entries of one customer apart
    _add_by_content(records, _contents(old.register, list(columns)), _contents(new.register, list(columns.values())))
    _add_by_content(records, old_content, new_content)
    _add_by_matching(records, old, new, columns)
    found = set(records.values())
    unchanged = frozenset(record for record, now in records.items() if old_content[record] == new_content[now])
    return Recognition(
        columns,
        records,
        unchanged,
        tuple(record for record in _all(new.register) if record not in found),
        tuple(record for record in _all(old.register) if record not in records),
    )


def _all(register: Register) -> Sequence[RecordId]:
    return [RecordId(record) for record in range(len(register))]


def _contents(register: Register, columns: Sequence[str]) -> list[tuple[str, ...]]:
    spread = [register.cells_of(name).spread().tolist() for name in columns]
    return list(zip(*spread, strict=True)) if spread else [() for _ in _all(register)]


def _by_number(old: RecordKeys, new: RecordKeys) -> dict[RecordId, RecordId]:
    numbered = ((RecordId(record), new.record(key)) for record, key in enumerate(old.keys) if key.startswith("n:"))
    return {record: now for record, now in numbered if now is not None}


def _has_number(visit: Visit, record: RecordId) -> bool:
    """Say whether a record goes by its own customer number."""
    return visit.keys[record].startswith("n:")


def _add_by_content(
    records: dict[RecordId, RecordId], old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]
) -> None:
    """Pair the records that say exactly the same, equal ones in their order."""
    taken = set(records.values())
    waiting: dict[tuple[str, ...], list[RecordId]] = defaultdict(list)
    for record in reversed(range(len(new))):
        if record not in taken:
            waiting[new[record]].append(RecordId(record))
    for before, content in enumerate(old):
        if before not in records and waiting.get(content):
            records[RecordId(before)] = waiting[content].pop()


def _add_by_matching(records: dict[RecordId, RecordId], old: Visit, new: Visit, columns: Mapping[str, str]) -> None:
    """Pair what is left where the engine finds exactly one old and one new record to be the same customer.

    Where both files number their customers, a number that is new is a new customer and one not there is gone.
    """
    taken = set(records.values())
    left_old = [record for record in _all(old.register) if record not in records and not _has_number(old, record)]
    left_new = [record for record in _all(new.register) if record not in taken and not _has_number(new, record)]
    if not left_old or not left_new:
        return
    both = stacked(with_records(old.register, left_old), with_records(new.register, left_new), columns)
    schema = replace(old.schema, columns=tuple(entry for entry in old.schema.columns if entry.column in columns))
    for cluster in match(both, schema, RecordKeys.by_place(len(both))).clusters:
        sides = Counter(record < len(left_old) for record in cluster.records)
        if sides[True] == 1 and sides[False] == 1:
            before, now = sorted(cluster.records)
            records[left_old[before]] = left_new[now - len(left_old)]
