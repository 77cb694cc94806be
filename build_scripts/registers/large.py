"""A large register with known truth: households, namesakes, branches, and customers entered twice."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

import numpy as np
from numpy.typing import NDArray

from registers import large_people as made
from registers.large_people import Columns, Numbers
from registers.typing_errors import PHONE_STYLES, slip

Mask = NDArray[np.bool_]
TODAY = np.datetime64("2026-11-01")
_ADDRESS = ("street", "postal_code", "town")
_WAYS = (
    ("as_it_was", 0.25), ("mistyped_surname", 0.15), ("mistyped_given_name", 0.06), ("moved", 0.16),
    ("new_phone", 0.12), ("new_email", 0.08), ("without_email", 0.12), ("shouted", 0.06),
)  # fmt: skip
"""How a repeated row differs from the first, with shares."""


@dataclass(slots=True)
class Large:
    """Columns of texts by what they mean, and the truth: the entity of each row, related and ignored pairs, errors."""

    columns: Columns
    entity: Numbers
    is_company: Mask
    last_purchase: NDArray[np.datetime64]
    related: NDArray[np.int64]
    ignored: NDArray[np.int64]
    errors: list[tuple[int, str, str, str]] = field(default_factory=list)
    free: list[tuple[int, str]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.entity)


def _pairs(random: np.random.Generator, of: Mask, share: float) -> NDArray[np.int64]:
    """Return disjoint pairs among some rows, so many that each second row is this share of them."""
    chosen = random.permutation(np.flatnonzero(of))[: int(of.sum() * share) * 2]
    return chosen[: len(chosen) // 2 * 2].reshape(-1, 2)


def _tie(
    random: np.random.Generator, columns: Columns, surname: Numbers, given: Numbers, homes: NDArray[np.int64]
) -> None:
    """Make households: the second of each pair gets the first one's surname and address, a third of them the phone."""
    first, second = homes[:, 0], homes[:, 1]
    surname[second] = surname[first]
    given[second] = np.where(given[second] == given[first], (given[second] + 1) % len(made.GIVEN_NAMES), given[second])
    for name in _ADDRESS:
        columns[name][second] = columns[name][first]
    sharing = random.random(len(homes)) < 0.35
    columns["phone"][second[sharing]] = columns["phone"][first[sharing]]


def _branch(columns: Columns, chains: NDArray[np.int64], colleagues: NDArray[np.int64]) -> None:
    """Make chains (another address) and second contact persons (the same address) of one business id."""
    for pairs, names in ((chains, ("company", "business_id")), (colleagues, ("company", "business_id", *_ADDRESS))):
        for name in names:
            columns[name][pairs[:, 1]] = columns[name][pairs[:, 0]]


def _invent(random: np.random.Generator, rows: int, entities: int, company_share: float) -> Large:
    """Return all rows; a repeat has the entity and the names of its first row, and otherwise spare values."""
    surname, given = made.people(random, rows)
    columns = made.addresses(random, rows) | {"phone": made.phones(random, rows)}
    columns |= {"company": made.companies(random, rows), "business_id": made.business_ids(random, rows)}
    is_company = random.random(rows) < company_share
    first = np.arange(rows) < entities
    homes = _pairs(random, first & ~is_company, 0.06)
    chains, colleagues = (_pairs(random, first & is_company, share) for share in (0.02, 0.02))
    colleagues = colleagues[~np.isin(colleagues, chains).any(axis=1)]
    _tie(random, columns, surname, given, homes)
    _branch(columns, chains, colleagues)
    source = np.r_[np.arange(entities), random.integers(0, entities, rows - entities)].astype(np.int64)
    is_company, surname, given = is_company[source], surname[source], given[source]
    columns["email"] = np.where(
        is_company, made.company_emails(columns["company"]), made.private_emails(random, surname, given)
    )
    columns |= {"surname": made.texts(made.SURNAMES)[surname], "given_name": made.texts(made.GIVEN_NAMES)[given]}
    days = (3500 * random.random(rows) ** 3).astype(np.int64)
    related = np.concatenate([homes, chains, colleagues])
    return Large(columns, source, is_company, TODAY - days.astype("timedelta64[D]"), related, colleagues)


def _repeat(random: np.random.Generator, typist: Random, large: Large, entities: int) -> None:
    """Fill the repeated rows from their first row, each in its own way."""
    rows, columns = len(large), large.columns
    names, shares = zip(*_WAYS, strict=True)
    way = np.full(rows, -1)
    way[entities:] = random.choice(len(names), rows - entities, p=shares)
    spare = {name: columns[name].copy() for name in (*_ADDRESS, "phone", "email")}
    for name in columns:
        columns[name] = columns[name][large.entity]

    def of(name: str) -> Numbers:
        return np.flatnonzero(way == names.index(name))

    for name in _ADDRESS:
        columns[name][of("moved")] = spare[name][of("moved")]
    columns["phone"][of("new_phone")] = spare["phone"][of("new_phone")]
    columns["email"][of("new_email")] = spare["email"][of("new_email")]
    columns["email"][of("without_email")] = ""
    for slipped, column in (("mistyped_surname", "surname"), ("mistyped_given_name", "given_name")):
        _mistype(typist, large, of(slipped), column)
    for row in of("shouted").tolist():
        _spoil(large, row, "surname", columns["surname"][row].upper())


def _mistype(typist: Random, large: Large, rows: Numbers, column: str) -> None:
    for row in rows.tolist():
        name = "company" if large.is_company[row] and column == "surname" else column
        large.columns[name][row] = slip(typist, large.columns[name][row])
        large.free.append((row, name))


def _spoil(large: Large, row: int, column: str, wrong: str) -> None:
    """Put a wrong text in a cell and remember the right one."""
    right = large.columns[column][row]
    if wrong != right:
        large.errors.append((row, column, wrong, right))
        large.columns[column][row] = wrong


_DOMAIN_TYPOS = (("@gmail.com", "@gmial.com"), ("@hotmail.com", "@hotmai.com"), ("@outlook.com", "@outlok.com"))


def _mistyped_domain(email: str) -> str:
    for right, wrong in _DOMAIN_TYPOS:
        email = email.replace(right, wrong)
    return email


def _blemish(random: np.random.Generator, large: Large) -> None:
    """Put in what typing does to any row: empty cells, lost zeros, other ways to write a phone."""
    columns, chance = large.columns, random.random((4, len(large)))
    columns["email"][(chance[0] < 0.2) & ~large.is_company] = ""
    columns["phone"][(chance[1] < 0.06) & (columns["email"] != "")] = ""
    spoilers: tuple[tuple[str, float, Callable[[str], str]], ...] = (
        ("postal_code", 0.03, lambda code: code.lstrip("0")), ("email", 0.01, _mistyped_domain),
    )  # fmt: skip
    for place, (column, share, spoiler) in enumerate(spoilers, 2):
        for row in np.flatnonzero(chance[place] < share).tolist():
            _spoil(large, row, column, spoiler(columns[column][row]))
    styles = random.choice(len(PHONE_STYLES) + 1, len(large), p=(0.8, *([0.2 / len(PHONE_STYLES)] * len(PHONE_STYLES))))
    written = zip(columns["phone"], styles.tolist(), strict=True)
    columns["phone"] = made.texts([_phone(phone, style) for phone, style in written])


def _phone(phone: str, style: int) -> str:
    if not phone:
        return ""
    return PHONE_STYLES[style - 1](phone) if style else f"{phone[:3]} {phone[3:6]} {phone[6:]}"


def _shuffled(random: np.random.Generator, large: Large) -> Large:
    order = random.permutation(len(large))
    place = np.empty_like(order)
    place[order] = np.arange(len(large))
    return Large(
        {name: column[order] for name, column in large.columns.items()},
        large.entity[order], large.is_company[order], large.last_purchase[order],
        place[large.related], place[large.ignored],
        [(int(place[row]), name, wrong, right) for row, name, wrong, right in large.errors],
        [(int(place[row]), name) for row, name in large.free],
    )  # fmt: skip


def _without(large: Large) -> None:
    """Empty the cells a private person does not have."""
    for name in ("company", "business_id"):
        large.columns[name] = np.where(large.is_company, large.columns[name], "")


COMPANY_SHARES = {"consumer": 0.0, "business": 1.0, "mixed": 0.3}


def invent_large(rows: int, kind: str = "mixed", seed: int = 1, duplicates: float = 0.15) -> Large:
    """Return a register of so many rows; `duplicates` is the share of rows that repeat another customer's."""
    random, typist = np.random.default_rng(seed), Random(seed)
    entities = rows - round(rows * duplicates)
    large = _invent(random, rows, entities, COMPANY_SHARES[kind])
    _repeat(random, typist, large, entities)
    _blemish(random, large)
    _without(large)
    return _shuffled(random, large)
