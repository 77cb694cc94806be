"""Endings and parts of street names: how they are shortened and how they are in the other language."""

from functools import cache

from tikissa.reference.tables import rows

_NOT_ENDINGS = ("prefix", "marker", "floor", "building")


@cache
def ending_abbreviations() -> dict[str, str]:
    """Return abbreviations of street endings without their dot, and the full Finnish or Swedish ending."""
    shortened: dict[str, str] = {}
    for row in rows("street_terms_fi_sv"):
        if not any(mark in row["note"] for mark in _NOT_ENDINGS):
            for language in ("fi", "sv"):
                for written in row[f"{language}_abbreviations"].split(";"):
                    shortened.setdefault(written.strip(". "), row[language].split(";")[0])
    shortened.pop("", None)
    return shortened


@cache
def endings() -> tuple[str, ...]:
    """Return the full endings of both languages, longest first."""
    rows_of_endings = (
        row for row in rows("street_terms_fi_sv") if not any(mark in row["note"] for mark in _NOT_ENDINGS)
    )
    found = {ending for row in rows_of_endings for language in ("fi", "sv") for ending in row[language].split(";")}
    return tuple(sorted(found - {""}, key=lambda ending: (-len(ending), ending)))


@cache
def finnish_endings() -> dict[str, str]:
    """Return Swedish street endings long enough to be told in a name, longest first, and what they are in Finnish."""
    written = [
        (swedish, row["fi"])
        for row in rows("street_terms_fi_sv")
        if not any(mark in row["note"] for mark in _NOT_ENDINGS)
        for swedish in row["sv"].split(";")
        if len(swedish) >= 5
    ]
    return dict(sorted(written, key=lambda pair: (-len(pair[0]), pair[0])))
