"""Names as they are written: which letters are capitals in a Finnish or Swedish name."""

import re
from enum import StrEnum

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PARTICLES = frozenset(("von", "af", "de", "la", "van", "der", "den", "du", "da", "di", "del", "zu", "av", "ja", "och"))
_VIETNAMESE = re.compile(
    r"\b(?:nguy[eễ]n|tr[aầ]n|ph[aạ]m|ho[aà]ng|hu[yỳ]nh|phan|[dđ][aặ]ng|d[uư][oơ]ng|b[uù]i|ng[oô]|[dđ]inh|tr[uư][oơ]ng|th[iị])\b",
    re.IGNORECASE,
)
"""Names beside which "Van" is a given name."""
_MAC = frozenset(("macdonald", "macarthur", "macgregor", "maclean", "mackenzie", "macleod", "mackay", "macmillan"))


def written_name(text: str) -> str:
    """Return a name with capitals where they belong: "VON WRIGHT-MÄKI" is "von Wright-Mäki"."""
    return _WORD.sub(lambda found: _written_word(found[0], text, found.start()), text)


def _written_word(word: str, text: str, start: int) -> str:
    small = word.lower()
    if small == "van" and _VIETNAMESE.search(text):
        return "Van"
    if small in _PARTICLES and text[start + len(word) : start + len(word) + 1] == " ":
        return small
    if small.startswith("mc") and len(small) > 4:
        return f"Mc{small[2:].capitalize()}"
    if small in _MAC:
        return f"Mac{small[3:].capitalize()}"
    if re.match(r"[od]['’]", small) and len(small) > 3:
        return f"{small[0].upper()}{small[1]}{small[2:].capitalize()}"
    return small.capitalize()


class Case(StrEnum):
    CAPITALS = "capitals"
    SMALL = "small"
    MIXED = "mixed"


def case_of(text: str) -> Case:
    """Return which letters a text is written in; a word of capitals among others tells: VIRTANEN Matti."""
    if text.islower():
        return Case.SMALL
    return Case.CAPITALS if text.isupper() or any(map(is_capitals, text.split())) else Case.MIXED


def is_capitals(word: str) -> bool:
    """Return whether a word is written in capitals, initials and abbreviations of up to two letters aside."""
    return word.isupper() and sum(map(str.isalpha, word)) > 2
