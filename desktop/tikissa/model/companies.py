"""Companies as an open register knows them, and what it says of a customer."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import NamedTuple

from tikissa.model.matching import MatchWeight
from tikissa.model.record import RecordId

FINLAND = "FI"


class NameKind(IntEnum):
    """The trade register's own numbers: the name, the name in another language, an auxiliary name."""

    NAME = 1
    PARALLEL = 2
    AUXILIARY = 3


class CompanyName(NamedTuple):
    """`ended` is the day a former name was given up, as ISO text, "" for one in use."""

    text: str
    kind: int
    ended: str


class Place(NamedTuple):
    """An address; `towns` in Finnish and in Swedish, as far as they are known."""

    street: str
    postal_code: str
    towns: tuple[str, ...]

    @property
    def is_told(self) -> bool:
        return bool(self.street or self.postal_code)


NOWHERE = Place("", "", ())


class Situation(NamedTuple):
    """A state that is in force: a bankruptcy or what else the register's `code` says, since a day (ISO text)."""

    code: str
    since: str


class Company(NamedTuple):
    """`number` is the id without its dash; `status` and `form` are the Finnish trade register's numbers, 0 for none
    told. `ended` is the day the company ceased (ISO text), "" while it is there. `country` is the register's."""

    number: int
    names: tuple[CompanyName, ...]
    form: int
    status: int
    ended: str
    situations: tuple[Situation, ...]
    visiting: Place
    postal: Place
    country: str = FINLAND

    @property
    def business_id(self) -> str:
        """The id in its right form: 0112038-9, in Sweden 556677-8899, in Estonia eight digits."""
        if self.country == FINLAND:
            return f"{self.number // 10:07d}-{self.number % 10}"
        return f"{self.number // 10_000:06d}-{self.number % 10_000:04d}" if self.country == "SE" else f"{self.number}"

    @property
    def name(self) -> str:
        """The name in use, or the last one: auxiliary names may stand first, and all of a ceased company have ended."""
        own = [name for name in self.names if name.kind == NameKind.NAME] or [*self.names]
        return max(own, key=lambda name: (not name.ended, name.ended)).text if own else ""

    @property
    def address(self) -> Place:
        """Where post goes, or where the company is."""
        return self.postal if self.postal.is_told else self.visiting


class CompanyVerdict(StrEnum):
    """What an open register says of a customer that is a company."""

    IN_FORCE = "in_force"
    NOT_IN_REGISTER = "not_in_register"
    CEASED = "ceased"
    BANKRUPTCY = "bankruptcy"
    LIQUIDATION = "liquidation"
    RESTRUCTURING = "restructuring"
    UNKNOWN = "unknown"


class FoundBy(StrEnum):
    BUSINESS_ID = "business_id"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class OpenSource:
    """An open register that has spoken: its name and the day its data are of. One that is `ids_only` tells of an id
    whether it stood in the register, and nothing else."""

    name: str
    day: date
    ids_only: bool = False


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """What open registers say of one row that is a company.

    `business_id` is the row's own, in its right form, None where it has none that can be one. `company` is what was
    found; `reasons` are codes of what was seen. `new_name` and `new_address` are there where the register's differ from
    the row's. `proposed_id` is an id the row lacks, `probability` (0-1) and `evidence` how sure it is.
    """

    record: RecordId
    business_id: str | None
    verdict: CompanyVerdict
    since: str | None
    found_by: FoundBy | None
    source: OpenSource
    reasons: tuple[str, ...] = ()
    company: Company | None = None
    name: str = ""
    new_name: str | None = None
    new_address: Place | None = None
    proposed_id: str | None = None
    probability: float | None = None
    evidence: tuple[MatchWeight, ...] = ()


@dataclass(frozen=True, slots=True)
class CompanyCheck:
    """What open registers say of a register's companies; no `sources` where none is kept here."""

    rows: tuple[CompanyRow, ...] = ()
    sources: tuple[OpenSource, ...] = ()


NOTHING_CHECKED = CompanyCheck()
