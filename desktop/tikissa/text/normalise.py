"""Foldings every comparison starts from: letter case, marks over letters, blanks."""

import re
import unicodedata

_BLANKS = re.compile(r"[\s\u00a0\u2007\u202f\u200b\ufeff]+")
_FOLDED = str.maketrans({"ø": "o", "æ": "a", "ß": "ss", "đ": "d", "ł": "l"} | dict(zip("åäöéü", "aaoeu", strict=True)))
"""The letters that have no mark of their own to lose, and the commonest that do, which spares most texts the rest."""


def collapse_blanks(text: str) -> str:
    """Return the text with every run of blanks, invisible ones too, as one space, and none at the ends."""
    return " ".join(text.split()) if text.isascii() else _BLANKS.sub(" ", text).strip()


def fold(text: str) -> str:
    """Return small letters without marks and with single spaces: `fold("Mäki-Åström ")` is `"maki-astrom"`."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = text.casefold().translate(_FOLDED)
    if plain.isascii():
        return " ".join(plain.split())
    decomposed = unicodedata.normalize("NFKD", plain)
    return collapse_blanks("".join(letter for letter in decomposed if not unicodedata.combining(letter)))


def digits(text: str) -> str:
    """Return the ASCII digits of the text, in order."""
    return "".join(character for character in text if character in "0123456789")
