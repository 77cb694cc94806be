"""An installed program can prove that it works."""

import json
from pathlib import Path

from command_line import CommandLine
from tikissa.cli.selftest import selftest


def test_the_whole_job_is_done_on_the_sample(tikissa: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "tulos.json"
    assert tikissa("--selftest", target).status == 0
    report = json.loads(target.read_text("utf-8"))
    assert report["passed"] is True
    assert {"window", "analyse", "clean", "verify", "original_unchanged"} <= set(report["steps"])
    assert tikissa.window.checked == 1


def test_a_window_that_does_not_open_fails_the_test_and_is_told(tmp_path: Path) -> None:
    def broken() -> None:
        raise RuntimeError("no window today")

    target = tmp_path / "tulos.json"
    assert selftest(str(target), broken) == 1
    report = json.loads(target.read_text("utf-8"))
    assert report["passed"] is False
    assert "no window today" in report["steps"]["window"]
    assert isinstance(report["steps"]["whole_job"], float)
