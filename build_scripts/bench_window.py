"""Measures how quickly the window answers, as JSON lines: the first window against a bare one, from the drop to the
state of the register, the longest time without an answer, a bulk accept and its undo, saving, the lists to take along,
and a table of a million rows.

Usage: bench_window.py [--rows 1000 20000] [--table 1000000]. Offscreen; make_large_register.py makes the registers.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench_clock import Clock
    from tikissa.gui.shell.main_window import MainWindow
    from tikissa.model.proposal import Fix, Merge, Retire

HERE = Path(__file__).resolve().parent
ROUNDS = 15
NEW_ROWS = 501

BARE = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("Tikissä"))
"""
OURS = """
import gc
import sys
gc.disable()  # as the program itself does until its window is up
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tikissa.gui.shell.application import Dress
from tikissa.gui.shell.main_window import MainWindow
from tikissa.gui.common.preferences_model import PreferencesModel
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
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that is installed has its bytecode beside it
    with TemporaryDirectory(prefix="tikissa-bench-") as folder:
        os.environ["TIKISSA_DATA"] = folder
        _tell("first_window", **_first_window(Path(folder)))
        for rows in chosen.rows:
            register = Path(folder) / f"{rows}.csv"
            maker = [sys.executable, str(HERE / "make_large_register.py"), str(rows), str(register)]
            subprocess.run(maker, check=True, stdout=subprocess.DEVNULL)
            _tell("work", rows=rows, **_work(register, Path(folder)))
        if chosen.table:
            from bench_rows import rows_figures

            _tell("table", **rows_figures(chosen.table))
    return 0


def _first_window(folder: Path) -> dict[str, float]:
    """Time whole processes up to the first painted window, ours and a bare one in turn; `own` leaves out what other
    programs took meanwhile."""
    times: dict[str, list[tuple[float, float]]] = {"bare": [], "ours": []}
    for _ in range(ROUNDS):
        for name, code in (("bare", BARE), ("ours", OURS)):
            start, worked = perf_counter(), _children_worked()
            subprocess.run([sys.executable, "-c", code + SHOWN, str(folder)], check=True, stderr=subprocess.DEVNULL)
            times[name].append((perf_counter() - start, _children_worked() - worked))
    bare, ours = ([statistics.median(taken) for taken in zip(*times[name], strict=True)] for name in ("bare", "ours"))
    figures = {"bare_s": bare[0], "ours_s": ours[0], "bare_own_s": bare[1], "ours_own_s": ours[1]}
    ratios = {"ratio": round(ours[0] / bare[0], 2), "own_ratio": round(ours[1] / bare[1], 2)}
    return {name: round(seconds, 3) for name, seconds in figures.items()} | ratios


def _children_worked() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _work(register: Path, folder: Path) -> dict[str, float]:
    """Open, analyse, decide and save in one window, with a clock that ticks all the while."""
    from PySide6.QtWidgets import QApplication

    from bench_clock import Clock
    from tikissa.gui.common.preferences_model import PreferencesModel
    from tikissa.gui.shell.application import Dress
    from tikissa.gui.shell.main_window import MainWindow

    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication([])
    preferences = PreferencesModel(folder / "preferences.json")
    dress = Dress(application, preferences)
    window = MainWindow(preferences)
    window.show()
    clock = Clock()
    clock.until(lambda: bool(window.rail.entries) and not window.runner.is_busy)  # as when a person has seen it
    figures = _opened(window, clock, register)
    figures |= _decided(window)
    figures |= _saved(window, clock, register)
    figures |= _listed(window, clock, register, folder)
    figures |= _month(window, clock, register)
    figures |= _checked(window, clock, register)
    clock.stop()
    window.close()
    del dress
    return {**figures, "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)}


def _opened(window: "MainWindow", clock: "Clock", register: Path) -> dict[str, float]:
    """Time the way from the drop to the state page, with nobody hesitating in between."""
    clock.gaps("")
    start = perf_counter()
    window.workflow.open_file(register)
    clock.until(lambda: window.page.key == "read_back")
    opened, opening = perf_counter() - start, clock.gaps("open")
    window.workflow.confirm(None)
    clock.until(lambda: window.page.key == "overview")
    figures: dict[str, float] = {"open_s": round(opened, 2), "state_page_s": round(perf_counter() - start, 2)}
    return {**figures, **opening, **clock.gaps("analyse")}


def _decided(window: "MainWindow") -> dict[str, float]:
    """Time bulk decisions and single verdicts as their pages make them, each with its undo, in a log that holds ever
    more: the biggest card, all clear merges, all rows to check."""
    from tikissa.model.decision import RetireAction

    session = window.model.current
    keys, decider = session.analysis.keys, session.decider
    figures: dict[str, float] = {}

    def both(name: str, act: Callable[[], object]) -> None:
        nonlocal figures
        figures |= _timed(name, act) | _timed(f"undo_{name}", window.undo)
        window.redo()

    def fix(fixes: "Sequence[Fix]") -> None:
        window.pages["fixes"]._decide(decider.fixes(keys, fixes))  # type: ignore[attr-defined]

    def merge(merges: "Sequence[Merge]") -> None:
        window.pages["duplicates"]._decide(decider.merges(session.analysis, merges))  # type: ignore[attr-defined]

    def retire(retires: "Sequence[Retire]", action: RetireAction | None) -> None:
        window.pages["stale"]._settle(retires, action)  # type: ignore[attr-defined]

    window.visit("fixes")
    card, *others = sorted(session.work.fix_groups, key=lambda group: -len(group.fixes))
    figures |= {"card_fixes": len(card.fixes), "clear_groups": len(session.work.safe_merges)}
    figures |= {"rows_to_check": len(session.work.retires)}
    both("card", lambda: fix(card.fixes))
    for other in others:
        fix(other.fixes[1:])
    both("one_fix", lambda: fix(session.work.fix_groups[0].fixes[:1]))
    window.visit("duplicates")
    both("clear_merges", lambda: merge(session.work.safe_merges))
    both("one_merge", lambda: merge(session.work.merges[:1]))
    window.visit("stale")
    both("stale", lambda: retire(session.work.retires[1:], RetireAction.ASK))
    both("one_stale", lambda: retire(session.work.retires[:1], None))
    return figures


def _saved(window: "MainWindow", clock: "Clock", register: Path) -> dict[str, float]:
    from tikissa.app.targets import targets_in
    from tikissa.export.saving_options import IfUnsafe
    from tikissa.gui.common.workflow import Saving

    window.visit("save")  # as a user comes to it: what could be harmed is looked for there
    clock.until(lambda: not window.runner.is_busy)
    clock.gaps("")
    start = perf_counter()
    window.workflow.save(Saving(targets_in(register.parent, register), IfUnsafe.SHEET, True))
    clock.until(lambda: window.model.written is not None)
    return {"save_s": round(perf_counter() - start, 2), **clock.gaps("save")}


def _listed(window: "MainWindow", clock: "Clock", register: Path, folder: Path) -> dict[str, float]:
    """Count the lists to take along, and write the largest of them."""
    from tikissa.app.list_catalogue import Sources, offers, write_offer
    from tikissa.model.progress import NoProgress

    session = window.model.current
    window.visit("done")
    clock.until(lambda: not window.runner.is_busy)
    figures = clock.gaps("count_lists")
    found = offers(Sources(session.outcome, session.analysis, session.log), NoProgress()).values()
    largest = max(found, key=lambda offer: offer.count)
    target = folder / f"list-of-{len(session.register)}.xlsx"
    task = window.runner.task(lambda progress: write_offer(largest, register, target, "fi", progress))
    clock.gaps("")
    task.start()
    clock.until(lambda: not window.runner.is_busy)
    return {"listed": largest.count, **figures, **clock.gaps("write_list")}


def _month(window: "MainWindow", clock: "Clock", register: Path) -> dict[str, float]:
    """Time the month by one click: the register comes back with five hundred rows more."""
    lines = register.read_bytes().splitlines(keepends=True)
    register.write_bytes(b"".join([*lines, *lines[1:NEW_ROWS]]))
    window.visit("start")
    clock.until(lambda: not window.runner.is_busy)
    clock.gaps("")
    start = perf_counter()
    window.workflow.do_month(register)
    clock.until(lambda: window.model.written is not None and not window.runner.is_busy)
    return {"month_s": round(perf_counter() - start, 2), **clock.gaps("month")}


def _checked(window: "MainWindow", clock: "Clock", register: Path) -> dict[str, float]:
    """Time saving as a workbook with every check that suits it."""
    from tikissa.app.targets import targets_in
    from tikissa.export.saving_options import IfUnsafe
    from tikissa.gui.common.workflow import Saving

    window.visit("save")
    clock.until(lambda: not window.runner.is_busy)
    names = frozenset(column.name for column in window.model.current.register.columns)
    targets = targets_in(register.parent, register, safe_for_excel=True)
    window.model.forget_saved()
    clock.gaps("")
    start = perf_counter()
    window.workflow.save(Saving(targets, IfUnsafe.SHEET, True, checked=names, with_guide=True))
    clock.until(lambda: window.model.written is not None and not window.runner.is_busy)
    return {"checks_s": round(perf_counter() - start, 2), **clock.gaps("checks")}


def _timed(name: str, act: Callable[[], object]) -> dict[str, float]:
    """Time an act up to the painted screen; the second figure leaves out what other programs took meanwhile."""
    from PySide6.QtWidgets import QApplication

    start, worked = perf_counter(), thread_time()
    act()
    QApplication.processEvents()
    seconds, own = perf_counter() - start, thread_time() - worked
    return {f"{name}_ms": round(seconds * 1000), f"{name}_own_ms": round(own * 1000)}


def _tell(what: str, **figures: float) -> None:
    print(json.dumps({"measure": what, **figures}), flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1000, 20_000, 100_000])
    parser.add_argument("--table", type=int, default=1_000_000, help="rows of the table of all rows; 0: leave it out")
    return parser


if __name__ == "__main__":
    sys.exit(main())
