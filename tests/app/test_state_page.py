"""The state of the register can be printed, in each language, with the numbers the window shows."""

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

import builders
from tikissa.app.state_page import state_page
from tikissa.messages import LANGUAGES
from tikissa.model.analysis import Analysis
from tikissa.model.schema import Meaning
from tikissa.model.trend import Measure, VisitFacts
from tikissa.profiling.profile import profile
from tikissa.profiling.views import Found

MEANINGS = {
    "Nimi <b>": Meaning.WHOLE_NAME,
    "Katu": Meaning.STREET,
    "Pnro": Meaning.POSTAL_CODE,
    "Ostos": Meaning.LAST_PURCHASE,
    "Lupa": Meaning.PERMISSION,
    "Lähde": Meaning.SOURCE,
}


def _analysis(rows: int = 3) -> Analysis:
    register = builders.register(
        {
            "Nimi <b>": ["Aino Ahola"] * rows,
            "Katu": ["Koivutie 1"] * rows,
            "Pnro": ["00100"] * rows,
            "Ostos": ["1.1.2015"] * rows,
            "Lupa": ["x"] * rows,
            "Lähde": ["messut <2019>"] * rows,
        }
    )
    found = builders.analysis(register, [], [builders.merge([0, 1])], [builders.retire(2)], MEANINGS)
    facts = profile(Found(register, found.schema, found.settings, merges=found.merges, retires=found.retires))
    return replace(found, profile=facts)


def _text(page: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "|", page))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_each_language_and_holds_no_code(language: str) -> None:
    page = _text(state_page(_analysis(), language))
    assert "state_page." not in page
    assert not re.search(r"\|[a-z_]+\.[a-z_]+\|", page)


def test_the_page_says_how_many_are_entered_twice_and_worth_checking() -> None:
    page = _text(state_page(_analysis(), "fi"))
    assert re.search(r"Asiakkaita ehkä useaan kertaan \(yhteensä 2 riviä\)\|+1\|", page)
    assert re.search(r"Ei tapahtumia pitkään aikaan\|+1\|", page)


def test_the_page_says_when_customers_last_bought_and_nothing_where_no_column_tells() -> None:
    told, untold = _analysis(), builders.register({"Nimi <b>": ["Aino Ahola"] * 3})
    assert re.search(r"Viimeisin osto tiedossa\|+3\|", _text(state_page(told, "fi")))
    found = builders.analysis(untold, [], [], [], {"Nimi <b>": Meaning.WHOLE_NAME})
    facts = profile(Found(untold, found.schema, found.settings))
    assert "Viimeisin osto tiedossa" not in _text(state_page(replace(found, profile=facts), "fi"))


def test_what_stands_in_the_register_cannot_become_markup() -> None:
    page = state_page(_analysis(), "en")
    assert "Nimi <b>" not in page
    assert "messut &lt;2019&gt;" in page


def test_thousands_stand_apart_as_the_language_writes_them() -> None:
    assert "1\u00a0204" in state_page(_analysis(1204), "fi")
    assert "1,204" in state_page(_analysis(1204), "en")


def test_a_register_nothing_is_known_of_has_a_short_page() -> None:
    empty = builders.analysis(builders.register({"A": ["1"]}))
    assert "decay" not in state_page(empty, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_the_second_visit_on_the_page_tells_the_course(language: str) -> None:
    visits = (VisitFacts(date(2026, 9, 1), 3, 41, 73, 5, 6), VisitFacts(date(2026, 10, 1), 3, 7, 19, 8, 9))
    page = state_page(_analysis(), language, visits)
    told = [page.index(f">{number}<") for number in ("1.9.2026", 41, 73, "1.10.2026", 7, 19)]
    assert told == sorted(told)
    assert ">73<" not in state_page(_analysis(), language, visits[:1])


def test_the_page_tells_before_and_now_where_something_was_decided() -> None:
    measures = (Measure("duplicate_groups", 27, 2), Measure("way_email", 600, 900, 1204, 1149))
    page = _text(state_page(_analysis(1204), "en", measures=measures))
    assert re.search(r"entered more than once\|+27\|+2\|", page)
    assert re.search(r"Reachable by e-mail\|+600 \(50\u00a0%\)\|+900 \(78\u00a0%\)\|", page)
    assert "Nothing has been changed yet" not in page
    assert "Nothing has been changed yet" in _text(state_page(_analysis(), "en"))
