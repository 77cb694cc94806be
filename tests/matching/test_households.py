"""How many families a register has and how they are reached is learnt: spouses stay apart, typing errors are found."""

from random import Random

import pytest

from builders import keys, register
from tikissa.matching.match import Matching, match
from tikissa.schema.detect import detect

_GIVEN = ("Jari", "Jani", "Matti", "Martti", "Anna", "Maria", "Liisa", "Pekka", "Kari", "Leena", "Timo", "Eeva", "Ulla")
_SURNAMES = ("Virtanen", "Lahtinen", "Korhonen", "Nieminen", "Laine", "Mäkelä", "Salo", "Koskinen", "Heikkinen", "Aho")
_STREETS = ("Koivutie", "Kirkkokatu", "Rantatie", "Mäkikatu", "Peltotie", "Asemakatu", "Torikatu", "Lehtokuja")

Row = dict[str, str]


def couples(count: int, shared: float) -> list[Row]:
    """Return so many couples, of whom the given share have one e-mail address."""
    random = Random(3)
    people = []
    for number in range(count):
        surname, email = random.choice(_SURNAMES), f"{number}x{random.randrange(999)}@gmail.com"
        one = random.random() < shared
        for place, given in enumerate(random.sample(_GIVEN, 2)):
            people.append(
                {
                    "Sukunimi": surname, "Etunimi": given, "Osoite": f"{random.choice(_STREETS)} {number + 1}",
                    "Postinro": "33100", "Puhelin": f"040 {random.randrange(10**6, 10**7)}",
                    "Sähköposti": email if one or not place else f"{number}y{random.randrange(999)}@gmail.com",
                }
            )  # fmt: skip
    for wife, husband in zip(people[::2], people[1::2], strict=True):
        husband["Osoite"] = wife["Osoite"]
    return people


def matched(rows: list[Row]) -> Matching:
    made = register({name: [row[name] for row in rows] for name in rows[0]})
    return match(made, detect(made), keys(len(rows)))


@pytest.mark.parametrize(
    "columns", ["Sukunimi Etunimi Osoite Postinro Puhelin Sähköposti", "Sukunimi Etunimi Osoite Sähköposti"]
)
def test_spouses_with_one_address_stay_apart_where_nearly_everybody_stands_twice(columns: str) -> None:
    people = couples(300, shared=0.3)
    again = [row | {"Puhelin": "", "Sukunimi": row["Sukunimi"] + ("n" if place % 5 == 0 else "")}
             for place, row in enumerate(people)]  # fmt: skip
    rows = [{name: row[name] for name in columns.split()} for row in [*people, *again]]
    said = [cluster.records for cluster in matched(rows).clusters]
    assert not [records for records in said if len({record % len(people) for record in records}) > 1]
    assert len(said) >= 0.9 * len(people)


ONE_OF_A_FAMILY = {"Sukunimi": "Kontio", "Osoite": "Lammintie 3", "Postinro": "33100", "Puhelin": "", "Sähköposti": ""}


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ({"Etunimi": "Matti"}, {"Etunimi": "Matttu"}),
        ({"Etunimi": "Matti"}, {"Etunimi": "M."}),
        ({"Etunimi": "Matti"}, {"Etunimi": "Kontio", "Sukunimi": "Matti"}),
    ],
)
def test_a_typing_error_an_initial_and_turned_names_are_one_customer_among_families(mine: Row, theirs: Row) -> None:
    people = couples(300, shared=0.3)
    pair = [ONE_OF_A_FAMILY | mine, ONE_OF_A_FAMILY | theirs]
    found = matched([*pair, *people, *people[::10]])
    assert (0, 1) in [cluster.records for cluster in found.clusters]


def test_a_family_of_common_names_that_are_alike_stays_apart() -> None:
    pair = [ONE_OF_A_FAMILY | {"Etunimi": "Jari"}, ONE_OF_A_FAMILY | {"Etunimi": "Jani"}]
    people = couples(300, shared=0.3)
    assert (0, 1) not in [cluster.records for cluster in matched([*pair, *people, *people[::10]]).clusters]
