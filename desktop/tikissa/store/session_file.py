"""One SQLite file per register: the source as it was and every event, each on disk before the screen shows it."""

import os
import shutil
import sqlite3
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from tikissa.model.decision import Decision, DecisionLog, Event, Verdict
from tikissa.model.problems import SessionProblem
from tikissa.store.event_codec import decode, encode
from tikissa.store.migrations import STEPS

LOST = Decision(Verdict.LATER, (), datetime(1970, 1, 1, tzinfo=UTC), "")
"""Stands for an event that could not be read."""


class SessionFile:
    """An open session file. Only one window can have it open; it belongs to the thread that opened it."""

    def __init__(self, path: Path) -> None:
        """Open or make the file, readable by its owner alone.

        A damaged file is set aside under another name and what can be read of it is carried over.
        Raises SessionProblem where it is open in another window or the folder cannot be written.
        """
        self.path = path
        self.rescued_from: Path | None = None
        _make_private(path)
        try:
            self._connection = _open(path)
        except sqlite3.DatabaseError as error:
            if _is_busy(error):
                raise SessionProblem("session.open_elsewhere") from error
            if isinstance(error, sqlite3.OperationalError) and "disk" in str(error):
                raise SessionProblem("session.not_writable", str(path.parent)) from error
            self.rescued_from = _set_aside(path)
            _make_private(path)
            self._connection = _open(path)
            self._rescue(self.rescued_from)

    def log(self) -> DecisionLog:
        rows = self._connection.execute("SELECT event FROM events ORDER BY number")
        return DecisionLog(tuple(decode(text) for (text,) in rows))

    def append(self, number: int, event: Event) -> None:
        """Put an event on disk under its number. Returns once it is there. Raises SessionProblem where it cannot be."""
        text = encode(event)
        try:
            with self._connection:
                self._connection.execute("INSERT INTO events VALUES (?, ?, ?)", (number, text, _checksum(text)))
        except sqlite3.Error as error:
            raise SessionProblem("session.not_writable", str(self.path.parent)) from error

    def keep_source(self, name: str, sha256: str, content: bytes) -> None:
        """Keep the register's file as it was, until the register is forgotten."""
        try:
            with self._connection:
                self._connection.execute("INSERT OR IGNORE INTO source VALUES (?, ?, ?)", (sha256, name, content))
        except sqlite3.Error as error:
            raise SessionProblem("session.not_writable", str(self.path.parent)) from error

    def source(self) -> bytes | None:
        row = self._connection.execute("SELECT content FROM source").fetchone()
        return bytes(row[0]) if row else None

    def set_fact(self, name: str, value: str) -> None:
        """Remember something about the session that is no decision, such as the page the user was on."""
        try:
            with self._connection:
                self._connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))
        except sqlite3.Error as error:
            raise SessionProblem("session.not_writable", str(self.path.parent)) from error

    def fact(self, name: str) -> str | None:
        row = self._connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def close(self) -> None:
        self._connection.close()

    def _rescue(self, damaged: Path) -> None:
        """Copy over what reads of a damaged file: events as far as they are whole, the source if it is."""
        try:
            connection = sqlite3.connect(damaged)
        except sqlite3.Error:
            return
        try:
            self._rescue_rows(connection)
        except sqlite3.DatabaseError:
            return
        finally:
            connection.close()

    def _rescue_rows(self, connection: sqlite3.Connection) -> None:
        """An event that is lost leaves an empty one in its place, since undoing goes by the events' numbers."""
        upcoming = 0
        for number, text, checksum in connection.execute("SELECT * FROM events ORDER BY number"):
            for lost in range(upcoming, number):
                self.append(lost, LOST)
            self.append(number, _whole_event(text, checksum) or LOST)
            upcoming = number + 1
        row = connection.execute("SELECT name, sha256, content FROM source").fetchone()
        if row:
            self.keep_source(str(row[0]), str(row[1]), bytes(row[2]))


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=0.2)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
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
        number == expected and _whole_event(text, checksum) is not None
        for expected, (number, text, checksum) in enumerate(rows)
    )


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(STEPS):
        raise SessionProblem("session.newer_program")
    for number, step in enumerate(STEPS[version:], start=version + 1):
        if version:
            shutil.copyfile(path, path.with_suffix(f".before-{number}"))
        connection.executescript(f"BEGIN; {step} PRAGMA user_version = {number}; COMMIT;")


def _make_private(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
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


def _is_busy(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _checksum(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _whole_event(text: object, checksum: object) -> Event | None:
    if not isinstance(text, str) or _checksum(text) != checksum:
        return None
    try:
        return decode(text)
    except ValueError:
        return None
