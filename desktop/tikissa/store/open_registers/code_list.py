"""The postal codes in use on a day, from Posti's own file: newer than the table that ships with the program."""

from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import cast

from tikissa.model.problems import Problem
from tikissa.open_registers.posti_layout import PostalCode
from tikissa.store.open_registers.index_file import Index, IndexFacts, keep_facts, new_index

_TABLES = "CREATE TABLE codes (code TEXT PRIMARY KEY, names TEXT NOT NULL) WITHOUT ROWID;"


def write_code_list(path: Path, codes: Iterable[PostalCode], kind: str, day: date, file: str, fewest: int) -> None:
    """Make the index. Raises Problem where there are fewer codes than `fewest`, or it cannot be written."""
    with new_index(path, _TABLES) as connection:
        listed = {each.code: "\n".join((each.name_fi, each.name_sv)) for each in codes}
        if len(listed) < max(fewest, 1):
            raise Problem("open_register.too_few", file, str(len(listed)))
        connection.executemany("INSERT INTO codes VALUES (?,?)", [*listed.items()])
        keep_facts(connection, IndexFacts(kind, day, len(listed), file), {})


def codes_in_use(path: Path) -> frozenset[str]:
    """Return the postal codes of the file that is kept, none where there is none or it is damaged."""
    if not path.is_file():
        return frozenset()
    try:
        with closing(_Codes(path)) as index:
            return index.codes()
    except Problem:
        return frozenset()


class _Codes(Index):
    def codes(self) -> frozenset[str]:
        return frozenset(cast(str, code) for (code,) in self.rows("SELECT code FROM codes WHERE 1 IN (?)", (1,)))
