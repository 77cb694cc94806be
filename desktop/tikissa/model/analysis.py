"""What was found in a register, from the settings, the meanings and the judgements it was looked at with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from tikissa.model.bought import NOTHING_BOUGHT, BoughtByLists
from tikissa.model.companies import NOTHING_CHECKED, CompanyCheck
from tikissa.model.finding import Finding
from tikissa.model.matching import Related
from tikissa.model.permission import Correction
from tikissa.model.proposal import Fix, Merge, Retire
from tikissa.model.record import RecordId, RecordKey
from tikissa.model.register import Register
from tikissa.model.register_profile import Profile
from tikissa.model.schema import Meaning, Schema

JsonValue = None | bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What an analysis depends on beside the register. `meanings` are the user's own words on columns,
    `corrections` on what their values say of which channels; `date_styles` the ways to write days that were accepted
    for columns; `settled` the columns of which it does not matter which of two values stays in a merge, `bought`
    what lists beside the register say of purchases."""

    today: date
    passive_after_months: int = 36
    phone_style: str | None = None
    date_style: str | None = None
    meanings: Mapping[str, Meaning | None] = field(default_factory=dict)
    date_styles: Mapping[str, str] = field(default_factory=dict)
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    settled: frozenset[str] = frozenset()
    bought: BoughtByLists = NOTHING_BOUGHT


@dataclass(frozen=True)
class RecordKeys:
    """Each record's key, in the register's order, and the way back."""

    keys: tuple[RecordKey, ...]

    @classmethod
    def by_place(cls, count: int) -> "RecordKeys":
        """Return keys for rows nobody will ask for again: two files put one under the other, to be compared once."""
        return cls(tuple(RecordKey(f"r:{place}") for place in range(count)))

    def __getitem__(self, record: int) -> RecordKey:
        return self.keys[record]

    @cached_property
    def _records(self) -> dict[RecordKey, RecordId]:
        return {key: RecordId(record) for record, key in enumerate(self.keys)}

    def record(self, key: RecordKey) -> RecordId | None:
        """Return the record that goes by this key, None where the register holds it no more."""
        return self._records.get(key)


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found, nothing decided. `timings` are seconds by stage; `profile` is the state of the register,
    `companies` what open registers say of it."""

    register: Register
    keys: RecordKeys
    settings: Settings
    schema: Schema
    fixes: tuple[Fix, ...]
    merges: tuple[Merge, ...]
    related: tuple[Related, ...]
    retires: tuple[Retire, ...]
    findings: tuple[Finding, ...]
    profile: Profile
    timings: Mapping[str, float]
    companies: CompanyCheck = NOTHING_CHECKED
