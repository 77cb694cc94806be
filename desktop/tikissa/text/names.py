"""Persons' names taken apart: words, initials and a key of how a name sounds."""

import re
from collections.abc import Sequence, Set

from tikissa.text.normalise import fold

_NOT_NAME = re.compile(r"[^\w\s'-]+|_")
_TITLES = frozenset(
    (
        *(
            "hra",
            "rva",
            "nti",
            "herra",
            "rouva",
            "neiti",
            "tri",
            "prof",
            "dipl.ins",
            "di",
            "herr",
            "fru",
            "froken",
            "frk",
        ),
        *("mr", "mrs", "ms", "miss", "dr", "rev", "sir", "bt", "baronet", "esq", "hon", "rt", "frau", "mme", "mlle"),
        *("sra", "srta", "harra", "proua", "hr", "frk"),
    )
)
_YOUNGER = r"(?P<younger>(?i:jr|junior|nuorempi|nuor)|d\. ?y)"
_OLDER = r"(?P<older>(?i:sr|senior|vanhempi|vanh)|d\. ?ä)"
_GENERATION = re.compile(rf"(?<=\w)[\s,(]+(?:{_YOUNGER}|{_OLDER})(?!\w)\.?\)?")
"""What stands after a name to tell father from son; capitals would make initials of `d.y.`."""
_COUPLE = re.compile(r"[^\W\d_] (?:&|\+|ja|sekä|och|samt|and) [^\W\d_]|\b(?:pariskunta|perhe|makarna|familjen)\b", re.I)
"""Two people on one row: "Backman, Rolf & Siv"."""
_FORMER = re.compile(
    r"[\s,(]+(?:os|o\.\s?s|ent|född|née)\b\.?,?\s+(?P<name>[^\W\d_]+(?:-[^\W\d_]+)*)\)?", re.IGNORECASE
)
"""A former name told after the present one: "Mäki os. Laine"."""
_SOUNDS = (("ck", "k"), ("ph", "f"), ("th", "t"), ("qu", "k"), ("x", "ks"), ("w", "v"), ("c", "k"), ("z", "s"))
_DOUBLE = re.compile(r"(.)\1+")


def generation(text: str) -> str:
    """Return which of two people of one name this is, "younger" or "older"; "" where the name does not say."""
    found = _GENERATION.search(text)
    return (found.lastgroup or "") if found else ""


def couple(text: str) -> str:
    """Return "couple" where a name is two people's or a family's, else ""."""
    return "couple" if " " in text and _COUPLE.search(text) else ""


def former_name(text: str) -> str:
    """Return the former name a name tells, folded; "" where it tells none."""
    found = _FORMER.search(text) if " " in text else None
    return fold(found["name"]) if found else ""


def name_words(text: str) -> tuple[str, ...]:
    """Return the folded words of the present name without titles and generation; a hyphen keeps a double name whole."""
    if " " in text:
        text = _FORMER.sub("", _GENERATION.sub("", text))
    words = _NOT_NAME.sub(" ", fold(text)).split()
    kept = tuple(word.strip("-'") for word in words if word not in _TITLES)
    return tuple(word for word in kept if word)


def is_initial(word: str) -> bool:
    return len(word) == 1


def names_person(words: Sequence[str], given_names: Set[str]) -> bool:
    """Tell whether a name of these folded words begins or ends with a given name, as a person's does."""
    ends = (part for word in (words[0], words[-1]) for part in word.split("-")) if len(words) > 1 else ()
    return any(part in given_names for part in ends)


def sound(name: str) -> str:
    """Return a folded name as it sounds: w as v, c as k, double letters as one, without hyphens and blanks."""
    plain = name.replace("-", "").replace(" ", "")
    for written, spoken in _SOUNDS:
        if written in plain:
            plain = plain.replace(written, spoken)
    return _DOUBLE.sub(r"\1", plain)
