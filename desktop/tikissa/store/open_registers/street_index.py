"""Posti's streets in an index: which postal codes the houses of a street have, and which streets a postal code."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import cast

from tikissa.model.problems import Problem
from tikissa.open_registers.keys import street_key
from tikissa.open_registers.posti_layout import StreetPart
from tikissa.store.open_registers.index_file import Index, IndexFacts, keep_facts, new_index

_TABLES = """
CREATE TABLE places (number INTEGER PRIMARY KEY, names TEXT NOT NULL, municipality_fi TEXT, municipality_sv TEXT);
CREATE TABLE parts (
    street INTEGER, other_street INTEGER, code TEXT, street_fi TEXT, street_sv TEXT, parity TEXT, lowest INTEGER,
    highest INTEGER, place INTEGER
);
"""
_INDEXES = (
    "CREATE INDEX parts_by_street ON parts (street)",
    "CREATE INDEX parts_by_other_street ON parts (other_street) WHERE other_street IS NOT NULL",
    "CREATE INDEX parts_by_code ON parts (code)",
)
_PART = "INSERT INTO parts VALUES (?,?,?,?,?,?,?,?,?)"
_COLUMNS = "street, other_street, code, street_fi, street_sv, parity, lowest, highest, place FROM parts"
_BATCH = 2_000

Parts = Mapping[int, list[StreetPart]]
Places = Mapping[int, tuple[tuple[str, ...], str, str]]
_Row = tuple[int, int, str, str, str, str, int, int, int]


def write_street_index(path: Path, parts: Iterable[StreetPart], kind: str, day: date, file: str, fewest: int) -> None:
    """Make the index. Raises Problem where there are fewer parts than `fewest`, or it cannot be written."""
    with new_index(path, _TABLES) as connection:
        places: dict[tuple[str, ...], int] = {}
        rows: list[tuple[object, ...]] = []
        count = 0
        for part in parts:
            count += 1
            where = ("\n".join(part.place_names), part.municipality_fi, part.municipality_sv)
            number = places.setdefault(where, len(places))
            own, other = street_key(part.street_fi or part.street_sv), street_key(part.street_sv)
            rows.append((own, other if other not in (0, own) else None, part.postal_code, *part[2:7], number))
            if len(rows) >= _BATCH:
                connection.executemany(_PART, rows)
                rows = []
        connection.executemany(_PART, rows)
        if count < max(fewest, 1):
            raise Problem("open_register.too_few", file, str(count))
        connection.executemany("INSERT INTO places VALUES (?,?,?,?)", [(n, *where) for where, n in places.items()])
        for statement in _INDEXES:
            connection.execute(statement)
        keep_facts(connection, IndexFacts(kind, day, count, file), {})


class StreetIndex(Index):
    """The parts of streets, looked up many at a time."""

    def streets(self, keys: Iterable[int]) -> Parts:
        """Return the parts of the streets of these keys (see `street_key`), in either language."""
        wanted = [key for key in dict.fromkeys(keys) if key]
        found: dict[int, list[StreetPart]] = defaultdict(list)
        places = self._places()
        for which, column in enumerate(("street", "other_street")):
            for row in self.rows(f"SELECT {_COLUMNS} WHERE {column} IN (?)", wanted):
                found[cast(int, row[which])].append(_part(row, places))
        return found

    def of_codes(self, codes: Iterable[str]) -> Mapping[str, list[StreetPart]]:
        """Return the parts of streets that have these postal codes."""
        found: dict[str, list[StreetPart]] = defaultdict(list)
        places = self._places()
        for row in self.rows(f"SELECT {_COLUMNS} WHERE code IN (?)", codes):
            found[cast(str, row[2])].append(_part(row, places))
        return found

    def _places(self) -> Places:
        """Return each place's names, and its municipality's in both languages: few for many streets."""
        columns = "SELECT number, names, municipality_fi, municipality_sv FROM places WHERE 1 IN (?)"
        told = cast(Iterator[tuple[int, str, str, str]], self.rows(columns, (1,)))
        return {number: (tuple(names.split("\n")), fi, sv) for number, names, fi, sv in told}


def _part(row: tuple[object, ...], places: Places) -> StreetPart:
    _, _, code, street_fi, street_sv, parity, lowest, highest, place = cast(_Row, row)
    names, municipality_fi, municipality_sv = places[place]
    return StreetPart(code, names, street_fi, street_sv, parity, lowest, highest, municipality_fi, municipality_sv)
