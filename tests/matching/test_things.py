"""Rows that speak of two things of one customer: nothing of them is lost, and merging them is never a clear case."""

import numpy as np
import pytest

from builders import keys, register
from matching.conftest import crowd
from tikissa.matching.match import match
from tikissa.matching.survivorship import golden_record
from tikissa.matching.things import names_thing, of_two_things
from tikissa.model.record import RecordId
from tikissa.schema.detect import detect

CARS = {
    "Asiakas": ["Heikkinen Jorma", "Heikkinen Jorma", "Heikkinen Jorma"],
    "Puhelin": ["0400 281234", "0400 281234", "0400 281234"],
    "Rek.nro": ["ABC-123", "XYZ-987", "abc-123"],
}


@pytest.mark.parametrize("header", ["Rek.nro", "Rekisterinumero", "Kurssi", "Laite", "Fordon", "Lemmikki", "Course"])
def test_headers_that_name_a_thing_are_known(header: str) -> None:
    assert names_thing(header)


@pytest.mark.parametrize("header", ["Rekisteröity", "Asiakasryhmä", "Automaattinen jatko", "Status", "Kohderyhmä"])
def test_what_describes_the_customer_is_no_thing(header: str) -> None:
    assert not names_thing(header)


def test_rows_of_two_cars_are_apart_and_rows_of_one_car_are_not() -> None:
    cars = register(CARS)
    apart = of_two_things(cars, detect(cars), np.array([0, 0, 1]), np.array([1, 2, 2]))
    assert apart.tolist() == [True, False, True]


def test_a_merge_of_two_cars_keeps_both() -> None:
    cars = register(CARS)
    golden = golden_record(cars, detect(cars), [RecordId(0), RecordId(1)])
    assert {value.column: value.value for value in golden.values}["Rek.nro"] == "ABC-123; XYZ-987"


def test_two_payment_terms_are_left_to_the_user() -> None:
    row = {"Etunimi": "Ulla", "Sukunimi": "Kallioniemi", "Puhelin": "040 7654321", "Sähköposti": "ulla@example.fi"}
    others = [{**person, "Maksuehto": "14 pv"} for person in crowd(60)]

    def is_safe(terms: str) -> bool:
        rows = [*others, {**row, "Maksuehto": "14 pv"}, {**row, "Maksuehto": terms}]
        made = register({column: [line.get(column, "") for line in rows] for column in (*row, "Maksuehto")})
        (cluster,) = match(made, detect(made), keys(len(rows))).clusters
        return cluster.safe

    assert is_safe("14 pv")
    assert is_safe("")
    assert not is_safe("30 pv")
