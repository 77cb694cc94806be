"""Branches of one company: where a register is full of them, a name at another address is one more."""

from itertools import product
from random import Random

from builders import keys, register
from tikissa.matching.match import match
from tikissa.schema.detect import detect

_KINDS = ("Rakennus", "Kiinteistö", "Kuljetus", "Maalaus", "Puutarha", "Leipomo", "Metalli", "Sähkö", "Putki", "Lattia")
_NAMES = ("Aalto", "Harju", "Kallio", "Lampi", "Niemi", "Pelto", "Ranta", "Salmi", "Vuori", "Koski", "Suvanto", "Kari")
_PLACES = (("00100", "Helsinki"), ("33100", "Tampere"), ("20100", "Turku"), ("90100", "Oulu"), ("40100", "Jyväskylä"))

Row = tuple[str, str, str, str]


def companies(branches: int, copies: int) -> list[Row]:
    """Return companies, the first of which have a branch, and the last stand twice."""
    random = Random(7)

    def at(name: str, place: int) -> Row:
        return (name, f"{random.choice(_NAMES)}tie {random.randrange(1, 99)}", *_PLACES[place % len(_PLACES)])

    names = [f"{kind} {name} Oy" for kind, name in product(_KINDS, _NAMES)]
    everyone = [at(name, place) for place, name in enumerate(names)]
    elsewhere = [at(name, place + 1) for place, name in enumerate(names[:branches])]
    return [*everyone, *elsewhere, *everyone[-copies:]]


def test_branches_stay_apart_and_copies_are_found() -> None:
    rows = companies(branches=40, copies=30)
    named, streets, codes, towns = zip(*rows, strict=True)
    made = register({"Yritys": named, "Katuosoite": streets, "Postinro": codes, "Postitmp": towns})
    found = match(made, detect(made), keys(len(rows))).clusters
    copies = {(place, place + 70) for place in range(90, 120)}
    assert {cluster.records for cluster in found} >= copies
    assert len(found) - len(copies) <= 8
