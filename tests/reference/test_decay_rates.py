"""The rates at which details grow old, each with its source and range."""

from math import exp

import pytest

import builders
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.reference.customer_kind import companies, names_company
from tikissa.reference.decay_rates import continuous, decay_rates


def test_every_rate_lies_in_its_range_and_says_where_it_comes_from() -> None:
    for rate in decay_rates().values():
        assert 0 < rate.low <= rate.yearly <= rate.high < 1
        assert bool(rate.source) == (rate.basis == "source")


def _right(field: str, years: float) -> float:
    """Return the share of a kind of detail that is still right after so many years."""
    return exp(-continuous(decay_rates()[field].yearly) * years)


def test_a_persons_address_and_phone_unchecked_for_three_years_are_both_right_four_times_in_ten() -> None:
    assert _right("person_address", 3) * _right("person_phone", 3) == pytest.approx(0.42, abs=0.01)


def test_a_company_at_its_address_and_in_business_after_three_years_four_times_in_ten() -> None:
    assert _right("company_address", 3) * _right("company_ceased", 3) == pytest.approx(0.43, abs=0.01)


def test_within_a_year_as_many_have_changed_as_the_yearly_rate_says() -> None:
    for field, rate in decay_rates().items():
        assert _right(field, 1) == pytest.approx(1 - rate.yearly)


@pytest.mark.parametrize("name", ["Maalaus Oy", "OY FOO AB", "Tmi Aino", "T:mi Aino", "Seura r.y.", "Foo GmbH"])
def test_a_legal_form_tells_a_company(name: str) -> None:
    assert names_company(name)


@pytest.mark.parametrize("name", ["Aino Virtanen", "Veera Da Silva", "Virtasen kuolinpesä", "Onni Kyrö", ""])
def test_a_persons_name_does_not(name: str) -> None:
    assert not names_company(name)


def test_a_row_is_a_company_by_what_stands_in_it() -> None:
    register = builders.register(
        {"Nimi": ["Aino Virtanen", "Maalaus Oy", "Eino Virtanen"], "Y-tunnus": ["", "", "1572860-0"]}
    )
    schema = Schema(
        (
            ColumnMeaning("Nimi", Meaning.WHOLE_NAME, 1.0, True),
            ColumnMeaning("Y-tunnus", Meaning.BUSINESS_ID, 1.0, True),
        )
    )
    assert companies(register, schema).tolist() == [False, True, True]
