"""Measures how quickly the window answers, as JSON lines: the first window against a bare one, from the drop to the
state of the register, the longest time without an answer, a bulk accept and its undo.

Usage: bench_window.py [--rows 1000 20000]. Offscreen; the registers are made by make_large_register.py.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

HERE = Path(__file__).resolve().parent
ROUNDS = 5
TICK_MILLISECONDS = 5

BARE = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("Tikissä"))
"""
OURS = """
import sys
from itertools import pairwise
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tikissa.gui.application import Dress
from tikissa.gui.main_window import MainWindow
from tikissa.gui.preferences_model import PreferencesModel
application = QApplication([])
preferences = PreferencesModel(Path(sys.argv[1]) / "preferences.json")
dress = Dress(application, preferences)
window = MainWindow(preferences)
"""
SHOWN = """
window.resize(1366, 768)
window.show()
window.grab()
import os
os._exit(0)
"""


def main() -> int:
    chosen = _parser().parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with TemporaryDirectory(prefix="tikissa-bench-") as folder:
        os.environ["TIKISSA_DATA"] = folder
        _tell("first_window", **_first_window(Path(folder)))
        for rows in chosen.rows:
            register = Path(folder) / f"{rows}.csv"
            maker = [sys.executable, str(HERE / "make_large_register.py"), str(rows), str(register)]
            subprocess.run(maker, check=True, stdout=subprocess.DEVNULL)
            _tell("work", rows=rows, **_work(register, Path(folder)))
    return 0


def _first_window(folder: Path) -> dict[str, float]:
    """Time whole processes up to the first painted window, ours and a bare one in turn."""
    times: dict[str, list[float]] = {"bare": [], "ours": []}
    for _ in range(ROUNDS):
        for name, code in (("bare", BARE), ("ours", OURS)):
            start = perf_counter()
            subprocess.run([sys.executable, "-c", code + SHOWN, str(folder)], check=True, stderr=subprocess.DEVNULL)
            times[name].append(perf_counter() - start)
    bare, ours = (statistics.median(times[name]) for name in ("bare", "ours"))
    return {"bare_s": round(bare, 3), "ours_s": round(ours, 3), "ratio": round(ours / bare, 2)}


def _work(register: Path, folder: Path) -> dict[str, float]:
    """Open, analyse, accept and undo in one window, with a clock that ticks all the while."""
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from tikissa.gui.application import Dress
    from tikissa.gui.main_window import MainWindow
    from tikissa.gui.preferences_model import PreferencesModel

    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication([])
    preferences = PreferencesModel(folder / "preferences.json")
    dress = Dress(application, preferences)
    window = MainWindow(preferences)
    window.show()
    window.complete()
    ticks = [perf_counter()]
    clock = QTimer()
    clock.timeout.connect(lambda: ticks.append(perf_counter()))
    clock.start(TICK_MILLISECONDS)

    def until(claim: Callable[[], bool]) -> None:
        while not claim():
            QTest.qWait(TICK_MILLISECONDS)

    def longest_gap() -> float:
        gap = max(later - earlier for earlier, later in pairwise(ticks))
        ticks[:] = ticks[-1:]
        return round(gap * 1000)

    start = perf_counter()
    window.workflow.open_file(register)
    until(lambda: window.page.key == "read_back")
    opened, opening_gap = perf_counter() - start, longest_gap()
    start = perf_counter()
    window.workflow.confirm(None)
    until(lambda: window.page.key == "overview")
    analysed, analysis_gap = perf_counter() - start, longest_gap()
    window.visit("fixes")
    fixes = [fix for group in window.model.current.work.fix_groups for fix in group.fixes][:10_000]
    keys = window.model.current.analysis.keys
    accepting = _timed(lambda: window.model.decide(window.model.decider.fixes(keys, fixes)))
    undoing = _timed(window.undo)
    window.close()
    del dress
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "open_s": round(opened, 2),
        "open_gap_ms": opening_gap,
        "analyse_s": round(analysed, 2),
        "analyse_gap_ms": analysis_gap,
        "accepted": len(fixes),
        "accept_ms": round(accepting * 1000),
        "undo_ms": round(undoing * 1000),
        "peak_mb": round(peak),
    }


def _timed(act: Callable[[], object]) -> float:
    """Time an act up to the painted screen."""
    from PySide6.QtWidgets import QApplication

    start = perf_counter()
    act()
    QApplication.processEvents()
    return perf_counter() - start


def _tell(what: str, **figures: float) -> None:
    print(json.dumps({"measure": what, **figures}), flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1000, 20_000])
    return parser


if __name__ == "__main__":
    sys.exit(main())
