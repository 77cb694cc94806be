"""A power cut loses nothing that the screen had shown."""

import random
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tikissa.app.returning import last_time
from tikissa.app.session import session_path
from tikissa.files.reader import read
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


HEADER = "Asiakasnro;Nimi;Puhelin;Postinro;Sähköposti"
FIRST = ("Aino", "Eero", "Helmi", "Ilmari", "Kaisa", "Lauri", "Maija", "Niilo")
LAST = ("Ahokas", "Haukkala", "Kuusela", "Lehtola", "Niittylä")


def _customer(number: int, phone: str = "040 {0} {1}") -> str:
    first, last = FIRST[number % 8], LAST[number // 8 % 5]
    written = phone.format(f"{200 + number:03}", f"{4000 + 37 * number % 5000:04}")
    code = f"{100 + 10 * (number % 9)}" if number % 7 == 0 else f"00{100 + 10 * (number % 9)}"
    return f"{1000 + number};{first} {last};{written};{code};{first}.{last}{number}@esimerkki.fi".lower()


def _months() -> tuple[bytes, bytes]:
    """Return a register and what it is a month later: one customer moved, one gone, one come."""
    rows = [_customer(number, "040-{0}{1}" if number % 5 == 0 else "040 {0} {1}") for number in range(40)]
    rows += [rows[number].replace(str(1000 + number), str(1100 + number)) for number in range(0, 40, 9)]
    later = [rows[0].replace("esimerkki", "toinen"), *rows[2:], _customer(70)]
    return _file(rows), _file(later)


def _file(rows: list[str]) -> bytes:
    return "\r\n".join([HEADER, *rows, ""]).encode()


def _worked(path: Path, folder: Path, seconds: float, *stop: str) -> list[str]:
    """Work on a register, kill that after so many seconds, or for 0 once it saves, and return what was shown."""
    command = [sys.executable, str(DRIVER), "month", str(path), str(folder), *stop]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        shown = [program.stdout.readline()]  # what is loaded before that takes longer than all the rest
        while not seconds and not shown[-1].startswith("saving"):
            shown.append(program.stdout.readline())
        with suppress(subprocess.TimeoutExpired):
            program.wait(seconds or 0.01)
        program.kill()
        shown += program.stdout
        assert "Traceback" not in program.stderr.read()
        return [line.strip() for line in shown]


def _events(path: Path, folder: Path) -> int:
    """Return how many events are kept of the register as it is now."""
    session = session_path(read(path).source.sha256, folder)
    if not session.exists():
        return 0
    file = SessionFile(session)
    count = len(file.log().events)
    assert file.rescued_from is None
    file.close()
    return count


@pytest.mark.parametrize("stops", [3, pytest.param(1000, marks=pytest.mark.full)])
def test_stopped_anywhere_on_the_way_no_choice_of_this_month_or_the_last_is_lost(tmp_path: Path, stops: int) -> None:
    """Kills and cancels while a newer version is opened, its choices are brought along, it is decided on and saved."""
    chance, path, first, second = random.Random(11), tmp_path / "asiakkaat.csv", *_months()
    done, template = 0, tmp_path / "kuukausi"
    path.write_bytes(first)
    template.mkdir()
    _worked(path, template, 0)
    decided = _events(path, template)
    assert decided
    path.write_bytes(second)
    while done < stops:
        folder = tmp_path / f"data-{done}"
        shutil.copytree(template, folder)
        carried = False
        for _ in range(chance.randint(1, 3)):
            before = _events(path, folder)
            cancels = chance.random() < 0.3 and not carried
            shown = _worked(path, folder, chance.uniform(0.0, 2.5), *(["cancel"] if cancels else []))
            told = [int(line.split()[1]) for line in shown if line.startswith("events")]
            kept = _events(path, folder)
            assert kept >= max([before, *told])
            carried = carried or kept > 0
            assert kept > 0 or last_time(path, read(path).source.sha256, folder) is not None
            for saved in folder.glob("*siistitty*"):
                assert len(read(saved)) <= len(read(path))  # a file that stands under its name is whole
            done += 1
        shutil.rmtree(folder)
    print(f"{done} kills and cancels, nothing lost")
