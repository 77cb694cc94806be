"""One SQLite file per register: the source as it was and every event, each on disk before the screen shows it.

How a session file of an older program becomes one of today's: numbered steps, each applied once, in order.
"""

import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import astuple
from datetime import date
from pathlib import Path

from tikissa.model.decision import DecisionLog, Event
from tikissa.model.problems import SessionProblem
from tikissa.model.trend import VisitFacts
from tikissa.store.event_codec import Texts, decode, encode
from tikissa.store.rescue import DAMAGE, Rescued, Source, checksum, is_whole_copy, rescue, whole_event

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE source (sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, content BLOB NOT NULL);
    CREATE TABLE events (number INTEGER PRIMARY KEY, event TEXT NOT NULL, checksum TEXT NOT NULL);
    """,
    """
    CREATE TABLE visits (
        day TEXT PRIMARY KEY, rows INTEGER NOT NULL, duplicates INTEGER NOT NULL, wrong_values INTEGER NOT NULL,
        stale INTEGER NOT NULL, out_of_reach INTEGER NOT NULL
    );
    """,
    "SELECT 1; /* pairs that are asked again are among the events */",
)

WAL_PAGES = 64
"""Pages of 4 kB that may wait beside the file before they are put into it: what the user sees kept grows with what is
decided and not with every page visited."""

Statement = tuple[str, tuple[object, ...]]
"""A statement of SQL with its values."""


class SessionFile:
    """An open session file. Only one window can have it open. One thread may open it and hand it on to another."""

    def __init__(self, path: Path) -> None:
        """Open or make the file, readable by its owner alone.

        A damaged file is set aside under another name and what can be read of it is carried over.
        Raises SessionProblem where it is open in another window or the folder cannot be written.
        """
        self.path = path
        self.rescued_from: Path | None = None
        self.was_put_back = False
        """Whether the file was deleted while it was open, and made again with all that was in it."""
        _make_private(path)
        try:
            self._connection = _open(path)
        except DAMAGE as error:
            if _is_code(error, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise SessionProblem("session.open_elsewhere") from error
            if _is_code(error, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY):
                raise SessionProblem("session.not_writable", str(path.parent)) from error
            self.rescued_from = _set_aside(path)
            _make_private(path)
            self._connection = _open(path)
        self._place = _place(path)
        if self.rescued_from is not None:
            self._take(rescue(self.rescued_from))

    def log(self) -> DecisionLog:
        rows = self._connection.execute("SELECT event FROM events ORDER BY number")
        return DecisionLog(tuple(decode(text) for (text,) in rows))

    def append(self, number: int, event: Event, ready: Texts | None = None) -> None:
        """Put an event on disk under its number, out of texts made ready where there are such.

        Returns once it is there. Raises SessionProblem where it cannot be.
        """
        self._write(_event(number, event, ready or {}))

    def take_over(
        self, number: int, events: Iterable[Event], visits: Iterable[VisitFacts], facts: Mapping[str, str]
    ) -> None:
        """Put what comes of an earlier session on disk, the events from this number on: all of it or nothing.

        Raises SessionProblem where it cannot be.
        """
        told = (_event(place, event, {}) for place, event in enumerate(events, number))
        self._write(*told, *map(_visit, visits), *(_fact(*fact) for fact in facts.items()))

    def keep_source(self, name: str, sha256: str, content: bytes) -> None:
        """Keep the register's file as it was, until the register is forgotten; a copy that is damaged is replaced."""
        kept = self._connection.execute("SELECT sha256, content FROM source").fetchone()
        if kept is not None and is_whole_copy(*kept):
            return
        self._write(("DELETE FROM source", ()), ("INSERT INTO source VALUES (?, ?, ?)", (sha256, name, content)))
        with suppress(sqlite3.Error):  # else it is on disk twice while the window is open
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def rewrite(self, events: Iterable[Event], source: Source | None, facts: Mapping[str, str]) -> None:
        """Put these events and this copy of the register's file in the place of all there were, and leave nothing of
        those behind: neither in free pages nor beside the file nor in older copies of it.

        Raises SessionProblem where it cannot be.
        """
        told = (_event(number, event, {}) for number, event in enumerate(events))
        kept = [("INSERT INTO source VALUES (?, ?, ?)", (source.sha256, source.name, source.content))] if source else []
        try:
            self._connection.execute("PRAGMA secure_delete = ON")
            self._write(
                *(("DELETE FROM events", ()), ("DELETE FROM source", ())),
                *(*told, *kept, *(_fact(*fact) for fact in facts.items())),
            )
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            for pattern in (".before-*", ".damaged-*"):
                for path in self.path.parent.glob(self.path.stem + pattern):
                    path.unlink(missing_ok=True)
        except (sqlite3.Error, OSError) as error:
            raise SessionProblem("session.not_writable", str(self.path.parent)) from error

    def source(self) -> bytes | None:
        """Return the register's file as it was. Raises SessionProblem where the copy of it is damaged."""
        row = self._connection.execute("SELECT name, sha256, content FROM source").fetchone()
        if row is None:
            return None
        name, digest, content = row
        if not is_whole_copy(digest, content):
            raise SessionProblem("session.copy_damaged", str(name))
        return bytes(content)

    def keep_visit(self, facts: VisitFacts) -> None:
        """Keep what was found on a day; a second look on the same day takes the place of the first."""
        self._write(_visit(facts))

    def visits(self) -> tuple[VisitFacts, ...]:
        """Return what was found on each visit, oldest first."""
        rows = self._connection.execute("SELECT * FROM visits ORDER BY day")
        return tuple(VisitFacts(date.fromisoformat(day), *counts) for day, *counts in rows)

    def set_fact(self, name: str, value: str) -> None:
        """Remember something about the session that is no decision, such as the page the user was on."""
        if self.fact(name) != value:
            self._write(_fact(name, value))

    def fact(self, name: str) -> str | None:
        row = self._connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def close(self) -> None:
        self._connection.close()

    def _write(self, *statements: Statement) -> None:
        try:
            if _place(self.path) != self._place:
                self._put_back()
            with self._connection:
                for statement in statements:
                    self._connection.execute(*statement)
        except sqlite3.Error as error:
            raise SessionProblem("session.not_writable", str(self.path.parent)) from error

    def _put_back(self) -> None:
        """Make the file again, which somebody deleted: what was in it is there as long as it is open.

        Raises SessionProblem where another one has come into its place.
        """
        if _place(self.path) is not None:
            raise SessionProblem("session.open_elsewhere")
        _make_private(self.path)
        self._connection.execute("VACUUM INTO ?", (str(self.path),))
        self._connection.close()
        self._connection = _open(self.path)
        self._place = _place(self.path)
        self.was_put_back = True

    def _take(self, rescued: Rescued) -> None:
        self.take_over(0, rescued.events, rescued.visits, rescued.facts)
        if rescued.source is not None:
            self.keep_source(rescued.source.name, rescued.source.sha256, rescued.source.content)


def _place(path: Path) -> tuple[int, int] | None:
    """Return what tells the file under a name from one that took its place, None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _event(number: int, event: Event, ready: Texts) -> Statement:
    text = encode(event, ready)
    return "INSERT INTO events VALUES (?, ?, ?)", (number, text, checksum(text))


def _visit(facts: VisitFacts) -> Statement:
    return "INSERT OR REPLACE INTO visits VALUES (?, ?, ?, ?, ?, ?)", (facts.day.isoformat(), *astuple(facts)[1:])


def _fact(name: str, value: str) -> Statement:
    return "INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value)


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=0.2, check_same_thread=False)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {WAL_PAGES}")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("quick_check found damage")
        _migrate(connection, path)
        if not _is_whole(connection):
            raise sqlite3.DatabaseError("an event is damaged")
    except BaseException:
        connection.close()
        raise
    return connection


def _is_whole(connection: sqlite3.Connection) -> bool:
    rows = connection.execute("SELECT * FROM events ORDER BY number")
    return all(
        number == expected and whole_event(text, checksum) is not None
        for expected, (number, text, checksum) in enumerate(rows)
    )


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(STEPS):
        raise SessionProblem("session.newer_program")
    for number, step in enumerate(STEPS[version:], start=version + 1):
        if version:
            copy = path.with_suffix(f".before-{number}")
            copy.unlink(missing_ok=True)
            _make_private(copy)
            connection.execute("VACUUM INTO ?", (str(copy),))
        connection.executescript(f"BEGIN; {step} PRAGMA user_version = {number}; COMMIT;")


def _make_private(path: Path) -> None:
    """Make the file, or what there is of it and of every copy beside it, one that only its owner may read."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        for each in path.parent.glob(f"{path.stem}.*"):
            each.chmod(0o600)
    except OSError as error:
        raise SessionProblem("session.not_writable", str(path.parent)) from error


def _set_aside(path: Path) -> Path:
    aside = next(name for number in range(1, 10_000) if not (name := path.with_suffix(f".damaged-{number}")).exists())
    path.rename(aside)
    for suffix in ("-wal", "-shm"):
        companion = Path(f"{path}{suffix}")
        if companion.exists():
            companion.rename(f"{aside}{suffix}")
    return aside


def _is_code(error: Exception, *codes: int) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in codes
