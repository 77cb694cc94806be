"""A month's round that is stopped anywhere loses nothing, and the next one comes to the same."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tikissa.app.month.opening import look_through, opened
from tikissa.app.month.round import Saving, accept_again, save
from tikissa.app.targets import targets_in
from tikissa.model.problems import Cancelled
from tikissa.model.progress import NoProgress, Progress

HEADER = "Asiakasnro;Nimi;Katuosoite;Postinumero;Postitoimipaikka;Puhelin\n"
FIRST = """1001;Aino Ahola;Koivutie 1;100;Helsinki;040 123 4567
1002;Aino Ahola;Koivutie 1;00100;Helsinki;040 123 4567
1003;Eino Ek;Pihlajatie 2;200;Helsinki;0507654321
"""
SECOND = """1004;Kerttu Koski;Leppätie 9;500;Helsinki;0449876543
1005;Kerttu Koski;Leppätie 9;00500;Helsinki;044 987 6543
"""


@dataclass
class StopsAt:
    """Stops the work at one of its reports."""

    report_number: int
    seen: int = 0

    def report(self, stage: str, done: int, total: int) -> None:
        self.seen += 1
        if self.seen == self.report_number:
            raise Cancelled


def _round(path: Path, folder: Path, target: Path, progress: Progress, today: date = date(2026, 12, 1)) -> bytes:
    with opened(path, folder, progress, "user") as session:
        look_through(session, session.settings(today), progress)
        accept_again(session, progress)
        written = save(session, targets_in(target, path), Saving("en"), progress)
        return written.cleaned.read_bytes()


@pytest.fixture
def visited(tmp_path: Path) -> Path:
    """A register of which every card and sure group was accepted last month, come back with new rows."""
    path, folder = tmp_path / "asiakkaat.csv", tmp_path / "data"
    path.write_text(HEADER + FIRST, encoding="utf-8")
    with opened(path, folder, NoProgress(), "user") as session:
        look_through(session, session.settings(date(2026, 11, 1)), NoProgress())
        for group in session.work.fix_groups:
            session.decide(session.decider.fixes(session.analysis.keys, group.fixes))
        session.decide(session.decider.merges(session.analysis, session.work.safe_merges))
    path.write_text(HEADER + FIRST + SECOND, encoding="utf-8")
    return path


def test_stopped_at_any_step_the_next_round_comes_to_the_same(visited: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    whole, counting = tmp_path / "whole", StopsAt(-1)
    whole.mkdir()
    shutil.copytree(data, tmp_path / "data-whole")
    undisturbed = _round(visited, tmp_path / "data-whole", whole, counting)
    assert b"1005" not in undisturbed
    assert b"00500" in undisturbed
    for step in range(1, counting.seen + 1, max(1, counting.seen // 20)):
        folder, target = tmp_path / f"data-{step}", tmp_path / f"target-{step}"
        shutil.copytree(data, folder)
        target.mkdir()
        with pytest.raises(Cancelled):
            _round(visited, folder, target, StopsAt(step))
        assert [*target.iterdir()] == []
        assert _round(visited, folder, target, NoProgress()) == undisturbed
