"""Telephone numbers as the plans of all countries have them: the one door to the library that knows the plans."""

from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

_MOBILE = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)


def international(text: str) -> str | None:
    """Return a number as "+358401234567", None where no plan has it; one without a plus is read as dialled here."""
    try:
        number = phonenumbers.parse(text, "FI")
    except phonenumbers.NumberParseException:
        return None
    return phonenumbers.format_number(number, PhoneNumberFormat.E164) if phonenumbers.is_valid_number(number) else None


@lru_cache(maxsize=1 << 16)
def is_in_plan(number: str) -> bool:
    """Return whether some plan has a number; the same one is asked about when it is written and when it is checked."""
    return international(number) is not None


def may_be_mobile(number: str) -> bool:
    """Return whether an international number is, or may be, a mobile one: some plans do not tell them apart."""
    return phonenumbers.number_type(phonenumbers.parse(number)) in _MOBILE
