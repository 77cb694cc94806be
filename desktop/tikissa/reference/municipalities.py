"""Municipalities that were joined to another: their names live on in addresses."""

from functools import cache

from tikissa.reference.tables import rows


def former_names(municipality: str) -> tuple[str, ...]:
    """Return the names of the municipalities that were joined to this one, by its Finnish name of today."""
    return _former().get(municipality, ())


@cache
def _former() -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for row in rows("municipality_mergers_fi"):
        names[row["now"]] = (*names.get(row["now"], ()), row["former"])
    return names
