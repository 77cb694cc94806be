"""Runs matching on every register with known truth, one JSON line each, and compares with the stored baseline.

`--peers` runs Splink beside each, which must have been installed (`pip install .[peers]`); `--ablation` measures
each once more without one part after another. `--trades` measures the made registers of many trades instead, `--scale
100000 300000 1000000` large made ones and their growth. Each register is measured in a process of its own.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from evaluation.ablation import PARTS
from evaluation.measured import Measured, f1_of_peer, measure_file, measure_trade
from evaluation.scale import Answer, Arguments, cost_of_peer, measure_made
from evaluation.trades import TRADES

TOP = Path(__file__).resolve().parents[1]
BENCHMARKS = TOP.parent / "shared" / "benchmarks"
BASELINE = TOP / "tests" / "quality" / "matching_baseline.json"
_TIE = 0.002
_KEPT = ("f1", "safe_recall", "safe_wrong", "nearly_recall", "nearly_precision")


def _alone(work: Callable[Arguments, Answer], /, *arguments: Arguments.args, **named: Arguments.kwargs) -> Answer:
    """Run in a process of its own, so that its peak of memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *arguments, **named).result()


def evaluate(names: Sequence[str], store: bool, peers: bool, ablation: bool) -> int:
    """Measure the sets at hand; return 1 where one is worse than its baseline."""
    baseline = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    folders = sorted(folder for folder in BENCHMARKS.iterdir() if (folder / "truth.json").exists())
    verdicts = []
    for folder in folders:
        if not names or folder.name in names:
            found = _alone(measure_file, folder)
            verdicts.append(_verdict(found, baseline.get(found.name)))
            line = json.loads(found.line()) | {"against_baseline": verdicts[-1]}
            if peers:
                line["splink_f1"] = _alone(f1_of_peer, folder)
            print(json.dumps(line), flush=True)
            if ablation:
                print(json.dumps({"name": found.name, "without": _ablated(folder)}), flush=True)
            if store:
                baseline[found.name] = {name: getattr(found, name) for name in _KEPT}
    if store:
        BASELINE.write_text(json.dumps(baseline, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return int("lose" in verdicts)


def _ablated(folder: Path) -> dict[str, dict[str, float]]:
    """Return by the part left out what is found, and what is called safe and wrong."""
    parts = {part: _alone(measure_file, folder, part) for part in PARTS}
    return {part: {"f1": left.f1, "safe_wrong": left.safe_wrong} for part, left in parts.items()}


def trades(customers: int = 250, seed: int = 1) -> int:
    """Measure the made registers of many trades; return 1 where a safe merge is wrong."""
    wrong = 0
    for name in TRADES:
        found = measure_trade(name, customers, seed)
        wrong += found.safe_wrong
        print(found.line(), flush=True)
    return int(wrong > 0)


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
    parser.add_argument("--ablation", action="store_true", help="measure each set without one part after another too")
    parser.add_argument("--trades", action="store_true", help="measure made registers of many trades")
    arguments = parser.parse_args()
    if arguments.scale:
        return scale(arguments.scale, arguments.peers)
    if arguments.trades:
        return trades()
    return evaluate(arguments.sets, arguments.store, arguments.peers, arguments.ablation)


if __name__ == "__main__":
    sys.exit(main())
