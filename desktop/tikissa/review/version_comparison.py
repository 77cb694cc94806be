"""What a newer version of the file brings: rows that came, changed and went, and what became of earlier choices."""

from collections import defaultdict
from dataclasses import dataclass

from tikissa.model.decision import AskedAgain, Decision, MeaningItem, PermissionItem, SettingItem
from tikissa.model.record import RecordId
from tikissa.review.carry_over import CarriedOver, Dropped
from tikissa.review.later_choices import keys_of
from tikissa.review.queue import OpenWork


@dataclass(frozen=True, slots=True)
class Lapsed:
    """Earlier choices that no longer hold for one reason; `rows` are those of their rows that the new file has."""

    code: str
    dropped: tuple[Dropped, ...]
    rows: frozenset[RecordId]


@dataclass(frozen=True, slots=True)
class SinceLastTime:
    """`new` and `changed` are records of the new file, `gone` of the old one. `asked` are the new and changed records
    something is proposed for, `kept` how many single choices hold."""

    new: frozenset[RecordId]
    changed: frozenset[RecordId]
    gone: tuple[RecordId, ...]
    asked: frozenset[RecordId]
    kept: int
    lapsed: tuple[Lapsed, ...]


def since_last_time(carried: CarriedOver, work: OpenWork) -> SinceLastTime:
    """Return what is new, changed and gone, by the records of the newer version, and what became of choices."""
    recognition = carried.recognition
    new = frozenset(recognition.new)
    changed = frozenset(recognition.records[record] for record in recognition.changed)
    return SinceLastTime(
        new=new,
        changed=changed,
        gone=recognition.gone,
        asked=_asked(work) & (new | changed),
        kept=sum(_kept(decision) for _, decision in carried.log.in_force),
        lapsed=_lapsed(carried),
    )


def _kept(decision: Decision) -> int:
    """Return how many single choices on rows still hold of a decision."""
    return sum(not isinstance(item, AskedAgain | MeaningItem | PermissionItem | SettingItem) for item in decision.items)


def old_records(entry: Dropped, carried: CarriedOver) -> tuple[RecordId, ...]:
    """Return the old file's records that a dropped choice is about."""
    found = (carried.before.keys.record(key) for key in keys_of(entry.item))
    return tuple(record for record in found if record is not None)


def _asked(work: OpenWork) -> frozenset[RecordId]:
    fixes = {fix.record for group in work.fix_groups for fix in group.fixes}
    merges = {record for merge in work.merges for record in merge.records}
    return frozenset(fixes | merges | {retire.record for retire in work.retires})


def _lapsed(carried: CarriedOver) -> tuple[Lapsed, ...]:
    by_code: dict[str, list[Dropped]] = defaultdict(list)
    for entry in carried.dropped:
        by_code[entry.reason.code].append(entry)
    groups = sorted(by_code.items(), key=lambda group: -len(group[1]))
    return tuple(Lapsed(code, tuple(entries), _rows(entries, carried)) for code, entries in groups)


def _rows(entries: list[Dropped], carried: CarriedOver) -> frozenset[RecordId]:
    records = {record for entry in entries for record in old_records(entry, carried)}
    return frozenset(carried.recognition.records[record] for record in records if record in carried.recognition.records)
