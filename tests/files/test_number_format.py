"""Numbers as their cells show them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tikissa.files.number_format import show_number
from tikissa.model.register import RawValue

SHOWN: tuple[tuple[float, str, str, RawValue], ...] = (
    (100, "00000", "00100", 100),
    (100, "General", "100", None),
    (0.1 + 0.2, "General", "0.3", None),
    (358401234567, "General", "358401234567", None),
    (1234.5, "0.00", "1234.50", 1234.5),
    (1234.5, "#,##0.00", "1234.50", 1234.5),
    (0.255, "0.0%", "25.5%", 0.255),
    (1200, '#,##0 "kpl"', "1200 kpl", 1200),
    (12.5, "#,##0.00\\ [$€-40B]", "12.50 €", 12.5),
    (-5, "0.00;[Red]-0.00", "-5.00", -5),
    (-5, "0.00", "-5.00", -5),
    (0, '0;-0;"-"', "-", 0),
    (401234567, "000\\ 000\\ 0000", "040 123 4567", 401234567),
    (1234567, "0000000-0", "0123456-7", 1234567),
    (5, '"A"0000', "A0005", 5),
    (2500000, '0.0,,"M"', "2.5M", 2500000),
    (12345, "0.00E+00", "1.23E+04", 12345),
    (45000, "d.m.yyyy", "15.3.2023", date(2023, 3, 15)),
    (45000, "dd.mm.yy", "15.03.23", date(2023, 3, 15)),
    (45000, "yyyy-mm-dd", "2023-03-15", date(2023, 3, 15)),
    (45000.75, "d.m.yyyy h:mm", "15.3.2023 18:00", datetime(2023, 3, 15, 18)),
    (45000.75, "h:mm AM/PM", "6:00 PM", datetime(2023, 3, 15, 18)),
    (45000, "[$-40B]mmmm yyyy", "maaliskuu 2023", date(2023, 3, 15)),
    (45000, "[$-40B]d. mmmm yyyy", "15. maaliskuuta 2023", date(2023, 3, 15)),
    (45000, "[$-41D]d mmmm yyyy", "15 mars 2023", date(2023, 3, 15)),
    (45000, "[$-409]mmm d, yyyy", "Mar 15, 2023", date(2023, 3, 15)),
    (45000, "ddd d.m.", "ke 15.3.", date(2023, 3, 15)),
    (1.5, "[h]:mm", "36:00", 1.5),
    (0.5, "h:mm:ss", "12:00:00", 0.5),
    (59, "d.m.yyyy", "28.2.1900", date(1900, 2, 28)),
    (61, "d.m.yyyy", "1.3.1900", date(1900, 3, 1)),
    (-1, "d.m.yyyy", "-1", None),
    (1e300, "d.m.yyyy", "1e+300", None),
    (1234567890123456, "General", "1234567890123456", 1234567890123456),
    (7, 'General\\ "kpl"', "7 kpl", 7),
)


@pytest.mark.parametrize(("value", "code", "text", "raw"), SHOWN)
def test_a_number_is_written_as_its_cell_shows_it(value: float, code: str, text: str, raw: RawValue) -> None:
    assert show_number(value, code) == (text, raw)


@given(st.floats(allow_nan=False), st.text(alphabet='0#?.,;dmyhs[]"\\E+-%/ @_*AP€G', max_size=20))
def test_no_number_format_is_too_odd_to_be_read(value: float, code: str) -> None:
    text, _ = show_number(value, code)
    assert isinstance(text, str)


@given(st.integers(1, 99999))
def test_leading_zeros_are_as_many_as_the_format_says(number: int) -> None:
    assert show_number(number, "00000")[0] == f"{number:05}"


@given(st.dates(date(1900, 3, 1), date(9999, 12, 31)))
def test_every_day_comes_back(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    assert show_number(serial, "d.m.yyyy") == (f"{day.day}.{day.month}.{day.year}", day)
