"""Retired postal codes and their successors, gathered from one monthly file after another."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import cast

from tikissa.model.problems import Problem
from tikissa.open_registers.posti_layout import CodeChange, final_successors
from tikissa.store.open_registers.index_file import Index, IndexFacts, keep_facts, new_index

_TABLES = "CREATE TABLE changes (retired TEXT, successor TEXT, PRIMARY KEY (retired, successor)) WITHOUT ROWID;"


def add_code_changes(path: Path, changes: Sequence[CodeChange], kind: str, day: date, file: str) -> None:
    """Keep these changes beside those there are: each month's file tells only its own."""
    every = dict.fromkeys((*_kept(path), *changes))
    with new_index(path, _TABLES) as connection:
        connection.executemany("INSERT INTO changes VALUES (?,?)", [*every])
        keep_facts(connection, IndexFacts(kind, day, len(every), file), {})


def successors(path: Path) -> Mapping[str, str]:
    """Return the code in use today for each retired one that has just one; nothing where the file is damaged."""
    return {change.retired: change.successor for change in final_successors(_kept(path))}


def _kept(path: Path) -> list[CodeChange]:
    if not path.is_file():
        return []
    try:
        with closing(_Changes(path)) as index:
            return index.changes()
    except Problem:
        return []


class _Changes(Index):
    def changes(self) -> list[CodeChange]:
        rows = self.rows("SELECT retired, successor FROM changes WHERE 1 IN (?)", (1,))
        return [CodeChange(cast(str, retired), cast(str, successor)) for retired, successor in rows]
