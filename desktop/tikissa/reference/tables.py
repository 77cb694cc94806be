"""Reads the shipped reference tables, each once and only when somebody asks for it."""

import csv
from functools import cache
from types import MappingProxyType

from tikissa.resources import resource

Row = MappingProxyType[str, str]


@cache
def rows(table: str) -> tuple[Row, ...]:
    """Return the rows of `resources/reference/TABLE.csv` by header."""
    with resource("reference", f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(MappingProxyType(row) for row in csv.DictReader(lines))
