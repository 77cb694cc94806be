"""Rows that speak of two things of one customer: nothing of them is lost, and merging them is never a clear case."""

from builders import keys, register
from matching.conftest import crowd
from tikissa.matching.clustering.explained_differences import unexplained
from tikissa.matching.match import match
from tikissa.matching.surviving.survivorship import golden_record
from tikissa.model.record import RecordId
from tikissa.schema.detect import detect

CARS = {
    "Asiakas": ["Heikkinen Jorma", "Heikkinen Jorma", "Heikkinen Jorma"],
    "Puhelin": ["0400 281234", "0400 281234", "0400 281234"],
    "Rek.nro": ["ABC-123", "XYZ-987", "abc-123"],
}


def test_rows_of_two_cars_are_apart_and_rows_of_one_car_are_not() -> None:
    cars = register(CARS)
    assert unexplained(cars, detect(cars), [(0, 1), (0, 2), (1, 2)]) == [("Rek.nro",), (), ("Rek.nro",)]


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
