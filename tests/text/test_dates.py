"""Dates as people write them, and what is no whole date."""

from datetime import date, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tikissa.model.register import ColumnCells, RawValue
from tikissa.text.date_columns import days
from tikissa.text.dates import parse_date, parse_vague_date

WRITINGS = [
    "3.2.2009",
    "03.02.2009",
    "3.2.09",
    "3. 2. 2009",
    " 3.2.2009 ",
    "3/2/2009",
    "3-2-2009",
    "2009-02-03",
    "2009/02/03",
    "20090203",
    "2009-02-03 00:00:00",
    "2009-02-03T14:30:00Z",
    "3.2.2009 klo 14.30",
    "3.2.2009 14:30",
    "3. helmikuuta 2009",
    "3 feb 2009",
    "3 februari 2009",
    "February 3, 2009",
    "Feb 3rd, 2009",
]


@pytest.mark.parametrize("text", WRITINGS)
def test_a_day_is_read_in_every_usual_writing(text: str) -> None:
    assert parse_date(text) == date(2009, 2, 3)


@pytest.mark.parametrize("text", ["", "31.2.2009", "3.2.", "2/2009", "2009", "1017", "040 123 4567", "3.13.2009", "x"])
def test_what_is_no_whole_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@given(st.dates(date(1969, 1, 1), date(2068, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert parse_date(f"{day.day}.{day.month}.{day.year}") == day
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.day}.{day.month}.{day:%y}") == day


def _days(texts: list[str], raws: list[RawValue] | None = None) -> list[str | None]:
    cells = ColumnCells.of(texts)
    if raws is not None:
        typed = np.empty(len(raws), dtype=object)
        typed[:] = raws
        cells = ColumnCells(cells.codes, cells.texts, typed)
    return [date.fromordinal(day).isoformat() if day else None for day in days(cells).tolist()]


def test_a_typed_date_counts_whatever_its_text_looks_like() -> None:
    assert _days(["3.2.", "helmi"], [datetime(2009, 2, 3, 12, 0), date(2010, 2, 3)]) == ["2009-02-03", "2010-02-03"]


def test_a_month_or_a_year_alone_is_taken_at_its_end_so_that_no_row_looks_older_than_it_may_be() -> None:
    assert _days(["3/2019", "2019", "2019-12"]) == ["2019-03-31", "2019-12-31", "2019-12-31"]


def test_excels_day_numbers_are_read_and_other_numbers_are_not() -> None:
    assert _days(["43567", "17"]) == ["2019-04-12", None]
    assert _days(["43 567"], [43567.5]) == ["2019-04-12"]


def test_slashes_with_the_month_first_are_told_by_the_column() -> None:
    assert _days(["12/25/2019", "1/2/2020"]) == ["2019-12-25", "2020-01-02"]
    assert _days(["25/12/2019", "1/2/2020"]) == ["2019-12-25", "2020-02-01"]


def test_a_cell_without_a_date_has_no_day() -> None:
    assert _days(["", "ei tiedossa"]) == [None, None]


@pytest.mark.parametrize(
    ("text", "last_day"),
    [
        ("3/2019", date(2019, 3, 31)),
        ("v. 2015", date(2015, 12, 31)),
        ("2015?", date(2015, 12, 31)),
        ("12/19", date(2019, 12, 31)),
        ("kesä 2019", date(2019, 8, 31)),
        ("kevät -19", date(2019, 5, 31)),
        ("syksy 25", date(2025, 11, 30)),
        ("elokuu 2026", date(2026, 8, 31)),
        ("loka 2025", date(2025, 10, 31)),
        ("hösten 2020", date(2020, 11, 30)),
        ("summer 2018", date(2018, 8, 31)),
    ],
)
def test_a_day_said_vaguely_is_the_last_that_may_be_meant(text: str, last_day: date) -> None:
    assert parse_vague_date(text) == last_day


@pytest.mark.parametrize("text", ["5/10", "13/2019", "joka viikko", "perunaa 20", "14.11.", "", "vuosi"])
def test_what_says_no_time_is_none(text: str) -> None:
    assert parse_vague_date(text) is None


def test_a_weekday_before_the_day_is_read() -> None:
    assert parse_date("ke 18.11.2026") == date(2026, 11, 18)


@pytest.mark.parametrize("text", ["1.1.1970", "1970-01-01 00:00:00", "1.1.1900", "31.12.9999", "1.1.1753"])
def test_what_programs_write_for_no_day_is_none(text: str) -> None:
    assert _days([text]) == [None]
