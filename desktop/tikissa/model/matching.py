"""Which records are the same customer, and what speaks for and against it."""

from dataclasses import dataclass
from enum import StrEnum

from tikissa.model.record import RecordId


@dataclass(frozen=True, slots=True)
class MatchWeight:
    """One comparison's share in the verdict, in bits: log2 of how much likelier this level is among the same customers
    than among different ones. Above 0 speaks for, below 0 against."""

    comparison: str
    level: str
    weight: float


@dataclass(frozen=True, slots=True)
class CandidatePair:
    """Two records compared: probability 0-1 and the weights that explain it. `first` < `second`."""

    first: RecordId
    second: RecordId
    probability: float
    weights: tuple[MatchWeight, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Records that are one customer. `evidence` speaks for the group, strongest first; `weakest` is its weak link.

    `safe`: no doubt, and every difference explained. `nearly_sure`: not safe, but right by the program's own measure.
    `unexplained`: the columns that alone keep the group from being either, since its rows differ there for no reason
    that is known.
    """

    records: tuple[RecordId, ...]
    probability: float
    safe: bool
    pairs: tuple[CandidatePair, ...]
    evidence: tuple[MatchWeight, ...]
    weakest: CandidatePair
    nearly_sure: bool = False
    unexplained: tuple[str, ...] = ()


class Relation(StrEnum):
    """How records belong together without being the same customer."""

    HOUSEHOLD = "household"
    BRANCH = "branch"
    CONTACT_PERSON = "contact_person"
    NAMESAKE = "namesake"


@dataclass(frozen=True, slots=True)
class Related:
    """Records that belong together and are kept apart, with what shows it."""

    records: tuple[RecordId, ...]
    relation: Relation
    evidence: tuple[MatchWeight, ...] = ()
