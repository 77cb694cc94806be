"""A saving killed at any moment leaves the target as it was or as it should be, never a ruin."""

import multiprocessing
import os
import random
import signal
import time
from pathlib import Path

import pytest

from export.outcomes import change, outcome, read
from export.workbooks import plain_workbook
from tikissa.export.log.audit_files import audit_log_files
from tikissa.export.proof.verify import verify
from tikissa.export.save.writer import write
from tikissa.export.target import sweep
from tikissa.model.outcome import Outcome

ROWS = [["Nimi", "Puhelin", "Postinumero"], *([f"Henkilö {n}", f"040 555 {n:04}", 100 + n] for n in range(400))]


@pytest.mark.parametrize("kills", [20, pytest.param(200, marks=pytest.mark.full)])
def test_kill_at_random_moments(tmp_path: Path, kills: int) -> None:
    register = read(plain_workbook(tmp_path / "a.xlsx", ROWS))
    decided = outcome(
        register, [change(register, row, "Nimi", f"Uusi {row}") for row in range(2, 100)], {120: 3, 130: 4}
    )
    before = (tmp_path / "a.xlsx").read_bytes()
    usual = _seconds(decided, tmp_path / "warm")
    moments = random.Random(17)
    whole = 0
    for number in range(kills):
        folder = tmp_path / str(number)
        folder.mkdir()
        _killed_after(moments.uniform(0, usual * 1.4), decided, folder)
        target = folder / "b.xlsx"
        if target.exists():
            whole += 1
            for form in audit_log_files(folder / "loki.xlsx"):
                assert verify(tmp_path / "a.xlsx", target, form) == ()
        sweep(folder)
        assert not list(folder.glob(".*")), "a draft is left behind"
    assert (tmp_path / "a.xlsx").read_bytes() == before
    print(f"{kills} kills: {whole} whole files, {kills - whole} not there yet")


def _seconds(decided: Outcome, folder: Path) -> float:
    """How long an undisturbed saving takes in a process of its own."""
    folder.mkdir()
    start = time.perf_counter()
    _killed_after(60, decided, folder)
    return time.perf_counter() - start


def _save(decided: Outcome, folder: Path) -> None:
    write(decided, folder / "b.xlsx", folder / "loki.xlsx")


def _killed_after(seconds: float, decided: Outcome, folder: Path) -> None:
    process = multiprocessing.get_context("fork").Process(target=_save, args=(decided, folder))
    process.start()
    process.join(seconds)
    if process.is_alive() and process.pid:
        os.kill(process.pid, signal.SIGKILL)
    process.join()
