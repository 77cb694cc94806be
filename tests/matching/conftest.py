"""A crowd of made-up customers, among whom the rows of a test stand: frequencies are then as in a real register."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

import pytest

from builders import keys, register
from tikissa.matching.match import Matching, match
from tikissa.model.decision import Judgement
from tikissa.model.matching import Relation
from tikissa.model.register import Register
from tikissa.model.schema import ColumnMeaning, Meaning, Schema

COLUMNS: Mapping[str, Meaning | None] = {
    "Sukunimi": Meaning.SURNAME,
    "Etunimi": Meaning.GIVEN_NAME,
    "Yritys": Meaning.COMPANY,
    "Yhteyshenkilö": Meaning.CONTACT_PERSON,
    "Y-tunnus": Meaning.BUSINESS_ID,
    "Syntynyt": Meaning.DATE_OF_BIRTH,
    "Osoite": Meaning.STREET,
    "Postinro": Meaning.POSTAL_CODE,
    "Postitmp": Meaning.TOWN,
    "Puhelin": Meaning.PHONE,
    "Sähköposti": Meaning.EMAIL,
}
_GIVEN = ("Jari", "Jani", "Matti", "Martti", "Anna", "Maria", "Liisa", "Pekka", "Kari", "Leena", "Timo", "Eeva", "Ulla")
_SURNAMES = ("Virtanen", "Lahtinen", "Korhonen", "Nieminen", "Laine", "Mäkelä", "Salo", "Koskinen", "Heikkinen", "Aho")
_STREETS = ("Koivutie", "Kirkkokatu", "Rantatie", "Mäkikatu", "Peltotie", "Asemakatu", "Torikatu", "Lehtokuja")
_PLACES = (("00100", "Helsinki"), ("33100", "Tampere"), ("20100", "Turku"), ("90100", "Oulu"), ("40100", "Jyväskylä"))

Row = Mapping[str, str]


@dataclass(frozen=True)
class Verdict:
    """What matching said of the rows of a test. `together`: all of them are one customer."""

    together: bool
    safe: bool
    relations: frozenset[Relation]
    matching: Matching
    first: int


def crowd(size: int, seed: int = 1) -> list[dict[str, str]]:
    """Return made-up people, no two of them the same."""
    random = Random(seed)
    people = []
    for number in range(size):
        code, town = random.choice(_PLACES)
        people.append(
            {
                "Sukunimi": random.choice(_SURNAMES),
                "Etunimi": random.choice(_GIVEN),
                "Osoite": f"{random.choice(_STREETS)} {number + 1}",
                "Postinro": code,
                "Postitmp": town,
                "Puhelin": f"040 {random.randrange(10**6, 10**7)}",
                "Sähköposti": f"asiakas{number}@example.fi",
            }
        )
    return people


def register_of(rows: Sequence[Row]) -> Register:
    return register({column: [row.get(column, "") for row in rows] for column in COLUMNS})


def schema() -> Schema:
    return Schema(tuple(ColumnMeaning(column, meaning, 1.0, True) for column, meaning in COLUMNS.items()))


@pytest.fixture
def verdict_on() -> Callable[..., Verdict]:
    def judge(*rows: Row, judgements: tuple[Judgement, ...] = ()) -> Verdict:
        others = crowd(240)
        everyone = [*others, *rows]
        found = match(register_of(everyone), schema(), keys(len(everyone)), judgements)
        records = range(len(others), len(everyone))
        clusters = [cluster for cluster in found.clusters if set(records) <= set(cluster.records)]
        pairs = set(combinations(records, 2))
        relations = {r.relation for r in found.related if pairs & set(combinations(r.records, 2))}
        safe = any(cluster.safe for cluster in found.clusters if len(set(cluster.records) & set(records)) > 1)
        return Verdict(bool(clusters), safe, frozenset(relations), found, len(others))

    return judge
