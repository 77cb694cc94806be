"""Business ids: proven by their check digits, never by looks alone."""

import re

from stdnum.dk import cvr
from stdnum.ee import registrikood
from stdnum.no import orgnr as norwegian
from stdnum.se import orgnr as swedish

from tikissa.text.number_writings import whole_number

_LABEL = (
    r"(?:(?:ytunnus|alv|vat|moms|y|fo|business|company|reg|org|tunnus|tunniste|nummer|numero|number|nro|nr|no|id|code)"
    r"[\s.:_-]*)*"
)
_BEFORE, _AFTER = rf"[\s('\"]*{_LABEL}(?:FI)?[\s-]*", r"[\s.,;:)'\"–—‐-]*"
_WRITING = re.compile(rf"{_BEFORE}(\d{{6,7}})\s?[-–—‐]?\s?(\d){_AFTER}", re.IGNORECASE)
_OTHER_LENGTH = re.compile(rf"{_BEFORE}(\d{{3,14}}(?:\s?[-–—‐]\s?\d{{1,3}})?){_AFTER}", re.IGNORECASE)
_ORGANISATION = re.compile(r"(?:16|SE)?\s?(\d{2}[2-9]\d{3})[\s-]?(\d{4})(?:01)?", re.IGNORECASE)
_OTHER_REGISTERS = (swedish, norwegian, cvr, registrikood)
"""Company ids of the countries around, by which a number of another length may be right."""
WEIGHTS = (7, 9, 10, 5, 8, 4, 2)
"""What each of a business id's first seven digits counts in its check digit."""


def business_id(text: str) -> str | None:
    """Return a business id in its right form ("0112038-9"), lost zeros put back; None unless its check digit proves it.

    All zeros pass the check digit and are nobody's: None.
    """
    whole = whole_number(text) if "." in text or "," in text else None
    writing = _WRITING.fullmatch(whole.digits if whole else text.strip())
    if writing is None:
        return None
    number = f"{writing[1]}{writing[2]}".zfill(8)
    if set(number) == {"0"} or business_id_check_digit(number[:7]) != int(number[7]):
        return None
    return f"{number[:7]}-{number[7]}"


def registry_code(text: str) -> str | None:
    """Return an Estonian registry code, eight digits whose check digit holds, else None."""
    written = text.strip()
    return written if written.isascii() and written.isdigit() and registrikood.is_valid(written) else None


def organisation_number(text: str) -> str | None:
    """Return a Swedish organisation number in its right form ("556677-8899"), also out of a VAT number, else None.

    A person's number is none: in an organisation's the third digit is 2 or more.
    """
    found = _ORGANISATION.fullmatch(text.strip())
    number = f"{found[1]}{found[2]}" if found else ""
    return f"{number[:6]}-{number[6:]}" if number and swedish.is_valid(number) else None


def business_id_check_digit(number: str) -> int | None:
    """Return the check digit of a business id's first seven digits; None where no id may begin so."""
    remainder = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, number, strict=True)) % 11
    return None if remainder == 1 else (11 - remainder) % 11


def looks_like_business_id(text: str) -> bool:
    return bool(_WRITING.fullmatch(text.strip()))


def has_wrong_length(text: str) -> bool:
    """Return whether a text is digits written as a Finnish business id is, too few or too many of them, and no
    company's id of a country around."""
    found = _OTHER_LENGTH.fullmatch(text)
    if found is None or looks_like_business_id(text):
        return False
    return not any(register.is_valid(found[1]) for register in _OTHER_REGISTERS)
