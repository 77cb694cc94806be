"""What stands where in the lines of Posti's files: the one table of it, with whence each is known.

All are text in ISO-8859-1, a record a line, the places counted from 1 as Posti does.

All three as several public readers of the files have them from Posti's service description (certain on form); the
readers of POM agree with each other and with its length of 453 places, but what its codes of events mean stands in
none of them, so that they are not read: a line whose code has changed tells a change, whatever it is called.
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
POM: dict[str, Places] = {"run": (6, 13), "retired": (30, 34), "successor": (250, 254), "changed": (444, 451)}
POM_LENGTH = 453
MARKS = {"PONOT": "PCF", "KATUN": "BAF"}
"""What the lines of a file begin with; of POM that is not known."""

_HEAD = re.compile(r"[A-ZÅÄÖ]{5}(20\d{6})(\d{5})")
_CHANGE = re.compile(r".{4}.(20\d{6}) *(?:\d{8}| {8})(?:\d{8}| {8})(?:\d{5}| {5})")
_CODE_OR_NONE = re.compile(r"(?:\d{5})?")
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
    """Return the change a line of POM tells, None where a code only came or went or has another name now."""
    retired, successor = field(line, POM["retired"]), field(line, POM["successor"])
    return CodeChange(retired, successor) if retired and successor and retired != successor else None


def is_change_record(line: str) -> bool:
    """Say whether a line has POM's form: its days and its codes, or nothing, in their places."""
    if not POM["changed"][1] <= len(line) <= POM_LENGTH or not _CHANGE.match(line):
        return False
    codes = (field(line, POM["retired"]), field(line, POM["successor"]))
    return any(codes) and all(map(_CODE_OR_NONE.fullmatch, codes))


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
