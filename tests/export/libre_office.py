"""LibreOffice as judge: it opens workbooks, takes rows out by itself where asked, and says what it then sees.

Needs the Debian packages libreoffice-calc and python3-uno; without them the tests that ask it are skipped.
"""

import json
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import pytest

EYES = Path(__file__).with_name("office_eyes.py")
SYSTEM_PYTHON = "/usr/bin/python3"
SECONDS = 240


@dataclass(frozen=True, slots=True)
class Case:
    """A workbook to be looked at, after these rows of a sheet are taken out of it.

    `recalculated` has every formula worked out first, whatever result the file keeps. The rows `taken_over` are then
    written into it as `from_workbook` has them, after room is made for so many. `only_values`: nothing but formulas and
    values is looked at, which takes a large workbook a hundredth of the time. `typed`: nothing of this is done, these
    texts are typed into these cells.
    """

    workbook: Path
    sheet: str = ""
    gone: tuple[int, ...] = ()
    recalculated: bool = True
    taken_over: tuple[int, ...] = ()
    from_workbook: Path | None = None
    room: int = 0
    only_values: bool = False
    typed: tuple[tuple[str, str], ...] = ()


Seen = dict[str, dict[str, list[str]]]
"""What stands where, by kind: `seen["formula"]["Asiakkaat!G2"]`."""


@cache
def is_there() -> bool:
    if shutil.which("soffice") is None or not Path(SYSTEM_PYTHON).exists():
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode == 0


def needed() -> None:
    if not is_there():
        pytest.skip("LibreOffice is not installed")


def looked_at(cases: Sequence[Case]) -> list[Seen]:
    """Have LibreOffice look at all of these in one go: its start takes seconds."""
    needed()
    with tempfile.TemporaryDirectory() as name:
        folder, pipe = Path(name), f"tikissa{secrets.token_hex(8)}"
        jobs, seen = folder / "jobs.json", folder / "seen.json"
        jobs.write_text(json.dumps([_job(case) for case in cases]), "utf-8")
        with subprocess.Popen(_office(folder, f"--accept=pipe,name={pipe};urp;"), stderr=subprocess.DEVNULL) as office:
            try:
                eyes = [SYSTEM_PYTHON, str(EYES), str(jobs), str(seen), pipe]
                subprocess.run(eyes, check=True, timeout=SECONDS)
                office.wait(SECONDS)
            finally:
                office.kill()
        return [_gathered(sights) for sights in json.loads(seen.read_text("utf-8"))]


def converted(workbooks: Sequence[Path], form: str, folder: Path) -> list[Path]:
    """Have LibreOffice save workbooks in another form, such as `csv` or `xlsx`, in a folder."""
    needed()
    with tempfile.TemporaryDirectory() as name:
        command = _office(Path(name), "--convert-to", form, "--outdir", str(folder), *map(str, workbooks))
        subprocess.run(command, check=True, timeout=SECONDS, capture_output=True)
    return [folder / f"{workbook.stem}.{form.split(':')[0]}" for workbook in workbooks]


def _office(folder: Path, *arguments: str) -> list[str]:
    return [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        *arguments,
    ]


def _job(case: Case) -> dict[str, object]:
    from_workbook = case.from_workbook.resolve().as_uri() if case.from_workbook else ""
    return {**asdict(case), "workbook": case.workbook.resolve().as_uri(), "from_workbook": from_workbook}


def _gathered(sights: Sequence[tuple[str, str, str]]) -> Seen:
    seen: Seen = {}
    for kind, where, what in sights:
        seen.setdefault(kind, {}).setdefault(where, []).append(what)
    return seen
