"""Whole columns of made-up customers at once, for registers of up to a million rows."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from registers import names
from registers.people import plain_letters
from registers.places import places

Texts = NDArray[np.object_]
Numbers = NDArray[np.int64]
Columns = dict[str, Texts]

SURNAMES = (*names.SURNAMES, *(f"{part}-{name}" for part in ("Ala", "Ylä", "Iso", "Uusi") for name in names.SURNAMES))
GIVEN_NAMES = tuple(name for pair in zip(names.WOMEN, names.MEN, strict=False) for name in pair)
STREETS = (
    *names.STREETS,
    *(f"{nature}{way}" for way in ("tie", "katu", "kuja", "polku", "rinne", "raitti") for nature in names.NATURE),
)
COMPANY_CORES = tuple(f"{trade} {name}" for trade in names.TRADES for name in (*names.BRANDS, *names.SURNAMES))
FORMS = ("Oy", "Ky", "Ay", "Oy Ab")
_PHONE_START = np.array([40, 41, 44, 45, 46, 50])


def texts(values: Sequence[str]) -> Texts:
    """Return texts as an array that can be indexed with an array."""
    array = np.empty(len(values), dtype=object)
    array[:] = list(values)
    return array


def draw(random: np.random.Generator, count: int, choices: int, exponent: float) -> Numbers:
    """Return positions of which the first are the commonest."""
    shares = 1 / (np.arange(choices) + 3) ** exponent
    return np.searchsorted(np.cumsum(shares / shares.sum()), random.random(count)).astype(np.int64)


def distinct(random: np.random.Generator, count: int, below: int) -> Numbers:
    """Return different numbers from 0 up to, not including, `below`, in no order."""
    found = np.empty(0, dtype=np.int64)
    while len(found) < count:
        found = np.unique(np.concatenate([found, random.integers(0, below, int(count * 1.1) + 8)]))
    return random.permutation(found)[:count]


def phones(random: np.random.Generator, count: int) -> Texts:
    """Return national digits, no number twice."""
    drawn = distinct(random, count, 6 * 9_000_000)
    start, rest = _PHONE_START[drawn // 9_000_000], 1_000_000 + drawn % 9_000_000
    return texts([f"0{first}{last}" for first, last in zip(start.tolist(), rest.tolist(), strict=True)])


def business_ids(random: np.random.Generator, count: int) -> Texts:
    """Return business ids with right check digits from a range not given out, none twice."""
    bodies = 5_000_000 + distinct(random, int(count * 1.2) + 16, 4_000_000)
    digits = bodies[:, None] // 10 ** np.arange(6, -1, -1) % 10
    remainder = digits @ np.array([7, 9, 10, 5, 8, 4, 2]) % 11
    right = remainder != 1
    pairs = zip(bodies[right].tolist(), ((11 - remainder[right]) % 11).tolist(), strict=True)
    return texts([f"{body}-{check}" for body, check in pairs][:count])


def addresses(random: np.random.Generator, count: int) -> Columns:
    """Return streets, postal codes and towns."""
    every = places()
    weights = np.cumsum([place.weight for place in every])
    where = np.searchsorted(weights, random.integers(0, weights[-1], count), side="right")
    street = draw(random, count, len(STREETS), 0.4).tolist()
    number = random.integers(1, 120, count).tolist()
    flats = [f" {stair} {flat}" for stair in "ABCD" for flat in range(1, 60)]
    flat = random.integers(0, 3 * len(flats), count).tolist()
    lines = zip(street, number, flat, strict=True)
    return {
        "street": texts([f"{STREETS[s]} {n}{flats[f] if f < len(flats) else ''}" for s, n, f in lines]),
        "postal_code": texts([place.postal_code for place in every])[where],
        "town": texts([place.town for place in every])[where],
    }


def people(random: np.random.Generator, count: int) -> tuple[Numbers, Numbers]:
    """Return surnames and given names as positions in SURNAMES and GIVEN_NAMES."""
    return draw(random, count, len(SURNAMES), 0.6), draw(random, count, len(GIVEN_NAMES), 0.5)


def companies(random: np.random.Generator, count: int) -> Texts:
    core = random.integers(0, len(COMPANY_CORES), count).tolist()
    form = random.choice(len(FORMS), count, p=(0.78, 0.13, 0.04, 0.05)).tolist()
    return texts([f"{COMPANY_CORES[name]} {FORMS[kind]}" for name, kind in zip(core, form, strict=True)])


def occurrence(keys: Numbers) -> Numbers:
    """Return for each entry how many equal ones stand before it."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    rank = np.arange(len(keys)) - np.repeat(starts, np.diff(np.r_[starts, len(keys)]))
    result = np.empty(len(keys), dtype=np.int64)
    result[order] = rank
    return result


def private_emails(random: np.random.Generator, surname: Numbers, given_name: Numbers) -> Texts:
    """Return an e-mail address for each name, none twice."""
    family = [plain_letters(name) for name in SURNAMES]
    given = [plain_letters(name) for name in GIVEN_NAMES]
    domains, shares = zip(*names.PRIVATE_DOMAINS, strict=True)
    domain = random.choice(len(domains), len(surname), p=np.array(shares) / sum(shares)).tolist()
    again = occurrence(surname * len(given) + given_name)
    suffix = np.where(again == 0, 0, again * 7919 % 99_991).tolist()
    rows = zip(surname.tolist(), given_name.tolist(), suffix, domain, strict=True)
    return texts([f"{given[g]}.{family[s]}{number or ''}@{domains[d]}" for s, g, number, d in rows])


def company_emails(names_of_companies: Texts) -> Texts:
    """Return an address for each company, none twice: a company of a name already seen gets a number in its domain."""
    _, inverse = np.unique(names_of_companies.astype(str), return_inverse=True)
    again = occurrence(inverse.astype(np.int64)).tolist()
    cores = {
        name: plain_letters(name.removesuffix(" Ab").rpartition(" ")[0]) for name in set(names_of_companies.tolist())
    }
    return texts(
        [f"info@{cores[name]}{number or ''}.fi" for name, number in zip(names_of_companies, again, strict=True)]
    )
