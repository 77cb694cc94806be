"""The postal codes in use on a day, from Posti's own file: newer than the table that ships with the program."""

from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import cast

from tikissa.model.problems import Problem
from tikissa.open_registers.posti_layout import PostalCode
from tikissa.store.open_registers.index_file import Index, IndexFacts, keep_facts, new_index

_TABLES = "CREATE TABLE codes (code TEXT PRIMARY KEY, name TEXT NOT NULL, municipality TEXT NOT NULL) WITHOUT ROWID;"


def write_code_list(path: Path, codes: Iterable[PostalCode], kind: str, day: date, file: str, fewest: int) -> None:
    """Make the index. Raises Problem where there are fewer codes than `fewest`, or it cannot be written."""
    with new_index(path, _TABLES) as connection:
        listed = {each.code: (each.code, each.name_fi, each.municipality) for each in codes}
        if len(listed) < max(fewest, 1):
            raise Problem("open_register.too_few", file, str(len(listed)))
        connection.executemany("INSERT INTO codes VALUES (?,?,?)", [*listed.values()])
        keep_facts(connection, IndexFacts(kind, day, len(listed), file), {})


def codes_in_use(path: Path) -> Mapping[str, tuple[str, str]]:
    """Return the postal codes of the file that is kept, each with its name and its municipality's number; none where
    there is no file or it is damaged."""
    if not path.is_file():
        return {}
    try:
        with closing(_Codes(path)) as index:
            return index.codes()
    except Problem:
        return {}


class _Codes(Index):
    def codes(self) -> dict[str, tuple[str, str]]:
        rows = self.rows("SELECT code, name, municipality FROM codes WHERE 1 IN (?)", (1,))
        return {cast(str, code): (cast(str, name), cast(str, municipality)) for code, name, municipality in rows}
