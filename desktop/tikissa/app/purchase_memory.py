"""What lists of purchases said of a register's customers, kept with the register, next month's version too.

A list whose days lie among those of a list kept before takes its place; one of other days adds to it.
"""

import json
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from tikissa.analysis.record_keys import record_keys
from tikissa.app.erasing import is_version
from tikissa.model.analysis import RecordKeys
from tikissa.model.bought import NOTHING_BOUGHT, Bought, BoughtByLists
from tikissa.model.record import RecordId, RecordKey
from tikissa.model.register import Register
from tikissa.schema.detect import detect
from tikissa.store.glance import glance
from tikissa.store.recent import recent_registers
from tikissa.store.session_file import SessionFile

NOTE = "note.purchases"
_MOST_LISTS = 24

Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class KeptList:
    """One list as it is kept: what each customer bought, by key; `record` of its entries says nothing."""

    file: str
    currency: str
    customers: Mapping[RecordKey, Bought]

    @property
    def days(self) -> Days:
        """Return the first and the last day of purchases in the list, as ordinals."""
        first = [bought.first.toordinal() for bought in self.customers.values() if bought.first]
        last = [bought.last.toordinal() for bought in self.customers.values() if bought.last]
        return min(first, default=0), max(last, default=0)


class PurchaseMemory:
    """The lists kept with one register; those of its earlier version count until there is one of its own."""

    def __init__(self, path: Path, folder: Path, file: SessionFile) -> None:
        self._path, self._folder, self._file = path, folder, file
        self._known: tuple[str | None, Register, BoughtByLists] | None = None

    def bought(self, register: Register) -> BoughtByLists:
        """Return what the lists say of the customers of the register as it is now."""
        note = self._note()
        if self._known is None or self._known[0] != note or self._known[1] is not register:
            self._known = note, register, bought_before(note, register)
        return self._known[2]

    def keep(self, bought: BoughtByLists, keys: RecordKeys) -> None:
        """Keep what a list says of the customers; it counts from the next analysis on. Raises SessionProblem."""
        self._file.set_fact(NOTE, kept_text(self._note(), bought, keys))

    def forget(self) -> None:
        """Let no list count any more. Raises SessionProblem."""
        self._file.set_fact(NOTE, "[]")

    def without(self, keys: Set[RecordKey]) -> Mapping[str, str]:
        """Return what is to be kept once these customers have been erased, as a fact of the session."""
        lists = _lists(self._note())
        kept = (replace(each, customers={k: v for k, v in each.customers.items() if k not in keys}) for each in lists)
        return {NOTE: json.dumps([*map(_plain, kept)], separators=(",", ":"))} if lists else {}

    def _note(self) -> str | None:
        note = self._file.fact(NOTE)
        return note if note is not None else self._note_of_earlier

    @cached_property
    def _note_of_earlier(self) -> str | None:
        """Looked for once: every question about settings comes here, and each earlier version is a file to open."""
        return _note_of_earlier(self._path, self._folder)


def kept_text(before: str | None, bought: BoughtByLists, keys: RecordKeys) -> str:
    """Return the note with a list that was joined now."""
    customers = {keys[record]: each for record, each in bought.customers.items()}
    new = KeptList(bought.name, bought.currency, customers)
    others = [each for each in _lists(before) if not _overlap(each.days, new.days) and each.file != new.file]
    return json.dumps([*map(_plain, others[1 - _MOST_LISTS :]), _plain(new)], separators=(",", ":"))


def bought_before(note: str | None, register: Register) -> BoughtByLists:
    """Return what the kept lists say of the customers of a register as it is now."""
    lists = _lists(note)
    if not lists:
        return NOTHING_BOUGHT
    keys = record_keys(register, detect(register))
    currency = lists[-1].currency
    together: dict[RecordId, Bought] = {}
    for kept in lists:
        for key, bought in kept.customers.items():
            record = keys.record(key)
            if record is not None:
                own = replace(bought, record=record)
                own = own if kept.currency == currency else replace(own, sum_all=0, sum_12_months=0)
                together[record] = _added(together[record], own) if record in together else own
    return BoughtByLists(together, tuple(kept.file for kept in lists), currency)


def _note_of_earlier(path: Path, folder: Path) -> str | None:
    """Return the note of the newest earlier version of a register that has one."""
    earlier = (glance(folder / known.session) for known in recent_registers(folder) if is_version(known, path))
    notes = (seen.facts.get(NOTE) for seen in earlier if seen is not None)
    return next((note for note in notes if note), None)


def _overlap(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _added(one: Bought, other: Bought) -> Bought:
    """Return what two lists of different days say together."""
    return Bought(
        one.record,
        min(filter(None, (one.first, other.first)), default=None),
        max(filter(None, (one.last, other.last)), default=None),
        one.count + other.count,
        one.sum_all + other.sum_all,
        one.sum_12_months + other.sum_12_months,
        other.every_days or one.every_days,
    )


def _plain(kept: KeptList) -> dict[str, object]:
    rows = {
        key: [_day(one.first), _day(one.last), one.count, one.sum_all, one.sum_12_months, one.every_days]
        for key, one in kept.customers.items()
    }
    return {"file": kept.file, "currency": kept.currency, "customers": rows}


def _lists(note: str | None) -> tuple[KeptList, ...]:
    return tuple(_list(**kept) for kept in json.loads(note or "[]"))


def _list(file: str, currency: str, customers: dict[str, list[int | None]]) -> KeptList:
    rows: Iterable[tuple[str, list[int | None]]] = customers.items()
    return KeptList(file, currency, {RecordKey(key): _bought(*row) for key, row in rows})


def _bought(
    first: int | None, last: int | None, count: int | None, sum_all: int | None, year: int | None, every: int | None
) -> Bought:
    return Bought(RecordId(0), _from_day(first), _from_day(last), count or 0, sum_all or 0, year or 0, every)


def _from_day(day: int | None) -> date | None:
    return date.fromordinal(day) if day else None


def _day(day: date | None) -> int | None:
    return day.toordinal() if day else None
