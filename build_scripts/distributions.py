#!/usr/bin/env python3
"""Builds the wheel and the sdist into dist/, twice and from two places, and sees that they are the same to the byte.

The second time from a copy of the checkout in another folder, under another umask, zone and language; the wheel is
built once more from the sdist. Writes the list of all that is shipped (CycloneDX) beside them.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import build_app
import environment
from environment import PYTHON, TOP

DIST = TOP / "dist"
EPOCH = "1767225600"  # 1 January 2026: what a file inside carries as its time
ELSEWHERE = {"TZ": "Pacific/Auckland", "LANG": "sv_FI.UTF-8", "PYTHONHASHSEED": "7"}


def build(checkout: Path, target: Path, *kinds: str, umask: int = 0o022, **surroundings: str) -> dict[str, str]:
    """Build distributions of a checkout (`wheel`, `sdist`) and return their checksums by name."""
    target.mkdir(parents=True, exist_ok=True)
    command = [
        PYTHON,
        "-m",
        "hatchling",
        "build",
        "--directory",
        target,
        *(part for kind in kinds for part in ("-t", kind)),
    ]
    given = os.environ | {"SOURCE_DATE_EPOCH": EPOCH} | surroundings
    how = {} if os.name == "nt" else {"umask": umask}
    subprocess.run(command, cwd=checkout, env=given, check=True, stdout=subprocess.DEVNULL, **how)
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(target.iterdir())}


def copy_of(checkout: Path, target: Path) -> Path:
    """Copy what belongs to a checkout, leaving out what was built or installed in it."""
    left_out = shutil.ignore_patterns(".git", ".venv", "build", "dist", "__pycache__", ".*_cache")
    return Path(shutil.copytree(checkout, target, ignore=left_out))


def build_twice(checkout: Path, folder: Path) -> tuple[Path, list[str]]:
    """Build in two places and from the sdist; return where the first lie, and the names of those that differ."""
    first = build(checkout, folder / "first", "sdist", "wheel")
    copied = copy_of(checkout, folder / "copied elsewhere")
    second = build(copied, folder / "second", "sdist", "wheel", umask=0o077, **ELSEWHERE)
    sdist = next((folder / "first").glob("*.tar.gz"))
    with tarfile.open(sdist) as archive:
        archive.extractall(folder / "unpacked", filter="data")
    from_sdist = build(folder / "unpacked" / sdist.name.removesuffix(".tar.gz"), folder / "third", "wheel")
    names = {*first, *second, *from_sdist}
    return folder / "first", sorted(
        name for name in names if not first.get(name) == second.get(name) == from_sdist.get(name, first.get(name))
    )


def main() -> int:
    argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0]).parse_args()
    environment.make()
    build_app.fetch_tools()
    with tempfile.TemporaryDirectory(prefix="tikissa-twice-") as folder:
        built, different = build_twice(TOP, Path(folder))
        if different:
            print(f"built twice, and not the same: {', '.join(different)}")
            return 1
        DIST.mkdir(exist_ok=True)
        for file in built.iterdir():
            shutil.copyfile(file, DIST / file.name)
            print(f"dist/{file.name}: built twice and from the sdist, the same to the byte")
    build_app.run_tool("build_scripts/packing/sbom.py", str(DIST), SOURCE_DATE_EPOCH=EPOCH)
    return 0


if __name__ == "__main__":
    sys.exit(main())
