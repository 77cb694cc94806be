"""Rows that are no customers: test rows, headings and totals among the customers."""

import pytest

import builders
from tikissa.messages import has_words
from tikissa.model.analysis import Settings
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.staleness.assess import assess

SCHEMA = Schema(
    tuple(ColumnMeaning(str(known), known, 1.0, True) for known in (Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.PHONE))
)

NUMBERED = {"Nro": Meaning.CUSTOMER_NUMBER, "Nimi": Meaning.WHOLE_NAME, "Puh": Meaning.PHONE}


def _codes(given: str, surname: str, phone: str = "") -> list[str]:
    cells = dict(
        zip(map(str, (Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.PHONE)), (given, surname, phone), strict=True)
    )
    register = builders.register({name: [text] for name, text in cells.items()})
    found = assess(register, SCHEMA, builders.keys(1), Settings(builders.TODAY))
    return [reason.code for retire in found for reason in retire.reasons]


@pytest.mark.parametrize(
    ("given", "surname"), [("testi", "testi"), ("", "Test Customer"), ("", "Testi Asiakas"), ("asdf", "")]
)
def test_rows_typed_to_try_the_program_out_are_told(given: str, surname: str) -> None:
    assert _codes(given, surname, "0401234567") == ["row.test"]


@pytest.mark.parametrize(("given", "surname"), [("Matti", "Testi"), ("Teppo", "Esimerkki"), ("", "")])
def test_people_are_no_test_rows(given: str, surname: str) -> None:
    assert _codes(given, surname) == []


@pytest.mark.parametrize(
    "name", ["YHTEENSÄ", "Yhteensä:", "--- Jarin listalta 2018 ---", "Tukkurit:", "Nimi", "Totalt"]
)
def test_headings_and_totals_are_told(name: str) -> None:
    assert _codes("", name) == ["row.no_customer"]


@pytest.mark.parametrize("name", ["Nimi", "Summa", "Tukkurit:"])
def test_who_can_be_reached_is_a_customer(name: str) -> None:
    assert _codes("", name, "0401234567") == []


def test_the_signs_have_words() -> None:
    assert all(has_words(f"{code}{end}") for code in ("row.test", "row.no_customer") for end in ("", ".title"))


def test_a_town_over_its_customers_is_told_and_a_number_with_a_name_is_not() -> None:
    schema = Schema(tuple(ColumnMeaning(name, known, 1.0, True) for name, known in NUMBERED.items()))
    register = builders.register({"Nro": ["ESPOO", "1", ""], "Nimi": ["", "Mattila Pirkko", ""], "Puh": ["", "", ""]})
    found = assess(register, schema, builders.keys(3), Settings(builders.TODAY))
    assert [(retire.record, retire.reasons[0].code) for retire in found] == [(0, "row.no_customer")]


def test_headers_that_stand_once_more_are_told() -> None:
    columns = {"Nro": ["1", "Nro", "2"], "Nimi": ["Mattila Pirkko", "NIMI", "Nimi"], "Puh": ["", "puh", "Puh"]}
    schema = Schema(tuple(ColumnMeaning(name, known, 1.0, True) for name, known in NUMBERED.items()))
    found = assess(builders.register(columns), schema, builders.keys(3), Settings(builders.TODAY))
    assert [(retire.record, retire.reasons[0].code) for retire in found] == [(1, "row.no_customer")]
