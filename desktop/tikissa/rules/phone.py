"""Telephone numbers: lost zeros and Excel's decimals put right, the rest in the register's own style."""

import re
from collections.abc import Callable

from tikissa.model.schema import Meaning
from tikissa.rules.rule import Cell, Kind, Rule, Suggestion
from tikissa.text.number_writings import whole_number
from tikissa.text.phone_plans import is_in_plan
from tikissa.text.phones import (
    is_likely_finnish,
    lost_zero,
    national_number,
    plain_mobile,
    write_number,
    write_plain_mobile,
)
from tikissa.text.secret_numbers import LIKE_A_CODE, SecretKind, secrets_of

_FINNISH = ("+358", "00358")

PHONES = (Meaning.PHONE, Meaning.FAX)

_LABEL = re.compile(
    r"^(?:puh(?:elin)?|gsm|matkapuhelin|matkap|mob(?:iili|il|ile)?|kännykkä|tel(?:efon)?|tfn|phone|p|t)\b[.:]?\s*(?=[\d+(])",
    re.IGNORECASE,
)
_LETTER_O = re.compile(r"(?<=[\d\s+(-])[oO](?=[\d\s)-])|^[oO](?=\d)|(?<=\d)[oO]$")
_DIGITS_OF_SUM = "123456789"
# Eight digits and more, where Excel took the numbers for sums: shorter ones may lack their area code.
_LANDLINE_WITHOUT_ZERO = re.compile(r"(?:[235689]|1[3-9])\d{7,9}")
_DOUBLE_PREFIX = re.compile(r"\+0(?=[1-9])|^0358|^\+{2,}")


def propose(cell: Cell) -> Suggestion | None:
    """Mend what is wrong, if it is one thing; else write the number as the register does, without Excel's text mark.

    "08-123 45 67" of a customer in Stockholm is no number of Oulu.
    """
    text = cell.text.strip().removeprefix("'")
    if not cell.habits.phones_are_finnish or (cell.is_abroad and not text.startswith(_FINNISH)):
        return None
    if LIKE_A_CODE.match(text) and secrets_of(SecretKind.IDENTITY_CODE, text):
        return None
    plain = plain_mobile(text)
    if plain:
        return Suggestion(
            "phone.format", write_plain_mobile(plain, cell.habits.phone_style), confidence=0.99, safe=True
        )
    for mend in _MENDS:
        suggestion = mend(text, cell.habits.phone_style)
        if suggestion is not None:
            return suggestion
    if cell.habits.zeros_are_lost and _LANDLINE_WITHOUT_ZERO.fullmatch(text):
        return _rewritten("phone.lost_zero", f"0{text}", cell.habits.phone_style, confidence=0.85, safe=False)
    return _rewritten("phone.format", text, cell.habits.phone_style, confidence=0.99, safe=True)


def _rewritten(code: str, text: str, style: str, confidence: float, safe: bool) -> Suggestion | None:
    """Write a number in a style, unless it is none we can be sure to read or none the numbering plan has."""
    number = national_number(text)
    if number is None or not is_likely_finnish(number) or not is_in_plan(number):
        return None
    return Suggestion(code, write_number(number, style), confidence, safe)


def _taken_for_sum(text: str, style: str) -> Suggestion | None:
    """Undo "401234567.0" and "4.01230005E8"; a plus that is there still shows that no zero was lost."""
    whole = whole_number(text)
    if whole is None:
        return None
    code = "phone.lost_zero" if text[0] in _DIGITS_OF_SUM else "phone.decimal"
    number = lost_zero(whole.digits) or whole.digits
    return _rewritten(code, number, style, confidence=0.95, safe=whole.is_proven)


def _lost_zero(text: str, style: str) -> Suggestion | None:
    number = lost_zero(text)
    return None if number is None else _rewritten("phone.lost_zero", number, style, confidence=0.97, safe=True)


def _letter_for_zero(text: str, style: str) -> Suggestion | None:
    mended = _LETTER_O.sub("0", text)
    if mended == text:
        return None
    return _rewritten("phone.letter_for_zero", mended, style, confidence=0.93, safe=False)


def _wrong_prefix(text: str, style: str) -> Suggestion | None:
    if not _DOUBLE_PREFIX.match(text):
        return None
    mended = re.sub(r"^\+0(?=[1-9])", "0", re.sub(r"^0358", "+358", re.sub(r"^\++", "+", text)))
    return _rewritten("phone.country_code", mended, style, confidence=0.9, safe=False)


def _without_label(text: str, style: str) -> Suggestion | None:
    number = _LABEL.sub("", text)
    return None if number == text else _rewritten("phone.label", number, style, confidence=0.97, safe=True)


_MENDS: tuple[Callable[[str, str], Suggestion | None], ...] = (
    _taken_for_sum,
    _lost_zero,
    _letter_for_zero,
    _wrong_prefix,
    _without_label,
)

RULE = Rule(
    {
        "phone.lost_zero": Kind.ERROR,
        "phone.decimal": Kind.ERROR,
        "phone.letter_for_zero": Kind.ERROR,
        "phone.country_code": Kind.ERROR,
        "phone.label": Kind.WRITING,
        "phone.format": Kind.WRITING,
    },
    PHONES,
    propose,
)
