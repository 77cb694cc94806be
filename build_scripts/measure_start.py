#!/usr/bin/env python3
"""Measures how long the frozen program takes to its first window, beside a frozen window with nothing in it.

Freezes the bare window into build/bare the first time. Prints medians and their ratio.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import dev
import system_packages
from build_app import BUILD, DIST, run_tool
from packing.on_screen import PACKAGES, own_display

BARE = BUILD / "bare" / "bare_window" / "bare_window"
LIMIT = 1.5
TIMEOUT = 30.0


def freeze_bare_window() -> None:
    run_tool(
        "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--onedir", "--distpath", str(BUILD / "bare"),
        "--workpath", str(BUILD / "work"), "--specpath", str(BUILD / "work"), "--exclude-module", "numpy",
        "build_scripts/packing/bare_window.py",
    )  # fmt: skip


@contextmanager
def _events(display: str) -> Iterator[Iterable[str]]:
    """Yield what happens to the windows of a display, line by line, until the time is up."""
    surroundings = {"DISPLAY": display, "PATH": os.environ["PATH"]}
    command = ["stdbuf", "-oL", "xev", "-root", "-event", "substructure"]
    listening = subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, text=True)
    time_is_up = Timer(TIMEOUT, listening.kill)
    time_is_up.start()
    time.sleep(0.3)  # until it listens
    try:
        yield listening.stdout or ()
    finally:
        time_is_up.cancel()
        listening.kill()
        listening.communicate()


def seconds_to_window(program: Path, display: str, home: str) -> float:
    """Start a program and return the seconds until its window is on the display."""
    with _events(display) as events:
        surroundings = {"DISPLAY": display, "HOME": home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        began = time.perf_counter()
        running = subprocess.Popen([program], env=surroundings, stderr=subprocess.DEVNULL)
        try:
            if any(event.startswith("MapNotify") for event in events):
                return time.perf_counter() - began
        finally:
            running.kill()
            running.wait()
    raise SystemExit(f"{program} showed no window in {TIMEOUT:.0f} s")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--times", type=int, default=9)
    wanted = parser.parse_args()
    os.chdir(dev.TOP)
    system_packages.fetch("To open windows on a display of their own", *PACKAGES, "x11-utils")
    if not BARE.exists():
        freeze_bare_window()
    programs = {"bare window": BARE, "tikissa": DIST / "tikissa" / "tikissa"}
    measured: dict[str, list[float]] = {name: [] for name in programs}
    with own_display() as display, tempfile.TemporaryDirectory() as home:
        for turn in range(wanted.times + 1):
            for name, program in programs.items():
                took = seconds_to_window(program, display, home)
                if turn:  # the first start fills the caches of files and fonts
                    measured[name].append(took)
    medians = {name: statistics.median(times) for name, times in measured.items()}
    for name, median in medians.items():
        print(f"{name}: first window after {median * 1000:.0f} ms (median of {wanted.times})")
    ratio = medians["tikissa"] / medians["bare window"]
    print(f"ratio: {ratio:.2f}, at most {LIMIT} wanted")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
