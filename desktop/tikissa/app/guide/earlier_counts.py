"""How many rows had each error on earlier visits: what has become better since, and what came anew."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from tikissa.app.folders import session_path
from tikissa.app.guide.common_errors import rows_by_code
from tikissa.model.analysis import Analysis
from tikissa.store.glance import glance
from tikissa.store.recent import recent_registers

COUNTED = "guide.counted"
"""The fact of a session file that holds the counts of its visits and of those before."""

MOST_VISITS = 24


@dataclass(frozen=True, slots=True)
class Counts:
    """The rows with each error on a day, of so many; of the errors none is named."""

    day: str
    rows: int
    errors: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Course:
    """What became of an error since the last visit."""

    code: str
    before: int
    now: int


def counts_of(analysis: Analysis) -> Counts:
    """Return how many rows have each fault on the day of an analysis."""
    errors = {code: len(rows) for code, rows in rows_by_code(analysis).items()}
    return Counts(analysis.settings.today.isoformat(), len(analysis.register), errors)


def with_counts(known: tuple[Counts, ...], now: Counts) -> tuple[Counts, ...]:
    """Return the counts of visits with today's, which take the place of those of an earlier look on the same day."""
    return (*(each for each in known if each.day != now.day), now)[-MOST_VISITS:]


def as_text(counts: tuple[Counts, ...]) -> str:
    """Return counts as one line to be kept in the session."""
    return json.dumps([asdict(each) for each in counts])


def from_text(fact: str | None) -> tuple[Counts, ...]:
    """Return the counts a session file keeps; of what is damaged nothing."""
    try:
        kept = json.loads(fact or "[]")
        return tuple(
            Counts(date.fromisoformat(each["day"]).isoformat(), int(each["rows"]), {**each["errors"]}) for each in kept
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return ()


def counts_in(session: Path) -> tuple[Counts, ...]:
    """Return the counts a session keeps; none where it is not there or cannot be read."""
    seen = glance(session)
    return from_text(seen.facts.get(COUNTED)) if seen is not None else ()


def earlier_counts(path: Path, sha256: str, folder: Path, today: date) -> Counts | None:
    """Return the counts of the last visit before today to the register at this path, of whatever version."""
    own = session_path(sha256, folder)
    others = (folder / known.session for known in recent_registers(folder) if known.is_at(path))
    every = (each for session in (own, *others) for each in counts_in(session))
    before = [each for each in every if each.day < today.isoformat()]
    return max(before, key=lambda each: each.day, default=None)


def better(before: Counts | None, now: Counts) -> tuple[Course, ...]:
    """Return the errors that a smaller share of the rows has than last time, what was won most first."""
    found = [] if before is None else [*_courses(before, now)]
    won = [each for each in found if before and each.now * before.rows < each.before * now.rows]
    return tuple(sorted(won, key=lambda each: each.now - each.before))


def anew(before: Counts | None, now: Counts) -> tuple[Course, ...]:
    """Return the errors that were not there last time."""
    found = [] if before is None else [*_courses(before, now)]
    return tuple(sorted((each for each in found if each.now and not each.before), key=lambda each: -each.now))


def _courses(before: Counts, now: Counts) -> list[Course]:
    codes = dict.fromkeys((*before.errors, *now.errors))
    return [Course(code, before.errors.get(code, 0), now.errors.get(code, 0)) for code in codes]
