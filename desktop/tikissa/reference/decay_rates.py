"""How fast details of customers grow old, with the source of each figure: `resources/reference/decay_rates.csv`."""

from dataclasses import dataclass
from functools import cache
from math import log

from tikissa.reference.tables import rows


@dataclass(frozen=True, slots=True)
class DecayRate:
    """The share of a kind of detail that changes within a year: the figure used, and the range the sources leave.

    `basis` is "source" where a published figure stands behind it, "inferred" where none was found.
    """

    field: str
    yearly: float
    low: float
    high: float
    basis: str
    source: str


@cache
def decay_rates() -> dict[str, DecayRate]:
    """Return the rates by field: `person_address`, `company_ceased`, …"""
    return {
        row["field"]: DecayRate(
            row["field"], float(row["yearly"]), float(row["low"]), float(row["high"]), row["basis"], row["source"]
        )
        for row in rows("decay_rates")
    }


def continuous(yearly: float) -> float:
    """Return lambda for the share that changes within a year: the share still right after t years is exp(-lambda t)."""
    return -log(1 - yearly)
