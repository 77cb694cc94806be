"""Place names as people type them, compared with the names that are right."""

from functools import cache

from tikissa.reference.postal_codes import municipalities, place_names, places, town_names
from tikissa.text.countries import names_finland
from tikissa.text.normalise import fold
from tikissa.text.similarity import typing_distance


def is_home(country: str) -> bool:
    """Return whether a country is Finland, or not told."""
    return not country.strip() or names_finland(country)


def is_in_finland(country: str, register_is_finnish: bool) -> bool:
    """Return whether a row's customer is in Finland: by the country, or where none is told as most of the register."""
    return names_finland(country) if country.strip() else register_is_finnish


def is_place(town: str) -> bool:
    """Return whether some Finnish place goes by this name, in any letters."""
    return fold(town) in _folded_places()


def is_town_name(town: str) -> bool:
    """Return whether a town or village, not only a big customer of the post, goes by this name, in any letters."""
    return fold(town) in _folded_town_names()


def is_municipality(town: str) -> bool:
    """Return whether a municipality of today goes by this name, in any letters."""
    return fold(town) in _folded_municipalities()


def is_place_of(code: str, town: str) -> bool:
    """Return whether a town, in any letters, is one of a code's names."""
    return fold(town) in map(fold, place_names(code))


def meant_place(code: str, town: str, most: int = 2) -> str | None:
    """Return which of a code's names was meant by a town: the nearest one, with at most so many wrong letters."""
    return _nearest(town, place_names(code), most)


def place_in_short(code: str, town: str) -> str | None:
    """Return which of a code's names "TRE" or "Hki." stands for: its first letter and others of it, in their order."""
    short = fold(town).rstrip(".")
    if not 3 <= len(short) <= 4 or not short.isalpha() or is_place(town):
        return None
    return next((name for name in place_names(code) if _is_short_for(short, fold(name))), None)


def _is_short_for(short: str, name: str) -> bool:
    letters = iter(name)
    return len(name) > len(short) and short[0] == name[0] and all(letter in letters for letter in short)


def meant_municipality(town: str) -> str | None:
    """Return the one municipality within one wrong letter of a town that is no place's name."""
    near = [name for name in municipalities() if _distance(town, name, 1) <= 1]
    return near[0] if len(near) == 1 and len(town) >= 5 else None


def fits(code: str, town: str) -> bool:
    """Return whether a town goes with a code, typing errors in the town forgiven."""
    return is_place_of(code, town) or (not is_place(town) and meant_place(code, town) is not None)


def _nearest(town: str, names: tuple[str, ...], most: int) -> str | None:
    near = [(distance, name) for name in names if (distance := _distance(town, name, most)) <= most]
    return min(near, key=lambda found: found[0])[1] if near else None


def _distance(town: str, name: str, most: int) -> int:
    """Return the wrong letters between two names; a short name allows but one."""
    allowed = min(most, 1 if min(len(town), len(name)) <= 5 else 2)
    distance = typing_distance(fold(town), fold(name), allowed)
    return distance if distance <= allowed else most + 1


@cache
def _folded_municipalities() -> frozenset[str]:
    return frozenset(map(fold, municipalities()))


@cache
def _folded_town_names() -> frozenset[str]:
    return frozenset(map(fold, town_names()))


@cache
def _folded_places() -> frozenset[str]:
    return frozenset(fold(name) for names in places().values() for name in names)
