"""What is kept for the mending of a fault: steps by their codes and places in the code, nothing of a register."""

import subprocess
import sys
from pathlib import Path

import pytest

from tikissa.app.crash_log import KEPT_CRASHES, KEPT_LOGS, MOST_BYTES, for_support, step, write_down
from tikissa.app.folders import log_folder

STOPPED = """
import faulthandler, os, signal
from tikissa.app.crash_log import step, watch_for_crashes
file = watch_for_crashes()
step("show.duplicates")
step("decide.accepted", 12)
customer = "Aino Ahokas 040 123 4567"
os.kill(os.getpid(), signal.SIGABRT)
"""
STARTED = "from tikissa.app.crash_log import watch_for_crashes; watch_for_crashes()"


def _run(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal of Unix")
def test_after_a_crash_the_next_start_has_its_place_and_the_steps_before_it() -> None:
    _run(STOPPED)
    _run(STARTED)
    (report,) = log_folder().glob("crash-*.txt")
    told = report.read_text("utf-8")
    assert "SIGABRT" in told or "Fatal Python error" in told
    assert told.index("show.duplicates") < told.index("decide.accepted 12")
    assert "Ahokas" not in told
    assert told in for_support("Tikissä 9")


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal of Unix")
def test_only_the_last_crashes_are_kept() -> None:
    log_folder().mkdir(parents=True)
    for number in range(KEPT_CRASHES + 3):
        (log_folder() / f"crash-2020010{number}-000000.txt").write_text("old", "utf-8")
    _run(STOPPED)
    _run(STARTED)
    assert len(list(log_folder().glob("crash-*.txt"))) == KEPT_CRASHES


def test_where_nothing_crashed_nothing_is_told() -> None:
    _run(STARTED)
    _run(STARTED)
    assert list(log_folder().glob("crash-*.txt")) == []
    assert for_support("Tikissä 9") == "Tikissä 9"


def test_the_log_begins_anew_before_it_grows_large() -> None:
    for number in range(6000):
        step("decide.accepted", number)
    write_down(ValueError("Aino Ahokas"))
    files = list(log_folder().glob("tikissa.log*"))
    assert len(files) <= KEPT_LOGS + 1
    assert all(file.stat().st_size <= MOST_BYTES for file in files)
    assert (log_folder() / "tikissa.log").read_text("utf-8").rstrip().endswith("ValueError")


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("TIKISSA_DATA", str(tmp_path / "file"))
    step("show.overview")
    write_down(ValueError())
    assert for_support("Tikissä 9") == "Tikissä 9"
