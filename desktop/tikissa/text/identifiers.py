"""Business ids: proven by their check digits, never by looks alone."""

import re

_WRITING = re.compile(
    r"(?:y-?\s?tunnus:?|fo-?nummer:?|business id:?)?\s*(?:FI)?[\s-]*(\d{6,7})\s?[-–—‐]?\s?(\d)", re.IGNORECASE
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2)


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
