"""The day of a cell, whatever number stands in it."""

from datetime import date

import pytest

from tikissa.text.date_columns import whole_day


@pytest.mark.parametrize("raw", [float("inf"), float("-inf"), float("nan"), 1e300, -1, True])
def test_a_number_that_can_be_no_day_is_none(raw: float) -> None:
    assert whole_day("", raw) is None


def test_a_number_of_our_time_is_the_day_a_spreadsheet_shows_for_it() -> None:
    assert whole_day("", 45_310.6) == date(2024, 1, 19)
