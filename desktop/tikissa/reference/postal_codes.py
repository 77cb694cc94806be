"""Finnish postal codes and every name a place may rightly go by: the post's, the municipality's, Swedish, former.

Municipalities that were joined to another: their names live on in addresses.
"""

import re
from functools import cache

from tikissa.reference.tables import Row, rows

_MUNICIPALITY = ("municipality_fi", "municipality_sv")

_NAMES = ("name_fi", "name_sv", *_MUNICIPALITY)

_WORD = re.compile(r"[^\W\d_]+")


def is_postal_code(code: str) -> bool:
    """Return whether Posti has this code, post office boxes and companies' own codes with it."""
    return code in places()


def place_names(code: str) -> tuple[str, ...]:
    """Return the names right for a code, the post's own first; none for a code that is not in use."""
    return places().get(code, ())


@cache
def municipalities() -> tuple[str, ...]:
    """Return the Finnish and Swedish names of today's municipalities."""
    return tuple(
        dict.fromkeys(row[column] for row in rows("postal_codes_fi") for column in _MUNICIPALITY if row[column])
    )


@cache
def town_names() -> frozenset[str]:
    """Return the names of towns and villages; what big customers' own codes are called (VTT, KELA) is none."""
    own = {name for row in rows("postal_codes_fi") if row["kind"] != "company" for name in _names(row)}
    return frozenset(own | set(municipalities()))


@cache
def places() -> dict[str, tuple[str, ...]]:
    """Return the names right for each postal code."""
    return {row["postal_code"]: tuple(dict.fromkeys(_names(row))) for row in rows("postal_codes_fi")}


@cache
def areas() -> dict[str, tuple[str, str]]:
    """Return the post's name and the municipality's number of each code that people live by."""
    told = (row for row in rows("postal_codes_fi") if row["kind"] == "area")
    return {row["postal_code"]: (row["name_fi"], row["municipality_code"]) for row in told}


def _names(row: Row) -> list[str]:
    return [as_written(row[name]) for name in _NAMES if row[name]] + list(former_names(row["municipality_fi"]))


def as_written(name: str) -> str:
    """Write the post's capitals as people do: "MAARIANHAMINA" is "Maarianhamina"."""
    return _WORD.sub(lambda word: word[0].capitalize(), name) if name.isupper() else name


def former_names(municipality: str) -> tuple[str, ...]:
    """Return the names of the municipalities that were joined to this one, by its Finnish name of today."""
    return _former().get(municipality, ())


@cache
def _former() -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for row in rows("municipality_mergers_fi"):
        names[row["now"]] = (*names.get(row["now"], ()), row["former"])
    return names
