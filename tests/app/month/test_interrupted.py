"""A month's round that is stopped anywhere loses nothing, and the next one comes to the same."""

import os
import random
import shutil
import signal
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from tikissa.app.folders import session_path
from tikissa.app.month.opening import look_through, opened
from tikissa.app.month.round import Saving, Wanted, accept_again, save, whole_round
from tikissa.app.preferences import Preferences
from tikissa.app.returning import last_time
from tikissa.app.targets import Targets, targets_in
from tikissa.export.proof.verify import verify
from tikissa.files.reader import read
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
    for step in range(1, counting.seen + 1, max(1, counting.seen // 8)):
        folder, target = tmp_path / f"data-{step}", tmp_path / f"target-{step}"
        shutil.copytree(data, folder)
        target.mkdir()
        with pytest.raises(Cancelled):
            _round(visited, folder, target, StopsAt(step))
        assert [*target.iterdir()] == []
        assert _round(visited, folder, target, NoProgress()) == undisturbed


def _killed_after(seconds: float, path: Path, folder: Path, target: Path) -> bool:
    """Do the round in a process of its own that is killed after a time, if it is not done by then."""
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)  # ends the process where it is, as a power cut would
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            _round(path, folder, target, NoProgress())
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.skipif(sys.platform != "linux", reason="forks")
@pytest.mark.parametrize("kills", [3, pytest.param(100, marks=pytest.mark.full)])
def test_killed_at_any_moment_nothing_is_lost_and_no_half_file_stands(
    visited: Path, tmp_path: Path, kills: int
) -> None:
    data, chance = tmp_path / "data", random.Random(kills)
    whole = tmp_path / "whole"
    whole.mkdir()
    shutil.copytree(data, tmp_path / "data-whole")
    start = perf_counter()
    undisturbed = _round(visited, tmp_path / "data-whole", whole, NoProgress())
    lasts, came_through = perf_counter() - start, 0
    for number in range(kills):
        folder, target = tmp_path / f"data-{number}", tmp_path / f"target-{number}"
        shutil.copytree(data, folder)
        target.mkdir()
        came_through += not _killed_after(chance.uniform(0.01, lasts), visited, folder, target)
        cleaned, log = (target / name for name in ("asiakkaat-siistitty.csv", "asiakkaat-muutosloki.xlsx"))
        if cleaned.exists():
            assert cleaned.read_bytes() == undisturbed
            assert verify(visited, cleaned, log) == ()
        assert _round(visited, folder, target, NoProgress()) == undisturbed
        assert [draft for draft in target.iterdir() if draft.name.startswith(".tikissa-")] == []
    print(f"{kills} rounds, {kills - came_through} killed before they were done")


def test_what_was_accepted_is_kept_where_the_files_cannot_be_saved(visited: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "not there"
    wanted = Wanted(Targets(nowhere / "a.csv", nowhere / "b.xlsx"), Saving("en"), date(2026, 12, 1))
    done = whole_round(visited, tmp_path / "data", Preferences(), wanted)
    done.session.close()
    assert (done.written, done.problem.code if done.problem else "") == (None, "save.no_folder")
    with opened(visited, tmp_path / "data", NoProgress(), "user") as session:
        look_through(session, session.settings(date(2026, 12, 1)), NoProgress())
        assert sum(accept_again(session).accepted.values()) == 0
        assert sum(done.kinds.accepted.values()) > 0


def test_a_session_whose_making_was_cut_short_hides_no_earlier_choices(visited: Path, tmp_path: Path) -> None:
    folder, sha256 = tmp_path / "data", read(visited).source.sha256
    session_path(sha256, folder).touch()
    last = last_time(visited, sha256, folder)
    assert last is not None
    assert last.is_decided
