"""Learns how many households a register holds and how they are reached: a club asks everybody, a shop one of a family.

Where nearly every customer stands twice there are four times the pairs of spouses; where a family has one e-mail
address, it tells none of them. Both come from the pairs that differ as two of one household do.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.comparing.compared import Bits
from tikissa.matching.weighing.scoring import COMPANY_RATE, HOUSEHOLD_RATE, KINDS, Model, Scored, Table

_REACHED = ("phone", "email")
"""What some registers ask of everybody and others of one in a family."""

_ONE_NAME = ("exact", "swapped")
"""Levels of the given name in which father and son of one name agree."""

_HELD_BY = 60.0
_HELD_BY_RECORDS = 300.0
"""How many pairs a guess of what is shared counts for, and how many records the guessed number of households."""

_FURTHEST = 6.0
"""What is learnt is at most so many times more or less than guessed."""

_KIND = "household"
_PLACE = KINDS.index(_KIND)

Shares = NDArray[np.float64]


def with_households(guessed: Model, model: Model, scored: Scored, size: int) -> tuple[Model, Scored]:
    """Return the model and the pairs with households as this register has them; scores are yet to be worked out.

    `guessed`: the model before anything was learnt, to which what is learnt is held.
    """
    households = _shares(scored)
    times = float((households.sum() / HOUSEHOLD_RATE + _HELD_BY_RECORDS) / (size + _HELD_BY_RECORDS))
    times = float(np.clip(times, 1 / _FURTHEST, _FURTHEST))
    tables = {
        name: _learnt(guessed.tables[name], model.tables[name], scored, households)
        for name in _REACHED
        if name in model.tables
    }
    if "given_name" in model.tables:
        tables["given_name"] = _as_many_of_one_name(guessed.tables["given_name"], model.tables["given_name"], times)
    priors = {**model.kind_priors, _KIND: guessed.kind_priors[_KIND] + float(np.log2(times))}
    priors["company"] = guessed.kind_priors["company"] + _companies(model, scored, size)
    found = replace(model, tables={**model.tables, **tables}, kind_priors=priors)
    return found, _moved(scored, model, found, tables)


def _companies(model: Model, scored: Scored, size: int) -> float:
    """Return log2 of how many more pairs of one company than guessed the register holds, its branches mostly."""
    if not {"company", "business_id"} & set(model.names):
        return 0.0
    found = float(_shares(scored, KINDS.index("company")).sum())
    times = (found / COMPANY_RATE + _HELD_BY_RECORDS) / (size + _HELD_BY_RECORDS)
    return float(np.log2(np.clip(times, 1 / _FURTHEST, _FURTHEST)))


def _shares(scored: Scored, place: int = _PLACE) -> Shares:
    """Return how likely each pair is two of one household, or of the kind at another place."""
    different = np.logaddexp2.reduce(scored.kinds, axis=0)
    apart = 1 / (1 + np.exp2(np.clip(scored.bits.astype(np.float64), -60, 60)))
    shares: Shares = np.exp2(scored.kinds[place] - different) * apart
    return shares


def _learnt(guessed: Table, table: Table, scored: Scored, households: Shares) -> Table:
    known = np.exp2(guessed.kinds[_KIND][1:].astype(np.float64))
    seen = np.bincount(scored.levels[table.name], households, len(known) + 1)[1:]
    total = known.sum()
    learnt = (seen + _HELD_BY * known / total) / (seen.sum() + _HELD_BY) * total
    learnt = np.clip(learnt, known / _FURTHEST, np.minimum(known * _FURTHEST, 0.999))
    return _with_household(table, np.log2(np.concatenate([[1.0], learnt])).astype(np.float32))


def _as_many_of_one_name(guessed: Table, table: Table, times: float) -> Table:
    """Fathers and sons of one name stay as many as guessed: they are seldom seen, and never told from copies."""
    names = ["", *(level.name for level in table.levels)]
    fewer = np.where(np.isin(names, _ONE_NAME), np.log2(times), 0.0)
    return _with_household(table, (guessed.kinds[_KIND] - fewer).astype(np.float32))


def _with_household(table: Table, household: Bits) -> Table:
    return replace(table, kinds={**table.kinds, _KIND: household})


def _moved(scored: Scored, before: Model, after: Model, tables: Mapping[str, Table]) -> Scored:
    """Return the pairs with what households are now thought to be; a level that is as at random stays so (NaN)."""
    kinds = scored.kinds.copy()
    for place, kind in enumerate(KINDS):
        kinds[place] += np.float32(after.kind_priors[kind] - before.kind_priors[kind])
    for name, table in tables.items():
        difference = np.nan_to_num(table.kinds[_KIND] - before.tables[name].kinds[_KIND])
        kinds[_PLACE] += difference[scored.levels[name]]
    return replace(scored, kinds=kinds)
