"""Telephone cells no rule can mend: numbers no plan has, words, several numbers, what Excel destroyed."""

import re
from collections.abc import Iterator

from tikissa.model.finding import Severity
from tikissa.rules.phone import PHONES
from tikissa.rules.rule import Cell, Check, Observation
from tikissa.text.normalise import digits
from tikissa.text.number_writings import is_decimal, whole_number
from tikissa.text.phone_plans import is_in_plan
from tikissa.text.phones import MOBILE, national_number, plain_mobile, with_extension

_SCIENTIFIC = re.compile(r"\d([.,]\d+)?E\+?\d{1,2}", re.IGNORECASE)
_SHORT_MOBILE = re.compile(r"0(?:4[0-6]|50)\d{0,4}")
_LETTERS = re.compile(r"[^\W\d_]{2,}|\d[^\W\d_]+\d")
_SEVERAL = re.compile(
    r"\d[\d\s()-]{4,}\s*(?:[/,;&]|:{2,}|\btai\b|\bja\b|\beller\b|\bor\b|\boch\b)\s*[+(]?\d[\d\s()-]{4,}", re.IGNORECASE
)

_MOBILE_BEGINS = re.compile(r"(?<!\d)(?:\+|00)?(?:358|0)[ -]?(?:4\d|50)")
_DIGITS_OF_TWO = 16
_LONG = 11


def observe(cell: Cell) -> Iterator[Observation]:
    """Name the one thing most wrong with a number."""
    told = not cell.is_abroad or cell.text.startswith("+")
    code = _problem(cell.text.strip()) if cell.habits.phones_are_finnish and told else None
    if code:
        yield Observation(code, (cell.text,))


def _needs_a_look(text: str) -> bool:
    return plain_mobile(text) is None


def _problem(text: str) -> str | None:
    if _SCIENTIFIC.fullmatch(text):
        whole = whole_number(text)
        return (_problem(whole.digits) or "phone.no_area_code") if whole else "phone.lost_for_good"
    if is_decimal(text):
        return "phone.invalid"
    extended = with_extension(text)
    if extended is not None and _is_possible(extended.number):
        return "phone.extension"
    if _SEVERAL.search(text) or _holds_two_mobiles(text):
        return "phone.several"
    if _LETTERS.search(text):
        return "phone.text"
    number = national_number(text)
    if number is not None and MOBILE.fullmatch(number) and 9 <= len(number) <= 11:
        return None
    if number is not None and _SHORT_MOBILE.fullmatch(number):
        return "phone.short" if is_in_plan(number) else "phone.invalid"
    if number is None and 5 <= len(digits(text)) <= 7 and not text.startswith(("+", "0")):
        return "phone.no_area_code"
    return None if _is_possible(text) else "phone.invalid"


def _holds_two_mobiles(text: str) -> bool:
    return len(digits(text)) >= _DIGITS_OF_TWO and len(_MOBILE_BEGINS.findall(text)) > 1


def _is_possible(text: str) -> bool:
    """Tell a number some plan has, at home or abroad; of another country's many are written without their plus."""
    if is_in_plan(national_number(text) or text):
        return True
    return not text.startswith("0") and len(digits(text)) >= _LONG and is_in_plan(f"+{text}")


CHECK = Check(
    {
        "phone.lost_for_good": Severity.ERROR,
        "phone.several": Severity.WARNING,
        "phone.text": Severity.WARNING,
        "phone.no_area_code": Severity.WARNING,
        "phone.short": Severity.WARNING,
        "phone.extension": Severity.NOTE,
        "phone.invalid": Severity.ERROR,
    },
    PHONES,
    observe,
    hint=_needs_a_look,
)
