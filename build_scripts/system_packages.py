"""What Qt and Python ask of a Linux system: fetched through apt where that is allowed, else the line to run is told."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

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
_APT = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq")
_PLUGINS = ("offscreen", "xcb")


def fetch(why: str, *wanted: str) -> tuple[str, ...]:
    """Install what is missing of these packages, on Debian and its kin, saying first what needs root and why.

    Return what is still missing: where root cannot be had without a password, the line to run is printed instead.
    """
    missing = tuple(package for package in wanted if not _is_installed(package)) if _has_apt() else ()
    if not missing:
        return ()
    root = os.geteuid() == 0
    if root or _succeeds(["sudo", "-n", "true"]):
        rights = "as root" if root else "with sudo, because only root may install them"
        print(f"{why} {len(missing)} system packages are missing. Installing them {rights} (about a minute):")
        print("    " + " ".join(missing), flush=True)
        if _install(missing, () if root else ("sudo", "-n")):
            return ()
        print("That did not work. The same by hand:")
    else:
        print(f"{why} {len(missing)} system packages are missing, and only root may install them.")
        print("Run this line once" + ("" if shutil.which("sudo") else " as root") + ":")
    print("    " + line_to_run(missing), flush=True)
    return missing


def line_to_run(packages: Sequence[str]) -> str:
    """Return the one shell line that installs packages on a machine as fresh as can be."""
    sudo = "sudo " if os.geteuid() != 0 and shutil.which("sudo") else ""
    install = shlex.join(["install", "--yes", "--no-install-recommends", *packages])
    return f"{sudo}apt-get update && {sudo}apt-get {install}"


def venv_package() -> tuple[str, ...]:
    """Return the package that lets this Python make virtual environments, if the system's Python came without."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        return (f"python3.{sys.version_info.minor}-venv",)
    return ()


def missing_qt_libraries(python: Path, plugins: Sequence[str] = _PLUGINS) -> tuple[str, ...]:
    """Return the shared libraries without which the Qt of a Python cannot open a window, e.g. `libEGL.so.1`."""
    if not sys.platform.startswith("linux") or not shutil.which("ldd"):
        return ()
    find = "import importlib.util; print(importlib.util.find_spec('PySide6').submodule_search_locations[0])"
    qt = Path(_output([str(python), "-c", find]).strip()) / "Qt"
    parts = [qt / "lib" / "libQt6Widgets.so.6", *(qt / f"plugins/platforms/libq{name}.so" for name in plugins)]
    lines = _output(["ldd", *(str(part) for part in parts if part.exists())]).splitlines()
    return tuple(sorted({line.split()[0] for line in lines if line.endswith("=> not found")}))


def _has_apt() -> bool:
    return sys.platform.startswith("linux") and shutil.which("dpkg-query") is not None


def _is_installed(package: str) -> bool:
    """Tell whether dpkg has the package, also under the name Debian 13 gives it (libglib2.0-0t64)."""
    states = (_output(["dpkg-query", "-W", "-f", "${Status}", name]) for name in (package, f"{package}t64"))
    return any("install ok installed" in state for state in states)


def _install(packages: Sequence[str], rights: tuple[str, ...]) -> bool:
    """Fetch the lists and the packages, showing what apt says only where it fails."""
    for job in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        done = subprocess.run([*rights, *_APT, *job], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            print(done.stderr.strip(), file=sys.stderr)
            return False
    return True


def _succeeds(command: Sequence[str]) -> bool:
    return (
        shutil.which(command[0]) is not None
        and not subprocess.run(command, capture_output=True, check=False).returncode
    )


def _output(command: Sequence[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout
