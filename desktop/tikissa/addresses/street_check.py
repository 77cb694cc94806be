"""Compares addresses with Posti's list of streets and its list of retired codes: what is right is left alone.

Something is proposed only where the row itself leaves one answer: the street and number stand in the town in the row
under one other postal code, the street is one slip away from one street of the code, or the code has one successor.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from tikissa.model.record import RecordId
from tikissa.open_registers.keys import street_key
from tikissa.open_registers.posti_layout import StreetPart
from tikissa.text.addresses import split_street
from tikissa.text.normalise import fold
from tikissa.text.similarity import typing_distance

_LONG_ENOUGH = 7
"""Letters of a street in which one slip leaves no other street to be meant."""


class Streets(Protocol):
    """Posti's streets, looked up many at a time."""

    def streets(self, keys: Iterable[int]) -> Mapping[int, list[StreetPart]]: ...

    def of_codes(self, codes: Iterable[str]) -> Mapping[str, list[StreetPart]]: ...


@dataclass(frozen=True, slots=True)
class Address:
    record: RecordId
    street: str
    postal_code: str
    town: str


@dataclass(frozen=True, slots=True)
class AddressAdvice:
    """`code` is the reason; `postal_code` or `street` what would stand in the row, both None where it is only told."""

    record: RecordId
    code: str
    told: str
    postal_code: str | None = None
    street: str | None = None


def advise(addresses: Sequence[Address], streets: Streets | None, successors: Mapping[str, str]) -> list[AddressAdvice]:
    """Return what is to be said of addresses, at most one thing of each. Equal addresses are looked at once."""
    alike: dict[tuple[str, str, str], list[RecordId]] = {}
    for address in addresses:
        alike.setdefault((address.street, address.postal_code, address.town), []).append(address.record)
    parts = streets.streets(street_key(street) for street, *_ in alike) if streets else {}
    looked = {where: _look(*where, parts, successors) for where in alike}
    unheard = [where for where, advice in looked.items() if advice is _UNHEARD]
    codes = streets.of_codes(code for _, code, _ in unheard) if streets and unheard else {}
    looked |= {(street, code, town): _meant(street, town, codes.get(code, [])) for street, code, town in unheard}
    return [
        AddressAdvice(record, advice.code, advice.told, advice.postal_code, advice.street)
        for where, advice in looked.items()
        if advice is not None
        for record in alike[where]
    ]


_NOBODY = RecordId(-1)
_UNHEARD = AddressAdvice(_NOBODY, "", "")
"""The street stands nowhere in the town: it may be mistyped."""


def _look(
    street: str, code: str, town: str, parts: Mapping[int, list[StreetPart]], successors: Mapping[str, str]
) -> AddressAdvice | None:
    number = _number(street)
    known = parts.get(street_key(street), []) if street and number else []
    if any(part.postal_code == code and part.holds(number) for part in known):
        return None
    here = [part for part in known if _is_in(town, part)]
    fitting = {part.postal_code for part in here if part.holds(number)}
    if len(fitting) == 1 and code.strip():
        (right,) = fitting
        return AddressAdvice(_NOBODY, "street.other_code", right, postal_code=right) if right != code else None
    if code in successors and not fitting:
        return AddressAdvice(_NOBODY, "postal_code.retired", successors[code], postal_code=successors[code])
    return _UNHEARD if number and town.strip() and not here else None


def _meant(street: str, town: str, parts: Sequence[StreetPart]) -> AddressAdvice | None:
    """Return the street of the postal code that was meant by one that is not in the town, told where none was."""
    if not parts or not any(_is_in(town, part) for part in parts):
        return None  # nothing is known of the code, or the town is of another one: that is told elsewhere
    number, name = _number(street), split_street(street, {}).name
    near = {
        written
        for part in parts
        if part.holds(number)
        for written in (part.street_fi, part.street_sv)
        if written and _is_slip(name, _folded(written))
    }
    if len(near) == 1:
        written = _as_people_write(near.pop())
        after = written + street[_end_of_name(street) :]
        return AddressAdvice(_NOBODY, "street.misspelt", written, street=after)
    return None if near else AddressAdvice(_NOBODY, "street.not_in_town", town)


def _is_slip(name: str, other: str) -> bool:
    most = 2 if len(other) >= 2 * _LONG_ENOUGH else 1
    return len(name) >= _LONG_ENOUGH and 0 < typing_distance(name, other, most) <= most


def _is_in(town: str, part: StreetPart) -> bool:
    if not town.strip():
        return True
    return _fold(town) in _folded_names((*part.place_names, part.municipality_fi, part.municipality_sv))


_fold = lru_cache(maxsize=1 << 14)(fold)


@lru_cache(maxsize=1 << 14)
def _folded_names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(name) for name in names if name)


@lru_cache(maxsize=1 << 14)
def _folded(street: str) -> str:
    return split_street(street, {}).name


@lru_cache(maxsize=1 << 14)
def _number(street: str) -> int:
    number = split_street(street, {}).number
    return int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 0


def _end_of_name(street: str) -> int:
    """Return where the name of a street ends in its writing: before the blank and the number."""
    place = next((place for place, letter in enumerate(street) if letter.isdigit()), len(street))
    return len(street[:place].rstrip())


def _as_people_write(street: str) -> str:
    """Posti's capitals and small letters as they stand on signs."""
    return street.capitalize() if street.isupper() or street.islower() else street
