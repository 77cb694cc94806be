"""Decisions outlive three exports of the sample register, each shuffled, renamed and partly changed."""

import sys
from pathlib import Path

import pytest

BUILD_SCRIPTS = Path(__file__).resolve().parents[2] / "build_scripts"


@pytest.mark.parametrize("months", [1, pytest.param(3, marks=pytest.mark.full)])
def test_nearly_every_decision_holds_next_month_and_none_on_a_wrong_row(
    months: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [str(BUILD_SCRIPTS), *sys.path])
    from evaluate_memory import SAMPLE, evaluate

    for line in evaluate(SAMPLE, months):
        assert line["held"] >= 0.98
        assert line["attached_wrongly"] == 0
        assert line["rows_recognised_wrongly"] == 0
