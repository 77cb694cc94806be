"""The table of what agreements and differences are worth, by the meaning of what is compared.

Each level of a comparison says how often it comes about among two rows of one customer (`match`), of two customers
who have nothing to do with one another (`random`; None: worked out from how common the value is in this register),
of one household, of one company, of two companies with one contact, as a property manager's or an accountant's
clients are, and of two children of one guardian (None: as at random). These are informed first guesses; `learning`
corrects `match` where a register shows enough sure pairs.

Whence they come. `match` was judged first and then compared with the shares below, of the true pairs of registers whose
truth is known (1 December 2026): three Finnish ones, four of persons (British households, febrl2, fake_1000 and
rldata500) and four of companies (intl_companies, uk_orgs, chicago_childcare, fodors_zagats). No set has its own values
and none was fitted: the guesses lie between customers typed in once a year and sets made to be hard.

    given_name     Finnish (1,218 pairs): exact .73, slip .12, initial .08, close .05, swapped .01;
                   persons (3,665): exact .60, slip .09, swapped .09, different .08, close .08, similar .05
    surname        Finnish: exact .74, close .23, different .01;
                   persons: exact .57, close .22, different .07, similar .07, swapped .07
    company        Finnish (583): exact .85, close .15;
                   companies (8,732): exact .37, part .25, different .14, similar .10, close .08, short .06
    legal_form     Finnish (483): exact 1.0; companies (1,321): exact .64, other_form .37
    business_id    Finnish (361): exact 1.0; identity_code, febrl2 (1,934): exact .87, close .07, conflict .05
    phone          Finnish (923): exact .83, different .17; companies (7,186): exact .72, different .25, close .03
    email          Finnish (965): exact .84, same_name .13, different .03; persons (1,268): exact .54, close .29
    street         Finnish (1,067): exact .68, different .22, close .08; persons: exact .72; companies: exact .88
    postal_code    Finnish: exact_here .77, different_elsewhere .22; persons: exact_here .83; companies: .92
    date_of_birth  persons (4,212): exact .67, similar .20, close .07, different .03, generation .02, part .01

`spelt_out` weighs nothing: it says for the rules of safe merges that an initial, or a name nobody has, is explained.
`website`, `town`, `customer_number`, `kind`, `generation`, `couple`, and of the names `twin` and `former` are judged:
the sets at hand have too few such pairs, or in one alone. So are all of `household`, `company`, `contact` and
`siblings`, of which no set says the truth. `random` is measured in the register itself, save where a number stands:
that is judged.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Stance(StrEnum):
    """What a level says by itself, for the rules of safe merges."""

    SAME = "same"
    ALIKE = "alike"
    OPEN = "open"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Level:
    name: str
    stance: Stance
    match: float
    random: float | None = None
    household: float | None = None
    company: float | None = None
    contact: float | None = None
    siblings: float | None = None


SAME, ALIKE, OPEN, DIFFERENT = Stance.SAME, Stance.ALIKE, Stance.OPEN, Stance.DIFFERENT

NAME_LEVELS = (
    *("exact", "part", "nickname", "initial", "slip", "close", "similar", "twin", "different", "other_initial"),
    *("swapped", "former"),
)

LEVELS: Mapping[str, tuple[Level, ...]] = {
    "given_name": (
        Level("exact", SAME, 0.84, None, 0.005, None, 0.84, 0.0005),
        Level("part", ALIKE, 0.02, None, None, None, 0.02, 0.003),
        Level("nickname", ALIKE, 0.02, None, None, None, 0.02, 0.003),
        Level("initial", ALIKE, 0.045, None, None, None, 0.045, 0.03),
        Level("slip", ALIKE, 0.045, None, None, None, 0.03, 0.004),
        Level("close", ALIKE, 0.025, None, None, None, 0.01, 0.006),
        Level("similar", OPEN, 0.015, None, None, None, 0.01, 0.015),
        Level("twin", DIFFERENT, 0.015, None, None, None, 0.003, 0.03),
        Level("different", DIFFERENT, 0.008, 0.92, None, None, 0.03, 0.92),
        Level("other_initial", DIFFERENT, 0.001, 0.045, None, None, 0.001, 0.03),
        Level("swapped", SAME, 0.02, None, 0.0002, None, 0.02, 0.0005),
        Level("former", OPEN, 0.001, None, 0.001, None, 0.001, 0.001),
    ),
    "surname": (
        Level("exact", SAME, 0.85, None, 0.80, None, 0.85, 0.9),
        Level("part", ALIKE, 0.02, None, 0.02, None, 0.02, 0.02),
        Level("nickname", DIFFERENT, 0.001, None, 0.001, None, 0.001, 0.001),
        Level("initial", ALIKE, 0.01, None, 0.01, None, 0.01, 0.01),
        Level("slip", ALIKE, 0.001, None, 0.001, None, 0.001, 0.001),
        Level("close", ALIKE, 0.06, None, 0.04, None, 0.04, 0.01),
        Level("similar", OPEN, 0.015, None, 0.015, None, 0.01, 0.005),
        Level("twin", DIFFERENT, 0.001, 0.001, 0.001, None, 0.001, 0.001),
        Level("different", DIFFERENT, 0.035, 0.95, 0.15, None, 0.06, 0.06),
        Level("other_initial", DIFFERENT, 0.002, 0.045, 0.01, None, 0.002, 0.002),
        Level("swapped", SAME, 0.85, None, 0.80, None, 0.85, 0.0005),
        Level("former", OPEN, 0.02, None, 0.002, None, 0.02, 0.002),
    ),
    "spelt_out": (Level("told", OPEN, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5),),
    "kind": (
        Level("different", DIFFERENT, 0.02, 0.5, 0.5, 0.5),
        Level("one_sided", OPEN, 0.5, 0.5, 0.5, 0.5),
    ),
    "generation": (
        Level("one_sided", OPEN, 0.2, 0.5, 0.5, 0.5),
        Level("different", DIFFERENT, 0.0003, 0.5, 0.5, 0.5),
    ),
    "couple": (Level("one_sided", OPEN, 0.2, 0.5, 0.5, 0.5),),
    "company": (
        Level("exact", SAME, 0.86, None, None, 0.80, 0.006),
        Level("close", ALIKE, 0.09, None, None, 0.08, 0.002),
        Level("part", OPEN, 0.015, None, None, 0.11, 0.01),
        Level("short", OPEN, 0.02, None, None, 0.015, 0.003),
        Level("similar", OPEN, 0.02, None, None, 0.01, 0.01),
        Level("different", DIFFERENT, 0.015, 0.97, None, 0.03, 0.97),
    ),
    "legal_form": (
        Level("exact", SAME, 0.985, None, None, 0.985, 0.05),
        Level("conflict", DIFFERENT, 0.0005, 0.5, 0.5, 0.006, 0.95),
        Level("other_form", OPEN, 0.015, 0.5, 0.5, 0.015, 0.3),
    ),
    "business_id": (
        Level("exact", SAME, 0.965, None, None, 0.975, 0.001),
        Level("close", OPEN, 0.025, 0.0001, None, 0.015, 0.002),
        Level("conflict", DIFFERENT, 0.0005, 1.0, None, 0.01, 0.997),
    ),
    "identity_code": (
        Level("exact", SAME, 0.95),
        Level("close", OPEN, 0.04, 0.0005),
        Level("conflict", DIFFERENT, 0.004, 1.0),
    ),
    "phone": (
        Level("exact", SAME, 0.74, None, 0.35, 0.10, 0.74, 0.7),
        Level("close", OPEN, 0.03, 0.00005, 0.01, 0.002, 0.01, 0.01),
        Level("different", DIFFERENT, 0.23, 1.0, 0.64, 0.90, 0.25, 0.29),
    ),
    "email": (
        Level("exact", SAME, 0.76, None, 0.04, 0.06, 0.76, 0.5),
        Level("close", ALIKE, 0.045, None, 0.02, 0.03, 0.03, 0.01),
        Level("similar", OPEN, 0.005, None, 0.005, 0.005, 0.005, 0.005),
        Level("same_name", OPEN, 0.03, None, 0.01, 0.02, 0.03, 0.01),
        Level("same_domain", OPEN, 0.04, None, 0.03, 0.80, 0.06, 0.05),
        Level("different", DIFFERENT, 0.11, 1.0, 0.93, 0.12, 0.11, 0.42),
        Level("shared", OPEN, 0.70, None, 0.04, 0.60, 0.7, 0.5),
    ),
    "website": (
        Level("exact", SAME, 0.85, None, 0.05, 0.85, 0.10),
        Level("different", DIFFERENT, 0.15, 1.0, 0.95, 0.15, 0.90),
    ),
    "street": (
        Level("exact", SAME, 0.70, None, 0.93, 0.55, 0.25, 0.94),
        Level("close", ALIKE, 0.06, None, 0.03, 0.03, 0.02, 0.02),
        Level("part", OPEN, 0.01, None, 0.01, 0.01, 0.01, 0.01),
        Level("other_number", OPEN, 0.015, None, 0.005, 0.01, 0.05, 0.005),
        Level("different", DIFFERENT, 0.215, 0.98, 0.025, 0.40, 0.67, 0.025),
    ),
    "postal_code": (
        Level("exact", SAME, 0.84, None, 0.97, 0.6, 0.45, 0.97),
        Level("close", ALIKE, 0.04, 0.01, 0.01, 0.02, 0.01, 0.01),
        Level("different", DIFFERENT, 0.12, 0.98, 0.02, 0.38, 0.54, 0.02),
        Level("exact_here", OPEN, 0.93, 0.5, 0.97, 0.95, 0.95, 0.97),
        Level("different_here", OPEN, 0.07, 0.5, 0.03, 0.05, 0.05, 0.03),
        Level("exact_elsewhere", OPEN, 0.12, None, 0.3, 0.1, 0.2, 0.3),
        Level("different_elsewhere", OPEN, 0.88, 0.98, 0.7, 0.9, 0.8, 0.7),
    ),
    "town": (
        Level("exact", OPEN, 0.85, None, 0.97, 0.6, 0.6, 0.97),
        Level("close", OPEN, 0.04, None, 0.02, 0.02, 0.02, 0.01),
        Level("different", DIFFERENT, 0.11, 0.95, 0.02, 0.38, 0.38, 0.02),
    ),
    "date_of_birth": (
        Level("exact", SAME, 0.90, None, None, None, None, 0.15),
        Level("close", OPEN, 0.06, None, None, None, None, 0.01),
        Level("part", OPEN, 0.015, None, None, None, None, 0.1),
        Level("similar", OPEN, 0.01, None, None, None, None, 0.03),
        Level("different", DIFFERENT, 0.008, None, None, None, None, 0.8),
        Level("generation", DIFFERENT, 0.001, None, None, None, None, 0.01),
        Level("digit_and_generation", OPEN, 0.005, None, None, None, None, 0.01),
    ),
    "customer_number": (
        Level("exact", OPEN, 0.30),
        Level("different", OPEN, 1.0, 1.0),
    ),
}

PLAIN_LEVELS = (
    Level("exact", SAME, 0.52, None, 0.36, 0.50),
    Level("close", ALIKE, 0.10, None, 0.05, 0.05),
    Level("similar", OPEN, 0.08, None, 0.05, 0.05),
    Level("different", DIFFERENT, 0.30, None, 0.50, 0.40),
)
"""For a column without a meaning: its `random` comes from the register; a household or a company may share any."""
