"""What the decisions make of the register: preview, saving and the audit log all read this."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from tikissa.model.decision import ExcludeItem
from tikissa.model.finding import Reason
from tikissa.model.proposal import AddColumn, ProposalId
from tikissa.model.record import RecordId
from tikissa.model.register import Provenance, Register


class Fate(StrEnum):
    MERGED = "merged"
    ARCHIVED = "archived"
    REMOVED = "removed"


class Leaving(NamedTuple):
    """A record that does not stay among the rows: what becomes of it, by which decision, and into which record."""

    record: RecordId
    fate: Fate
    into: RecordId | None
    reasons: tuple[Reason, ...]
    decision: int
    when: datetime
    who: str


@dataclass(frozen=True, slots=True)
class AppliedChange:
    """One changed cell with its decision. `source` is the record a surviving value came from.

    `has_effect` is false where the record was merged away and its value did not survive: it is logged all the same.
    """

    record: RecordId
    column: str
    before: str
    after: str
    reason: Reason
    decision: int
    when: datetime
    who: str
    source: RecordId | None = None
    has_effect: bool = True


@dataclass(frozen=True, slots=True)
class AddedRow:
    """A row that comes from another file: its filled cells by the register's columns, and by which decision it came."""

    proposal: ProposalId
    source: Provenance
    texts: Mapping[str, str]
    reason: Reason
    decision: int
    when: datetime
    who: str


@dataclass(frozen=True)
class Outcome:
    """The cleaned register: `changed` holds, per column, the final text of each changed cell; `leaving` the records
    that do not stay. `changes` lists every applied change in the order of play. `added` are the rows
    that come below the last one, in their order; `exclusions` the entries of the exclusion list, `columns` what comes
    behind the last column."""

    register: Register
    changed: Mapping[str, Mapping[RecordId, str]]
    leaving: Mapping[RecordId, Leaving]
    changes: Sequence[AppliedChange]
    added: tuple[AddedRow, ...] = ()
    exclusions: tuple[ExcludeItem, ...] = ()
    columns: tuple[AddColumn, ...] = ()

    def text(self, record: RecordId, column: str) -> str:
        """Return a cell as it will be saved."""
        after = self.changed.get(column, {}).get(record)
        return self.register.text(record, column) if after is None else after

    def stays(self, record: RecordId) -> bool:
        return record not in self.leaving

    def count(self, fate: Fate) -> int:
        return self._fates[fate]

    @cached_property
    def _fates(self) -> Counter[Fate]:
        return Counter(leaving.fate for leaving in self.leaving.values())

    @cached_property
    def changed_cells(self) -> int:
        """Return how many cells are changed of the rows that are kept or archived: what was merged away is not seen."""
        gone = {record for record, leaving in self.leaving.items() if leaving.fate is not Fate.ARCHIVED}
        return sum(len(cells) - len(cells.keys() & gone) for cells in self.changed.values())

    @property
    def kept(self) -> int:
        """Return how many rows the cleaned file has: rows in + added = kept + those that leave."""
        return len(self.register) + len(self.added) - len(self.leaving)
