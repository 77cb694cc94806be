"""The virtual environment in `.venv`, with what the lock file names; one that was left half made is made anew."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
VENV = TOP / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = TOP / "build_scripts" / "requirements.lock"
STAMP = VENV / "set-up"
"""Written when all is installed: for which Python, in which folder, from which lock."""

SECONDS_OF_SILENCE = 10.0


class CannotBeMade(Exception):
    """Why the environment was not made, in a sentence for whoever started it."""


def is_ready() -> bool:
    """Tell whether the environment is whole, and made from the lock as it is now."""
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8").splitlines() == _wanted()


def make(verbose: bool = False) -> None:
    """Make the environment, or bring it up to the lock. Raises CannotBeMade."""
    if is_ready():
        return
    packages = len(re.findall(r"^[a-z].*==", LOCK.read_text(encoding="utf-8"), re.MULTILINE))
    print(
        f"Setting up {VENV.name} with Python {sys.version.split()[0]}: {packages} packages, about 200 MB to fetch and"
    )
    print("600 MB on the disk. One to five minutes the first time, depending on the connection.", flush=True)
    began = time.monotonic()
    if not is_whole():
        make_anew(verbose)
    STAMP.unlink(missing_ok=True)  # what is interrupted from here on is made anew next time
    _install(verbose, packages, "--require-hashes", "--requirement", str(LOCK))
    _install(verbose, 1, "--no-deps", "--no-build-isolation", "--editable", str(TOP))
    STAMP.write_text("\n".join(_wanted()) + "\n", encoding="utf-8")
    print(f"Set up in {time.monotonic() - began:.0f} s.", flush=True)


def _wanted() -> list[str]:
    digest = hashlib.sha256(LOCK.read_bytes() + (TOP / "pyproject.toml").read_bytes()).hexdigest()
    return [*made_for(), digest]


def made_for() -> list[str]:
    """Return what an environment cannot be carried over to: another Python, another folder."""
    return [f"Python {sys.version_info.major}.{sys.version_info.minor}", str(TOP)]


def is_whole() -> bool:
    """Tell whether there is an environment that was once ready here, and needs only what the lock has changed."""
    if not (PYTHON.exists() and STAMP.exists()):
        return False
    return STAMP.read_text(encoding="utf-8").splitlines()[:2] == made_for()


def make_anew(verbose: bool) -> None:
    """Make an empty environment with pip in it, in place of what a run left behind that did not come to its end."""
    if VENV.exists():
        try:
            shutil.rmtree(VENV)
        except OSError as error:
            raise CannotBeMade(
                f"{error.filename}: {error.strerror}. Remove the folder {VENV} by hand first."
            ) from error
    python = getattr(sys, "_base_executable", sys.executable)  # this one may have been in the folder
    status, said = _run([python, "-m", "venv", str(VENV)], _shown(verbose))
    if status:
        shutil.rmtree(VENV, ignore_errors=True)
        raise CannotBeMade("Python could not make a virtual environment.\n" + said)


def _install(verbose: bool, packages: int, *what: str) -> None:
    """Run pip, telling how far it is; what it says itself is shown on request and where it fails."""
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--progress-bar", "off", *what]
    status, said = _run(pip, _shown(verbose) if verbose else Progress(packages).tell)
    if status:
        raise CannotBeMade("pip could not install what is needed; is there a connection?\n" + said)


def _run(command: Sequence[str], tell: Callable[[str], None]) -> tuple[int, str]:
    """Run a command, telling each line it says; return its exit status and the last twenty lines."""
    lines: list[str] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
        for line in running.stdout or ():
            lines.append(line)
            tell(line)
    return running.returncode, "".join(lines[-20:])


def _shown(verbose: bool) -> Callable[[str], None]:
    return lambda line: print("    " + line, end="", flush=True) if verbose else None


class Progress:
    """Tells from what pip says how far it is: on a terminal in one line, else now and then in a line of its own."""

    def __init__(self, packages: int) -> None:
        self._packages, self._seen, self._told = packages, 0, time.monotonic()

    def tell(self, line: str) -> None:
        if line.startswith("Collecting "):
            self._seen += 1
            self._say(f"fetching {self._seen} of {self._packages}: {line.split()[1].partition('=')[0]}")
        elif line.startswith("Installing collected packages") and self._packages > 1:
            self._say("all fetched; unpacking them, about a minute", at_once=True)

    def _say(self, text: str, at_once: bool = False) -> None:
        if sys.stdout.isatty():
            print(f"\r\033[K  {text} …", end="\n" if at_once else "", flush=True)
        elif at_once or time.monotonic() - self._told > SECONDS_OF_SILENCE:
            print(f"  {text} …", flush=True)
            self._told = time.monotonic()
