"""Masks identity codes, account numbers and card numbers, so that the change log does not spread them."""

import hashlib
import hmac
import re
from collections.abc import Callable

_IDENTITY_CODE = re.compile(r"\b(\d{6}[-+A-FU-Ya-fu-y])\d{3}[0-9A-Ya-y]\b")
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{2,4}){3,8}\b")
_SHORTEST = 11
"""The length of an identity code; the others are longer."""

_CARD = re.compile(r"(?<![\d+])\d(?:[ -]?\d){12,18}(?!\d)")


def masked(text: str) -> str:
    """Return the text with its identity codes, IBANs and card numbers covered but for what tells them apart."""
    if len(text) < _SHORTEST:
        return text
    text = _IDENTITY_CODE.sub(r"\1****", text)
    text = _ACCOUNT.sub(_covered_if(is_account_number), text)
    return _CARD.sub(_covered_if(is_card_number), text)


def fingerprint(key: bytes, text: str) -> str:
    """Return the keyed hash that lets the owner of the key prove what stood under a mask."""
    return hmac.new(key, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[:32]


def is_account_number(text: str) -> bool:
    """Check an IBAN's length and check digits (ISO 13616: rearranged and read as a number, modulo 97 is 1)."""
    compact = re.sub(r"\s", "", text)
    digits = "".join(str(int(character, 36)) for character in compact[4:] + compact[:4])
    return 15 <= len(compact) <= 34 and int(digits) % 97 == 1


def is_card_number(text: str) -> bool:
    """Check a card number's first digit and its last (ISO/IEC 7812, Luhn)."""
    digits = [int(character) for character in text if character.isdigit()]
    doubled = [digit if place % 2 == 0 else sum(divmod(2 * digit, 10)) for place, digit in enumerate(reversed(digits))]
    return digits[0] in (3, 4, 5, 6) and sum(doubled) % 10 == 0


def _covered_if(holds: Callable[[str], bool]) -> Callable[[re.Match[str]], str]:
    def cover(match: re.Match[str]) -> str:
        return f"{match[0][:4]}****{match[0][-2:]}" if holds(match[0]) else match[0]

    return cover
