"""Sums are read exactly as they are written, in every way programs write them."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tikissa.model.bought import SCALE
from tikissa.model.register import ColumnCells
from tikissa.purchases.exact_sums import sums_of
from tikissa.text.money_parts import in_units


def read(*texts: str) -> list[Decimal | None]:
    sums = sums_of(ColumnCells.of(texts))
    return [in_units(part) if known else None for part, known in zip(sums.parts.tolist(), sums.are_sums, strict=True)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (("1 234,50", "12,00"), ("1234.50", "12.00")),
        (("1.234,50 €", "-12,00 €"), ("1234.50", "-12.00")),
        (("1,234.50", "12.5"), ("1234.50", "12.50")),
        (("EUR 120.00", "(15.00)"), ("120.00", "-15.00")),
        (("120,00-", "0,01"), ("-120.00", "0.01")),
        (("1'200.50", "7.25"), ("1200.50", "7.25")),
        (("1.500", "2.000", "12,90"), ("1500", "2000", "12.90")),
        (("1.500", "2.25"), ("1.50", "2.25")),
        (("−5,00", "+5,00", "5"), ("-5", "5", "5")),
    ],
)
def test_a_sum_is_what_its_column_says_it_is(written: tuple[str, ...], meant: tuple[str, ...]) -> None:
    assert read(*written) == [*map(Decimal, meant)]


@pytest.mark.parametrize("text", ["sata euroa", "", "-", "n/a", "12 kpl á 5", "1.2.2026", "12,50/kk"])
def test_what_is_no_sum_is_not_taken_for_one(text: str) -> None:
    assert read(text, "12,50") == [None, Decimal("12.50")]


def test_typed_numbers_count_before_what_their_cells_show() -> None:
    cells = ColumnCells(np.array([0], np.int32), np.array(["120"], object), np.array([119.6], object))
    assert sums_of(cells).parts.tolist() == [1_196_000]


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=30))
def test_no_cent_is_lost_however_many_sums_there_are(cents: list[int]) -> None:
    texts = [f"{'-' if cent < 0 else ''}{abs(cent) // 100},{abs(cent) % 100:02d}" for cent in cents]
    assert sums_of(ColumnCells.of(texts)).parts.sum() == sum(cents) * (SCALE // 100)
