"""Whether the address in a row is one of a company's, in any writing of it."""

from tikissa.matching.listed import Listed
from tikissa.matching.preparing.features import street_parts, town_key
from tikissa.matching.preparing.normalised_identifiers import postal_code_key
from tikissa.model.companies import Company, Place
from tikissa.text.similarity import typing_distance

_SLIPS = 2
_BOXES = ("pl", "pb", "box")


def new_address(row: Listed, company: Company) -> Place | None:
    """Return the company's address where the row's is another one; None where it is one of the company's, where either
    does not tell enough, and where the row has a post office box, of which the register need not know."""
    addresses = [place for place in (company.visiting, company.postal) if place.is_told]
    if not addresses or not company.address.postal_code or not (row.street or row.postal_code) or _is_box(row.street):
        return None
    return None if any(_is_same(row, place) for place in addresses) else company.address


def _is_box(street: str) -> bool:
    first, _, rest = street.casefold().partition(" ")
    return first.rstrip(".") in _BOXES and rest[:1].isdigit()


def _is_same(row: Listed, place: Place) -> bool:
    code, other_code = postal_code_key(row.postal_code), postal_code_key(place.postal_code)
    same_area = code == other_code if code and other_code else _same_town(row.town, place)
    if not row.street or not place.street:
        return same_area
    name, number, _ = street_parts(row.street)
    other_name, other_number, _ = street_parts(place.street)
    if number != other_number and number and other_number:
        return False
    if name == other_name:
        return same_area or _same_town(row.town, place)
    # the same house in Finnish and in Swedish, or mistyped
    return same_area and (bool(number) and number == other_number) and _may_be_one(name, other_name)


def _may_be_one(name: str, other_name: str) -> bool:
    return typing_distance(name, other_name, _SLIPS) <= _SLIPS or _in_two_languages(name, other_name)


def _in_two_languages(name: str, other_name: str) -> bool:
    """Tell a Swedish street from a Finnish one by their endings: the rest of the names are translations."""
    swedish = ("gatan", "vagen", "stigen", "granden", "stranden", "gata", "vag", "esplanaden", "torget")
    return name.endswith(swedish) != other_name.endswith(swedish)


def _same_town(town: str, place: Place) -> bool:
    key = town_key()
    return not town or not place.towns or key(town) in {key(each) for each in place.towns}
