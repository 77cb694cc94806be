"""Sums of money in the writings of several countries."""

import pytest

from tikissa.text.amounts import parse_amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1 234,50 €", 1234.5),
        ("1\u00a0234,50", 1234.5),
        ("1.234,50", 1234.5),
        ("1,234.50", 1234.5),
        ("1.234", 1234),
        ("12,5", 12.5),
        ("-12", -12),
        ("−12,00", -12),
        ("120 e", 120),
        ("0,00", 0),
        ("EUR 99", 99),
        ("5,-", 5),
    ],
)
def test_a_sum_is_read(text: str, amount: float) -> None:
    assert parse_amount(text) == amount


@pytest.mark.parametrize("text", ["", "-", "ei ostoja"])
def test_what_is_no_sum_is_none(text: str) -> None:
    assert parse_amount(text) is None
