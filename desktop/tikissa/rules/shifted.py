"""An address whose parts stand in one another's cells, turned or pushed along by one, put back as one fix."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import permutations

from tikissa.model.schema import Meaning
from tikissa.reference.postal_codes import is_postal_code
from tikissa.rules.place_values import fits
from tikissa.rules.rule import Kind, Place, Row, RowRule, RowSuggestion
from tikissa.text.countries import names_country
from tikissa.text.emails import is_plain
from tikissa.text.phones import is_finnish_writing

_PARTS = (Meaning.STREET, Meaning.POSTAL_CODE, Meaning.TOWN)
_TURNED = 4
_DIGIT = re.compile(r"\d")
_CODE = {"address.shifted": Kind.ERROR}
_LOOKS: Mapping[Meaning, Callable[[str], bool]] = {
    Meaning.COUNTRY: names_country,
    Meaning.PHONE: lambda text: is_finnish_writing(text) or text.startswith("+"),
    Meaning.EMAIL: is_plain,
}


def mover(*places: Meaning) -> RowRule:
    """Make a rule for columns that stand beside each other in this order in many registers."""
    return RowRule(_CODE, places, _from(places), {Meaning.POSTAL_CODE: _is_no_code, Meaning.TOWN: _DIGIT.search})


def _is_no_code(text: str) -> bool:
    return not is_postal_code(text)


def _from(places: tuple[Meaning, ...]) -> Callable[[Row], RowSuggestion | None]:
    def move(row: Row) -> RowSuggestion | None:
        texts = [row.cells[place].strip() for place in places]
        if not row.habits.is_finnish or _is_right(places, texts):
            return None
        right = {moved for moved in _moved(texts) if _is_right(places, moved)}
        if len(right) != 1:
            return None
        put = zip(places, right.pop(), texts, strict=True)
        after: dict[Place, str] = {place: text for place, text, before in put if text != before}
        if after.keys() == {Meaning.POSTAL_CODE, Meaning.TOWN}:
            return None  # a swap of two cells, which is told as such
        return RowSuggestion("address.shifted", after, confidence=0.93, safe=False)

    return move


def _moved(texts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield what may have been meant: a few full cells in any order, more only where they were pushed into a gap."""
    first, *middle, last = texts
    if all(texts) and len(texts) <= _TURNED:
        yield from permutations(texts)
    elif not first:
        yield (*middle, last, "")
    elif not last:
        yield ("", first, *middle)


def _is_right(places: Sequence[Meaning], texts: Sequence[str]) -> bool:
    """Tell whether each text looks as its cell asks; all but the address may be empty."""
    told = dict(zip(places, texts, strict=True))
    others = (_LOOKS[place](told[place]) for place in places if place in _LOOKS and told[place])
    return _is_address(*(told[part] for part in _PARTS)) and all(others)


def _is_address(street: str, code: str, town: str) -> bool:
    """Tell whether a code goes with a town, and a street is neither of another such pair nor a country."""
    if not is_postal_code(code) or not fits(code, town) or any(map(str.isdigit, town)):
        return False
    return street != town and not is_postal_code(street) and not names_country(street) and "@" not in street


RULES = (
    mover(*_PARTS, Meaning.COUNTRY, Meaning.PHONE, Meaning.EMAIL),
    mover(*_PARTS, Meaning.PHONE, Meaning.EMAIL),
    mover(*_PARTS, Meaning.EMAIL, Meaning.PHONE),
    mover(*_PARTS, Meaning.COUNTRY),
    mover(*_PARTS),
)
