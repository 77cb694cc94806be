"""What a session keeps of the kinds of suggestions, so that next month's round knows what was accepted before."""

from pathlib import Path

from tikissa.model.decision import DecisionLog
from tikissa.model.problems import SessionProblem
from tikissa.review.kinds import Answers, answers, answers_from_text, found_from_text
from tikissa.store.session_file import SessionFile

FOUND, CARRIED, ANSWERS = "kinds.found", "kinds.carried", "kinds.answers"
"""Facts of a session file: what this visit proposed, the numbers of the events that came from an earlier one (first and
the one after the last), and what was answered on the visits before."""


def answered_in(log: DecisionLog, found: str | None, carried: str | None) -> Answers:
    """Return what a visit answered, from its log and its facts."""
    numbers = [int(number) for number in (carried or "").split() if number.isdecimal()]
    return answers(found_from_text(found), log, range(*numbers) if len(numbers) == 2 else range(0))


def answered_before(session: Path, events: int) -> tuple[Answers, ...]:
    """Return what was answered of each kind up to the end of an earlier visit, which had so many events; nothing where
    its session cannot be opened."""
    if not session.exists():
        return ()
    try:
        file = SessionFile(session)
    except SessionProblem:
        return ()
    try:
        log = DecisionLog(file.log().events[:events])
        before = answers_from_text(file.fact(ANSWERS))
        return (*before, answered_in(log, file.fact(FOUND), file.fact(CARRIED)))
    finally:
        file.close()
