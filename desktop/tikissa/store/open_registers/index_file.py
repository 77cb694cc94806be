"""An open register's index on disk: a SQLite file made beside the old one, which takes its place only when whole."""

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from tikissa.model.problems import Problem

VERSION = "1"
_FACTS = "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
_AT_A_TIME = 500
_LONG_AGO = 3600.0
"""Seconds after which nobody is at work on a part any more."""


@dataclass(frozen=True, slots=True)
class IndexFacts:
    """What an index says of itself: the register it is of, the day its data are of, entries, the file it came from."""

    kind: str
    day: date
    entries: int
    file: str


@contextmanager
def new_index(path: Path, tables: str) -> Iterator[sqlite3.Connection]:
    """Make an index of these tables; it takes its name when the block ends without an error, and else leaves no trace.

    Raises Problem where it cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear_away(path)
        with closing(sqlite3.connect(part, isolation_level=None)) as connection:
            connection.executescript(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000; "
                f"PRAGMA temp_store = FILE; BEGIN; {_FACTS} {tables}"
            )
            yield connection
            connection.execute("COMMIT")
        _flush(part)
        part.replace(path)
    except (sqlite3.Error, OSError) as error:
        raise Problem("open_register.not_written", str(path.parent)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _clear_away(path: Path) -> None:
    """Remove what programs that were killed have left half made; what is being made now is younger."""
    for part in path.parent.glob(f".{path.name}.*.part"):
        if time.time() - part.stat().st_mtime > _LONG_AGO:
            part.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def keep_facts(connection: sqlite3.Connection, facts: IndexFacts, more: Mapping[str, str]) -> None:
    told = {
        "version": VERSION,
        "kind": facts.kind,
        "day": facts.day.isoformat(),
        "entries": str(facts.entries),
        "file": facts.file,
    }
    connection.executemany("INSERT INTO facts VALUES (?, ?)", [*{**told, **more}.items()])


class Index:
    """An index opened for reading. Raises Problem where the file is damaged or of another program's version."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        try:
            self._connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
            self._told: dict[str, str] = dict(self._connection.execute("SELECT name, value FROM facts"))
            self.facts = IndexFacts(
                self._told["kind"],
                date.fromisoformat(self._told["day"]),
                int(self._told["entries"]),
                self._told["file"],
            )
        except (sqlite3.Error, KeyError, ValueError) as error:
            raise Problem("open_register.damaged", path.name) from error
        if self._told.get("version") != VERSION:
            self.close()
            raise Problem("open_register.damaged", path.name)

    def fact(self, name: str) -> str:
        return self._told.get(name, "")

    def rows(self, statement: str, values: Iterable[int | str]) -> Iterator[tuple[object, ...]]:
        """Yield the answers to a statement with `IN (?)` for all of these values, so many at a time."""
        left = iter(dict.fromkeys(values))
        while some := tuple(islice(left, _AT_A_TIME)):
            marks = ",".join("?" * len(some))
            try:
                yield from self._connection.execute(statement.replace("(?)", f"({marks})"), some)
            except sqlite3.Error as error:
                raise Problem("open_register.damaged", self._name) from error

    def close(self) -> None:
        self._connection.close()
