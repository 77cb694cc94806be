"""A birthday tells as much as there are days: in a large register some people share one and a given name by chance."""

from itertools import product
from random import Random

from builders import keys, register
from tikissa.matching.match import match
from tikissa.schema.detect import detect

_GIVEN = ("Jari", "Matti", "Anna", "Maria", "Liisa", "Pekka", "Kari", "Leena", "Timo", "Eeva", "Ulla", "Hilkka")
_BEGINNINGS = ("Lahti", "Korpi", "Salo", "Niemi", "Ranta", "Koski", "Harju", "Pelto", "Suo", "Vaara", "Kallio", "Mylly")
_ENDINGS = ("nen", "la", "maa", "virta", "saari", "aho", "oja")


def test_people_of_one_given_name_born_on_one_day_are_not_taken_for_one_who_married() -> None:
    random = Random(11)
    names = list(product(_GIVEN, (first + second for first, second in product(_BEGINNINGS, _ENDINGS))))
    people = [
        (*random.choice(names), f"{random.randrange(1, 29)}.{random.randrange(1, 13)}.{random.randrange(1940, 2000)}")
        for _ in range(8000)
    ]
    twice = people[::8]
    given, surnames, born = zip(*people, *twice, strict=True)
    made = register({"Etunimi": given, "Sukunimi": surnames, "Syntymäaika": born})
    found = match(made, detect(made), keys(len(given)))
    said = {pair.records for pair in found.clusters}
    copies = {(place * 8, len(people) + place) for place in range(len(twice))}
    assert len(said & copies) >= 0.95 * len(copies)
    assert len(said - copies) <= 6
