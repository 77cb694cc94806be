"""An installed program can prove that it works."""

import json
from pathlib import Path

import pytest

from command_line import CommandLine
from tikissa.cli import selftest_checks
from tikissa.cli.selftest import Report, selftest


def _works(_folder: Path) -> None:
    return None


def test_the_whole_job_is_done_on_the_samples_and_the_picture_of_the_window_lies_beside_the_report(
    tikissa: CommandLine, tmp_path: Path
) -> None:
    target = tmp_path / "tulos äö.json"
    assert tikissa("--selftest", target).status == 0
    assert target.with_suffix(".png").read_bytes() == b"picture"
    report = json.loads(target.read_text("utf-8"))
    assert report["passed"] is True
    wanted = {"window", "words", "reference_tables", "every_format", "every_reader", "whole_job_xlsx", "whole_job_csv"}
    assert wanted <= set(report["steps"])
    assert all(isinstance(seconds, float) for seconds in report["steps"].values())
    assert tikissa.window.checked == 1


def test_a_window_that_does_not_open_fails_the_test_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = {"reference_tables": selftest_checks.CHECKS["reference_tables"]}
    monkeypatch.setattr(selftest_checks, "CHECKS", after)

    def broken(_folder: Path) -> None:
        raise RuntimeError("no window today")

    target = tmp_path / "tulos.json"
    assert selftest(str(target), broken) == 1
    report = json.loads(target.read_text("utf-8"))
    assert report["passed"] is False
    assert "no window today" in report["steps"]["window"]
    assert isinstance(report["steps"]["reference_tables"], float)


def test_a_reference_table_that_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest_checks, "resource", lambda *_parts: tmp_path)
    monkeypatch.setattr(selftest_checks, "CHECKS", {"reference_tables": selftest_checks.CHECKS["reference_tables"]})
    target = tmp_path / "tulos.json"
    assert selftest(str(target), _works) == 1
    assert "missing" in json.loads(target.read_text("utf-8"))["steps"]["reference_tables"]


def test_a_step_that_ends_the_whole_program_is_named_in_the_file(tmp_path: Path) -> None:
    target = tmp_path / "tulos.json"
    report = Report(str(target))
    with report.step("window"):
        left = json.loads(target.read_text("utf-8"))
    assert (left["passed"], left["steps"]) == (False, {"window": "not finished"})
