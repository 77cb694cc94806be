"""The state of a register as numbers: what the state page, the window and other programs show of an analysis."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tikissa.model.finding import Reason
from tikissa.model.schema import Meaning

_YEAR = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateCounts:
    """Rows in groups of duplicates, in the safe ones of them, and related without being the same; and the groups."""

    rows: int = 0
    safe_rows: int = 0
    related_rows: int = 0
    groups: int = 0
    safe_groups: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongValues:
    """Rows with an error, fixes and findings by their code, errors in all, and mere ways of writing."""

    rows: int = 0
    fixes: Mapping[str, int] = field(default_factory=dict)
    findings: Mapping[str, int] = field(default_factory=dict)
    errors: int = 0
    writing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleCounts:
    rows: int = 0
    reasons: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reach:
    """How many customers one way reaches, and why the others it does not."""

    way: str
    reached: int
    unknown: int
    not_allowed: int
    wrong: int


@dataclass(frozen=True, slots=True)
class Basics:
    """Of how many customers the basic details are known, and of how many not."""

    basics: int = 0
    lacking: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """Who has the basic details, and how many rows have a value of each meaning."""

    persons: Basics = Basics()
    companies: Basics = Basics()
    filled: Mapping[Meaning, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AgeClass:
    """Rows whose newest date is this many years old; `start` and `end` are None where no date is known."""

    start: int | None
    end: int | None
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityCounts:
    """Customers by how active they are, each in one group; and of how many a date of purchase is known."""

    new: int = 0
    active: int = 0
    passivating: int = 0
    passive: int = 0
    unknown: int = 0
    with_purchase_date: int = 0


@dataclass(frozen=True, slots=True)
class PermissionCounts:
    """What a column says of permission, and the values in it that were not understood."""

    column: str
    meaning: Meaning | None
    channels: tuple[str, ...]
    yes: int
    no: int
    unknown: int
    not_understood: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecayRate:
    """The share of a kind of detail that changes within a year: the figure used, and the range the sources leave.

    `basis` is "source" where a published figure stands behind it, "inferred" where none was found.
    """

    field: str
    yearly: float
    low: float
    high: float
    source: str
    basis: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """An expected count between those the lowest and the highest rate of the sources give."""

    low: int
    likely: int
    high: int


@dataclass(frozen=True, slots=True)
class Decay:
    """Of how many details of a kind the truth has probably changed by today, and will have if nothing is done."""

    kind: str
    rows: int
    age_unknown: int
    today: Estimate
    in_a_year: Estimate
    rates: tuple[DecayRate, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Where the rates come from, each source once."""
        named = (part.strip() for rate in self.rates for part in rate.source.split(";"))
        return tuple(dict.fromkeys(filter(None, named)))


@dataclass(frozen=True, slots=True)
class Origin:
    """How many rows came from where, by the register's own column of sources."""

    source: str
    rows: int


@dataclass(frozen=True, slots=True)
class RegisterDate:
    """An open register and the day of its contents, ISO text."""

    name: str
    date: str


@dataclass(frozen=True, slots=True)
class CompaniesCounted:
    """Of how many companies open registers say what."""

    sources: tuple[RegisterDate, ...]
    companies: int
    verdicts: Mapping[str, int]
    renamed: int
    moved: int
    ids_found: int
    ids_only: bool = False
    """Whether all that is known is which ids stood in the register."""

    @property
    def missing(self) -> int:
        return self.verdicts["not_in_register"] + self.verdicts["ceased"]

    @property
    def in_trouble(self) -> int:
        return self.verdicts["bankruptcy"] + self.verdicts["liquidation"]

    @property
    def told(self) -> Reason:
        """The counts as one sentence: a code with its arguments."""
        source = self.sources[0]
        day = date.fromisoformat(source.date)
        counts = (self.companies, self.missing, self.in_trouble, self.renamed, self.moved)
        shown = counts[:2] if self.ids_only else counts
        code = "companies.counted_ids" if self.ids_only else "companies.counted"
        return Reason(code, (*map(str, shown), source.name, f"{day.day}.{day.month}.{day.year}"))

    def is_old(self, today: date) -> bool:
        """Say whether what counted them is more than a year old."""
        return (today - date.fromisoformat(self.sources[0].date)).days > _YEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The state of a register. `ages` go from the youngest to the oldest, those without a date last."""

    rows: int = 0
    companies: int = 0
    persons: int = 0
    duplicates: DuplicateCounts = DuplicateCounts()
    wrong_values: WrongValues = field(default_factory=WrongValues)
    stale: StaleCounts = field(default_factory=StaleCounts)
    reachability: tuple[Reach, ...] = ()
    out_of_reach: int = 0
    completeness: Completeness = field(default_factory=Completeness)
    ages: tuple[AgeClass, ...] = ()
    activity: ActivityCounts = ActivityCounts()
    passive_after_months: int = 36
    permissions: tuple[PermissionCounts, ...] = ()
    decay: tuple[Decay, ...] = ()
    sources: tuple[Origin, ...] = ()
    open_registers: CompaniesCounted | None = None

    @property
    def has_dates(self) -> bool:
        """Whether customers can be grouped by how active they are."""
        return self.activity.unknown < self.rows

    @property
    def estimated(self) -> tuple[Decay, ...]:
        """What can only be estimated: of details that are there, and of companies where no open register counted."""
        counted = self.open_registers is not None
        return tuple(decay for decay in self.decay if decay.rows and not (counted and decay.kind == "companies"))
