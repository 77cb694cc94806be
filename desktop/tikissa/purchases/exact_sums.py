"""Reads a column of sums of money exactly: as whole ten-thousandths, so that a million lines add up to the cent."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation

import numpy as np
from numpy.typing import NDArray

from tikissa.model.bought import SCALE
from tikissa.model.register import ColumnCells, RawValue

_NUMBER = re.compile(r"[-−–+]?\s*\d[\d\s.,'’\u00a0\u202f]*[-−–]?")
_MARKS = re.compile(r"[.,]")
_CURRENCY = re.compile(r"€|\$|£|\b(?:EUR|SEK|NOK|DKK|USD|GBP|CHF|PLN|CZK|ISK)\b|\bkr\b", re.IGNORECASE)
_CODES = {"€": "EUR", "$": "USD", "£": "GBP", "KR": "SEK"}
_REST = re.compile(r"[\s()€$£:+−–-]|\b(?:eur|euroa?|sek|nok|dkk|usd|gbp|chf|pln|czk|isk|kr|mk|snt)\b\.?", re.IGNORECASE)
_NAMES_SOMETHING = re.compile(r"[^\d\s.,'’+−–-]").search
_MOST = 2**40
_EXACT_AS_FLOAT = 1e10
"""Below this a float of cents holds its ten-thousandths."""
_SAMPLE = 2000


@dataclass(frozen=True, slots=True, eq=False)
class Sums:
    """`parts`: each line's sum in `SCALE`ths of a unit, 0 where there is none; `are_sums` says where there is one,
    `are_filled` where the cell says anything. `currencies`: what the cell itself names, "" where nothing."""

    parts: NDArray[np.int64]
    are_sums: NDArray[np.bool_]
    are_filled: NDArray[np.bool_]
    currencies: NDArray[np.object_]


def sums_of(cells: ColumnCells) -> Sums:
    """Return a column's sums; each distinct cell is read once. A typed number counts before what the cell shows."""
    texts = [text.strip() for text in cells.texts.tolist()]
    mark = decimal_mark(texts[:_SAMPLE])
    read = [_parts(text, raw, mark) for text, raw in zip(texts, cells.raws.tolist(), strict=True)]
    parts = np.array([each or 0 for each in read], np.int64)
    known = np.array([each is not None for each in read], np.bool_)
    filled = np.array([*map(bool, texts)], np.bool_)
    named = np.array([currency_in(text) if _NAMES_SOMETHING(text) else "" for text in texts], object)
    return Sums(parts[cells.codes], known[cells.codes], filled[cells.codes], named[cells.codes])


def decimal_mark(texts: Sequence[str]) -> str:
    """Return what parts the decimals in a column: the last mark of "1.234,50", the one that has not three digits after
    it everywhere, a comma where nothing tells."""
    told = {",": 0, ".": 0}
    for text in texts:
        marks = _MARKS.findall(text)
        if len({*marks}) == 2:
            told[marks[-1]] += 2
        elif len(marks) == 1 and not re.search(r"[.,]\d{3}\b", text):
            told[marks[0]] += 1
    return max(told, key=lambda mark: told[mark])


def parse_sum(text: str, mark: str) -> Decimal | None:
    """Return the sum that a text is, None for one that is no sum alone; "(120,00)" and "120-" are negative."""
    found = _NUMBER.search(text)
    if found is None or _REST.sub("", text[: found.start()] + text[found.end() :]):
        return None
    written = found[0]
    is_negative = bool(re.search(r"[-−–]", written)) or (text.startswith("(") and text.endswith(")"))
    digits = re.sub(r"[^\d.,]", "", written)
    other = "." if mark == "," else ","
    whole, *decimals = digits.replace(other, "").split(mark)
    if len(decimals) > 1 or (other in digits and not re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?", digits)):
        return _otherwise(digits, is_negative)
    return _signed(f"{whole or 0}.{decimals[0] if decimals and decimals[0] else 0}", is_negative)


def _otherwise(digits: str, is_negative: bool) -> Decimal | None:
    """Read one cell that is written unlike its column: "12.50" among "1 200,00"."""
    single = re.fullmatch(r"(\d+)[.,](\d{1,2})", digits)
    if single:
        return _signed(f"{single[1]}.{single[2]}", is_negative)
    return _signed(_MARKS.sub("", digits), is_negative) if re.fullmatch(r"\d{1,3}([.,]\d{3})+", digits) else None


def _signed(number: str, is_negative: bool) -> Decimal | None:
    try:
        amount = Decimal(number)
    except InvalidOperation:
        return None
    return -amount if is_negative else amount


def currency_in(text: str) -> str:
    """Return the code of the currency a text names, "" for none."""
    found = _CURRENCY.search(text)
    return _CODES.get(found[0].upper(), found[0].upper()) if found else ""


def in_parts(amount: Decimal) -> int:
    """Return a sum in `SCALE`ths, halves to the even one."""
    return int((amount * SCALE).to_integral_value(ROUND_HALF_EVEN))


def _parts(text: str, raw: RawValue, mark: str) -> int | None:
    """Return a cell's sum in `SCALE`ths, None where it is none."""
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return round(raw * SCALE) if abs(raw) < _EXACT_AS_FLOAT else _within(Decimal(repr(raw)))
    whole, _, decimals = text.partition(mark)
    digits = whole.removeprefix("-")
    if digits.isdecimal() and len(digits) < 12 and len(decimals) <= 4 and (decimals.isdecimal() or not decimals):
        return int(whole + decimals.ljust(4, "0"))
    return _within(parse_sum(text, mark))


def _within(amount: Decimal | None) -> int | None:
    return in_parts(amount) if amount is not None and amount.is_finite() and abs(amount) < _MOST else None
