"""Compares rows of a register with entries of an outside list, by the comparisons that find duplicates.

How common a name is, is known of the whole list, and what else two of them share by chance is judged: the entries at
hand were looked up because they are alike, and tell nothing of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.comparing.compared import Compared, Levels, Records
from tikissa.matching.comparing.comparers import comparers
from tikissa.matching.comparing.comparison_levels import LEVELS
from tikissa.matching.explaining.weight_evidence import Weights, probability, rows_of_weights
from tikissa.matching.preparing.features import fields_of
from tikissa.matching.weighing.scored_pairs import compare_all
from tikissa.matching.weighing.scoring import KINDS, first_model, score
from tikissa.model.register import Column, ColumnCells, FileFormat, Register, Source
from tikissa.model.schema import ColumnMeaning, Meaning, Schema


class Listed(NamedTuple):
    """What is compared of a row or an entry; "" where it is not told."""

    name: str
    street: str = ""
    postal_code: str = ""
    town: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike each pair is: bits for (above 0) or against its being one company, and what makes them."""

    bits: NDArray[np.float32]
    levels: Mapping[str, Levels]
    weights: Sequence[Weights]

    def probability(self, place: int) -> float:
        return probability(float(self.bits[place]))


_MEANINGS = (Meaning.COMPANY, Meaning.STREET, Meaning.POSTAL_CODE, Meaning.TOWN)
_SCHEMA = Schema(tuple(ColumnMeaning(meaning, meaning, 1.0, True) for meaning in _MEANINGS))
_SOURCE = Source(Path("list"), "", FileFormat.CSV, "", None)

_BY_CHANCE = {
    "street": {"exact": 2e-5, "close": 2e-5, "other_number": 1e-3, "part": 1e-4},
    "postal_code": {"exact": 5e-3, "close": 5e-3, "exact_elsewhere": 5e-3},
    "town": {"exact": 0.05, "close": 0.01},
    "legal_form": {"exact": 0.6},
}
"""How often two companies of a whole country agree so far by chance (judged: half of them stand in ten towns)."""

_ALIKE_BY_CHANCE = {"close": 5e-5, "short": 5e-4, "similar": 5e-4, "part": 5e-4}
"""How often the names of two companies of a whole country are alike so far."""

_NEVER = -60.0


def compare_listed(
    rows: Sequence[Listed], entries: Sequence[Listed], first: Records, second: Records
) -> dict[str, Compared]:
    """Compare the rows at `first` with the entries at `second`, pair by pair."""
    register = _stacked([*rows, *entries])
    compare = comparers(fields_of(register, _SCHEMA))
    return compare_all(compare, first, second + np.int32(len(rows)))


def likeness(compared: Mapping[str, Compared], namesakes: NDArray[np.float64], size: int, share: float) -> Likeness:
    """Score compared pairs. `namesakes`: how many other entries of the list are expected to have the pair's name, shape
    (pairs,); `size` entries are in the list, and a `share` (0-1) of all rows is expected to be among them."""
    known = {name: _with_chance(name, part, namesakes, size) for name, part in compared.items()}
    model = first_model(tuple(known), size)
    kinds = {kind: 0.0 if kind == "random" else _NEVER for kind in KINDS}  # a branch is the same company
    model = replace(model, match_prior=float(np.log2(share / max(size, 1))), kind_priors=kinds)
    scored = score(model, known)
    return Likeness(scored.bits, scored.levels, [*rows_of_weights(model, scored)])


def level_names(comparison: str, levels: Levels) -> list[str]:
    """Return the names of a comparison's levels, "" for what could not be compared."""
    names = ["", *(level.name for level in LEVELS[comparison])]
    return [names[level] for level in levels.tolist()]


def _with_chance(name: str, compared: Compared, namesakes: NDArray[np.float64], size: int) -> Compared:
    rarity = compared.rarity.copy()
    chances = _ALIKE_BY_CHANCE if name == "company" else _BY_CHANCE.get(name, {})
    for place, level in enumerate(LEVELS.get(name, ()), 1):
        if level.name in chances:
            rarity[compared.levels == place] = np.log2(chances[level.name])
    if name == "company":
        exact = compared.levels == 1
        rarity[exact] = np.log2(namesakes[exact] / max(size, 1))
    return Compared(compared.levels, rarity)


def _stacked(entries: Sequence[Listed]) -> Register:
    cells = tuple(ColumnCells.of(column) for column in zip(*entries, strict=True)) if entries else ()
    columns = tuple(Column(place, meaning, "", meaning) for place, meaning in enumerate(_MEANINGS))
    return Register(_SOURCE, columns[: len(cells)], cells, np.arange(len(entries), dtype=np.int32))
