"""A slip of the finger makes no other phone and no other street where the rest of it agrees."""

import pytest

from builders import register
from tikissa.matching.explaining.pair_evidence import evidence_between
from tikissa.schema.detect import detect


def level(header: str, first: str, second: str, comparison: str) -> str:
    """Return how two customers of one name compare whose rows differ in one column."""
    names, others = ["Kahvila Oma Oy", "Kahvila Oma Oy"], [f"Muu {number} Oy" for number in range(8)]
    values = [first, second, *(f"Kuja {number}" if header == "Osoite" else f"09 12345{number}" for number in range(8))]
    made = register({"Yritys": names + others, header: values, "Paikkakunta": ["Lahti"] * 10})
    found = {one.comparison: one.level for one in evidence_between(made, detect(made), [0, 1])}
    return found[comparison]


@pytest.mark.parametrize(
    ("second", "expected"),
    [("46726380105", "exact"), ("46726380125", "close"), ("46731442233", "different")],
)
def test_a_lost_plus_hides_no_slip_in_the_last_digits(second: str, expected: str) -> None:
    assert level("Puhelin", "+46 72 638 01 05", second, "phone") == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Mäki 792", "Mäk 792", "close"),
        ("Mylly 1134", "Mjlky 1134", "close"),
        ("Mäki 7", "Mäk 7", "different"),
        ("Suo 792", "Mäki 792", "different"),
        ("Mäki 792", "Mäk 793", "different"),
    ],
)
def test_a_slip_in_a_short_street_name_is_one_where_a_long_house_number_agrees(
    first: str, second: str, expected: str
) -> None:
    assert level("Osoite", first, second, "street") == expected
