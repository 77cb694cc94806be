"""Companies of an open register in an index: by business id, by name whoever bears or bore it, by house."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import cast

from tikissa.model.companies import FINLAND, Company, CompanyName, OpenSource, Place, Situation
from tikissa.model.problems import Problem
from tikissa.model.progress import NoProgress, Progress
from tikissa.open_registers.keys import house_key, name_key
from tikissa.store.open_registers.index_file import Index, IndexFacts, keep_facts, new_index

_TABLES = """
CREATE TABLE towns (number INTEGER PRIMARY KEY, names TEXT NOT NULL);
CREATE TABLE companies (
    number INTEGER PRIMARY KEY, form INTEGER, status INTEGER, ended TEXT, situations TEXT,
    street TEXT, postal_code TEXT, town INTEGER, house INTEGER,
    post_street TEXT, post_postal_code TEXT, post_town INTEGER, post_house INTEGER
);
CREATE TABLE names (number INTEGER PRIMARY KEY, text TEXT NOT NULL, kind INTEGER, ended TEXT, key INTEGER);
"""
_INDEXES = (
    "CREATE INDEX names_by_key ON names (key)",
    "CREATE INDEX companies_by_house ON companies (house) WHERE house IS NOT NULL",
    "CREATE INDEX companies_by_post_house ON companies (post_house) WHERE post_house IS NOT NULL",
)
_MOST_NAMES = 100
"""Names are numbered by their company's number and their place, which spares an index: so many a company."""

_BATCH = 2_000
_BETWEEN, _INSIDE = ";", ":"
_COMPANY = f"INSERT OR REPLACE INTO companies VALUES ({','.join('?' * 13)})"
_NAME = "INSERT OR REPLACE INTO names VALUES (?,?,?,?,?)"

Row = tuple[object, ...]
_UNTOLD: Row = (None,) * 4


def write_company_index(
    path: Path,
    companies: Iterable[Company],
    kind: str,
    day: date,
    file: str,
    fewest: int = 1,
    progress: Progress = NoProgress(),
    below: int | None = None,
) -> int:
    """Make the index of these companies and return how many they are. Ids are given out one after another `below` a
    number, None where all are. Raises Problem where there are fewer companies than `fewest`, or the index cannot be
    written; an index that was there then stays."""
    with new_index(path, _TABLES) as connection:
        filling = _Filling(connection, below)
        for company in companies:
            filling.take(company)
        filling.flush()
        if filling.count < max(fewest, 1):
            raise Problem("open_register.too_few", file, str(filling.count))
        towns = [(number, names) for names, number in filling.towns.items()]
        connection.executemany("INSERT INTO towns VALUES (?,?)", towns)
        for statement in _INDEXES:
            progress.report("open_register.ordering", 1, 2)
            connection.execute(statement)
        facts = IndexFacts(kind, day, filling.count, file)
        keep_facts(connection, facts, {"newest": str(filling.newest), "country": filling.country})
    return filling.count


class _Filling:
    """Puts companies into the tables, so many at a time."""

    def __init__(self, connection: sqlite3.Connection, below: int | None) -> None:
        self._connection, self._below = connection, below
        self.country = FINLAND
        self._companies: list[Row] = []
        self._names: list[Row] = []
        self.towns: dict[str, int] = {}
        self.count = self.newest = 0

    def take(self, company: Company) -> None:
        number = company.number
        self._companies.append(
            (
                *(number, company.form, company.status, company.ended or None),
                _BETWEEN.join(map(_INSIDE.join, company.situations)) or None,
                *self._address(company.visiting),
                *self._address(company.postal),
            )
        )
        first = number * _MOST_NAMES
        self._names += [
            (first + place, name.text, name.kind, name.ended or None, name_key(name.text))
            for place, name in enumerate(company.names[:_MOST_NAMES])
        ]
        self.count += 1
        self.country = company.country
        if self._below is None or number < self._below:
            self.newest = max(self.newest, number)
        if len(self._companies) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        self._connection.executemany(_COMPANY, self._companies)
        self._connection.executemany(_NAME, self._names)
        self._companies, self._names = [], []

    def _address(self, place: Place) -> Row:
        if not place.is_told:
            return _UNTOLD
        street, code, towns = place
        town = self.towns.setdefault("\n".join(towns), len(self.towns)) if towns else None
        return street, code, town, house_key(street, code) or None


class CompanyIndex(Index):
    """The companies of an open register, looked up many at a time."""

    @property
    def source(self) -> OpenSource:
        return OpenSource(self.facts.kind, self.facts.day)

    @property
    def size(self) -> int:
        return self.facts.entries

    @property
    def newest(self) -> int:
        """The highest id in the register: they are given out one after another, and a higher one is younger."""
        return int(self.fact("newest") or 0)

    def companies(self, numbers: Iterable[int]) -> dict[int, Company]:
        """Return the companies of these ids that the register has."""
        wanted = [*dict.fromkeys(numbers)]
        names = self._names_of(wanted)
        rows = self.rows(
            "SELECT c.*, here.names, there.names FROM companies c LEFT JOIN towns here ON here.number = c.town "
            "LEFT JOIN towns there ON there.number = c.post_town WHERE c.number IN (?)",
            wanted,
        )
        country = self.fact("country") or FINLAND
        found = (_company(row, names, country) for row in rows)
        return {company.number: company for company in found}

    def named(self, keys: Iterable[int]) -> dict[int, tuple[int, ...]]:
        """Return which companies bear or bore a name of each key, see `name_key`."""
        rows = self.rows("SELECT key, number FROM names WHERE key IN (?)", filter(None, keys))
        return _grouped((cast(int, key), cast(int, number) // _MOST_NAMES) for key, number in rows)

    def housed(self, keys: Iterable[int]) -> dict[int, tuple[int, ...]]:
        """Return which companies are or have their post at each house, see `house_key`."""
        wanted = [key for key in keys if key]
        here = self.rows("SELECT house, number FROM companies WHERE house IN (?)", wanted)
        post = self.rows("SELECT post_house, number FROM companies WHERE post_house IN (?)", wanted)
        return _grouped((cast(int, key), cast(int, number)) for rows in (here, post) for key, number in rows)

    def _names_of(self, numbers: Iterable[int]) -> Mapping[int, list[CompanyName]]:
        found: dict[int, list[CompanyName]] = defaultdict(list)
        for number, text, kind, ended in self._names_between(numbers):
            found[cast(int, number) // _MOST_NAMES].append(
                CompanyName(cast(str, text), cast(int, kind), cast(str, ended) or "")
            )
        return found

    def _names_between(self, numbers: Iterable[int]) -> Iterator[Row]:
        return self.rows(
            "SELECT n.number, n.text, n.kind, n.ended FROM companies c "
            f"JOIN names n ON n.number BETWEEN c.number * {_MOST_NAMES} AND c.number * {_MOST_NAMES} + "
            f"{_MOST_NAMES - 1} WHERE c.number IN (?)",
            numbers,
        )


def _grouped(pairs: Iterable[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    found: dict[int, dict[int, None]] = defaultdict(dict)
    for key, number in pairs:
        found[key][number] = None
    return {key: tuple(numbers) for key, numbers in found.items()}


def _company(row: Row, names: Mapping[int, list[CompanyName]], country: str) -> Company:
    number, form, status, ended, situations, street, code, _, _, post_street, post_code, _, _, town, post_town = row
    return Company(
        cast(int, number),
        tuple(names.get(cast(int, number), ())),
        cast(int, form),
        cast(int, status),
        cast(str, ended) or "",
        tuple(_situations(cast(str, situations) or "")),
        _place(street, code, town),
        _place(post_street, post_code, post_town),
        country,
    )


def _situations(text: str) -> Iterator[Situation]:
    for each in filter(None, text.split(_BETWEEN)):
        code, _, since = each.partition(_INSIDE)
        yield Situation(code, since)


def _place(street: object, postal_code: object, towns: object) -> Place:
    names = cast(str, towns).split("\n") if towns else ()
    return Place(cast(str, street) or "", cast(str, postal_code) or "", tuple(names))
