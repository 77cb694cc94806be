"""Looks at a session file without opening it for work: what register it is of, and whether anything was decided."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tikissa.model.decision import Decision, DecisionLog
from tikissa.store.rescue import DAMAGE, whole_event


@dataclass(frozen=True, slots=True)
class Glance:
    """`source` is the name of the register's file, `rows` how many it had on the last visit, 0 where that is not known.

    `is_decided`: something was decided on its rows.
    """

    facts: Mapping[str, str]
    source: str | None
    rows: int
    is_decided: bool


def glance(path: Path) -> Glance | None:
    """Return what a session file says; None where it is not there, is open in a window or cannot be read. One whose
    making was cut short says nothing."""
    if not path.exists():
        return None
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0.2)) as connection:
            if connection.execute("PRAGMA user_version").fetchone() == (0,):
                return Glance({}, None, 0, False)
            facts = dict(connection.execute("SELECT name, value FROM facts"))
            source = connection.execute("SELECT name FROM source").fetchone()
            visit = connection.execute("SELECT rows FROM visits ORDER BY day DESC").fetchone()
            return Glance(facts, source[0] if source else None, visit[0] if visit else 0, _is_decided(connection))
    except DAMAGE:
        return None


def kept_log(path: Path) -> DecisionLog | None:
    """Return the events of a session file; None where it is not there, is open in a window or cannot be read."""
    if not path.exists():
        return None
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0.2)) as connection:
            rows = connection.execute("SELECT event, checksum FROM events ORDER BY number")
            events = [whole_event(text, mark) for text, mark in rows]
            return DecisionLog(tuple(event for event in events if event is not None))
    except DAMAGE:
        return None


def is_open(path: Path) -> bool:
    """Say whether a window has a session file open."""
    if not path.exists():
        return False
    try:
        with closing(sqlite3.connect(path, timeout=0)) as connection:
            connection.execute("BEGIN IMMEDIATE")
    except sqlite3.DatabaseError as error:
        return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    return False


def _is_decided(connection: sqlite3.Connection) -> bool:
    rows = connection.execute("SELECT event, checksum FROM events ORDER BY number")
    events = (whole_event(text, mark) for text, mark in rows)
    return any(isinstance(event, Decision) and event.is_about_rows for event in events)
