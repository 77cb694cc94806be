"""How fast details of customers grow old, with the source of each figure: `resources/reference/decay_rates.csv`."""

from functools import cache
from math import log

from tikissa.model.register_profile import DecayRate
from tikissa.reference.tables import rows


@cache
def decay_rates() -> dict[str, DecayRate]:
    """Return the rates by field: `person_address`, `company_ceased`, …"""
    return {
        row["field"]: DecayRate(
            row["field"], float(row["yearly"]), float(row["low"]), float(row["high"]), row["source"], row["basis"]
        )
        for row in rows("decay_rates")
    }


def continuous(yearly: float) -> float:
    """Return lambda for the share that changes within a year: the share still right after t years is exp(-lambda t)."""
    return -log(1 - yearly)
