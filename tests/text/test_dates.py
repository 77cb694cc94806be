"""Dates as people write them, and what is no whole date."""

from datetime import date, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tikissa.model.register import ColumnCells, RawValue
from tikissa.model.schema import DateOrder
from tikissa.text.date_columns import days
from tikissa.text.date_orders import Period, order_told
from tikissa.text.dates import parse_date
from tikissa.text.vague_dates import parse_vague_date

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
    "3/2 2009",
    "3/2 -09",
    "3/2-09",
    "3.2 2009",
    "3.2. -09",
    "3.2.'09",
    "den 3/2 2009",
    "3/2 2009 kl. 14.30",
    "3.2.2009 kl. 14.30",
    "3.2.2009 klo 14",
    "3.2.2009 at 2:30 PM",
    "3.2.2009, 14.30 Uhr",
    "14:30 3.2.2009",
    "klo 14.30 3.2.2009",
    "3-Feb-09",
    "03-FEB-2009",
    "3 feb -09",
    "3.helmikuuta 2009",
    "helmikuun 3. 2009",
    "helmikuun 3. p. 2009",
    "helmikuun 3. päivänä 2009",
    "den 3 februari 2009",
    "3:e februari 2009",
    "3rd of February 2009",
    "3. Februar 2009",
    "3. veebruar 2009",
    "tiistai 3.2.2009",
    "tis. 3/2 2009",
    "Tue, 3 Feb 2009 14:30:00 +0200",
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
    order = order_told(texts, Period()) or DateOrder.DAY_FIRST
    return [date.fromordinal(day).isoformat() if day else None for day in days(cells, order).tolist()]


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


@pytest.mark.parametrize(
    ("text", "last_day"),
    [
        ("vk 12/2019", date(2019, 3, 24)),
        ("vko 12/2019", date(2019, 3, 24)),
        ("viikko 12, 2019", date(2019, 3, 24)),
        ("v. 34/2019", date(2019, 8, 25)),
        ("v.34 2019", date(2019, 8, 25)),
        ("vecka 12 2019", date(2019, 3, 24)),
        ("2019-W12", date(2019, 3, 24)),
        ("2019 vk 12", date(2019, 3, 24)),
        ("KW 12/2019", date(2019, 3, 24)),
        ("vk 12/19", date(2019, 3, 24)),
        ("Q3 2019", date(2019, 9, 30)),
        ("3. kvartaali 2019", date(2019, 9, 30)),
        ("2019/Q3", date(2019, 9, 30)),
        ("12/-19", date(2019, 12, 31)),
        ("joulukuussa 2019", date(2019, 12, 31)),
        ("dec -19", date(2019, 12, 31)),
        ("2019 joulukuu", date(2019, 12, 31)),
        ("Dezember 2019", date(2019, 12, 31)),
        ("detsember 2019", date(2019, 12, 31)),
    ],
)
def test_a_week_a_quarter_and_a_bent_or_foreign_month_are_their_last_days(text: str, last_day: date) -> None:
    assert parse_vague_date(text) == last_day


@pytest.mark.parametrize("text", ["vk 54/2019", "v. 0/2019", "Q5 2019", "viikko 12", "kv 3"])
def test_weeks_and_quarters_no_year_has_are_none(text: str) -> None:
    assert parse_vague_date(text) is None


BIRTHS = Period.of_births(date(2026, 12, 1))
EVENTS = Period(last=date(2026, 6, 15))


@pytest.mark.parametrize(
    ("texts", "period", "order"),
    [
        (["1/1/18", "3/11/20", "4/16/21"], EVENTS, DateOrder.MONTH_FIRST),
        (["01-01-2018", "04-16-2021"], EVENTS, DateOrder.MONTH_FIRST),
        (["01/08/2025 15:49:00", "06/16/2025 13:35:00"], EVENTS, DateOrder.MONTH_FIRST),
        (["05/08/2026", "05/09/2026", "03/02/2025"], EVENTS, DateOrder.MONTH_FIRST),
        (["16/04/2021", "1/2/2020"], EVENTS, DateOrder.DAY_FIRST),
        (["14/12/19", "28/2/22", "3/2/24"], EVENTS, DateOrder.DAY_FIRST),
        (["21-04-16", "20-11-30", "19-02-28"], EVENTS, DateOrder.YEAR_FIRST),
        (["99/04/16", "01/02/03"], EVENTS, DateOrder.YEAR_FIRST),
        (["4/16/41", "3/2/55"], BIRTHS, DateOrder.MONTH_FIRST),
        (["16/4/41", "3/2/55"], BIRTHS, DateOrder.DAY_FIRST),
        (["12/11/2026", "1/2/1980"], BIRTHS, DateOrder.DAY_FIRST),
        (["12/01/2026", "2/1/1980", "12/05/1999"], BIRTHS, None),
        (["3/2/2020", "5/6/2018"], EVENTS, None),
        (["14.12.2019", "3/2 2020", "", "ei tiedossa"], EVENTS, None),
        (["12/25/2019", *(f"{day}/3/2020" for day in range(13, 30))], EVENTS, DateOrder.DAY_FIRST),
    ],
)
def test_the_order_of_a_column_follows_from_what_its_days_would_be(
    texts: list[str], period: Period, order: DateOrder | None
) -> None:
    assert order_told(texts, period) == order


@given(st.lists(st.dates(date(1990, 1, 1), date(2026, 6, 15)), min_size=1), st.sampled_from("/-"))
def test_a_column_is_read_back_in_the_order_it_tells(written: list[date], mark: str) -> None:
    texts = [f"{day.month}{mark}{day.day}{mark}{day.year}" for day in written]
    if any(day.day > 12 for day in written):
        assert order_told(texts, EVENTS) == DateOrder.MONTH_FIRST
        assert [parse_date(text, DateOrder.MONTH_FIRST) for text in texts] == written


@given(st.text(alphabet="0123456789./- klovkQ'’åjan:", max_size=20), st.sampled_from(DateOrder))
def test_no_text_is_too_strange_to_be_looked_at(text: str, order: DateOrder) -> None:
    for found in (parse_date(text, order), parse_vague_date(text)):
        assert found is None or isinstance(found, date)
