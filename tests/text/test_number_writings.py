"""Ids and phones that a program took for sums."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tikissa.text.number_writings import is_decimal, whole_number


@given(st.integers(1, 10**15), st.sampled_from([".0", ",0", ".00", ",00"]))
def test_decimals_of_nothing_are_left_out(number: int, end: str) -> None:
    written = str(number).zfill(7)
    found = whole_number(written + end)
    assert found is not None
    assert (found.digits, found.is_proven) == (written, True)


@given(st.integers(10**7, 10**15 - 1))
def test_a_double_as_java_writes_it_keeps_every_digit(number: int) -> None:
    digits = str(number)
    written = f"{digits[0]}.{digits[1:].rstrip('0') or '0'}E{len(digits) - 1}"
    found = whole_number(written)
    assert found is not None
    assert found.digits == digits


@pytest.mark.parametrize("rounded", ["4,01E+08", "4.01E+08", "4.01235E+08", "4,0123E8", "4.012300055E8", "4E+08"])
def test_digits_that_were_rounded_away_are_not_invented(rounded: str) -> None:
    assert whole_number(rounded) is None


@pytest.mark.parametrize("text", ["45310.6125", "0,5", "3.14", "-", "12.3.2020", "040.1234567", "1.234.567"])
def test_only_a_number_with_one_mark_and_no_zero_before_it_is_a_decimal(text: str) -> None:
    assert is_decimal(text) == (text in ("45310.6125", "0,5", "3.14"))
