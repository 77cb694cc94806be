"""The rates at which details grow old, each with its source and range."""

import pytest

import builders
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.reference.customer_kind import companies, names_company
from tikissa.reference.decay_rates import chance_wrong, decay_rates


def test_every_rate_lies_in_its_range_and_says_where_it_comes_from() -> None:
    for rate in decay_rates().values():
        assert 0 < rate.low <= rate.yearly <= rate.high < 1
        assert bool(rate.source) == (rate.basis == "source")


def test_a_persons_address_and_phone_unchecked_for_three_years_are_both_right_four_times_in_ten() -> None:
    right = [1 - chance_wrong(decay_rates()[field].yearly, 3) for field in ("person_address", "person_phone")]
    assert right[0] * right[1] == pytest.approx(0.42, abs=0.01)


def test_a_company_at_its_address_and_in_business_after_three_years_four_times_in_ten() -> None:
    right = [1 - chance_wrong(decay_rates()[field].yearly, 3) for field in ("company_address", "company_ceased")]
    assert right[0] * right[1] == pytest.approx(0.43, abs=0.01)


def test_nothing_has_changed_at_once_and_a_year_is_the_yearly_rate() -> None:
    assert chance_wrong(0.1, 0) == 0
    assert chance_wrong(0.1, 1) == pytest.approx(0.1)


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
