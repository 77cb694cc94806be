"""How likely two records are one customer: the table of levels against strangers, households and companies.

A pair is one customer, or two strangers, or two of one household, or two of one company, or two companies with one
contact, or two children of one guardian. Under each of these every level is more or less likely; the log-odds of the
first against the others together is the verdict. So three fields that a household shares are one piece of evidence and
the given name decides; a contact's name, phone and e-mail are one piece of evidence and the companies' names decide.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.comparing.compared import MISSING, Bits, Compared, Levels
from tikissa.matching.comparing.comparison_levels import LEVELS, PLAIN_LEVELS, Level, Stance
from tikissa.model.progress import Tick, nothing


def _places_of(comparison: str, *names: str) -> tuple[int, ...]:
    """Return the numbers of these levels of a comparison."""
    return tuple(place + 1 for place, level in enumerate(LEVELS[comparison]) if level.name in names)


MATCH_RATE = 0.1
"""Pairs of one customer per record that are expected before anything is known of the register."""

HOUSEHOLD_RATE = 0.1
COMPANY_RATE = 0.25
_CONTACT_RATE = 0.05
_SIBLINGS_RATE = 0.05
_SMALLEST_REGISTER = 60

_NAMES = frozenset({"given_name", "surname"})
_NAMES_ALONE = -1.0
"""Log-odds to which a person's name alone can bring a pair, in bits: namesakes are in every register, and a rare name
tells only where the register has shown that its customers do stand twice."""
_SOMETHING_ELSE = 2.0
"""Bits from which what agrees beside the name counts as an agreement."""

KINDS = ("random", "household", "company", "contact", "siblings")
"""What two different customers may be to one another."""

_ONLY_WHERE = {"contact": "company", "siblings": "date_of_birth"}
"""What both rows must have to be told to be of this kind: who is young shows in a date of birth."""

_UNNAMED = np.float32(np.log2(0.3))
"""Two rows of one company are seldomer two where no two contacts are named: its branches are left."""

_ONE_HOUSE = np.float32(-4.0)
"""The same where a register names no persons and both stand at one street: there is nothing two rows could be of."""

_PERSONS = frozenset({"given_name", "surname"})
_SAME_STREETS = _places_of("street", "exact", "close")

_BRANCH = np.float32(6.0)
"""Bits by which two rows of one company are likelier its branches where they share neither a place nor a contact."""

_OTHER_STREETS = _places_of("street", "other_number", "different")
_OTHER_PLACES = _places_of("postal_code", "different", "different_elsewhere")
_OTHER_TOWNS = _places_of("town", "different")

_NEVER = -60.0
"""Bits of what cannot be."""


@dataclass(frozen=True, eq=False)
class Table:
    """One comparison's levels as log2 of their likelihoods, level 0 (missing) being 0 throughout.

    NaN in `random` says: the pair's own rarity; NaN in any other kind: the same as at random.
    """

    name: str
    levels: tuple[Level, ...]
    match: Bits
    kinds: Mapping[str, Bits]


def table_of(name: str, levels: Sequence[Level]) -> Table:
    """Return a comparison's levels as log2 of their m probability and of u by kind of difference."""

    def logs_of(values: Sequence[float | None]) -> Bits:
        likelihoods = np.array([1.0, *(np.nan if value is None else value for value in values)])
        logs: Bits = np.log2(likelihoods).astype(np.float32)
        return logs

    kinds = {kind: logs_of([getattr(level, kind) for level in levels]) for kind in KINDS}
    return Table(name, tuple(levels), logs_of([level.match for level in levels]), kinds)


def with_match(table: Table, shares: NDArray[np.float64]) -> Table:
    """Return the table with other likelihoods among one customer's rows, shape (levels,)."""
    return replace(table, match=np.log2(np.concatenate([[1.0], shares])).astype(np.float32))


@dataclass(frozen=True, eq=False)
class Model:
    """The tables of all comparisons, log2 of how many pairs are of each kind and how far names alone can bring one."""

    tables: Mapping[str, Table]
    match_prior: float
    kind_priors: Mapping[str, float]
    names_alone: float = _NAMES_ALONE

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.tables)


def first_model(names: Sequence[str], size: int) -> Model:
    """Return the model before anything is learnt, for the comparisons this register allows."""
    tables = {name: table_of(name, LEVELS.get(name, PLAIN_LEVELS)) for name in names}
    per_record = per_record_prior(size)
    companies = COMPANY_RATE if {"company", "business_id"} & set(names) else COMPANY_RATE / 100
    priors = {
        "random": 0.0,
        "household": float(per_record + np.log2(HOUSEHOLD_RATE)),
        "company": float(per_record + np.log2(companies)),
        "contact": float(per_record + np.log2(_CONTACT_RATE)),
        "siblings": float(per_record + np.log2(_SIBLINGS_RATE)),
    }
    return Model(tables, float(per_record + np.log2(MATCH_RATE)), priors)


def per_record_prior(size: int) -> float:
    """Return log2 of the share of pairs that are of a kind of which every record has one."""
    return float(np.log2(2 / max(size - 1, _SMALLEST_REGISTER)))


@dataclass(frozen=True, eq=False)
class Scored:
    """Pairs with their log-odds in bits, what they would be if not one customer, and each comparison's part."""

    bits: Bits
    kinds: NDArray[np.float32]
    levels: Mapping[str, Levels]
    rarity: Mapping[str, Bits]


def score(model: Model, compared: Mapping[str, Compared]) -> Scored:
    """Score pairs; `kinds` has shape (kinds, pairs): log2 of the likelihood of each kind of difference."""
    levels = {name: compared[name].levels for name in model.names}
    rarity = {name: _random_likelihood(model.tables[name], compared[name]) for name in model.names}
    kinds = _kinds(model, levels, rarity)
    return rescore(model, Scored(np.empty(0, np.float32), kinds, levels, rarity))


def _random_likelihood(table: Table, compared: Compared) -> Bits:
    by_level = table.kinds["random"][compared.levels]
    return np.where(np.isnan(by_level), compared.rarity, by_level).astype(np.float32)


def _kinds(model: Model, levels: Mapping[str, Levels], rarity: Mapping[str, Bits]) -> NDArray[np.float32]:
    kinds = np.empty((len(KINDS), len(next(iter(levels.values())))), np.float32)
    kinds[:] = np.array([[model.kind_priors[kind]] for kind in KINDS])
    for name, table in model.tables.items():
        for place, kind in enumerate(KINDS):
            kinds[place] += _likelihood(table, kind, levels[name], rarity[name])
    unnamed = levels["given_name"] == MISSING if "given_name" in levels else slice(None)
    kinds[KINDS.index("company"), unnamed] += _UNNAMED
    if not _PERSONS & levels.keys():
        kinds[KINDS.index("company")] += _ONE_HOUSE * np.isin(levels.get("street", 0), _SAME_STREETS)
    kinds[KINDS.index("company")] += _BRANCH * _two_places(levels)
    for kind, needed in _ONLY_WHERE.items():
        kinds[KINDS.index(kind), levels[needed] == MISSING if needed in levels else slice(None)] = _NEVER
    return kinds


def _two_places(levels: Mapping[str, Levels]) -> NDArray[np.bool_]:
    """Return which pairs stand at two streets of two places and share no way of contact, as branches do."""
    none = np.zeros(len(next(iter(levels.values()))), np.uint8)
    named = levels.get("company", none) != MISSING
    street = np.isin(levels.get("street", none), _OTHER_STREETS)
    place = np.isin(levels.get("postal_code", none), _OTHER_PLACES) | np.isin(levels.get("town", none), _OTHER_TOWNS)
    reached = np.logical_or.reduce([levels.get(name, none) == 1 for name in ("phone", "email", "business_id")])
    apart: NDArray[np.bool_] = named & street & place & ~reached
    return apart


def rescore(model: Model, scored: Scored, tick: Tick = nothing) -> Scored:
    """Return the pairs as a model scores them that says something else only of the rows of one customer."""
    size = scored.kinds.shape[1]
    match = np.full(size, model.match_prior, np.float32)
    named = np.full(size, model.match_prior - model.names_alone, np.float32)
    others = np.zeros(size, np.float32)
    for name, table in model.tables.items():
        tick()
        said = table.match[scored.levels[name]]
        match += said
        said -= scored.rarity[name]
        if name in _NAMES:
            named += said
        else:
            others += np.maximum(said, np.float32(0))
    bits: Bits = match - np.logaddexp2.reduce(scored.kinds, axis=0) - _beyond_names(named, others)
    return replace(scored, bits=bits)


def _beyond_names(named: Bits, others: Bits) -> Bits:
    """Return what a person's name says beyond what it may alone; nothing where something else agrees as well."""
    return np.where(others < _SOMETHING_ELSE, np.maximum(named, np.float32(0)), np.float32(0))


def names_say_more(model: Model, scored: Scored) -> NDArray[np.bool_]:
    """Return which pairs a person's name would bring further than it may alone."""
    named = np.full(scored.kinds.shape[1], model.match_prior, np.float32)
    for name in _NAMES & model.tables.keys():
        named += model.tables[name].match[scored.levels[name]] - scored.rarity[name]
    more: NDArray[np.bool_] = named > model.names_alone
    return more


def _likelihood(table: Table, kind: str, levels: Levels, rarity: Bits) -> Bits:
    """Return log2 of how likely each level is in a kind of difference; `rarity` is what it is at random."""
    if kind == "random" or np.isnan(table.kinds[kind][1:]).all():
        return rarity
    by_level = table.kinds[kind][levels]
    return np.where(np.isnan(by_level), rarity, by_level)


def chosen(scored: Scored, places: NDArray[np.int64] | NDArray[np.bool_]) -> Scored:
    """Return only the pairs at these places."""
    places = np.flatnonzero(places) if places.dtype == bool else places
    levels = {name: part[places] for name, part in scored.levels.items()}
    rarity = {name: part[places] for name, part in scored.rarity.items()}
    return Scored(scored.bits[places], scored.kinds[:, places], levels, rarity)


def joined(parts: Sequence[Scored]) -> Scored:
    """Return the pairs of all parts one after another; the parts must be of the same comparisons."""
    names = parts[0].levels.keys()
    levels = {name: np.concatenate([part.levels[name] for part in parts]) for name in names}
    rarity = {name: np.concatenate([part.rarity[name] for part in parts]) for name in names}
    kinds = np.concatenate([part.kinds for part in parts], axis=1)
    return Scored(np.concatenate([part.bits for part in parts]), kinds, levels, rarity)


def contributions(model: Model, scored: Scored) -> dict[str, Bits]:
    """Return each comparison's share of the log-odds, against what the pair would be if it were not one customer."""
    shares = np.exp2(scored.kinds - np.logaddexp2.reduce(scored.kinds, axis=0))
    parts = {}
    for name, table in model.tables.items():
        level = scored.levels[name]
        against = np.zeros(len(level), np.float32)
        for place, kind in enumerate(KINDS):
            against += shares[place] * _likelihood(table, kind, level, scored.rarity[name])
        parts[name] = _as_said(table, level, table.match[level] - against)
    return parts


def _as_said(table: Table, levels: Levels, bits: Bits) -> Bits:
    """Keep a sameness from counting against and a difference from counting for, however little either is worth."""
    same = np.array([False, *(level.stance in (Stance.SAME, Stance.ALIKE) for level in table.levels)])[levels]
    different = np.array([False, *(level.name.startswith("different") for level in table.levels)])[levels]
    different |= np.array([False, *(level.stance is Stance.DIFFERENT for level in table.levels)])[levels]
    return np.where(same, np.maximum(bits, 0.1), np.where(different, np.minimum(bits, -0.1), bits)).astype(np.float32)


def stances(model: Model, levels: Mapping[str, Levels], stance: Stance) -> dict[str, NDArray[np.bool_]]:
    """Return for each comparison the pairs whose level takes that stance."""
    flags = {}
    for name, table in model.tables.items():
        takes = np.array([False, *(level.stance is stance for level in table.levels)])
        flags[name] = takes[levels[name]]
    return flags
