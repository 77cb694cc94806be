"""Addresses in one cell: the postal code and the town in them put right as in cells of their own."""

import re

from tikissa.model.schema import Meaning
from tikissa.reference.postal_codes import is_postal_code
from tikissa.rules.place_values import fits, is_place, meant_place
from tikissa.rules.rule import Cell, Kind, Rule, Suggestion

_ADDRESS = re.compile(r"(?:(?P<street>.*?\S)(?P<gap>,\s*|\s+))?(?P<code>\d{3,5})(?P<blank>,?\s+)(?P<town>[^\d,]+)")


def put_zeros_back(cell: Cell) -> Suggestion | None:
    """Put zeros before a short code after a comma or first of all, if that makes a code of the very town."""
    found = _ADDRESS.fullmatch(cell.text)
    if found is None or len(found["code"]) == 5 or "," not in (found["gap"] or ","):
        return None
    code = found["code"].zfill(5)
    if not is_postal_code(code) or not fits(code, found["town"]):
        return None
    after = f"{cell.text[: found.start('code')]}{code}{cell.text[found.end('code') :]}"
    return Suggestion("postal_code.leading_zeros", after, confidence=0.97, safe=True)


def mend_town(cell: Cell) -> Suggestion | None:
    """Write the town that goes with the code where what stands there is no place's name."""
    found = _ADDRESS.fullmatch(cell.text)
    if found is None or is_place(found["town"]):
        return None
    meant = meant_place(found["code"], found["town"])
    if meant is None:
        return None
    town = meant.upper() if found["town"].isupper() else meant
    return Suggestion("town.typing_error", f"{cell.text[: found.start('town')]}{town}", confidence=0.9, safe=False)


_ADDRESSES = (Meaning.WHOLE_ADDRESS, Meaning.BILLING_ADDRESS, Meaning.DELIVERY_ADDRESS)
RULES = (
    Rule({"postal_code.leading_zeros": Kind.ERROR}, _ADDRESSES, put_zeros_back),
    Rule({"town.typing_error": Kind.ERROR}, _ADDRESSES, mend_town),
)
