"""Runs matching on every register with known truth, one JSON line each, and compares with the stored baseline.

`--scale 100000 300000 1000000` measures made registers instead and prints the growth; `--peers` runs Splink beside
them, which must have been installed (`pip install .[peers]`). Each register is measured in a process of its own.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from evaluation.measured import Measured, measure_file
from evaluation.scale import Answer, Arguments, cost_of_peer, measure_made

TOP = Path(__file__).resolve().parents[1]
BENCHMARKS = TOP.parent / "shared" / "benchmarks"
BASELINE = TOP / "tests" / "quality" / "matching_baseline.json"
_TIE = 0.002
_KEPT = ("f1", "safe_recall", "safe_wrong", "nearly_recall", "nearly_precision")


def _alone(work: Callable[Arguments, Answer], /, *arguments: Arguments.args, **named: Arguments.kwargs) -> Answer:
    """Run in a process of its own, so that its peak of memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *arguments, **named).result()


def evaluate(names: Sequence[str], store: bool) -> int:
    """Measure the sets at hand; return 1 where one is worse than its baseline."""
    baseline = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    folders = sorted(folder for folder in BENCHMARKS.iterdir() if (folder / "truth.json").exists())
    verdicts = []
    for folder in folders:
        if not names or folder.name in names:
            found = _alone(measure_file, folder)
            verdicts.append(_verdict(found, baseline.get(found.name)))
            print(json.dumps(json.loads(found.line()) | {"against_baseline": verdicts[-1]}), flush=True)
            if store:
                baseline[found.name] = {name: getattr(found, name) for name in _KEPT}
    if store:
        BASELINE.write_text(json.dumps(baseline, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return int("lose" in verdicts)


def _verdict(found: Measured, before: dict[str, float] | None) -> str:
    if before is None:
        return "new"
    change = found.f1 - before["f1"]
    return "tie" if abs(change) <= _TIE else "win" if change > 0 else "lose"


def scale(sizes: Sequence[int], peers: bool) -> int:
    """Measure made registers of growing size; return 0."""
    first: Measured | None = None
    for rows in sizes:
        found = measure_made(rows, alone=_alone)
        first = first or found
        line: dict[str, object] = json.loads(found.line())
        line["times_the_first"] = round(found.seconds / first.seconds, 2)
        line["cpu_times_the_first"] = round(found.cpu_seconds / first.cpu_seconds, 2)
        if peers:
            consumers = measure_made(rows, "consumer", alone=_alone)
            peer = _alone(cost_of_peer, rows)
            line |= {"consumers_seconds": consumers.seconds, "splink_seconds": peer.seconds}
            line |= {"consumers_cpu_seconds": consumers.cpu_seconds, "splink_cpu_seconds": peer.cpu_seconds}
            line |= {"ratio": round(consumers.seconds / peer.seconds, 2)}
            line |= {"cpu_ratio": round(consumers.cpu_seconds / peer.cpu_seconds, 2)}
        print(json.dumps(line), flush=True)
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", help="only these sets")
    parser.add_argument("--store", action="store_true", help="keep the figures as the new baseline")
    parser.add_argument("--scale", nargs="+", type=int, metavar="ROWS", help="measure made registers of these sizes")
    parser.add_argument("--peers", action="store_true", help="run Splink beside it")
    arguments = parser.parse_args()
    if arguments.scale:
        return scale(arguments.scale, arguments.peers)
    return evaluate(arguments.sets, arguments.store)


if __name__ == "__main__":
    sys.exit(main())
