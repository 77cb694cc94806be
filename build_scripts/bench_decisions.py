"""Measures what a decision costs the thread that makes it, window apart, as one JSON line.

    bench_decisions.py [--rows 100000 1000000]

`make` is the decision itself, `keep` its way to disk, `derive` what it makes of the register, `left` the open work; all
in milliseconds of the thread's own time. The single verdicts come last, in a log that holds nearly everything else.
"""

import argparse
import gc
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import thread_time

from make_large_register import large_register
from tikissa.analysis.analyse import analyse
from tikissa.app.session import Session, ready_texts
from tikissa.model.decision import Decision, RetireAction
from tikissa.review.review import Review

TODAY = date(2026, 11, 1)


def _timed(act: Callable[[], object]) -> tuple[float, object]:
    began = thread_time()
    done = act()
    return round((thread_time() - began) * 1000, 1), done


def _decided(session: Session, make: Callable[[], Decision]) -> dict[str, float]:
    made, decision = _timed(make)
    kept, _ = _timed(lambda: session.decide(decision))  # type: ignore[arg-type]
    return {"make": made, "keep": kept} | _derived(session) | {"items": len(decision.items)}  # type: ignore[attr-defined]


def _derived(session: Session) -> dict[str, float]:
    derived, _ = _timed(lambda: session.outcome)
    left, _ = _timed(lambda: session.work)
    return {"derive": derived, "left": left}


def _undone(session: Session) -> dict[str, float]:
    kept, _ = _timed(session.undo)
    return {"keep": kept} | _derived(session)


def measure(rows: int, folder: Path) -> dict[str, object]:
    register = large_register(rows)
    path = folder / "register.csv"
    path.write_bytes(b"x")
    session = Session(path, register, folder)
    analysis = analyse(register, session.settings(TODAY), session.judgements)
    session.take_analysis(analysis, Review(analysis, session.log))
    session.take_ready(analysis, ready_texts(analysis))
    gc.freeze()  # as the window does after its work
    keys, decider = analysis.keys, session.decider
    figures: dict[str, object] = {"rows": rows}
    cards = sorted(session.work.fix_groups, key=lambda group: -len(group.fixes))
    acts: dict[str, Callable[[], Decision]] = {
        "card": lambda: decider.fixes(keys, cards[0].fixes),
        "clear_merges": lambda: decider.merges(analysis, session.work.safe_merges[1:]),
        "stale": lambda: decider.retires(keys, session.work.retires[1:], RetireAction.ASK),
    }
    for name, make in acts.items():
        figures[name] = _decided(session, make)
        figures[f"undo_{name}"] = _undone(session)
        session.redo()
        _derived(session)
    for card in cards[1:]:
        session.decide(decider.fixes(keys, card.fixes[1:]))
        _derived(session)
    one = next(card for card in cards[1:] if card.fixes)
    singles: dict[str, Callable[[], Decision]] = {
        "one_fix": lambda: decider.fixes(keys, one.fixes[:1]),
        "one_merge": lambda: decider.merges(analysis, session.work.merges[:1]),
        "one_stale": lambda: decider.retires(keys, session.work.retires[:1], None),
    }
    for name, make in singles.items():
        figures[name] = _decided(session, make)
        figures[f"undo_{name}"] = _undone(session)
    session.close()
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, nargs="+", default=[100_000])
    for rows in parser.parse_args().rows:
        with TemporaryDirectory(prefix="tikissa-bench-") as folder:
            print(json.dumps(measure(rows, Path(folder))), flush=True)


if __name__ == "__main__":
    main()
