"""How many witnesses a safe merge takes, pair by pair: the levels are given, nothing is compared."""

from collections.abc import Mapping

import numpy as np
import pytest

from tikissa.matching.weighing.merge_safety import safe_pairs
from tikissa.matching.weighing.scoring import KINDS, Scored, first_model

RARE = -15.0
NAMED = {"given_name": "exact", "surname": "exact"}
COLUMNS = ("given_name", "surname", "phone", "email", "street", "postal_code", "business_id")


def is_safe(levels: Mapping[str, str], bits: float = 20.0, rarity: float = RARE) -> bool:
    """Ask of one pair; a comparison without a level has a blank on one side."""
    model = first_model(COLUMNS, 1000)
    places = {name: [level.name for level in model.tables[name].levels] for name in COLUMNS}
    found = {name: places[name].index(levels[name]) + 1 if name in levels else 0 for name in COLUMNS}
    scored = Scored(
        np.array([bits], np.float32),
        np.zeros((len(KINDS), 1), np.float32),
        {name: np.array([level], np.int8) for name, level in found.items()},
        {name: np.array([rarity], np.float32) for name in COLUMNS},
    )
    return bool(safe_pairs(model, scored, np.zeros(1, np.bool_))[0])


def test_without_a_surname_three_witnesses_leave_no_doubt_and_two_do() -> None:
    three = {"given_name": "exact", "email": "exact", "phone": "exact", "street": "exact"}
    assert is_safe(three)
    assert not any(
        is_safe({name: level for name, level in three.items() if name != gone}) for gone in ("phone", "street")
    )


def test_with_the_whole_name_two_witnesses_leave_no_doubt() -> None:
    assert is_safe({**NAMED, "phone": "exact", "street": "exact"})
    assert not is_safe(NAMED)
    assert not is_safe({**NAMED, "email": "exact", "phone": "different", "street": "different"})


def test_a_witness_half_the_town_could_call_is_none() -> None:
    two = {**NAMED, "phone": "exact", "street": "exact"}
    assert not is_safe(two, rarity=-3.0)


@pytest.mark.parametrize(("bits", "safe"), [(7.5, True), (6.0, False)])
def test_two_witnesses_leave_a_doubt_where_the_sum_of_the_weights_is_low(bits: float, safe: bool) -> None:
    assert is_safe({**NAMED, "email": "exact", "phone": "exact"}, bits) is safe


@pytest.mark.parametrize(("bits", "safe"), [(6.0, True), (4.5, False)])
def test_three_witnesses_one_of_them_personal_carry_more_than_the_sum(bits: float, safe: bool) -> None:
    assert is_safe({**NAMED, "email": "exact", "phone": "exact", "street": "exact"}, bits) is safe
