"""A program of its own that decides and undoes, telling after each step what the screen would show; for tests to kill.

`driver.py decide FOLDER` goes on until it is killed. `driver.py full-disk FOLDER` runs out of room for its file.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from tikissa.model.decision import Redo, Undo
from tikissa.model.problems import SessionProblem
from tikissa.review.decisions import Decider
from tikissa.store.session_file import SessionFile


def decide(folder: Path) -> None:
    file = SessionFile(folder / "a.session")
    log = file.log()
    print(len(log.events), flush=True)
    while True:
        decider = Decider(datetime.now(UTC), "user")
        number = len(log.events)
        undone, redone = log.next_undo, log.next_redo
        event = decider.settings({"step": "x" * (number % 97)})
        if number % 3 == 1 and undone is not None:
            event = Undo(undone, decider.when, decider.who)
        elif number % 3 == 2 and redone is not None:
            event = Redo(redone, decider.when, decider.who)
        file.append(number, event)
        log = log.append(event)
        print(len(log.events), flush=True)


def full_disk(folder: Path) -> None:
    import resource
    import signal

    file = SessionFile(folder / "a.session")
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    try:
        file.append(1, Decider(datetime.now(UTC), "user").settings({"note": "x" * 5_000_000}))
    except SessionProblem as problem:
        print(problem.code, end="")


if __name__ == "__main__":
    {"decide": decide, "full-disk": full_disk}[sys.argv[1]](Path(sys.argv[2]))
