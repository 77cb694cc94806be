"""Postal addresses taken apart: street, house number, flat, postal code, town."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from tikissa.text.normalise import collapse_blanks, fold

_CODE_AND_TOWN = re.compile(
    r"^(?P<street>.*?)[\s,;]*\b(?:FI-?|AX-?|SE-?)?(?P<code>\d{2,5})[\s,]+(?P<town>[^\d,;]{2,}?)[\s,;]*$", re.I
)
_NUMBER = re.compile(r"^(?P<name>.*?[^\d\s])[\s,]*(?P<number>\d+)\s*(?P<rest>.*)$")
_UNIT = r"[\s,]+(?:(?:apt|apartment|unit|ste|suite|near|between|at|off|corner|cnr)\b|#).*"
_LEADING_NUMBER = re.compile(
    rf"^(?P<number>\d+)[a-z]?[\s,]+(?P<name>(?:[^\d\s]|\d+(?:st|nd|rd|th)\b).*?)(?P<rest>{_UNIT})?$"
)
_ENGLISH = {
    "st": "street",
    "rd": "road",
    "ave": "avenue",
    "av": "avenue",
    "blvd": "boulevard",
    "dr": "drive",
    "ln": "lane",
}
_COMPASS = {"north": "n", "south": "s", "east": "e", "west": "w", "northeast": "ne", "northwest": "nw"} | {
    "southeast": "se",
    "southwest": "sw",
}
_KINDS = frozenset(
    (
        *("street", "road", "avenue", "boulevard", "drive", "lane", "court", "ct", "place", "pl", "terrace", "ter"),
        *("way", "parkway", "pkwy", "circle", "cir", "square", "sq", "highway", "hwy", "close", "crescent", "cres"),
        *("gardens", "gdns", "grove", "trail", "trl"),
    )
)
"""What an English street is, which one row leaves out and another writes in full, behind the same number and name."""
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ENDINGS = ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th")
_WRITTEN_OUT = _ENGLISH | dict(zip(_ORDINALS, _ENDINGS, strict=True))
_NOT_STREET = re.compile(r"[^\w\s]+|_")


class Street(NamedTuple):
    """A street taken apart, folded: `name` with its ending written out, `number` of the house, `unit` the rest."""

    name: str
    number: str
    unit: str


class WholeAddress(NamedTuple):
    street: str
    postal_code: str
    town: str


def split_whole_address(text: str) -> WholeAddress:
    """Split "Hämeenkatu 75 A 4, 02630 Espoo" into street, postal code and town; what cannot be found is ""."""
    written = collapse_blanks(text)
    found = _CODE_AND_TOWN.match(written)
    if found and (len(found["code"]) >= 3 or "," in written):
        return WholeAddress(found["street"].strip(" ,;"), found["code"], found["town"].strip())
    street, comma, town = written.rpartition(",")
    if comma and not any(character.isdigit() for character in town):
        return WholeAddress(street.strip(), "", town.strip())
    return WholeAddress(written, "", "")


def split_street(text: str, abbreviations: Mapping[str, str]) -> Street:
    """Take a street apart, its number before it or behind; `abbreviations`: endings without their dot, written out."""
    written = fold(text)
    found = _LEADING_NUMBER.match(written) or _NUMBER.match(written)
    if found is None:
        return Street(_street_name(written, abbreviations), "", "")
    return Street(_street_name(found["name"], abbreviations), found["number"].lstrip("0"), _unit(found["rest"]))


def _unit(rest: str | None) -> str:
    return "".join(_NOT_STREET.sub(" ", rest or "").split())


def bare_street(text: str, abbreviations: Mapping[str, str]) -> Street:
    """Take a street apart as `split_street` does; an English name is the same for `n clark` and `North Clark St.`"""
    english = _LEADING_NUMBER.match(fold(text))
    street = split_street(text, abbreviations)
    return street if english is None else street._replace(name=_english_name(english["name"], abbreviations))


def _english_name(written: str, abbreviations: Mapping[str, str]) -> str:
    words = [_written_out(word, abbreviations) for word in written.replace(",", " ").split()]
    words = [_COMPASS.get(word, word) for word in words]
    if len(words) > 1 and words[-1] in _KINDS:
        words = words[:-1]
    return _street_name(" ".join(words), abbreviations)


def _street_name(written: str, abbreviations: Mapping[str, str]) -> str:
    words = [_written_out(word, abbreviations) for word in written.split()]
    name = "".join(words)
    return name if name.isalnum() else "".join(_NOT_STREET.sub(" ", name).split())


def _written_out(word: str, abbreviations: Mapping[str, str]) -> str:
    """Write out the ending of one word: `rauhank.` is `rauhankatu`, a lone `t.` after a name is `tie`."""
    stem = word.rstrip(".,")
    if stem in _WRITTEN_OUT:
        return _WRITTEN_OUT[stem]
    if not word.endswith("."):
        return word
    for length in (4, 3, 2, 1):
        ending = abbreviations.get(stem[-length:])
        if ending and len(stem) >= length:
            return fold(stem[:-length] + ending)
    return stem
