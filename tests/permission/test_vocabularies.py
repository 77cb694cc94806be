"""What the columns of many programs say, in twelve languages: a no is one of its own channels, or it is asked about."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import TODAY, register
from tikissa.model.permission import ANY, NONE, PermissionColumn, Said, Ways
from tikissa.permission.columns_in_force import column_of
from tikissa.permission.notes import said_in_words
from tikissa.permission.permission_cells import said
from tikissa.schema.detect import detect

NAMES = ["Aino Ahola", "Eino Ek", "Outi Oja", "Pentti Palo", "Sirpa Salo", "Veikko Vuori"]
PEOPLE = {
    "Nimi": NAMES,
    "Puhelin": [f"040 881 00{place}{place}" for place in range(len(NAMES))],
    "Sähköposti": [f"{name.split()[1].casefold()}@posti.fi" for name in NAMES],
}
CHOSEN_BY = 3
"""One vocabulary in so many is looked at in a usual run, every one in the long form."""


def _table(name: str) -> list[dict[str, str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as lines:
        return [*csv.DictReader(lines)]


def _column(header: str, values: list[str]) -> PermissionColumn | None:
    return column_of(detect(register(PEOPLE | {header: values}), today=TODAY), header)


def _closed(told: Said) -> Ways:
    return ANY if told.state.is_closed else told.forbidden


def _wrong(rows: list[dict[str, str]]) -> Iterator[str]:
    for row in rows:
        no, yes = row["forbids"], row["allows"]
        column = _column(row["header"], [yes, no, yes, yes, no, yes])
        named = f"{row['header']}: {no} / {yes}"
        if column is None:
            yield f"{named}: lost"
        elif row["says"] == "asked":
            if not column.is_open:
                yield f"{named}: neither understood nor asked about"
        else:
            expected = ANY if row["says"] == "all" else frozenset(row["says"].split("|"))
            told, other = _closed(said(column, no)), _closed(said(column, yes))
            if told != expected or other != NONE:
                yield f"{named}: forbids {sorted(told)}, the other {sorted(other)}"


def test_a_no_forbids_its_own_channels_and_a_yes_none() -> None:
    assert [*_wrong(_table("vocabularies.csv")[::CHOSEN_BY])] == []


@pytest.mark.full
def test_every_no_forbids_its_own_channels_and_a_yes_none() -> None:
    assert [*_wrong(_table("vocabularies.csv"))] == []


def test_a_note_forbids_what_it_says_and_no_more() -> None:
    told = ((row, "|".join(sorted(_closed(said_in_words(row["note"]))))) for row in _table("notes.csv"))
    assert [(row["note"], forbids) for row, forbids in told if forbids != row["forbids"]] == []


def test_an_ordinary_column_is_neither_a_prohibition_nor_asked_about() -> None:
    taken = []
    for row in _table("ordinary.csv"):
        values = row["values"].split(";")
        column = _column(row["header"], [values[place % len(values)] for place in range(len(NAMES))])
        if column is not None and (column.is_open or any(_closed(said(column, text)) for text in values)):
            taken.append(row["header"])
    assert taken == []
