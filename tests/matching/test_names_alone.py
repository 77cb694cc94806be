"""How far a name alone brings two rows: as far as the register shows that its own names stand for one customer."""

from collections.abc import Sequence
from random import Random

from builders import keys, register
from tikissa.matching.match import match
from tikissa.schema.detect import detect

_GIVEN = ("Jari", "Matti", "Anna", "Maria", "Liisa", "Pekka", "Kari", "Leena", "Timo", "Eeva", "Ulla", "Hilkka", "Onni")
_BEGINNINGS = ("Lahti", "Korpi", "Salo", "Niemi", "Ranta", "Koski", "Harju", "Pelto", "Suo", "Vaara", "Kallio", "Mylly")
_ENDS = ("nen", "la", "maa", "virta", "saari", "aho", "oja", "lampi", "kari")

Row = tuple[str, str, str, str]


def people(count: int, times: int) -> list[Row]:
    """Return people who stand so many times each with one phone and two streets, and a row of the first who moved."""
    random = Random(3)
    named = random.sample([(g, b + e) for g in _GIVEN for b in _BEGINNINGS for e in _ENDS], count)
    phones = [f"040 {random.randrange(10**6, 10**7)}" for _ in named]
    streets = [f"{random.choice(_BEGINNINGS)}tie {random.randrange(99)}" for _ in range(2 * count + 1)]
    stand = [
        (*name, phones[place], streets[2 * place + turn % 2])
        for place, name in enumerate(named)
        for turn in range(times)
    ]
    return [(*named[0], "", streets[-1]), *stand]


def is_found(rows: Sequence[Row]) -> bool:
    given, surnames, phones, streets = zip(*rows, strict=True)
    made = register({"Etunimi": given, "Sukunimi": surnames, "Puhelin": phones, "Osoite": streets})
    return any({0, 1} <= set(cluster.records) for cluster in match(made, detect(made), keys(len(rows))).clusters)


def test_where_a_name_has_stood_for_one_customer_each_time_it_does_so_for_one_who_moved() -> None:
    assert is_found(people(60, times=6))


def test_where_hardly_anybody_stands_twice_two_of_one_name_are_two() -> None:
    assert not is_found(people(300, times=1))
