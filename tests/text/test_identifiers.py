"""Business ids, identity codes, account and card numbers, each told by its check digit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.fi import ytunnus

from tikissa.text.identifiers import business_id, looks_like_business_id


@pytest.mark.parametrize(
    "text", ["0112038-9", "01120389", "1120389", "112038-9", "FI01120389", "0112038–9", "Y-tunnus 0112038-9"]
)
def test_a_business_id_is_read_however_it_is_written(text: str) -> None:
    assert business_id(text) == "0112038-9"


@pytest.mark.parametrize("text", ["0112038-8", "0000000-0", "123", "", "haussa", "556036-0793", "12345678901"])
def test_what_is_no_business_id_is_not_read(text: str) -> None:
    assert business_id(text) is None


@given(st.integers(min_value=1, max_value=99999999).map(lambda number: f"{number:08}"))
def test_our_check_digit_is_the_one_everybody_knows(number: str) -> None:
    assert (business_id(number) is not None) == ytunnus.is_valid(number)


def test_a_wrong_business_id_still_looks_like_one() -> None:
    assert looks_like_business_id("0112038-8")
    assert not looks_like_business_id("haussa")
