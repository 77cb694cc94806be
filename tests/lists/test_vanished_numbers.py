"""A number vanishes when no row of the cleaned register has it any more; it is followed where one row took it over."""

from collections.abc import Mapping

import pytest

from builders import DECIDER, analysis, log, merge, register, retire, surviving
from tikissa.lists.vanished_numbers import customer_numbers, number_key, passive_numbers
from tikissa.model.decision import Decision, RetireAction
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning
from tikissa.review.derive import derive

NUMBERS = ["1001", "1002", "0044", "44", "1005", "", "A-7"]
REGISTER = register({"Asiakasnro": NUMBERS, "Nimi": [f"Esimerkki {place}" for place in range(len(NUMBERS))]})
LOOKED_AT = analysis(
    REGISTER,
    merges=[merge([0, 1]), merge([3, 4]), merge([4, 2], [surviving("Asiakasnro", "0044", 2)]), merge([0, 2])],
    retires=[retire(6)],
    meanings={"Asiakasnro": Meaning.CUSTOMER_NUMBER},
)
KEYS = LOOKED_AT.keys


def _after(*decisions: Decision) -> Outcome:
    return derive(REGISTER, KEYS, log(*decisions))


def _vanished(*decisions: Decision) -> Mapping[str, str | None]:
    found = customer_numbers(_after(*decisions), LOOKED_AT.schema)
    return {gone.old: gone.surviving for gone in found.vanished.values()} if found else {}


def _merged(*groups: int) -> Decision:
    return DECIDER.merges(LOOKED_AT, [LOOKED_AT.merges[group] for group in groups])


def test_a_merged_number_goes_by_the_survivors() -> None:
    assert _vanished(_merged(0)) == {"1002": "1001"}


def test_a_number_that_another_row_still_has_does_not_vanish() -> None:
    assert _vanished(_merged(1)) == {"1005": "44"}
    assert _vanished(_merged(3)) == {}


def test_the_survivors_own_number_vanishes_where_the_other_is_kept() -> None:
    assert _vanished(_merged(2)) == {"1005": "0044"}


def test_a_row_put_away_leaves_its_number_without_another() -> None:
    assert _vanished(DECIDER.retires(KEYS, LOOKED_AT.retires, RetireAction.REMOVE)) == {"A-7": None}


def test_a_number_edited_by_hand_is_followed() -> None:
    change = CellChange("Asiakasnro", "1001", "2001")
    assert _vanished(DECIDER.edited_cells(KEYS, [(RecordId(0), change)])) == {"1001": "2001"}


def test_a_number_of_two_rows_that_went_different_ways_is_not_followed() -> None:
    rows = register({"Asiakasnro": ["1", "2", "7", "7"]})
    seen = analysis(rows, merges=[merge([0, 2]), merge([1, 3])], meanings={"Asiakasnro": Meaning.CUSTOMER_NUMBER})
    made = derive(rows, seen.keys, log(DECIDER.merges(seen, seen.merges)))
    found = customer_numbers(made, seen.schema)
    assert found is not None
    assert [gone.surviving for gone in found.vanished.values()] == [None]


def test_numbers_to_set_passive_are_listed_with_what_became_of_them() -> None:
    put_away = DECIDER.retires(KEYS, LOOKED_AT.retires, RetireAction.ARCHIVE)
    headers, *rows = passive_numbers(_after(_merged(0), put_away), LOOKED_AT.schema, "fi")
    assert len(headers) == 4
    assert [(row[0], row[1], row[3]) for row in rows] == [
        ("1002", "1001", "Yhdistetty toiseen"),
        ("A-7", "", "Arkistoitu"),
    ]
    assert passive_numbers(_after(), LOOKED_AT.schema, "fi") == ()


@pytest.mark.parametrize(
    ("cell", "key"),
    [(44.0, "44"), ("0044", "44"), (" a-7 ", "a-7"), ("000", "0"), (1.5, ""), (True, ""), (None, ""), ("", "")],
)
def test_a_number_is_the_same_however_it_is_written(cell: object, key: str) -> None:
    assert number_key(cell) == key
