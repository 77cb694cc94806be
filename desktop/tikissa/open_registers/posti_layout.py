"""What stands where in the lines of Posti's files: the one table of it, with whence each is known.

All are text in ISO-8859-1, a record a line, the places counted from 1 as Posti does.

PCF and BAF: Posti's service description as several public readers of the files have it (certain on form). POM: only
its first three fields are known by their likeness to those two, so that the successor of a code is taken to be the one
other five digits that stand alone in the line; a file in which that does not hold is refused.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

Places = tuple[int, int]
"""First and last place of a field."""

DAY: Places = (6, 13)
CODE: Places = (14, 18)
NAME_FI: Places = (19, 48)
NAME_SV: Places = (49, 78)

PCF = {"valid_from": (103, 110), "kind": (111, 111), "region_fi": (117, 146), "municipality": (177, 179)} | {
    "municipality_fi": (180, 199),
    "municipality_sv": (200, 219),
}
BAF = {"street_fi": (103, 132), "street_sv": (133, 162), "parity": (187, 187), "lowest": (188, 192)} | {
    "lowest_end": (195, 199),
    "highest": (201, 205),
    "highest_end": (208, 212),
    "municipality_fi": (217, 236),
    "municipality_sv": (237, 256),
}
MARKS = {"PONOT": "PCF", "KATUN": "BAF"}
"""What the lines of a file begin with."""

_HEAD = re.compile(r"[A-ZÅÄÖ]{5}(20\d{6})(\d{5})")
_ALONE = re.compile(r"(?<!\d)\d{5}(?!\d)")
ODD, EVEN = "1", "2"


class StreetPart(NamedTuple):
    """Houses of a street that share a postal code: `parity` "1" odd, "2" even, "" both; numbers 0 for none told."""

    postal_code: str
    place_names: tuple[str, ...]
    street_fi: str
    street_sv: str
    parity: str
    lowest: int
    highest: int
    municipality_fi: str
    municipality_sv: str

    def holds(self, number: int) -> bool:
        if self.parity in (ODD, EVEN) and (number % 2 == 1) != (self.parity == ODD):
            return False
        return not self.highest or self.lowest <= number <= self.highest


class PostalCode(NamedTuple):
    """A postal code in use, its names and its municipality's."""

    code: str
    name_fi: str
    name_sv: str
    kind: str
    municipality_fi: str
    municipality_sv: str
    municipality: str
    region_fi: str
    valid_from: str


class CodeChange(NamedTuple):
    """A postal code that is no more in use, and the one in its place."""

    retired: str
    successor: str


def field(line: str, places: Places) -> str:
    first, last = places
    return line[first - 1 : last].strip()


def is_record(line: str) -> bool:
    return _HEAD.match(line) is not None


def street_part(line: str) -> StreetPart | None:
    """Return the record of a line of BAF, None where it is none."""
    if not line.startswith("KATUN") or not is_record(line):
        return None
    street_fi, street_sv = field(line, BAF["street_fi"]), field(line, BAF["street_sv"])
    numbers = [_number(field(line, BAF[name])) for name in ("lowest", "lowest_end", "highest", "highest_end")]
    lowest, *_ = numbers
    return StreetPart(
        field(line, CODE),
        tuple(filter(None, (field(line, NAME_FI), field(line, NAME_SV)))),
        street_fi,
        street_sv,
        field(line, BAF["parity"]),
        lowest,
        max(numbers),
        field(line, BAF["municipality_fi"]),
        field(line, BAF["municipality_sv"]),
    )


def postal_code(line: str) -> PostalCode | None:
    """Return the record of a line of PCF, None where it is none."""
    if not line.startswith("PONOT") or not is_record(line):
        return None
    names = ("kind", "municipality_fi", "municipality_sv", "municipality", "region_fi", "valid_from")
    told = (field(line, PCF[name]) for name in names)
    return PostalCode(field(line, CODE), field(line, NAME_FI), field(line, NAME_SV), *told)


def code_change(line: str) -> CodeChange | None:
    """Return the change a line of POM tells, None where it tells none of a code."""
    if not is_record(line):
        return None
    retired = field(line, CODE)
    others = set(_ALONE.findall(line[CODE[1] :])) - {retired}
    return CodeChange(retired, others.pop()) if len(others) == 1 else None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def final_successors(changes: list[CodeChange]) -> Iterator[CodeChange]:
    """Yield each retired code with the code in use after all changes; one that was divided has none."""
    followed: dict[str, set[str]] = {}
    for change in changes:
        followed.setdefault(change.retired, set()).add(change.successor)
    for retired in followed:
        seen, code = {retired}, retired
        while len(followed.get(code, ())) == 1:
            code = next(iter(followed[code]))
            if code in seen:
                break
            seen.add(code)
        if code not in followed and code != retired:
            yield CodeChange(retired, code)
