#!/usr/bin/env python3
"""Sets everything up and runs one job: `dev.py demo` cleans the sample register, `dev.py test` passes every check.

Needs Python 3.11 or newer and nothing else. What it installs stays in `.venv` at the top of the checkout, but for the
system libraries Qt needs on Linux, which come through apt where that is allowed.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
VENV = TOP / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = TOP / "build_scripts" / "requirements.lock"
STAMP = VENV / "set-up"

QT_LIBRARIES = (
    "libegl1",
    "libgl1",
    "libfontconfig1",
    "libglib2.0-0",
    "libdbus-1-3",
    "libxkbcommon0",
    "fonts-dejavu-core",
)
X11_LIBRARIES = (
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxcb-util1",
)

CHECKS: tuple[tuple[str, ...], ...] = (
    ("ruff", "check", "desktop", "tests", "build_scripts"),
    ("ruff", "format", "--check", "desktop", "tests", "build_scripts"),
    ("mypy",),
    ("lint-imports",),
)


def main() -> int:
    arguments = _arguments()
    if sys.version_info < (3, 11):  # noqa: UP036 - the script is also started with older Pythons
        return _stop("Python 3.11 or newer is needed; this is " + sys.version.split()[0])
    os.chdir(TOP)
    set_up()
    return _demo() if arguments.job == "demo" else _test(arguments.full, arguments.pytest_arguments)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    jobs = parser.add_subparsers(dest="job", required=True)
    jobs.add_parser("demo", help="clean the sample register: in the window where there is a display, else headless")
    test = jobs.add_parser("test", help="run ruff, mypy, import-linter and pytest")
    test.add_argument("--full", action="store_true", help="run the long form of every check")
    test.add_argument("pytest_arguments", nargs="*", help="what pytest should run, after --")
    return parser.parse_args()


def set_up() -> None:
    """Make the virtual environment and install what the lock file names, unless that is done already."""
    _install_system_packages()
    wanted = hashlib.sha256(LOCK.read_bytes() + (TOP / "pyproject.toml").read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted and PYTHON.exists():
        return
    print("Setting up .venv (a few minutes the first time) …", flush=True)
    if not PYTHON.exists():
        _run(sys.executable, "-m", "venv", str(VENV))
    pip = (str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    _run(*pip, "--require-hashes", "--requirement", str(LOCK))
    _run(*pip, "--no-deps", "--no-build-isolation", "--editable", str(TOP))
    STAMP.write_text(wanted)


def _install_system_packages() -> None:
    """Fetch the libraries Qt needs and Python's own venv."""
    venv = () if _has_venv() else (f"python3.{sys.version_info.minor}-venv",)
    fetch_system_packages(*QT_LIBRARIES, *X11_LIBRARIES, *venv)


def fetch_system_packages(*wanted: str) -> None:
    """On Debian and its kin, install what is missing of these through apt, or print the line to run."""
    if not sys.platform.startswith("linux") or shutil.which("dpkg-query") is None:
        return
    missing = [package for package in wanted if not _is_installed(package)]
    if not missing:
        return
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    allowed = not prefix or (shutil.which("sudo") is not None and _succeeds(["sudo", "-n", "true"]))
    install = [*quiet, "install", "--yes", "--no-install-recommends", *missing]
    if allowed and _succeeds([*quiet, "update"]) and _succeeds(install):
        return
    print("Some system packages are missing. If the next steps fail, run this line first:")
    print("    sudo apt-get install " + " ".join(missing), flush=True)


def _has_venv() -> bool:
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        return False
    return True


def _is_installed(package: str) -> bool:
    """Tell whether dpkg has the package, also under the name Debian 13 gives it (libglib2.0-0t64)."""
    names = (package, f"{package}t64")
    return any(
        "install ok installed"
        in subprocess.run(
            ["dpkg-query", "-W", "-f", "${Status}", name], capture_output=True, text=True, check=False
        ).stdout
        for name in names
    )


def _succeeds(command: Sequence[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _demo() -> int:
    sample = TOP / "resources" / "demo" / "asiakasrekisteri.xlsx"
    if not sample.exists():
        _run(str(PYTHON), "build_scripts/make_demo_register.py")
    if _has_display():
        return subprocess.run([str(BIN / "tikissa"), str(sample)], check=False).returncode
    return subprocess.run([str(PYTHON), "build_scripts/demo.py", str(sample)], check=False).returncode


def _has_display() -> bool:
    if os.environ.get("CI"):
        return False
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def _test(full: bool, pytest_arguments: list[str]) -> int:
    workers = str(max(1, min(4, os.cpu_count() or 1)))
    pytest = ("pytest", "-n", workers, *(("--full",) if full else ()), *pytest_arguments)
    failed = [check for check in (*CHECKS, pytest) if not _passes(check)]
    for check in failed:
        print("FAILED: " + " ".join(check))
    return 1 if failed else 0


def _passes(check: tuple[str, ...]) -> bool:
    print("── " + " ".join(check), flush=True)
    program = str(BIN / check[0]) + (".exe" if os.name == "nt" else "")
    return subprocess.run([program, *check[1:]], check=False).returncode == 0


def _run(*command: str) -> None:
    result = subprocess.run(command, check=False)
    if result.returncode != 0:
        sys.exit(_stop("this did not work: " + " ".join(command)))


def _stop(sentence: str) -> int:
    print("dev.py: " + sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
