"""What could be done to the register, each with its reason; nothing is done until it is decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from typing import NewType

from tikissa.model.finding import Reason
from tikissa.model.golden_record import GoldenRecord
from tikissa.model.matching import Cluster
from tikissa.model.record import RecordId, RecordKey
from tikissa.model.register import Provenance

ProposalId = NewType("ProposalId", str)
"""Hash of what the proposal is about, so that decisions re-attach after a new analysis."""


def proposal_id(*parts: str) -> ProposalId:
    """Return the id of a proposal from what it is about: record keys, columns, before, after and rule."""
    return ProposalId(blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest())


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell of a record: what stands in it and what would."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Cell changes of one record accepted together: mostly one, more for a swap or a split address.

    `reason.code` is the kind it is grouped by; where several rules had their say on a cell, `also` names the others.
    `safe` says that the meaning stays; `confidence` is 0-1.
    """

    id: ProposalId
    record: RecordId
    changes: tuple[CellChange, ...]
    reason: Reason
    confidence: float
    safe: bool
    also: tuple[Reason, ...] = ()


def fix_id(key: RecordKey, changes: tuple[CellChange, ...], rule: str) -> ProposalId:
    """Return the id of changes of one row by a rule: the same after the rows are sorted anew."""
    cells = (part for change in changes for part in (change.column, change.before, change.after))
    return proposal_id("fix", key, rule, *cells)


@dataclass(frozen=True, slots=True)
class Merge:
    """Records that are the same customer, and the golden record that would stay."""

    id: ProposalId
    cluster: Cluster
    golden: GoldenRecord

    @property
    def records(self) -> tuple[RecordId, ...]:
        return self.cluster.records

    @property
    def safe(self) -> bool:
        return self.cluster.safe


@dataclass(frozen=True, slots=True)
class Retire:
    """A record worth checking: no sign of life, or signs that something in it is wrong by now.

    `probability` is the chance (0-1) that something in the record is wrong today, None where no age is known.
    """

    id: ProposalId
    record: RecordId
    reasons: tuple[Reason, ...]
    probability: float | None


@dataclass(frozen=True, slots=True)
class AddColumn:
    """A column that the register does not have, put after the others in the saved file: `texts` are its cells by
    record, `of_added` those of rows that come from another file, by what was proposed. `values` are cells that say
    more than their text where the file has types: numbers and days."""

    heading: str
    texts: Mapping[RecordId, str]
    reason: Reason
    of_added: Mapping[ProposalId, str] = field(default_factory=dict)
    values: Mapping[RecordId, float | date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AddRow:
    """A row of another file put below the register's own; `texts` are its filled cells by the register's columns."""

    id: ProposalId
    source: Provenance
    texts: Mapping[str, str]
    reason: Reason


def merge_id(keys: Iterable[RecordKey]) -> ProposalId:
    """Return the id of a merge, the same in whatever order its records stand."""
    return proposal_id("merge", *sorted(keys))


def add_row_id(source: Provenance, texts: Mapping[str, str]) -> ProposalId:
    """Return the id of a row to be added: the same row of the same file is added once, however often it is accepted."""
    cells = (part for cell in sorted(texts.items()) for part in cell)
    return proposal_id("add", source.file, source.sheet, str(source.row), *cells)


def retire_id(key: RecordKey, reasons: Iterable[Reason]) -> ProposalId:
    """Return the id of what is said of one record by the codes of its reasons, in their order."""
    return proposal_id("retire", key, *(reason.code for reason in reasons))
