"""A power cut loses nothing that the screen had shown."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from tikissa.store.session_file import SessionFile

DRIVER = Path(__file__).with_name("driver.py")


def _kill_after(folder: Path, lines: int) -> int:
    """Start the driver, kill it once it has said so many lines, and return the last count of events it showed."""
    with subprocess.Popen(
        [sys.executable, str(DRIVER), "decide", str(folder)], stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        shown = [int(program.stdout.readline()) for _ in range(lines)]
        program.kill()
        shown += [int(line) for line in program.stdout.read().splitlines() if line]
    return shown[-1]


@pytest.mark.parametrize("kills", [20, pytest.param(500, marks=pytest.mark.full)])
def test_no_decision_the_screen_had_shown_is_lost_when_the_program_is_killed(tmp_path: Path, kills: int) -> None:
    chance = random.Random(7)
    for _ in range(kills):
        shown = _kill_after(tmp_path, chance.randint(1, 40))
        file = SessionFile(tmp_path / "a.session")
        stored = len(file.log().events)
        file.close()
        assert file.rescued_from is None
        assert shown <= stored <= shown + 1
    print(f"{kills} kills, no shown decision lost")
