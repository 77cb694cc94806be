"""A customer register made from an invented trade register, with the truth of each of its companies."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from trade_register import address_of, business_id_of, company_record, name_of

Json = dict[str, Any]

TRADES = (
    "Rakennus",
    "Sähkö",
    "Putki",
    "Maalaus",
    "Kuljetus",
    "Siivous",
    "Metsä",
    "Tili",
    "Leipomo",
    "Kone",
    "Piha",
    "Auto",
)
NAMES = ("Virtala", "Korpela", "Mäkinen", "Laineva", "Aaltola", "Niemelä", "Kivinen", "Honkala", "Saarela", "Lampela")
ENDS = ("palvelu", "työ", "huolto", "ryhmä", "yhtiöt", "invest", "", "", "")
PLACES = (("00100", "Helsinki", "Helsingfors"), ("33100", "Tampere", "Tammerfors"), ("20100", "Turku", "Åbo"))
STREETS = ("Sahantie", "Kauppakatu", "Hämeenkatu", "Puutarhakatu", "Koulukatu", "Asematie", "Rantatie")
SITUATIONS = {"KONK": "bankruptcy", "SELTILA": "liquidation", "SANE": "restructuring"}
KINDS = {
    **{"in_force": 40, "renamed": 8, "moved": 8, "ceased": 14, "trouble": 5, "trade_name": 6, "association": 2},
    **{"wrong_id": 4, "no_id": 14, "other_name": 4, "no_id_ceased": 2, "no_id_moved": 2},
}
"""How often each kind of company stands in the register."""


@dataclass(frozen=True, slots=True)
class Truth:
    """`verdict` is what must be said, `id` the right one where the row has none or another's."""

    kind: str
    verdict: str
    id: str | None = None


@dataclass(frozen=True)
class Made:
    """`bulk` are the trade register's records, `rows` those of the customers: name, id, street, code, town."""

    bulk: list[Json]
    rows: list[tuple[str, ...]]
    truths: list[Truth]


def made_companies(count: int, seed: int) -> Made:
    return _Maker(random.Random(seed)).make(count)


class _Maker:
    def __init__(self, draw: random.Random) -> None:
        self._draw = draw
        self._number = 8_000_000
        self._names: set[str] = set()

    def make(self, count: int) -> Made:
        kinds = self._draw.choices([*KINDS], [*KINDS.values()], k=count)
        bulk = [self._company() for _ in range(2 * count)]
        rows, truths = [], []
        for kind in kinds:
            company = self._company(kind)
            row, truth = self._customer(kind, company, bulk)
            rows.append(row)
            truths.append(truth)
            if kind not in ("ceased", "no_id_ceased", "trade_name", "association"):
                bulk.append(company)
        bulk.append(self._company())  # the newest of all
        self._draw.shuffle(bulk)
        return Made(bulk, rows, truths)

    def _company(self, kind: str = "") -> Json:
        business_id = business_id_of(self._number)
        self._number = int(business_id[:7]) + self._draw.randint(1, 9)
        names = [name_of(self._name())]
        if kind == "renamed" or self._draw.random() < 0.2:
            names.append(name_of(self._name(), ended="2019-04-07"))
        if kind == "other_name" or self._draw.random() < 0.2:
            names.insert(0, name_of(self._name().removesuffix(" Oy"), self._draw.choice("23")))
        code = self._draw.choice([*SITUATIONS]) if kind == "trouble" else ""
        situations = [{"type": code, "registrationDate": "2026-03-27"}] if code else []
        addresses = [self._address(1), *([self._address(2)] if self._draw.random() < 0.5 else [])]
        return company_record(business_id, names, addresses, situations)

    def _name(self) -> str:
        while True:
            pick = self._draw.choice
            name = f"{pick(TRADES)} {pick(NAMES)}{pick(ENDS)} {self._draw.randint(1, 99999)} Oy"
            if name not in self._names:
                self._names.add(name)
                return name

    def _address(self, kind: int) -> Json:
        code, town, swedish = self._draw.choice(PLACES)
        return address_of(self._draw.choice(STREETS), str(self._draw.randint(1, 120)), code, town, kind, swedish)

    def _customer(self, kind: str, company: Json, others: Sequence[Json]) -> tuple[tuple[str, ...], Truth]:
        own = company["businessId"]["value"]
        name, verdict, written, right = _current(company), "in_force", own, None
        address = self._draw.choice(company["addresses"])
        match kind:
            case "trouble":
                verdict = SITUATIONS[company["companySituations"][0]["type"]]
            case "renamed":
                name = next(each["name"] for each in company["names"] if each.get("endDate"))
            case "other_name":
                name = company["names"][0]["name"]
            case "moved":
                address = address_of("Muuttokuja", "5", "90100", "Oulu")
            case "ceased":
                verdict = "not_in_register"
            case "trade_name":
                name, verdict = f"Tmi {name.removesuffix(' Oy')}", "unknown"
            case "association":
                name, verdict = f"{name.removesuffix(' Oy')} ry", "unknown"
            case "wrong_id":
                written, right = self._draw.choice(others)["businessId"]["value"], own
            case "no_id" | "no_id_moved":
                written, right = "", own
                address = address if kind == "no_id" else address_of("Muuttokuja", "5", "90100", "Oulu")
            case "no_id_ceased":
                written, verdict = "", "unknown"
        if kind in ("in_force", "trouble", "moved", "no_id"):
            name = self._draw.choice(WRITINGS)(name)
        written = written.replace("-", "") if self._draw.random() < 0.15 else written
        street = f"{address['street']} {address['buildingNumber']}{self._draw.choice(('', '', ' A 3'))}"
        town = self._draw.choice(address["postOffices"])["city"].capitalize()
        return (name, written, street, address["postCode"], town), Truth(kind, verdict, right)


def _current(company: Json) -> str:
    name: str = next(each["name"] for each in company["names"] if each["type"] == "1" and not each.get("endDate"))
    return name


def _slip(name: str) -> str:
    """Swap two letters of the first word."""
    return name[0] + name[2] + name[1] + name[3:]


WRITINGS: tuple[Callable[[str], str], ...] = (
    *(str, str, str, str.upper, str.lower, _slip),
    lambda name: name.removesuffix(" Oy"),
    lambda name: f"Oy {name.removesuffix(' Oy')} Ab",
    lambda name: name.replace(" ", "-", 1),
)
