"""Names in capitals, text in a wrong encoding, header words a letter apart, days in other styles."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tikissa.text.date_styles import excel_day, has_short_year, style_of_day, write_day
from tikissa.text.garbled_text import has_lost_letters, repaired
from tikissa.text.letter_case import written_name
from tikissa.text.similarity import typing_distance

NAMES = st.text(alphabet="abcdefghijklmnopqrstuvwxyzåäöéü -'", min_size=1, max_size=15)


@given(NAMES)
def test_a_name_that_is_written_stays_as_it_is(name: str) -> None:
    assert written_name(written_name(name)) == written_name(name)


@given(NAMES)
def test_writing_a_name_changes_nothing_but_the_size_of_its_letters(name: str) -> None:
    assert written_name(name).lower() == name.lower()


@given(st.text(alphabet="abcdeåäöÅÄÖéü€ ", min_size=1))
def test_text_read_in_a_wrong_encoding_is_read_right_again(text: str) -> None:
    garbled = text.encode("utf-8").decode("cp1252", "replace")
    if "\ufffd" not in garbled and garbled != text:
        assert repaired(garbled) == text


@pytest.mark.parametrize("text", ["Mäkinen", "Ähtäri", "Ñandú", "Ç", "Âme", "50 €", "", "São Paulo", "Ãndré"])
def test_right_text_is_not_repaired(text: str) -> None:
    assert repaired(text) is None


@pytest.mark.parametrize(
    ("text", "lost"), [("M?kinen", True), ("M\ufffdkinen", True), ("Mitä?", False), ("Mitä? Ei", False)]
)
def test_lost_letters_are_told_from_questions(text: str, lost: bool) -> None:
    assert has_lost_letters(text) is lost


@pytest.mark.parametrize(
    ("first", "second", "distance"),
    [("helsinki", "heslinki", 1), ("vantaa", "vnataa", 1), ("turku", "turku", 0), ("espoo", "oulu", 3)],
)
def test_letters_out_of_place_are_counted(first: str, second: str, distance: int) -> None:
    assert typing_distance(first, second, 2) == distance


@pytest.mark.parametrize("style", ["1.2.2020", "01.02.2020", "2020-02-01"])
def test_a_day_is_written_in_each_style(style: str) -> None:
    assert write_day(date(2020, 2, 1), style) == style
    assert write_day(date(2020, 2, 1), style_of_day(style) or "") == style


def test_what_excel_makes_of_a_day_is_read_back() -> None:
    assert excel_day("43862") == date(2020, 2, 1)
    assert excel_day("43862.0") == date(2020, 2, 1)
    assert excel_day("12345") is None
    assert excel_day("1.2.2020") is None


def test_a_short_year_is_seen() -> None:
    assert has_short_year("1.2.20")
    assert not has_short_year("1.2.2020")
