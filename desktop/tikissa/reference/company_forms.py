"""Which legal forms are one and the same: Oy and Ab, Ky and Kb; two different ones are two companies."""

from functools import cache

from tikissa.reference.tables import rows

_ALIKE = {"Ab": "Oy", "AB": "Oy", "Abp": "Oyj", "Kb": "Ky", "Öb": "Ay", "Fma": "Tmi", "Andl": "Osk", "rf": "ry"}
_NOT_A_FORM = frozenset({"c/o", "sivuliike", "", "OP"})


@cache
def forms_by_writing() -> dict[str, str]:
    """Return every way to write a legal form, as in the table, and the class it belongs to (by abbreviation)."""
    written: dict[str, str] = {}
    for row in rows("company_forms"):
        abbreviation = row["abbreviation"]
        if abbreviation in _NOT_A_FORM:
            continue
        for variant in (abbreviation, *row["variants"].split(";")):
            written.setdefault(variant.strip().casefold(), _ALIKE.get(abbreviation, abbreviation))
    return written
