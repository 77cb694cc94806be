#!/usr/bin/env python3
"""Measures what the frozen program takes to its first window, beside a frozen window with nothing in it.

Freezes the bare window into build/bare the first time. The two are started in turn; told are the medians of the
processor's time and of the clock's, their ratios, and how busy the machine was. The processor's is judged: the clock's
hangs on what else runs.
"""

import argparse
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import NamedTuple

import dev
import system_packages
from build_app import BUILD, DIST, run_tool
from packing.on_screen import PACKAGES, own_display

BARE = BUILD / "bare" / "bare_window" / "bare_window"
LIMIT = 1.3
TIMEOUT = 30.0


def freeze_bare_window() -> None:
    run_tool(
        "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--onedir", "--distpath", str(BUILD / "bare"),
        "--workpath", str(BUILD / "work"), "--specpath", str(BUILD / "work"), "--exclude-module", "numpy",
        "build_scripts/packing/bare_window.py",
    )  # fmt: skip


def _watch_closely() -> None:
    """Let what watches go before what else the machine does: what a program does until it is stopped counts too."""
    with suppress(PermissionError):
        os.setpriority(os.PRIO_PROCESS, 0, -15)


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


class Start(NamedTuple):
    """What a start took, in seconds of the processor (all threads, user and system) and of the clock."""

    processor: float
    clock: float


def start_to_window(program: Path, display: str, home: str) -> Start:
    """Start a program and return what it took until its window was on the display."""
    with _events(display) as events:
        surroundings = {"DISPLAY": display, "HOME": home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        began = time.perf_counter()
        running = os.posix_spawn(program, [program], surroundings)
        os.setpriority(os.PRIO_PROCESS, running, 0)
        is_shown = any(event.startswith("MapNotify") for event in events)
        took = time.perf_counter() - began
        os.kill(running, signal.SIGKILL)
        used = os.wait4(running, 0)[2]
    if not is_shown:
        raise SystemExit(f"{program} showed no window in {TIMEOUT:.0f} s")
    return Start(used.ru_utime + used.ru_stime, took)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--times", type=int, default=9)
    wanted = parser.parse_args()
    os.chdir(dev.TOP)
    system_packages.fetch("To open windows on a display of their own", *PACKAGES, "x11-utils")
    if not BARE.exists():
        freeze_bare_window()
    programs = {"bare window": BARE, "tikissa": DIST / "tikissa" / "tikissa"}
    measured: dict[str, list[Start]] = {name: [] for name in programs}
    before = os.getloadavg()[0]
    _watch_closely()
    with own_display() as display, tempfile.TemporaryDirectory() as home:
        for turn in range(wanted.times + 1):
            for name, program in programs.items():
                took = start_to_window(program, display, home)
                if turn:  # the first start fills the caches of files and fonts
                    measured[name].append(took)
    medians = {name: Start(*map(statistics.median, zip(*starts, strict=True))) for name, starts in measured.items()}
    for name, median in medians.items():
        taken = f"{median.processor * 1000:.0f} ms of the processor, {median.clock * 1000:.0f} ms by the clock"
        print(f"{name}: first window after {taken} (medians of {wanted.times})")
    ours, bare = medians["tikissa"], medians["bare window"]
    ratio = ours.processor / bare.processor
    print(f"ratio: {ratio:.2f} by the processor, at most {LIMIT} wanted; {ours.clock / bare.clock:.2f} by the clock")
    print(f"load of the machine, {os.cpu_count()} cores: {before:.1f} before, {os.getloadavg()[0]:.1f} after")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
