"""Countries by the names and codes that stand in registers of the north."""

import re

from tikissa.text.normalise import fold

_PARTS = re.compile(r"[^a-z0-9]+")
_FINLAND = frozenset(
    (
        *("fi", "fin", "finland", "suomi", "ax", "ala", "aland", "ahvenanmaa", "358", "soome", "finnland", "finlande"),
        *("suomi finland", "finland suomi", "suomen tasavalta", "republic of finland"),
    )
)
_OTHERS = frozenset(
    (
        *("se", "swe", "sweden", "sverige", "ruotsi", "rootsi", "schweden"),
        *("no", "nor", "norway", "norge", "norja", "dk", "dnk", "denmark", "danmark", "tanska"),
        *("ee", "est", "estonia", "eesti", "viro", "estland", "lv", "lva", "latvia", "lettland"),
        *("lt", "ltu", "lithuania", "liettua", "litauen", "de", "deu", "germany", "deutschland", "saksa", "tyskland"),
        *(
            "gb",
            "gbr",
            "uk",
            "england",
            "great britain",
            "united kingdom",
            "iso britannia",
            "englanti",
            "storbritannien",
        ),
        *("us", "usa", "united states", "yhdysvallat", "ru", "rus", "russia", "venaja", "ryssland"),
        *("pl", "pol", "poland", "puola", "polen", "nl", "nld", "netherlands", "alankomaat", "hollanti", "nederland"),
        *(
            "fr",
            "fra",
            "france",
            "ranska",
            "frankrike",
            "es",
            "esp",
            "spain",
            "espanja",
            "spanien",
            "it",
            "ita",
            "italy",
        ),
        *(
            "italia",
            "italien",
            "at",
            "aut",
            "austria",
            "itavalta",
            "ch",
            "che",
            "switzerland",
            "sveitsi",
            "be",
            "belgium",
        ),
        *("belgia", "is", "isl", "iceland", "islanti", "island", "pt", "portugal", "ie", "irl", "ireland", "irlanti"),
    )
)


_AROUND = {
    "SE": frozenset(("se", "swe", "sweden", "sverige", "ruotsi", "rootsi", "schweden", "46")),
    "EE": frozenset(("ee", "est", "estonia", "eesti", "viro", "estland", "372")),
}


def names_land(text: str, code: str) -> bool:
    """Return whether a text names the country of a code, one of those whose open registers can be asked."""
    return _plain(text) in _AROUND[code]


def names_finland(country: str) -> bool:
    return _plain(country) in _FINLAND


def names_country(text: str) -> bool:
    """Return whether a text is the name or the code of a country, letters all."""
    return any(map(str.isalpha, text)) and _plain(text) in _FINLAND | _OTHERS


def _plain(text: str) -> str:
    return " ".join(_PARTS.split(fold(text))).strip()
