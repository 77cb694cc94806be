"""How many details of the register are likely wrong by now, as a range, with the source of each rate."""

from collections.abc import Callable

import numpy as np

from tikissa.model.register_profile import Decay, DecayRate, Estimate
from tikissa.model.schema import Meaning
from tikissa.profiling.views import Found, Records
from tikissa.reference.decay_rates import continuous, decay_rates
from tikissa.text.phones import is_mobile

KINDS: tuple[tuple[str, tuple[Meaning, ...], str, str, Callable[[str], bool]], ...] = (
    ("addresses", (Meaning.STREET, Meaning.WHOLE_ADDRESS), "person_address", "company_address", bool),
    ("phones", (Meaning.PHONE,), "person_phone", "company_contact", is_mobile),
)
"""A kind of detail, where it stands, the rates of persons and of companies, and which of companies' details grow old.

A company's mobile number is its contact person's and goes with them; of switchboards no source tells anything.
"""


OF_COMPANIES = (("companies", "company_ceased"), ("in_charge", "company_in_charge"))
"""What becomes of companies themselves, whatever details of them stand in the register: a kind and its rate."""


def decay(found: Found) -> tuple[Decay, ...]:
    """Return, by kind, of how many rows with a known age the detail is likely wrong: today, and in a year untouched."""
    every = found.is_company
    return (
        *(
            _kind(name, found, found.filled(*meanings), found.says(grows_old, *meanings), person, company)
            for name, meanings, person, company, grows_old in KINDS
        ),
        *(_kind(name, found, every, every, rate, rate) for name, rate in OF_COMPANIES),
    )


def _kind(name: str, found: Found, filled: Records, of_companies: Records, person: str, company: str) -> Decay:
    known = filled & (of_companies | ~found.is_company) & ~np.isnan(found.years)
    groups = [(known & ~found.is_company, decay_rates()[person]), (known & found.is_company, decay_rates()[company])]
    groups = [(records, rate) for records, rate in groups if records.any()]
    return Decay(
        kind=name,
        rows=int(sum(records.sum() for records, _ in groups)),
        age_unknown=int((filled & np.isnan(found.years)).sum()),
        today=_range(found, groups, 0.0),
        in_a_year=_range(found, groups, 1.0),
        rates=tuple(rate for _, rate in groups),
    )


def _range(found: Found, groups: list[tuple[Records, DecayRate]], later: float) -> Estimate:
    """Return the expected number of wrong details, with the low and the high rate of the sources around it."""

    def expected(name: str) -> int:
        return round(
            sum(
                float((1 - np.exp(-continuous(getattr(rate, name)) * (found.years[records] + later))).sum())
                for records, rate in groups
            )
        )

    return Estimate(low=expected("low"), likely=expected("yearly"), high=expected("high"))
