"""E-invoice addresses and operators whose two zeros Excel dropped, as it took them for sums."""

import re

from tikissa.model.schema import Meaning
from tikissa.rules.rule import Cell, Kind, Rule, Suggestion
from tikissa.text.identifiers import business_id

_WITHOUT_ZEROS = re.compile(r"0?37(\d{8})[0-9A-Z]{0,5}", re.IGNORECASE)


def put_zeros_back(cell: Cell) -> Suggestion | None:
    """Put back the zeros of "0037" before a business id whose check digit proves it."""
    text = cell.text.strip()
    found = _WITHOUT_ZEROS.fullmatch(text)
    if found is None or business_id(found[1]) is None:
        return None
    return Suggestion("einvoice_address.leading_zeros", f"00{text.lstrip('0')}", confidence=0.97, safe=True)


RULE = Rule(
    {"einvoice_address.leading_zeros": Kind.ERROR},
    (Meaning.EINVOICE_ADDRESS, Meaning.EINVOICE_OPERATOR),
    put_zeros_back,
)
