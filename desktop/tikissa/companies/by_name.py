"""Finds companies in an open register by name and place, for rows that have no business id or a wrong one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from tikissa.companies.index import Companies
from tikissa.companies.subjects import Subject
from tikissa.matching.listed import Likeness, Listed, compare_listed, level_names, likeness
from tikissa.model.companies import Company
from tikissa.model.matching import MatchWeight
from tikissa.model.progress import NoProgress, Progress
from tikissa.open_registers.keys import house_key, name_key

SURE = 0.945
"""The probability from which an id is proposed: that of the one company with this very name and legal form in the whole
register, though it stands at another address by now."""

_AHEAD = 4.0
"""Bits by which the one company must be likelier than any other."""

_AMONG = 0.7
"""The share (0-1) of a register's companies that is expected to be in the open register."""

_MOST = 300
"""Candidates for one row: at the door of a big accountant there are hundreds of companies."""

_AT_A_TIME = 2_000

_NAMESAKES_WITH_FORM, _NAMESAKES = 0.01, 0.05
"""How many companies of a name are missing from the register, as ceased ones are: the law keeps names apart, and the
legal form is part of the name."""

_NAMED = frozenset(("exact", "close", "short", "similar"))
_NEEDS_HOUSE = frozenset(("close", "short", "similar"))
_SAME_HOUSE = frozenset(("exact", "close"))


@dataclass(frozen=True, slots=True)
class Named:
    """The company a row is by its name and place."""

    company: Company
    probability: float
    evidence: tuple[MatchWeight, ...]


@dataclass(frozen=True, slots=True)
class _Pairing:
    """Rows beside entries; each pair leads from a row to an entry, each entry to a company."""

    first: NDArray[np.int32]
    second: NDArray[np.int32]
    entries: list[Listed]
    numbers: list[int]
    namesakes: NDArray[np.float64]


def find_by_name(asked: Sequence[Subject], index: Companies, progress: Progress = NoProgress()) -> dict[int, Named]:
    """Return the companies that rows are by name and place, by the rows' record; only where no other is as likely."""
    found: dict[int, Named] = {}
    left = iter(asked)
    while some := [*islice(left, _AT_A_TIME)]:
        progress.report("companies.by_name", len(found), max(len(asked), 1))
        found |= _found(some, index)
    return found


def _found(asked: Sequence[Subject], index: Companies) -> dict[int, Named]:
    keys = [name_key(subject.listed.name) for subject in asked]
    named = index.named(keys)
    # who has its very name in the register is not looked for among all who are in the same house
    houses = [
        0 if key in named else house_key(subject.listed.street, subject.listed.postal_code)
        for key, subject in zip(keys, asked, strict=True)
    ]
    housed = index.housed(houses)
    candidates = [named.get(key, housed.get(house, ()))[:_MOST] for key, house in zip(keys, houses, strict=True)]
    known = index.companies(number for numbers in candidates for number in numbers)
    counts = [len(named.get(key, ())) for key in keys]
    pairing = _paired(asked, candidates, known, counts)
    if not len(pairing.first):
        return {}
    compared = compare_listed([subject.listed for subject in asked], pairing.entries, pairing.first, pairing.second)
    alike = likeness(compared, pairing.namesakes, index.size, _AMONG)
    return {asked[row].record: named for row, named in _chosen(known, pairing, alike)}


def _paired(
    asked: Sequence[Subject],
    candidates: Sequence[Sequence[int]],
    known: Mapping[int, Company],
    counts: Sequence[int],
) -> _Pairing:
    entries: list[Listed] = []
    numbers: list[int] = []
    places: dict[int, range] = {}
    for number, company in known.items():
        begins = len(entries)
        entries += _entries(company)
        numbers += [number] * (len(entries) - begins)
        places[number] = range(begins, len(entries))
    pairs = [
        (row, entry, max(counts[row] - 1, 0) + (_NAMESAKES_WITH_FORM if subject.form else _NAMESAKES))
        for row, subject in enumerate(asked)
        for number in candidates[row]
        for entry in places.get(number, ())
    ]
    first, second, namesakes = zip(*pairs, strict=True) if pairs else ((), (), ())
    return _Pairing(
        np.array(first, np.int32), np.array(second, np.int32), entries, numbers, np.array(namesakes, np.float64)
    )


def _entries(company: Company) -> Iterator[Listed]:
    """Yield the ways a company may stand in a customer register: each name it bears or bore at each address."""
    addresses = [place for place in (company.visiting, company.postal) if place.is_told]
    for name in dict.fromkeys(name.text for name in company.names):
        for place in addresses:
            yield Listed(name, place.street, place.postal_code, next(iter(place.towns), ""))
        if not addresses:
            yield Listed(name)


def _chosen(known: Mapping[int, Company], pairing: _Pairing, alike: Likeness) -> Iterator[tuple[int, Named]]:
    """Yield rows and the company each is, where one is likely and no other nearly as much."""
    fits = _fits(alike)
    best: dict[tuple[int, int], int] = {}
    for place, (row, entry) in enumerate(zip(pairing.first.tolist(), pairing.second.tolist(), strict=True)):
        key = (row, pairing.numbers[entry])
        if key not in best or alike.bits[place] > alike.bits[best[key]]:
            best[key] = place
    by_row: dict[int, list[tuple[float, int, int]]] = {}
    for (row, number), place in best.items():
        by_row.setdefault(row, []).append((float(alike.bits[place]), number, place))
    for row, ranked in by_row.items():
        ranked.sort(reverse=True)
        (bits, number, place), *others = ranked
        is_alone = all(bits - other >= _AHEAD for other, *_ in others[:1])
        if is_alone and fits[place] and alike.probability(place) >= SURE:
            yield row, Named(known[number], alike.probability(place), alike.weights[place])


def _fits(alike: Likeness) -> list[bool]:
    """Say of each pair whether its names allow it: a name that is only alike must stand in the same house, and another
    legal form is another company."""
    names = level_names("company", alike.levels["company"])
    forms = level_names("legal_form", alike.levels["legal_form"])
    streets = level_names("street", alike.levels["street"]) if "street" in alike.levels else [""] * len(names)
    return [
        name in _NAMED and form != "conflict" and (name not in _NEEDS_HOUSE or street in _SAME_HOUSE)
        for name, form, street in zip(names, forms, streets, strict=True)
    ]
