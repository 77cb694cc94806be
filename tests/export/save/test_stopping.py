"""Saving can be stopped at every step, and nothing stays behind: beside the register or where the system puts aside."""

import gc
import tempfile
from itertools import count
from pathlib import Path

import pytest

from export.outcomes import change, outcome, read
from export.workbooks import plain_workbook
from tikissa.export.save.writer import write
from tikissa.model.problems import Cancelled
from tikissa.model.progress import NoProgress

ROWS = [["Nimi", "Puhelin"], *([f"Henkilö {number}", f"040 555 {number:04}"] for number in range(9))]


class StopsAt(NoProgress):
    def __init__(self, report: int) -> None:
        self.left = report

    def report(self, stage: str, done: int, total: int) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # zipfile closes itself once more
def test_a_saving_that_is_stopped_leaves_nothing_wherever_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(aside))
    register = read(plain_workbook(tmp_path / "a.xlsx", ROWS))
    decided = outcome(register, [change(register, 3, "Nimi", "Toinen")], {5: 3})
    for report in count():
        progress = StopsAt(report)
        try:
            write(decided, tmp_path / "b.xlsx", tmp_path / "loki.xlsx", progress=progress)
        except Cancelled:
            assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xlsx", "aside"]
            assert list(aside.iterdir()) == []
        else:
            break
    assert (tmp_path / "b.xlsx").exists()
    gc.collect()  # so that it does so here, not in the test that comes next
