"""Registers in which everybody stands once: nothing is a clear case, and hardly anything is proposed."""

from random import Random

import pytest

from builders import keys, register
from tikissa.matching.match import match
from tikissa.model.schema import ColumnMeaning, Meaning, Schema

_ROWS = 3000
_START = ("Lahti", "Korpi", "Mäki", "Salo", "Niemi", "Ranta", "Koski", "Harju", "Pelto", "Suo", "Vaara", "Kallio")
_END = ("nen", "la", "lä", "maa", "virta", "järvi", "saari", "kangas", "aho", "metsä", "oja", "puro", "mo", "kanto")
_GIVEN = (
    *("Aino", "Eino", "Veera", "Matti", "Liisa", "Kaarlo", "Helmi", "Onni", "Sisko", "Väinö", "Lempi", "Toivo"),
    *("Impi", "Urho", "Saimi", "Ilmari", "Kerttu", "Armas", "Elsa", "Vilho", "Hilja", "Oiva", "Tyyne", "Reino"),
)
_TOWNS = ("Helsinki", "Tampere", "Turku", "Oulu", "Lahti", "Kuopio", "Pori", "Vaasa", "Kotka", "Rauma", "Imatra")


def _people(random: Random) -> dict[str, list[str]]:
    surnames = [random.choice(_START) + random.choice(_START).lower() + random.choice(_END) for _ in range(_ROWS)]
    given = [random.choice(_GIVEN) for _ in range(_ROWS)]
    emails = [
        f"{first}.{last}{random.randrange(100)}@example.fi".lower() if random.random() < 0.8 else ""
        for first, last in zip(given, surnames, strict=True)
    ]
    phones = [f"040 {random.randrange(10**6, 10**7)}" for _ in range(_ROWS)]
    return {
        "Sukunimi": surnames,
        "Etunimi": given,
        "Sähköposti": emails,
        "Puhelin": phones,
        "Paikkakunta": [random.choice(_TOWNS) for _ in range(_ROWS)],
    }


_MEANINGS = {
    "Sukunimi": Meaning.SURNAME,
    "Etunimi": Meaning.GIVEN_NAME,
    "Sähköposti": Meaning.EMAIL,
    "Puhelin": Meaning.PHONE,
    "Paikkakunta": Meaning.TOWN,
}


@pytest.mark.parametrize(
    "beside",
    [(), ("Sähköposti",), ("Puhelin",), ("Sähköposti", "Puhelin", "Paikkakunta")],
    ids=["names", "names_and_email", "names_and_phone", "everything"],
)
def test_namesakes_are_not_taken_for_one_customer_by_their_names(beside: tuple[str, ...]) -> None:
    people = _people(Random(5))
    kept = {name: people[name] for name in ("Sukunimi", "Etunimi", *beside)}
    schema = Schema(tuple(ColumnMeaning(name, _MEANINGS[name], 1.0, True) for name in kept))
    found = match(register(kept), schema, keys(_ROWS)).clusters
    assert len(found) <= _ROWS // 1000
    assert not any(cluster.safe for cluster in found)


@pytest.mark.parametrize("rows", [600, 3000])
def test_namesakes_of_one_town_are_not_proposed_where_nobody_stands_twice(rows: int) -> None:
    random = Random(11)
    people = _people(random)
    surnames = [f"{random.choice(_START)}{random.choice(_END)}" for _ in range(_ROWS)]
    names = [f"{given} {surname}" for given, surname in zip(people["Etunimi"], surnames, strict=True)]
    schema = Schema(
        (
            ColumnMeaning("Nimi", Meaning.WHOLE_NAME, 1.0, True),
            ColumnMeaning("Paikkakunta", Meaning.TOWN, 1.0, True),
        )
    )
    towns = [f"{town}{random.randrange(12)}" for town in people["Paikkakunta"]]
    few = {"Nimi": names[:rows], "Paikkakunta": towns[:rows]}
    found = match(register(few), schema, keys(rows)).clusters
    assert len(found) <= max(rows // 1000, 1)
    assert not any(cluster.safe for cluster in found)
