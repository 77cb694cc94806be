"""A formula keeps its result only where nothing it reaches has changed."""

import pytest

from tikissa.export.writing.stale_values import Touched, stale_formulas

SHEET = "Asiakkaat"
NAMES = {"alv": "Muu!$B$1", "summat": "Asiakkaat!$F$2:$F$61"}


def is_stale(formula: str, sheet: str = "Muu") -> bool:
    """Say so of a formula in D40, where the register's row 5 goes and its cell F9 changes."""
    touched = Touched()
    touched.add(SHEET, 5)
    touched.add(SHEET, 9, 5)
    return bool(stale_formulas({sheet: {(40, 3): formula}}, NAMES, touched))


@pytest.mark.parametrize(
    "formula",
    [
        "SUM(Asiakkaat!A1:A10)",
        "SUM(asiakkaat!A:A)",
        "COUNTA(Asiakkaat!4:6)",
        "Asiakkaat!F9*2",
        "SUM(Summat)",
        "SUM(Lisät[Tieto])",
        'INDIRECT("Asiakkaat!A1")',
        "Tuntematon+1",
    ],
)
def test_what_reaches_a_change_is_worked_out_anew(formula: str) -> None:
    assert is_stale(formula)


@pytest.mark.parametrize(
    "formula", ["Asiakkaat!G9", "SUM(A1:A60)*2.5E+3", "A1*Alv", "TODAY()", '"Asiakkaat!A5"', "TRUE"]
)
def test_the_rest_keeps_its_result(formula: str) -> None:
    assert not is_stale(formula)


def test_a_result_is_followed_through_other_formulas() -> None:
    touched = Touched()
    touched.add(SHEET, 3, 0)
    running = {(row, 1): f"B{row - 1}+A{row}" for row in range(2, 5_000)}
    found = stale_formulas(
        {SHEET: running, "Muu": {(1, 0): "Kolmas!A1"}, "Kolmas": {(1, 0): "Asiakkaat!B4999"}}, {}, touched
    )
    assert {place for place in running if place not in found[SHEET]} == {(2, 1)}
    assert found["Muu"] == found["Kolmas"] == {(1, 0)}
