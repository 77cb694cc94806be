"""Whole numbers as programs write them that took an id or a phone for a sum: "401234567.0", "4.01230005E8"."""

import re
from dataclasses import dataclass

_WITH_DECIMAL = re.compile(r"(\+?\d(?:[\d -]{5,}\d))[.,]0{1,2}")
_WITH_EXPONENT = re.compile(r"([1-9])(?:([.,])(\d{1,17}))?E(\+?)0?(\d{1,2})", re.IGNORECASE)
_MOST_DIGITS = 17
_NUMBER = re.compile(r"([-\u2212]?(?:0|[1-9]\d{0,14})(?:[.,]\d{1,17})?)(\s?%)?")
_DECIMAL = re.compile(r"(?:0|[1-9]\d*)[.,]\d+")


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """The digits that were meant, a plus before them kept; `is_proven` says that none of them had to be filled up."""

    digits: str
    is_proven: bool


def whole_number(text: str) -> WholeNumber | None:
    """Return what a number written as a sum was; None for another text and where digits were lost.

    Excel rounds ("4,01E+08"); Java's Double.toString writes a point, no plus and every digit but the zeros at the end
    (`4.0123002E8` is 401230020).
    """
    if found := _WITH_DECIMAL.fullmatch(text):
        return WholeNumber(found[1], is_proven=True)
    found = _WITH_EXPONENT.fullmatch(text)
    if found is None:
        return None
    first, mark, after, plus, power = found[1], found[2], found[3] or "", found[4], int(found[5])
    missing = power - len(after)
    if power >= _MOST_DIGITS or (missing > 0 and (plus or mark != ".")):
        return None
    if missing < 0 and after[power:].strip("0"):
        return None
    return WholeNumber(first + after[:power] + "0" * max(missing, 0), is_proven=missing <= 0)


def number_of(text: str) -> float | None:
    """Return the number of a text that is one and nothing else, a percentage as its part of one; None for another.

    "25 %", "0,25" and "0.250" are one number. Digits that begin with a zero are a code, not a number.
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    number = float(found[1].replace("\u2212", "-").replace(",", "."))
    return round(number / 100, 12) if found[2] else number


def is_decimal(text: str) -> bool:
    """Return whether a text is a number with decimals, as a spreadsheet writes one: "45310.6125"."""
    return _DECIMAL.fullmatch(text) is not None
