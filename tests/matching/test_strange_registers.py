"""Registers whose columns are strange: families stay apart where no header helps, house numbers in their own column."""

from collections.abc import Mapping, Sequence
from random import Random

import pytest

from builders import keys, register
from tikissa.matching.match import Matching, match
from tikissa.model.register import Register
from tikissa.schema.detect import detect

_START = ("Lahti", "Korpi", "Mäki", "Salo", "Niemi", "Ranta", "Koski", "Harju", "Pelto", "Suo", "Vaara", "Kallio")
_END = ("nen", "la", "lä", "maa", "virta", "järvi", "saari", "kangas", "aho", "metsä", "oja", "puro", "mo", "kanto")
_GIVEN = (
    *("Aino", "Eino", "Veera", "Matti", "Liisa", "Kaarlo", "Helmi", "Onni", "Sisko", "Väinö", "Lempi", "Toivo"),
    *("Impi", "Urho", "Saimi", "Ilmari", "Kerttu", "Armas", "Elsa", "Vilho", "Hilja", "Oiva", "Tyyne", "Reino"),
)
_STREETS = ("Koivutie", "Kirkkokatu", "Rantatie", "Mäkikatu", "Peltotie", "Asemakatu", "Torikatu", "Lehtokuja")
_PLACES = (("00530", "Helsinki"), ("33100", "Tampere"), ("20100", "Turku"), ("90100", "Oulu"), ("40100", "Jyväskylä"))

Row = dict[str, str]


def families(count: int, seed: int = 4) -> list[Row]:
    """Return families of two or three under one roof, most with one phone."""
    random = Random(seed)
    people: list[Row] = []
    for number in range(count):
        code, town = random.choice(_PLACES)
        surname = random.choice(_START) + random.choice(_START).lower() + random.choice(_END)
        phone = f"040 {random.randrange(10**6, 10**7)}"
        for given in random.sample(_GIVEN, random.choice((2, 2, 3))):
            own = f"040 {random.randrange(10**6, 10**7)}"
            people.append(
                {
                    "given": given, "surname": surname, "street": random_street(number), "number": str(number % 97 + 1),
                    "code": code, "town": town, "phone": phone if random.random() < 0.7 else own,
                    "born": f"{random.randrange(1, 29)}.{random.randrange(1, 13)}.{random.randrange(1935, 2008)}",
                }
            )  # fmt: skip
    return people


def random_street(number: int) -> str:
    return _STREETS[number * 7 % len(_STREETS)]


def with_copies(people: Sequence[Row], every: int) -> list[Row]:
    return [*people, *people[::every]]


def found_in(people: Sequence[Row], columns: Mapping[str, tuple[str, ...]]) -> tuple[Register, Matching]:
    """Match the people's register, its headers being the keys of `columns`, its meanings what is recognised."""
    made = register(
        {name: [" ".join(row[part] for part in parts) for row in people] for name, parts in columns.items()}
    )
    return made, match(made, detect(made), keys(len(people)))


STRANGE = {
    "A": ("given",),
    "B": ("surname",),
    "C": ("street", "number"),
    "D": ("code",),
    "E": ("town",),
    "F": ("phone",),
}
CODES = {f"K{place:02}_X": parts for place, parts in enumerate(STRANGE.values())}


@pytest.mark.parametrize("columns", [STRANGE, CODES, {name: STRANGE[name] for name in "ABCDE"}])
def test_families_stay_apart_where_no_header_says_anything(columns: Mapping[str, tuple[str, ...]]) -> None:
    people = families(300)
    _, nothing = found_in(people, columns)
    assert len(nothing.clusters) <= len(people) // 1000 + 1
    assert not any(cluster.safe for cluster in nothing.clusters)
    everyone = with_copies(people, 10)
    copies = {(place * 10, len(people) + place) for place in range(len(everyone) - len(people))}
    _, found = found_in(everyone, columns)
    said = {cluster.records for cluster in found.clusters}
    assert len(said & copies) >= 0.95 * len(copies)
    assert len(said - copies) <= 2


def test_families_at_numbers_in_a_column_of_their_own_stay_apart_and_copies_are_found() -> None:
    columns = {"Etunimi": ("given",), "Sukunimi": ("surname",), "Katu": ("street",), "Talo nro": ("number",)}
    people = families(300)
    everyone = with_copies(people, 10)
    _, found = found_in(everyone, columns)
    copies = {(place * 10, len(people) + place) for place in range(len(everyone) - len(people))}
    said = {cluster.records for cluster in found.clusters}
    assert said <= copies
    assert len(said) >= 0.9 * len(copies)


def test_birthdays_nobody_headed_tell_namesakes_apart_and_are_never_left_out_of_what_is_safe() -> None:
    people = [{**row, "surname": _START[place % 12] + "nen"} for place, row in enumerate(families(400))]
    columns = {"Vor": ("given",), "Nach": ("surname",), "X": ("born",)}
    _, found = found_in(people, columns)
    assert not any(cluster.safe for cluster in found.clusters)
    assert len(found.clusters) <= 5


def test_a_phone_alone_is_proposed_and_no_clear_case() -> None:
    people = families(200)
    _, found = found_in(people, {"Puhelin": ("phone",)})
    assert found.clusters
    assert not any(cluster.safe for cluster in found.clusters)


def test_namesakes_at_a_shops_own_number_are_no_clear_case() -> None:
    people = [{**row, "phone": "09 1234500"} if place % 4 == 0 else row for place, row in enumerate(families(400))]
    people += [{**people[0], "phone": "09 1234500"}]
    _, found = found_in(people, {"Nimi": ("given", "surname"), "Puhelin": ("phone",)})
    assert not any(cluster.safe for cluster in found.clusters)
    own = [*people, {**people[1]}]
    _, found = found_in(own, {"Nimi": ("given", "surname"), "Puhelin": ("phone",)})
    assert any(cluster.safe and cluster.records == (1, len(own) - 1) for cluster in found.clusters)


def test_father_and_son_of_one_name_are_no_clear_case_where_an_unknown_column_tells_them_apart() -> None:
    people = [{**row, "year": row["born"][-4:]} for row in families(400)]
    father = {**people[0], "email": "koti.posti@example.fi", "year": "1951"}
    everyone = [{"email": "", **row} for row in with_copies(people, 10)] + [father, {**father, "year": "1979"}]
    columns = {
        "Jäsenen nimi": ("surname", "given"),
        "Syntymävuosi": ("year",),
        "Osoite": ("street", "number"),
        "Postinro": ("code",),
        "Sähköposti": ("email",),
    }
    _, found = found_in(everyone, columns)
    last = {len(everyone) - 1, len(everyone) - 2}
    assert not any(cluster.safe for cluster in found.clusters if last <= set(cluster.records))


def test_a_surname_that_is_a_given_name_too_turns_no_name_round() -> None:
    strange = (
        *("Fleda", "Kinte", "Mary", "Tavian", "Ruthe", "Litzy"),
        *("James", "Rollie", "Maida", "Linda", "Doss", "Adley"),
    )
    surnames = ("Thomas", "Martin", "Hays", "Elkins", "Lund", "Patterson", "Ledbetter", "Conley", "Neal", "Reyes")
    people = families(150)
    random = Random(8)
    for place, row in enumerate(people):
        together = place > 0 and people[place - 1]["phone"] == row["phone"]
        row["surname"] = people[place - 1]["surname"] if together else random.choice(surnames)
        row["given"] = strange[place % len(strange)]
    _, found = found_in(people, {"Name": ("given", "surname"), "Phone": ("phone",)})
    assert not found.clusters


def test_a_rare_name_alone_is_proposed_only_where_customers_do_stand_twice() -> None:
    people = families(400)
    columns = {"Nimi": ("given", "surname"), "Puhelin": ("phone",)}
    _, few = found_in([*people, {**people[5], "phone": ""}], columns)
    assert not any(5 in cluster.records for cluster in few.clusters)
    everyone = [*with_copies(people, 10), {**people[5], "phone": ""}]
    _, found = found_in(everyone, columns)
    chosen = [cluster for cluster in found.clusters if 5 in cluster.records]
    assert [cluster.records for cluster in chosen] == [(5, len(everyone) - 1)]
    assert not chosen[0].safe


def test_columns_of_which_nobody_knows_what_they_say_hide_no_duplicates() -> None:
    random = Random(8)
    people = with_copies(families(150), 3)
    made = register(
        {f"Kenttä {place}": [random.choice("ABCDEFG") for _ in people] for place in range(12)}
        | {"Etunimi": [row["given"] for row in people], "Sukunimi": [row["surname"] for row in people]}
        | {"Puhelin": [row["phone"] for row in people], "Paikkakunta": [row["town"] for row in people]}
    )
    found = match(made, detect(made), keys(len(people))).clusters
    copies = len(people) - len(people[: -len(people) // 4])
    assert len(found) > 0.9 * copies
