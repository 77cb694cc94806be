"""A program of its own that works on a session, telling after each step what the screen would show; for tests to kill.

`driver.py decide FOLDER` decides and undoes until it is killed. `driver.py month FILE FOLDER [cancel]` opens a register
as the window does: what was decided on an earlier version of it comes along, with `cancel` only until the user has had
enough; then it is looked through, decided on card by card and saved. `driver.py full-disk FOLDER` runs out of room.
"""

import sys
from datetime import UTC, date, datetime
from pathlib import Path

from tikissa.model.decision import Redo, Undo
from tikissa.model.problems import Cancelled, SessionProblem
from tikissa.review.decisions import Decider
from tikissa.store.session_file import SessionFile

TODAY = date(2026, 11, 1)


def _tell(*words: object) -> None:
    print(*words, flush=True)


def decide(folder: Path) -> None:
    file = SessionFile(folder / "a.session")
    log = file.log()
    _tell(len(log.events))
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
        _tell(len(log.events))


class _Enough:
    """Stops the work the first time it tells how far it is."""

    def report(self, _stage: str, _done: int, _total: int) -> None:
        raise Cancelled


def month(path: Path, folder: Path, stop: str = "") -> None:
    from tikissa.analysis.analyse import analyse
    from tikissa.app.returning import carry_from, last_time
    from tikissa.app.session import Forebear, Session, ready_texts
    from tikissa.app.targets import targets_in
    from tikissa.export.save.writer import write
    from tikissa.files.reader import read
    from tikissa.model.progress import NoProgress
    from tikissa.review.review import Review

    register = read(path)
    last = last_time(path, register.source.sha256, folder)
    _tell("carrying")
    try:
        carried = carry_from(last, register, None, _Enough() if stop else NoProgress()) if last is not None else None
    except Cancelled:
        _tell("cancelled")
        return
    session = Session(path, register, folder)
    if last is not None and carried is not None:
        session.take_over(carried, last.visits, Forebear(last.session, len(last.log.events)))
    _tell("events", len(session.log.events))
    analysis = analyse(register, session.settings(TODAY), session.judgements)
    session.take_analysis(analysis, Review(analysis, session.log))
    session.take_ready(analysis, ready_texts(analysis))
    while group := next(iter(session.work.fix_groups), None):
        session.decide(session.decider.fixes(analysis.keys, group.fixes[: len(group.fixes) // 2 + 1]))
        _tell("events", len(session.log.events))
    while merges := session.work.merges[:2]:
        session.decide(session.decider.merges(analysis, merges))
        _tell("events", len(session.log.events))
    _tell("saving")
    while True:
        targets = targets_in(folder, path)
        write(session.outcome, targets.cleaned, targets.audit_log)
        _tell("saved", targets.cleaned.name)


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
    match sys.argv[1:]:
        case ["decide", folder]:
            decide(Path(folder))
        case ["month", path, folder, *stop]:
            month(Path(path), Path(folder), *stop)
        case ["full-disk", folder]:
            full_disk(Path(folder))
