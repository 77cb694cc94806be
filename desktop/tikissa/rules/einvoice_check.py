"""E-invoice addresses by which an invoice would go astray: mistyped ones, and another company's."""

import re
from collections.abc import Iterator

from tikissa.model.finding import Severity
from tikissa.model.schema import Meaning
from tikissa.rules.rule import Cell, Check, Observation
from tikissa.text.identifiers import business_id
from tikissa.text.secret_numbers import SecretKind, secrets_of

_OVT = re.compile(r"(?:TE)?0037(\d+)[0-9A-Z]{0,5}?", re.IGNORECASE)
_ACCOUNT = re.compile(r"FI\d{2,}", re.IGNORECASE)


def observe(cell: Cell) -> Iterator[Observation]:
    """Tell of check digits that do not hold, and of another company: a group may be invoiced by one of its own."""
    compact = re.sub(r"[\s-]", "", cell.text)
    ovt = _OVT.fullmatch(compact)
    if ovt is None:
        if _ACCOUNT.fullmatch(compact) and not secrets_of(SecretKind.IBAN, compact):
            yield Observation("einvoice_address.check_digit", (cell.text,))
        return
    named, own = (
        business_id(ovt[1][:8]) if len(ovt[1]) >= 8 else None,
        business_id(cell.beside.get(Meaning.BUSINESS_ID, "")),
    )
    if named is None:
        yield Observation("einvoice_address.check_digit", (cell.text,))
    elif own and own != named:
        yield Observation("einvoice_address.other_company", (cell.text, own))


CHECK = Check(
    {"einvoice_address.check_digit": Severity.WARNING, "einvoice_address.other_company": Severity.NOTE},
    (Meaning.EINVOICE_ADDRESS,),
    observe,
    (Meaning.BUSINESS_ID,),
)
