"""Compares addresses with Posti's list of streets and its list of retired codes: what is right is left alone.

Something is proposed only where the row itself leaves one answer: the street and number stand in the town in the row
under one other postal code, the street is one slip away from one street of the code, or the code has one successor.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from tikissa.model.record import RecordId
from tikissa.open_registers.keys import ROOM_FOR_STREET, street_and_number
from tikissa.open_registers.posti_layout import StreetPart
from tikissa.text.addresses import split_street
from tikissa.text.normalise import fold
from tikissa.text.similarity import typed_alike

_LONG_ENOUGH = 7
"""Letters of a street in which one slip leaves no other street to be meant; in twice as many two slips do."""

_MOST_SLIPS = 2


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
    houses = {street: street_and_number(street) for street, *_ in alike}
    parts = streets.streets(key for key, _ in houses.values()) if streets else {}
    looked = {where: _look(*where, houses[where[0]], parts, successors) for where in alike}
    unheard = [where for where, advice in looked.items() if advice is _UNHEARD]
    codes = streets.of_codes(code for _, code, _ in unheard) if streets and unheard else {}
    areas = {code: _Area(parts) for code, parts in codes.items()}
    looked |= {where: _meant(where[0], where[2], houses[where[0]][1], areas.get(where[1])) for where in unheard}
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
    street: str,
    code: str,
    town: str,
    house: tuple[int, int],
    parts: Mapping[int, list[StreetPart]],
    successors: Mapping[str, str],
) -> AddressAdvice | None:
    key, number = house
    known = parts.get(key, []) if street and number else []
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


class _Area:
    """The streets of a postal code, by their folded names."""

    def __init__(self, parts: Sequence[StreetPart]) -> None:
        self.parts = parts
        self._named: dict[str, list[tuple[str, StreetPart]]] = {}
        for part in parts:
            for written in filter(None, (part.street_fi, part.street_sv)):
                self._named.setdefault(_folded(written), []).append((written, part))
        self._of_length: dict[int, list[str]] = {}
        for name in self._named:
            self._of_length.setdefault(len(name), []).append(name)

    def one_slip_from(self, name: str, number: int) -> set[str]:
        """Return the streets, as they are written, that have this house and a name one slip from this one."""
        if len(name) < _LONG_ENOUGH:
            return set()
        lengths = range(len(name) - _MOST_SLIPS, len(name) + _MOST_SLIPS + 1)
        others = [other for length in lengths for other in self._of_length.get(length, ())]
        near = (other for other in typed_alike(name, others, _MOST_SLIPS) if _is_slip(name, other))
        return {written for other in near for written, part in self._named[other] if part.holds(number)}


def _meant(street: str, town: str, number: int, area: _Area | None) -> AddressAdvice | None:
    """Return the street of the postal code that was meant by one that is not in the town, told where none was."""
    if area is None or not any(_is_in(town, part) for part in area.parts):
        return None  # nothing is known of the code, or the town is of another one: that is told elsewhere
    end = _end_of_name(street)
    near = area.one_slip_from(_folded(street[:end][:ROOM_FOR_STREET]), number)
    if any(len(written) >= ROOM_FOR_STREET for written in near):
        return None  # Posti has cut the name: how it goes on is not known
    if len(near) == 1:
        written = _as_people_write(near.pop())
        return AddressAdvice(_NOBODY, "street.misspelt", written, street=written + street[end:])
    return None if near else AddressAdvice(_NOBODY, "street.not_in_town", town)


def _is_slip(name: str, other: str) -> bool:
    most = _MOST_SLIPS if len(other) >= 2 * _LONG_ENOUGH else 1
    return name != other and (most == _MOST_SLIPS or bool(typed_alike(name, (other,), most)))


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


def _end_of_name(street: str) -> int:
    """Return where the name of a street ends in its writing: before the blank and the number."""
    place = next((place for place, letter in enumerate(street) if letter.isdigit()), len(street))
    return len(street[:place].rstrip())


def _as_people_write(street: str) -> str:
    """Posti's capitals and small letters as they stand on signs."""
    return street.capitalize() if street.isupper() or street.islower() else street
