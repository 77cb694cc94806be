"""How many details of the register are likely wrong by now, as a range, with the source of each rate."""

import numpy as np

from tikissa.model.analysis import JsonValue
from tikissa.model.schema import Meaning
from tikissa.profiling.views import Found, Records
from tikissa.reference.decay_rates import DecayRate, continuous, decay_rates

KINDS: tuple[tuple[str, tuple[Meaning, ...], str, str | None], ...] = (
    ("addresses", (Meaning.STREET, Meaning.WHOLE_ADDRESS), "person_address", "company_address"),
    ("phones", (Meaning.PHONE,), "person_phone", None),
)
"""A kind of detail, where it stands, and the rates of persons and of companies; companies' phones have no source."""


def decay(found: Found) -> dict[str, JsonValue]:
    """Return, by kind, of how many rows with a known age the detail is likely wrong: today, and in a year untouched."""
    return {name: _kind(found, found.filled(*meanings), person, company) for name, meanings, person, company in KINDS}


def _kind(found: Found, filled: Records, person: str, company: str | None) -> dict[str, JsonValue]:
    known = filled & ~np.isnan(found.years)
    groups = [(known & ~found.is_company, decay_rates()[person])]
    if company is not None:
        groups.append((known & found.is_company, decay_rates()[company]))
    groups = [(records, rate) for records, rate in groups if records.any()]
    return {
        "rows": int(sum(records.sum() for records, _ in groups)),
        "age_unknown": int((filled & np.isnan(found.years)).sum()),
        "today": _range(found, groups, 0.0),
        "in_a_year": _range(found, groups, 1.0),
        "rates": [_rate(rate) for _, rate in groups],
    }


def _range(found: Found, groups: list[tuple[Records, DecayRate]], later: float) -> dict[str, JsonValue]:
    """Return the expected number of wrong details, with the low and the high rate of the sources around it."""

    def expected(name: str) -> int:
        return round(
            sum(
                float((1 - np.exp(-continuous(getattr(rate, name)) * (found.years[records] + later))).sum())
                for records, rate in groups
            )
        )

    return {"low": expected("low"), "likely": expected("yearly"), "high": expected("high")}


def _rate(rate: DecayRate) -> dict[str, JsonValue]:
    return {
        "field": rate.field,
        "yearly": rate.yearly,
        "low": rate.low,
        "high": rate.high,
        "source": rate.source,
        "basis": rate.basis,
    }
