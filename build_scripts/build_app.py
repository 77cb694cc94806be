#!/usr/bin/env python3
"""Freezes the program into one folder, dist/tikissa, that runs where no Python is installed; prints its size."""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

import dev
import system_packages

BUILD, DIST = dev.TOP / "build", dev.TOP / "dist"
TOOLS = BUILD / "pyinstaller"
LOCK = dev.TOP / "build_scripts" / "locks" / "packing.lock"
"""PyInstaller, its hooks and what writes the list of what ships, each with its hashes."""

MOST_MEGABYTES = 225
"""What the folder may take, pandas in it."""


def main() -> int:
    argparse.ArgumentParser(description=__doc__).parse_args()
    os.chdir(dev.TOP)
    dev.set_up()
    system_packages.fetch("To freeze the program", "binutils", *_shared_python())
    fetch_tools()
    run_tool("build_scripts/packing/prepare.py")
    shutil.rmtree(DIST / "tikissa", ignore_errors=True)
    run_tool(
        "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--distpath", str(DIST),
        "--workpath", str(BUILD / "work"), "build_scripts/tikissa.spec",
        PYINSTALLER_ZLIB_COMPRESSION_LEVEL="0",  # modules are unpacked at each start; installers compress them anyway
    )  # fmt: skip
    if sys.platform.startswith("linux"):
        _strip(DIST / "tikissa" / "_internal")
    size = _megabytes(DIST / "tikissa")
    print(f"dist/tikissa: {size:.0f} MB, of them pandas and what came with it {_of_pandas(DIST / 'tikissa'):.0f} MB")
    if size > MOST_MEGABYTES:
        print(f"That is more than the {MOST_MEGABYTES} MB the folder may take.")
    return int(size > MOST_MEGABYTES)


def fetch_tools() -> None:
    """Install the packing tools into a folder of their own, as their lock names them, unless they are there."""
    stamp, wanted = TOOLS / "lock", LOCK.read_text(encoding="utf-8")
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    shutil.rmtree(TOOLS, ignore_errors=True)
    pip = ("-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--target", str(TOOLS))
    run_tool(*pip, "--require-hashes", "--requirement", str(LOCK))
    stamp.write_text(wanted, encoding="utf-8")


def _shared_python() -> tuple[str, ...]:
    """Return the package with the library of Debian's own Python, which can do without but cannot be frozen without."""
    return (f"libpython3.{sys.version_info.minor}",) if sys.base_prefix == "/usr" else ()


def run_tool(*arguments: str, **surroundings: str) -> None:
    """Run the development environment's Python with PyInstaller in reach; stop where it fails."""
    reach = os.environ | {"PYTHONPATH": os.pathsep.join((str(TOOLS), str(dev.TOP / "build_scripts")))}
    reach |= {"QT_QPA_PLATFORM": "offscreen"} | surroundings
    finished = subprocess.run([str(dev.PYTHON), *arguments], env=reach, check=False)
    if finished.returncode:
        sys.exit(finished.returncode)


def _strip(inside: Path) -> None:
    """Take the debugging symbols out where that is known to be harmless: it breaks the OpenBLAS numpy carries."""
    libraries = (file for file in inside.rglob("*.so*") if file.is_file() and not file.is_symlink())
    safe = [file for file in libraries if "numpy.libs" not in file.parts and "PySide6" not in file.parts]
    if shutil.which("strip"):
        subprocess.run(["strip", "--strip-unneeded", *safe], check=True)


def _of_pandas(folder: Path) -> float:
    """Return what nothing but pandas brought: itself, dates and time zones."""
    named = ("pandas", "pandas.libs", "dateutil", "tzdata", "pytz")
    return sum(_megabytes(found) for name in named for found in folder.rglob(name) if found.is_dir())


def _megabytes(folder: Path) -> float:
    return sum(file.lstat().st_size for file in folder.rglob("*") if not file.is_dir()) / 1e6


if __name__ == "__main__":
    sys.exit(main())
