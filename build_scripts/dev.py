#!/usr/bin/env python3
"""Sets everything up and runs one job: `dev.py demo` cleans the sample register, `dev.py test` passes every check.

Needs Python 3.11 or newer and nothing else. What it installs stays in `.venv` at the top of the checkout, but for the
system libraries Qt needs on Linux, which come through apt where that is allowed. `--verbose` shows what the tools say.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable

import environment
import system_packages
from environment import BIN, PYTHON, TOP

CHECKS: tuple[tuple[str, ...], ...] = (
    ("ruff", "check", "desktop", "tests", "build_scripts"),
    ("ruff", "format", "--check", "desktop", "tests", "build_scripts"),
    ("mypy",),
    ("lint-imports",),
)
_COUNTED = re.compile(r"(\d+) (passed|failed|skipped|errors?)\b")
_WORDS = {"failed": "failed", "error": "broke off", "errors": "broke off", "passed": "passed", "skipped": "left out"}


def main() -> int:
    arguments = _arguments()
    if sys.version_info < (3, 11):  # noqa: UP036 - the script is also started with older Pythons
        return _stop(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. {_newer_python()}")
    os.chdir(TOP)
    try:
        missing = set_up(arguments.verbose)
    except environment.CannotBeMade as problem:
        return _stop(str(problem))
    if arguments.job == "demo":
        return _demo(missing)
    if missing:
        return _stop(f"the tests open windows, and Qt lacks {', '.join(missing)}")
    return _test(arguments.full, arguments.verbose, arguments.pytest_arguments)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    jobs = parser.add_subparsers(dest="job", required=True)
    demo = jobs.add_parser(
        "demo", help="clean the sample register: in the window where there is a display, else headless"
    )
    test = jobs.add_parser("test", help="run ruff, mypy, import-linter and pytest")
    for job in (demo, test):
        job.add_argument("--verbose", action="store_true", help="show all the tools say")
    test.add_argument("--full", action="store_true", help="run the long form of every check")
    test.add_argument("pytest_arguments", nargs="*", help="what pytest should run, after --")
    return parser.parse_args()


def set_up(verbose: bool = False) -> tuple[str, ...]:
    """Make the virtual environment, and return the libraries that Qt lacks. Raises environment.CannotBeMade."""
    wanted = (*system_packages.QT_LIBRARIES, *system_packages.X11_LIBRARIES)
    venv = () if environment.is_ready() else system_packages.venv_package()
    missing = system_packages.fetch("For Qt's windows and Python's virtual environment", *wanted, *venv)
    if set(venv) & set(missing):
        raise environment.CannotBeMade(f"Python cannot go on without {venv[0]}. Run the line above, then this again.")
    environment.make(verbose)
    return system_packages.missing_qt_libraries(PYTHON)


def _newer_python() -> str:
    """Say under which name a Python that is new enough lies here, if one does."""
    names = [f"python3.{minor}" for minor in range(19, 10, -1)]
    found = next((name for name in names if shutil.which(name)), None)
    return f"Try {found} {' '.join(sys.argv)}" if found else "It is on https://www.python.org/downloads/"


def _demo(missing: tuple[str, ...]) -> int:
    """Open the sample in the window where one can open, else clean it without."""
    sample = TOP / "resources" / "demo" / "asiakasrekisteri.xlsx"
    if not sample.exists():
        subprocess.run([str(PYTHON), "build_scripts/make_demo_register.py"], check=True)
    if missing:
        print(f"No window can open here: Qt lacks {', '.join(missing)}. Cleaning works without:", flush=True)
    elif _has_display():
        status = subprocess.run([str(BIN / "tikissa"), str(sample)], check=False).returncode
        if status >= 0:
            return status
        print("The window did not open on this display; the sample is cleaned without it.", flush=True)
    picture = ("--no-picture",) if missing else ()
    return subprocess.run([str(PYTHON), "build_scripts/demo.py", str(sample), *picture], check=False).returncode


def _has_display() -> bool:
    if os.environ.get("CI"):
        return False
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def _test(full: bool, verbose: bool, pytest_arguments: list[str]) -> int:
    """Run every check, and close with one line that says how it went."""
    began = time.monotonic()
    failed = [check for check in CHECKS if not _passes(check, verbose)]
    workers = str(max(1, min(4, os.cpu_count() or 1)))
    said = ("-v",) if verbose else ("--disable-warnings",)
    pytest = ("pytest", "-n", workers, *said, *(("--full",) if full else ()), *pytest_arguments)
    print("── " + " ".join(pytest) + " (some minutes; a dot is a test that passed)", flush=True)
    counted: dict[str, str] = {}
    if _run(pytest, lambda line: show_and_count(line, counted)):
        failed.append(pytest)
    for check in failed:
        print("FAILED: " + " ".join(check))
    print(closing_line([check[0] for check in failed], counted, time.monotonic() - began), flush=True)
    return 1 if failed else 0


def _passes(check: tuple[str, ...], verbose: bool) -> bool:
    """Run a check, showing what it says where it fails or where that is asked for."""
    print("── " + " ".join(check), end="\n" if verbose else " … ", flush=True)
    began, lines = time.monotonic(), list[str]()
    status = _run(check, lambda line: print(line, end="", flush=True) if verbose else lines.append(line))
    print(("passed" if status == 0 else "FAILED") + f" in {time.monotonic() - began:.0f} s", flush=True)
    if status:
        print("".join(lines), end="", flush=True)
    return status == 0


def show_and_count(line: str, counted: dict[str, str]) -> None:
    print(line, end="", flush=True)
    if re.search(r" in [\d.]+s", line):
        counted.update({_WORDS[word]: number for number, word in _COUNTED.findall(line)})


def closing_line(failed: list[str], counted: dict[str, str], seconds: float) -> str:
    """Return how all the checks went, e.g. "All 5 checks passed: 3,487 tests passed, 25 left out, in 5 min 46 s."."""
    total = len(CHECKS) + 1
    verdict = (
        f"{len(failed)} of {total} checks FAILED ({', '.join(failed)})" if failed else f"All {total} checks passed"
    )
    tests = [f"{int(counted[word]):,} {word}" for word in dict.fromkeys(_WORDS.values()) if word in counted]
    told = "tests: " + ", ".join(tests) if tests else "no tests were counted"
    left_out = " (the long ones, and those whose tools or registers are not here)" if "left out" in counted else ""
    return f"{verdict}; {told}{left_out}; {seconds // 60:.0f} min {seconds % 60:.0f} s in all."


def _run(check: tuple[str, ...], tell: Callable[[str], object]) -> int:
    """Run a program of the environment, telling each line it says, and return its exit status."""
    program = str(BIN / check[0]) + (".exe" if os.name == "nt" else "")
    with subprocess.Popen(
        [program, *check[1:]], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as running:
        for line in running.stdout or ():
            tell(line)
    return running.returncode


def _stop(sentence: str) -> int:
    print("dev.py: " + sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
