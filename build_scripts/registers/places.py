"""Where made-up customers live: real postal codes with their towns, from the product's own reference table."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

POSTAL_CODES = Path(__file__).resolve().parents[2] / "resources" / "reference" / "postal_codes_fi.csv"

_WEIGHTS = {"Helsinki": 2, "Espoo": 3, "Vantaa": 3, "Tampere": 8, "Turku": 6, "Oulu": 4, "Jyväskylä": 3, "Lahti": 3}
_SWEDISH_TOWNS = (
    "Hanko",
    "Raasepori",
    "Porvoo",
    "Pietarsaari",
    "Vaasa",
    "Kauniainen",
    "Parainen",
    "Sipoo",
    "Kirkkonummi",
)


@dataclass(frozen=True, slots=True)
class Place:
    postal_code: str
    town: str
    swedish_town: str
    weight: int


def _titled(name: str) -> str:
    return "-".join(part.capitalize() for part in name.split("-"))


def _weight(municipality: str, region: str) -> int:
    """Return how likely a postal code is: most customers of an office in Uusimaa live near it."""
    return _WEIGHTS.get(municipality, 1) * (8 if region == "Helsinki-Uusimaa" else 1)


@cache
def places() -> tuple[Place, ...]:
    """Return the postal codes where people live, one for each, weighted towards the large towns."""
    with POSTAL_CODES.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["kind"] == "area" and " " not in row["name_fi"]]
    return tuple(
        Place(
            row["postal_code"],
            _titled(row["name_fi"]),
            _titled(row["name_sv"]),
            _weight(row["municipality_fi"], row["region_fi"]),
        )
        for row in rows
    )


@cache
def swedish_places() -> tuple[Place, ...]:
    """Return the places whose Swedish name goes on an envelope."""
    with POSTAL_CODES.open(encoding="utf-8", newline="") as lines:
        swedish = {row["postal_code"] for row in csv.DictReader(lines) if row["municipality_fi"] in _SWEDISH_TOWNS}
    return tuple(
        place
        for place in places()
        if place.postal_code in swedish and place.town != place.swedish_town and place.swedish_town
    )
