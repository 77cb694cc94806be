"""Invented files of Posti's and a customer register of addresses, each with what has to be said of it."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from posti_files import baf_line, pcf_line, pom_line

BEGINNINGS = (
    *("Kaisla", "Kataja", "Kanerva", "Pihlaja", "Tuomi", "Haapa", "Salava", "Vaahtera", "Lehmus", "Sinivuokko"),
    *("Hilla", "Juolukka", "Karpalo", "Vadelma", "Mansikka", "Ketunleipä", "Orvokki", "Pellava", "Apila", "Timotei"),
)
MIDDLES = (
    "",
    "niemen",
    "mäen",
    "rannan",
    "saaren",
    "lahden",
    "harjun",
    "kallion",
    "pellon",
    "notkon",
    "suon",
    "virran",
)
ENDS = ("tie", "katu", "kuja", "polku", "raitti", "kaari", "rinne", "aukio")
SWEDISH = ("vägen", "gatan", "gränden", "stigen")
TOWNS = (
    *(("Tampere", "Tammerfors"), ("Turku", "Åbo"), ("Oulu", "Uleåborg"), ("Lahti", "Lahtis"), ("Pori", "Björneborg")),
    *(("Vaasa", "Vasa"), ("Kotka", ""), ("Kuopio", ""), ("Jyväskylä", ""), ("Joensuu", "")),
)
KINDS = {"right": 60, "other_code": 12, "misspelt": 12, "retired": 8, "not_there": 8}
"""How often each kind of address stands in the register."""


@dataclass(frozen=True, slots=True)
class Street:
    name: str
    swedish: str
    town: tuple[str, str]
    odd: str
    even: str
    highest: int

    def code(self, number: int) -> str:
        return self.odd if number % 2 else self.even


@dataclass(frozen=True, slots=True)
class Row:
    """`after` is what has to be proposed, None for nothing at all, "" for a word without a proposal."""

    kind: str
    street: str
    code: str
    town: str
    after: str | None


@dataclass(frozen=True, slots=True)
class MadeStreets:
    baf: list[str]
    pcf: list[str]
    pom: list[str]
    rows: list[Row]


def made_streets(count: int, addresses: int, seed: int) -> MadeStreets:
    return _Maker(random.Random(seed)).make(count, addresses)


class _Maker:
    def __init__(self, draw: random.Random) -> None:
        self._draw = draw
        self._codes = [[f"{10 + place:02d}{number:02d}0" for number in range(10, 60)] for place in range(len(TOWNS))]
        self._retired = {f"{10 + place:02d}{number:02d}5": self._codes[place][number - 10]
                         for place in range(len(TOWNS)) for number in range(10, 60)}  # fmt: skip

    def make(self, count: int, addresses: int) -> MadeStreets:
        names = [f"{a}{b}{c}" for a in BEGINNINGS for b in MIDDLES for c in ENDS]
        streets = [self._street(names, place) for place in range(count)]
        codes = [(code, town) for place, town in enumerate(TOWNS) for code in self._codes[place]]
        self._codes_of: dict[str, set[str]] = {}
        for street in streets:
            for code in (street.odd, street.even):
                self._codes_of.setdefault(f"{street.name} {street.town[0]}", set()).add(code)
        return MadeStreets(
            [line for street in streets for line in _lines(street)],
            [pcf_line(code, town[0]) for code, town in codes],
            [pom_line(retired, successor) for retired, successor in self._retired.items()],
            [self._row(self._draw.choice(streets)) for _ in range(addresses)],
        )

    def _street(self, names: Sequence[str], place: int) -> Street:
        """Make a street of its own: past the names of each town, numbers in words tell the others apart."""
        town = place % len(TOWNS)
        round_, name = divmod(place // len(TOWNS), len(names))
        written = names[name] if not round_ else f"{_word(round_)}{names[name].lower()}"
        codes = self._draw.sample(self._codes[town], 2)
        even = codes[1] if self._draw.random() < 0.2 else codes[0]
        swedish = f"{_word(name)}{self._draw.choice(SWEDISH)}" if TOWNS[town][1] and not round_ else ""
        return Street(written, swedish, TOWNS[town], codes[0], even, self._draw.choice((20, 60, 200)))

    def _row(self, street: Street) -> Row:
        draw = self._draw
        kind = draw.choices([*KINDS], [*KINDS.values()])[0]
        number = draw.randint(1, street.highest)
        stair = draw.choice(("", "", f" {draw.choice('ABC')} {draw.randint(1, 60)}", f" as. {draw.randint(1, 9)}"))
        code, town = street.code(number), draw.choice([name for name in street.town if name])
        written = draw.choice(WRITINGS)(street.name)
        if kind == "right" and street.swedish and draw.random() < 0.3:
            written = street.swedish
        match kind:
            case "other_code":
                near = [each for each in self._codes[TOWNS.index(street.town)] if each not in (street.odd, street.even)]
                return Row(kind, f"{written} {number}{stair}", draw.choice(near), town, code)
            case "misspelt":
                slip = _slip(draw, street.name)
                return Row(kind, f"{slip} {number}{stair}", code, town, f"{street.name} {number}{stair}")
            case "retired":
                old = next(old for old, new in self._retired.items() if new == code)
                return Row(kind, f"{written} {number}{stair}", old, town, code)
            case "not_there":
                return Row(kind, f"Zyklonin{_word(number)}raitti {number}", code, town, "")
        return Row(kind, f"{written} {number}{stair}", code, town, None)


def _lines(street: Street) -> list[str]:
    names = (street.name, street.swedish)
    if street.odd == street.even:
        return [baf_line(street.odd, street.town, names, "", (1, street.highest))]
    return [
        baf_line(street.odd, street.town, names, "1", (1, street.highest - 1)),
        baf_line(street.even, street.town, names, "2", (2, street.highest)),
    ]


def _word(number: int) -> str:
    """Return a number in syllables, so that no two are one slip from each other."""
    syllables = ("Kuu", "Ranta", "Havu", "Poro", "Lintu", "Meri", "Vuori", "Kello", "Silta", "Joutsen")
    return "".join(syllables[int(digit)] for digit in str(number)).capitalize()


def _slip(draw: random.Random, name: str) -> str:
    """Swap two letters, drop one or double one, inside the name."""
    place = draw.randint(1, len(name) - 3)
    swapped = name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    dropped, doubled = name[:place] + name[place + 1 :], name[:place] + name[place - 1 :]
    return draw.choice([swapped if swapped != name else f"{name}h", dropped, doubled])


WRITINGS = (str, str, str.upper, str.lower)
