"""Matching on the registers with known truth stays above its floors, with one fixed default for all."""

import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "build_scripts"))

FLOORS = {
    "fi_consumer": 0.975,
    "fi_business": 0.995,
    "fi_messy": 0.97,
    "fake_1000": 0.94,
    "febrl1": 0.999,
    "febrl2": 0.99,
    "febrl3": 0.999,
    "rldata500": 0.96,
    "fodors_zagats": 0.97,
    "chicago_childcare": 0.80,
    "uk_households": 0.975,
    "intl_companies": 0.97,
    "uk_orgs": 0.96,
    "dh_crm_de": 0.97,
    "dh_nonprofit_es": 0.80,
}
SAFE_WRONG = {"chicago_childcare": 1}
"""Two of its rows that the truth tells apart have the same name, street and phone; everywhere else none is wrong."""

FINNISH = ("fi_consumer", "fi_business", "fi_messy")


@pytest.mark.parametrize("name", FINNISH)
def test_finnish_registers_stay_above_their_floors_and_safe_means_safe(name: str, shared: Path) -> None:
    from evaluation.measured import measure_file

    found = measure_file(shared / "benchmarks" / name)
    assert found.f1 >= FLOORS[name]
    assert found.safe_wrong == 0
    assert found.safe_recall >= 0.6
    assert found.nearly_recall >= 0.9
    assert found.nearly_precision >= 0.998
    assert found.related_called_safe == 0


@pytest.mark.full
@pytest.mark.parametrize("name", [name for name in FLOORS if name not in FINNISH])
def test_other_registers_stay_above_their_floors(name: str, shared: Path) -> None:
    from evaluation.measured import measure_file

    found = measure_file(shared / "benchmarks" / name)
    assert found.f1 >= FLOORS[name]
    assert found.safe_wrong <= SAFE_WRONG.get(name, 0)


@pytest.mark.parametrize(("rows", "kind"), [(500, "mixed"), (3000, "consumer"), (3000, "business")])
def test_a_made_register_without_duplicates_yields_nothing_safe(rows: int, kind: str) -> None:
    from evaluation.scale import measure_made

    found = measure_made(rows, kind, seed=9, duplicates=0.0)
    assert found.safe_pairs == 0
    assert found.related_called_safe == 0
