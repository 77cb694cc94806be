"""The Windows installer put to the test: quiet install, self-test of what was installed, quiet uninstall.

On Windows natively, on Linux under Wine in a prefix of its own.
"""

import json
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from packing.wine import environment, make_prefix

TIMEOUT = 600


class Native:
    """The Windows computer this runs on."""

    shows_windows = True

    def __init__(self) -> None:
        self.local = Path(os.environ["LOCALAPPDATA"])
        self.menu = Path(os.environ["APPDATA"]) / "Microsoft" / "Windows" / "Start Menu" / "Programs"
        self.temporary = Path(tempfile.gettempdir())
        self.system = Path(os.environ["SYSTEMROOT"]) / "System32"

    def start(self, program: Path, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([program, *arguments])

    def run(self, program: Path, *arguments: str) -> int:
        return self.start(program, *arguments).wait(TIMEOUT)

    def close(self) -> None:
        return None

    def seen(self, path: Path) -> str:
        """Return a path as the programs there see it."""
        return str(path)


class Wine:
    """A Windows of Wine in a prefix made anew. Without a display it makes no windows that could be asked to close."""

    shows_windows = False

    def __init__(self, folder: Path) -> None:
        self._runs = 0
        self._prefix = folder / "prefix"
        make_prefix(self._prefix)
        user = next((self._prefix / "drive_c" / "users").glob(os.environ.get("USER", "root") + "*"))
        self.local = user / "AppData" / "Local"
        self.menu = user / "AppData" / "Roaming" / "Microsoft" / "Windows" / "Start Menu" / "Programs"
        self.temporary = self._prefix / "drive_c"
        self.system = self._prefix / "drive_c" / "windows" / "system32"

    def run(self, program: Path, *arguments: str) -> int:
        return self.start(program, *arguments).wait(TIMEOUT)

    def start(self, program: Path, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a program through a batch file: Python started with inherited streams dies under Wine.

        What is run comes in the environment: a batch file's letters beyond ASCII would be misread.
        """
        self._runs += 1  # an earlier program may still hold its own files
        batch = self.temporary / f"run-{self._runs}.bat"
        line = f'"%RUN_PROGRAM%" %RUN_ARGUMENTS% < NUL > C:\\said-{self._runs}.txt 2>&1'
        batch.write_text(f"{line}\r\nexit %ERRORLEVEL%\r\n", encoding="ascii", newline="")
        told = {"RUN_PROGRAM": self.seen(program), "RUN_ARGUMENTS": " ".join(arguments), "LC_ALL": "C.UTF-8"}
        with (self.temporary / "wine.log").open("ab") as log:  # a pipe would stay open in Wine's server
            return subprocess.Popen(
                ["wine", "cmd", "/c", f"C:\\run-{self._runs}.bat"],
                env=environment(self._prefix) | told, stdout=log, stderr=log,
            )  # fmt: skip

    def close(self) -> None:
        """End what still runs in this prefix, and nothing else."""
        subprocess.run(["wineserver", "-k"], env=environment(self._prefix), timeout=TIMEOUT, check=False)

    def seen(self, path: Path) -> str:
        return "C:\\" + str(path.relative_to(self._prefix / "drive_c")).replace("/", "\\")


def _files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")} if folder.is_dir() else set()


def _registry(computer: Native | Wine) -> set[str]:
    """Return what of the user's registry speaks of the program."""
    written = computer.temporary / "registry.txt"
    written.unlink(missing_ok=True)
    computer.run(computer.system / "reg.exe", "export", "HKCU\\Software", computer.seen(written), "/y")
    lines = written.read_text(encoding="utf-16").splitlines() if written.exists() else []
    return {line for line in lines if "tikiss" in line.lower()}


def _tell(when: str, program: Path, registry: set[str]) -> None:
    """Print how many files the program's folder holds, by name where they are few, and what the registry says of it."""
    files = sorted(_files(program))
    print(f"  {when}: {len(files)} files" + (f" ({', '.join(files)})" if 0 < len(files) < 10 else ""))
    for line in sorted(registry) or ["nothing"]:
        print(f"    registry: {line}")


def _self_test(computer: Native | Wine, program: Path, picture: Path) -> dict[str, bool]:
    """Run the self-test of what was installed and keep the picture it makes of its window."""
    report = computer.temporary / "report.json"
    ends_well = computer.run(program / "tikissa-cli.exe", "--selftest", computer.seen(report)) == 0
    found = json.loads(report.read_text(encoding="utf-8")) if report.exists() else {}
    print("  " + json.dumps(found))
    if report.with_suffix(".png").exists():
        picture.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(report.with_suffix(".png"), picture)
    return {"self-test ends well": ends_well, "self-test passed": found.get("passed") is True}


def _ended_well(running: subprocess.Popen[bytes]) -> bool:
    """Say whether a program that was asked to close has done so; one that has not is ended."""
    try:
        return running.wait(30) == 0
    except subprocess.TimeoutExpired:
        running.kill()
        return False


def _steps(computer: Native | Wine, installer: Path, picture: Path) -> dict[str, bool]:
    """Do it all and return what held."""
    given, program = computer.temporary / "setup.exe", computer.local / "Programs" / "Tikissä"
    shutil.copyfile(installer, given)
    before = _registry(computer)
    _tell("before", program, before)
    held = {"installs quietly": computer.run(given, "/S") == 0}
    held["is in the start menu"] = (computer.menu / "Tikissä.lnk").exists()
    held |= _self_test(computer, program, picture)
    installed = _registry(computer)
    _tell("installed", program, installed)
    held["is offered for opening registers"] = len(installed - before) > 4

    own, settings = program / "oma tiedosto.txt", computer.local / "Tikissa" / "preferences.json"
    of_old_version = program / "_internal" / "of-an-old-version.txt"
    settings.parent.mkdir(parents=True, exist_ok=True)
    for file in (own, of_old_version, settings):
        file.write_text("{}", encoding="utf-8")
    running = computer.start(program / "tikissa.exe") if computer.shows_windows else None
    if running:
        time.sleep(20)  # until its window is there
        held["runs while a new version comes"] = running.poll() is None
    held["installs over itself"] = computer.run(given, "/S") == 0
    if running:
        held["the running program closed in good order"] = _ended_well(running)
    held["the old version goes, the user's file and settings stay"] = (
        not of_old_version.exists() and own.exists() and settings.exists()
    )
    computer.run(program / "uninstall.exe", "/S", f"_?={computer.seen(program)}")
    (program / "uninstall.exe").unlink(missing_ok=True)  # runs from its own place when told so, and cannot go itself
    after = _registry(computer)
    _tell("uninstalled", program, after)
    held["uninstall leaves only the user's file and settings"] = _files(program) == {own.name} and settings.exists()
    held["uninstall leaves no menu entry"] = not (computer.menu / "Tikissä.lnk").exists()
    held["uninstall leaves nothing in the registry"] = after <= before
    return held


def installer_works(installer: Path, picture: Path) -> bool:
    """Say what held and return whether all did."""
    with tempfile.TemporaryDirectory(prefix="tikissa-wine-") as folder:
        computer = Native() if os.name == "nt" else Wine(Path(folder))
        try:
            held = _steps(computer, installer, picture)
        finally:
            computer.close()
    for sentence, holds in held.items():
        print(f"  {'✓' if holds else '✗ NOT:'} {sentence}")
    return all(held.values())
