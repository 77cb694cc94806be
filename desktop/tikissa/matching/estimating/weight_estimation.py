"""Corrects the first guesses by the register's own sure pairs, only as far as they carry.

One round of expectation and maximisation after another over the levels among one customer's rows, held to the guesses
as if these were pairs already seen. What strangers share is never learnt this way: that comes from frequencies.
How many households the register holds and how they are reached is learnt beside it, in a module of its own.
Where the pairs found do not look like one customer's rows, the guesses stay.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.comparing.compared import Bits, Levels
from tikissa.matching.comparing.comparison_levels import LEVELS, Level, Stance
from tikissa.matching.estimating.household_shares import with_households
from tikissa.matching.weighing.scoring import (
    MATCH_RATE,
    Model,
    Scored,
    Table,
    chosen,
    names_say_more,
    per_record_prior,
    rescore,
    with_match,
)
from tikissa.model.progress import Tick, nothing

_PASSES = 3
"""The first pass learns only from pairs the guesses call likely, each further one from those the one before finds."""
_ROUNDS = 3
_FEWEST_PAIRS = 15.0
_FEWEST_KNOWN = 3
"""Columns with a meaning that by themselves can show what one customer's rows agree in."""
_HELD_BY = 60.0
"""How many pairs a guess by meaning counts for; one on a column without a meaning counts for a third."""
_FURTHEST = {Stance.SAME: 40.0, Stance.ALIKE: 40.0, Stance.OPEN: 40.0, Stance.DIFFERENT: 8.0}
"""A share learnt is at most so many times larger or smaller than guessed; differences are what households have."""
_FURTHEST_APART = {"phone": 2.0, "street": 2.0, "postal_code": 2.0, "email": 2.5}
"""How much more often than guessed one customer's rows may differ here: namesakes differ in nothing else."""

_ROUNDS_OF_FEW = 6
_SMALL = 300.0
_FADING = 1.5
"""A register of so many rows keeps the guessed rate of duplicates; in a larger one it fades, faster than rows come."""
_LIKELY = 0.5
_NAMES_ALONE = (0.5, 4.0)
_NAMES_HELD_BY = 30.0
"""How many pairs of one name a guess of how far it alone brings them counts for: the guess is the lower bound."""
_ONE_NAME = 1
_RATES = (0.002, 12.0)


def learnt(model: Model, scored: Scored, size: int, tick: Tick = nothing) -> tuple[Model, Scored]:
    """Return the model corrected by the scored pairs of a register of `size` records, and the pairs by that model."""
    corrected, found = replace(model, names_alone=_NAMES_ALONE[0]), scored
    for _ in range(_PASSES):
        likely = chosen(found, found.bits > 0)
        for _ in range(_ROUNDS):
            sure = _shares(likely.bits)
            if sure.sum() < _FEWEST_PAIRS or not _look_like_matches(corrected, likely.levels, sure):
                return _with_few_pairs(model, scored, size, tick)
            shares = {name: _corrected(model.tables[name], likely.levels[name], sure) for name in model.names}
            tables = {name: with_match(corrected.tables[name], share) for name, share in shares.items()}
            prior = _prior(sure.sum(), size)
            corrected = replace(corrected, tables=tables, match_prior=prior)
            likely = rescore(corrected, likely, tick)
        corrected, found = with_households(model, corrected, found, size)
        corrected = replace(corrected, names_alone=_names_alone(corrected, found))
        found = rescore(corrected, found, tick)
    return corrected, found


def _names_alone(model: Model, scored: Scored) -> float:
    """Return to which log-odds one name alone brings a pair: how many pairs of one rare name turned out to be one."""
    lowest, highest = _NAMES_ALONE
    if not {"given_name", "surname"} <= model.tables.keys():
        return lowest
    one_name = (scored.levels["given_name"] == _ONE_NAME) & (scored.levels["surname"] == _ONE_NAME)
    namesakes = rescore(model, chosen(scored, one_name))
    shares = _shares(namesakes.bits[names_say_more(model, namesakes)])
    guessed = 1 / (1 + 2**-lowest)
    same = shares.sum() + _NAMES_HELD_BY * guessed
    return float(np.clip(np.log2(same / (len(shares) + _NAMES_HELD_BY - same)), lowest, highest))


def _with_few_pairs(model: Model, scored: Scored, size: int, tick: Tick) -> tuple[Model, Scored]:
    guessed = replace(model, match_prior=_prior_of_few(model.match_prior, scored.bits, size))
    guessed, scored = with_households(model, guessed, rescore(guessed, scored, tick), size)
    return guessed, rescore(guessed, scored, tick)


def _shares(bits: Bits) -> NDArray[np.float64]:
    shares: NDArray[np.float64] = 1 / (1 + np.exp2(-np.clip(bits.astype(np.float64), -60, 60)))
    return shares


def _corrected(table: Table, levels: Levels, sure: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how often one customer's rows reach each level, guessed in `table` and seen in the sure pairs."""
    guessed = np.exp2(table.match[1:].astype(np.float64))
    seen = np.bincount(levels, sure, len(guessed) + 1)[1:]
    held = _HELD_BY if table.name in LEVELS else _HELD_BY / 3
    groups = _alternatives(table)
    furthest = np.array([_furthest(table.name, level) for level in table.levels])
    shares = guessed.copy()
    for group in groups:
        total = guessed[group].sum()
        share = (seen[group] + held * guessed[group] / total) / (seen[group].sum() + held) * total
        shares[group] = np.clip(share, guessed[group] / furthest[group], guessed[group] * furthest[group])
    return np.minimum(shares, 0.999)


def _furthest(comparison: str, level: Level) -> float:
    if level.stance in (Stance.SAME, Stance.ALIKE):
        return _FURTHEST[level.stance]
    return min(_FURTHEST[level.stance], _FURTHEST_APART.get(comparison, _FURTHEST[level.stance]))


def _alternatives(table: Table) -> list[NDArray[np.int64]]:
    """Return the sets of levels that exclude each other; a postal code has sets of its own here and elsewhere."""
    endings = ("_here", "_elsewhere")
    names = [level.name for level in table.levels]
    sets = [[place for place, name in enumerate(names) if name.endswith(ending)] for ending in endings]
    special = {place for members in sets for place in members} | {p for p, n in enumerate(names) if n == "swapped"}
    plain = [place for place in range(len(names)) if place not in special]
    return [np.array(members) for members in (plain, *sets) if members]


def _look_like_matches(model: Model, levels: Mapping[str, Levels], sure: NDArray[np.float64]) -> bool:
    """One customer's rows agree in most of what they both have, or in most of what is known to tell of a customer."""
    known = [name for name in model.names if name in LEVELS]
    return _mostly_agree(model, model.names, levels, sure) or (
        len(known) >= _FEWEST_KNOWN and _mostly_agree(model, known, levels, sure)
    )


def _mostly_agree(model: Model, names: Sequence[str], levels: Mapping[str, Levels], sure: NDArray[np.float64]) -> bool:
    agree = present = 0.0
    for name in names:
        stances = [level.stance for level in model.tables[name].levels]
        stands = np.array([0.0, *(stance in (Stance.SAME, Stance.ALIKE) for stance in stances)])
        counts = np.array([0.0, *(stance is not Stance.OPEN for stance in stances)])
        agree += float((stands[levels[name]] * sure).sum())
        present += float((counts[levels[name]] * sure).sum())
    return agree > 0.5 * present


def _prior_of_few(guessed: float, bits: Bits, size: int) -> float:
    """Return the prior where too few pairs are found to learn more from: how few they are is learnt all the same.

    Namesakes of one town look like one customer until it shows that nobody else stands there twice.
    """
    unseen = MATCH_RATE * min(1.0, _SMALL / size) ** _FADING
    prior = guessed
    for _ in range(_ROUNDS_OF_FEW):
        found = _shares(bits + np.float32(prior - guessed))
        rate = float(found[found > _LIKELY].sum()) / size + unseen
        prior = min(guessed, float(per_record_prior(size) + np.log2(rate)))
    return prior


def _prior(pairs: float, size: int) -> float:
    rate = (pairs + MATCH_RATE * _HELD_BY) / (size + _HELD_BY)
    return float(per_record_prior(size) + np.log2(np.clip(rate, *_RATES)))
