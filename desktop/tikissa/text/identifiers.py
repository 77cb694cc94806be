"""Business ids, identity codes and account and card numbers: proven by their check digits, never by looks alone."""

import re
from collections.abc import Iterator

from stdnum import iban, luhn
from stdnum.fi import hetu

_WRITING = re.compile(
    r"(?:y-?\s?tunnus:?|fo-?nummer:?|business id:?)?\s*(?:FI)?[\s-]*(\d{6,7})\s?[-–—‐]?\s?(\d)", re.IGNORECASE
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2)
_IDENTITY_CODE = re.compile(r"(?<![0-9A-Za-z])\d{6}[-+A-FU-Y]\d{3}[0-9A-Y](?![0-9A-Za-z])", re.IGNORECASE)
_IBAN = re.compile(r"(?<![0-9A-Z])[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,3})?(?![0-9A-Z])")
_CARD = re.compile(r"(?<![\d+])[3-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?!\d)")


def business_id(text: str) -> str | None:
    """Return a business id in its right form ("0112038-9"), lost zeros put back; None unless its check digit proves it.

    All zeros pass the check digit and are nobody's: None.
    """
    writing = _WRITING.fullmatch(text.strip())
    if writing is None:
        return None
    number = f"{writing[1]}{writing[2]}".zfill(8)
    if set(number) == {"0"} or business_id_check_digit(number[:7]) != int(number[7]):
        return None
    return f"{number[:7]}-{number[7]}"


def business_id_check_digit(number: str) -> int | None:
    """Return the check digit of a business id's first seven digits; None where no id may begin so."""
    remainder = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=True)) % 11
    return None if remainder == 1 else (11 - remainder) % 11


def looks_like_business_id(text: str) -> bool:
    return bool(_WRITING.fullmatch(text.strip()))


def identity_codes(text: str) -> Iterator[str]:
    """Yield the personal identity codes in a text whose check character holds, temporary ones too."""
    for found in _IDENTITY_CODE.finditer(text):
        if hetu.is_valid(found[0].upper(), allow_temporary=True):
            yield found[0]


def ibans(text: str) -> Iterator[str]:
    """Yield the account numbers in a text whose check digits hold."""
    for found in _IBAN.finditer(text):
        if iban.is_valid(found[0], check_country=False):
            yield found[0]


def card_numbers(text: str) -> Iterator[str]:
    """Yield the payment card numbers in a text: 13-19 digits that start as cards do, with Luhn's check digit.

    The digits of an account number are none, whatever they add up to.
    """
    accounts = [found.span() for found in _IBAN.finditer(text)]
    for found in _CARD.finditer(text):
        number = re.sub(r"\D", "", found[0])
        inside = any(start <= found.start() < end for start, end in accounts)
        if 13 <= len(number) <= 19 and not inside and luhn.is_valid(number):
            yield found[0]


def masked(secret: str) -> str:
    """Return an identity code, account or card number with only its beginning left readable."""
    shown = 6 if len(secret) <= 11 else 4
    return secret[:shown] + re.sub(r"[0-9A-Za-z]", "*", secret[shown:])
