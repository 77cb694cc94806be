"""Short keys by which a company is looked up in an index: of a name without its legal form, of a house.

A key is 32 bits of checksum: what it leads to has to be compared with what was asked for.
"""

import re
from functools import cache, lru_cache
from zlib import crc32

from tikissa.reference.company_forms import forms_by_writing
from tikissa.reference.street_terms import ending_abbreviations
from tikissa.text.addresses import split_street
from tikissa.text.company_words import Forms, company_words, form_words, split_company
from tikissa.text.normalise import digits

_HOUSE = re.compile(r"([^\d]*[^\d\s,])[\s,]*0*([1-9]\d*)")
_LONGEST_NUMBER = 6
ROOM_FOR_STREET = 30
"""Characters of a street's name in Posti's files."""

_ANDS = frozenset(("&", "+", "ja", "och", "and"))


@cache
def legal_forms() -> Forms:
    return {form_words(written): form for written, form in forms_by_writing().items()}


def name_key(name: str) -> int:
    """Return the key of a company's name: its letters and digits without form, blanks, marks and "and"; 0 for none."""
    letters = "".join([word for word in _core_words(name) if word not in _ANDS])
    return _key(letters if letters.isalnum() else "".join(filter(str.isalnum, letters)))


def _core_words(name: str) -> list[str]:
    """Return what `split_company` leaves of a name, with a short way for the commonest: one form, at the end."""
    words = company_words(name)
    if not words or "/" in name:
        return split_company(name, legal_forms()).core.split()
    begins, inside = _words_of_forms()
    if words[0] not in begins:
        if words[-1] not in inside:
            return words
        if len(words) > 1 and (words[-1],) in legal_forms() and words[-2] not in inside:
            return words[:-1]
    return split_company(name, legal_forms()).core.split()


@cache
def _words_of_forms() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words a legal form may begin with, and all words of forms, with and without marks."""
    begins = {words[0] for words in legal_forms()}
    inside = {word for words in legal_forms() for word in words}
    marked = {word for form in forms_by_writing() for word in company_words(form)}
    return frozenset(begins | marked), frozenset(inside | marked)


def house_key(street: str, postal_code: str) -> int:
    """Return the key of a house: street, number and postal code; 0 where one of them lacks."""
    found = _HOUSE.match(street)
    code = (postal_code if postal_code.isdecimal() else digits(postal_code)).lstrip("0")
    if not (found and code):
        return 0
    name = _street_name(found[1])
    return _key(f"{name} {found[2]} {code}") if name else 0


def street_key(street: str) -> int:
    """Return the key of a street's name, its house number left out; 0 for none. See `street_and_number`."""
    return street_and_number(street)[0]


def street_and_number(street: str) -> tuple[int, int]:
    """Return the key of a street's name and the number of the house, 0 where there is none.

    A name counts as far as Posti's files have room for it: they cut it there.
    """
    found = _HOUSE.match(street)
    if found:
        return _key(_street_name(found[1][:ROOM_FOR_STREET])), _house_number(found[2])
    parts = split_street(street, ending_abbreviations())
    return _key(parts.name), _house_number(parts.number)


def _house_number(digits_of_it: str) -> int:
    is_number = digits_of_it.isascii() and digits_of_it.isdigit() and len(digits_of_it) < _LONGEST_NUMBER
    return int(digits_of_it) if is_number else 0


@lru_cache(maxsize=1 << 15)
def _street_name(written: str) -> str:
    return split_street(written, ending_abbreviations()).name


def _key(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass")) if text else 0
