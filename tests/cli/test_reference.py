"""`tikissa reference` keeps open registers on this computer."""

from pathlib import Path

import pytest

from command_line import CommandLine
from trade_register import bulk_file, many


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(capsys)


def test_a_register_is_added_listed_with_its_day_and_removed(call: CommandLine, tmp_path: Path) -> None:
    assert "to be had at" in call("reference", "list").out.lower()
    added = call("reference", "add", bulk_file(tmp_path, many(30)))
    assert added.status == 0
    assert "2026-11-30" in call("reference", "list").out
    assert call("reference", "remove", "prh").status == 0
    assert "2026-11-30" not in call("reference", "list").out


@pytest.mark.parametrize("wrong", [("add",), ("list", "prh"), ("remove",), ("remove", "prh"), ("remove", "nothing")])
def test_a_call_that_cannot_be_done_says_so_in_one_line(call: CommandLine, wrong: tuple[str, ...]) -> None:
    said = call("reference", *wrong)
    assert (said.status, said.error.count("\n")) == (2, 1)


def test_any_other_file_is_refused(call: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "asiakkaat.csv"
    path.write_text("Nimi;Puhelin\nAino Ahola;040 123 4567\n", encoding="utf-8")
    assert call("reference", "add", path).status == 2
