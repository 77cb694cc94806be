"""Reads what can still be read of a damaged session file."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import blake2b, sha256
from pathlib import Path

from tikissa.model.decision import Decision, Event, Verdict
from tikissa.model.trend import VisitFacts
from tikissa.store.event_codec import decode

DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What SQLite and its module raise on a file that is not whole."""

LOST = Decision(Verdict.LATER, (), datetime(1970, 1, 1, tzinfo=UTC), "")
"""Stands for an event that could not be read."""

_WIDEST_GAP = 1000

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A register's file as it was."""

    name: str
    sha256: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Rescued:
    events: tuple[Event, ...]
    source: Source | None
    visits: tuple[VisitFacts, ...]
    facts: Mapping[str, str]


def rescue(damaged: Path) -> Rescued:
    """Return what reads of a file, up to where each of its tables stops reading."""
    with closing(sqlite3.connect(damaged)) as connection:
        events = tuple(_events(_rows(connection, "SELECT * FROM events ORDER BY number")))
        source = next(filter(None, map(_source, _rows(connection, "SELECT name, sha256, content FROM source"))), None)
        visits = tuple(filter(None, map(_visit, _rows(connection, "SELECT * FROM visits ORDER BY day"))))
        facts = dict(filter(None, map(_fact, _rows(connection, "SELECT * FROM facts"))))
    return Rescued(events, source, visits, facts)


def is_whole_copy(digest: object, content: object) -> bool:
    """Say whether the kept copy of a file is as it was when it was kept."""
    return isinstance(content, bytes) and sha256(content).hexdigest() == digest


def checksum(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def whole_event(text: object, mark: object) -> Event | None:
    """Return the event a row holds, None where the row is damaged."""
    if not isinstance(text, str) or checksum(text) != mark:
        return None
    try:
        return decode(text)
    except ValueError:
        return None


def _rows(connection: sqlite3.Connection, query: str) -> Iterator[Row]:
    try:
        yield from connection.execute(query)
    except DAMAGE:
        return


def _events(rows: Iterator[Row]) -> Iterator[Event]:
    """Yield the events; a lost one leaves an empty one in its place, since undoing goes by the events' numbers."""
    upcoming = 0
    for number, text, mark in rows:
        if not isinstance(number, int) or not 0 <= number - upcoming <= _WIDEST_GAP:
            return
        yield from (LOST for _ in range(upcoming, number))
        yield whole_event(text, mark) or LOST
        upcoming = number + 1


def _source(row: Row) -> Source | None:
    match row:
        case (str(name), str(digest), bytes(content)) if is_whole_copy(digest, content):
            return Source(name, digest, content)
    return None


def _visit(row: Row) -> VisitFacts | None:
    match row:
        case (str(day), int(rows), int(duplicates), int(wrong_values), int(stale), int(out_of_reach)) if _is_day(day):
            return VisitFacts(date.fromisoformat(day), rows, duplicates, wrong_values, stale, out_of_reach)
    return None


def _fact(row: Row) -> tuple[str, str] | None:
    """Return a fact, but for the page the user was on: after such a loss the way begins at the first one."""
    match row:
        case (str(name), str(value)) if name != "place":
            return name, value
    return None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
