"""Telephone numbers as the plans of all countries have them: the one door to the library that knows the plans."""

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


def may_be_mobile(number: str) -> bool:
    """Return whether an international number is, or may be, a mobile one: some plans do not tell them apart."""
    return phonenumbers.number_type(phonenumbers.parse(number)) in _MOBILE
