"""Numbers that pass every check and belong to nobody."""

from datetime import date
from random import Random

MOBILE_PREFIXES = ("040", "041", "044", "045", "046", "050")
_BUSINESS_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2)
_IDENTITY_CODE_SIGNS = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def business_id_check_digit(body: str) -> int | None:
    """Return the check digit of seven digits, None where no business id can begin with them."""
    remainder = sum(weight * int(digit) for weight, digit in zip(_BUSINESS_ID_WEIGHTS, body, strict=True)) % 11
    return None if remainder == 1 else (11 - remainder) % 11


def business_id(random: Random) -> str:
    """Return a right business id from a range not given out (5 000 000 and up)."""
    while True:
        body = str(random.randrange(5_000_000, 9_000_000))
        check = business_id_check_digit(body)
        if check is not None:
            return f"{body}-{check}"


def identity_code(random: Random, born: date) -> str:
    """Return an identity code whose individual number (900-999) is never given to a person."""
    individual = random.randrange(900, 1000)
    century = "+" if born.year < 1900 else "-" if born.year < 2000 else "A"
    check = _IDENTITY_CODE_SIGNS[int(f"{born:%d%m%y}{individual}") % 31]
    return f"{born:%d%m%y}{century}{individual}{check}"


def mobile_number(random: Random) -> str:
    """Return a mobile number as its national digits."""
    return f"{random.choice(MOBILE_PREFIXES)}{random.randrange(1_000_000, 10_000_000)}"


def international(phone: str) -> str:
    """Return national digits in the form +358…; nothing stays nothing."""
    return f"+358{phone[1:]}" if phone else ""
