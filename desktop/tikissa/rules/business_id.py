"""Business ids and VAT numbers: dashes and zeros that were lost, proven by the check digit."""

import re
from collections.abc import Iterator

from tikissa.model.finding import Severity
from tikissa.model.schema import Meaning
from tikissa.rules.place_values import is_in_finland
from tikissa.rules.rule import Cell, Check, Kind, Observation, Rule, Suggestion
from tikissa.text.identifiers import business_id, has_wrong_length, looks_like_business_id
from tikissa.text.normalise import digits
from tikissa.text.number_writings import whole_number

_ID_AS_WRITTEN, _VAT_AS_WRITTEN = re.compile(r"\d{7}-\d"), re.compile(r"FI\d{8}")
_ZEROS = re.compile(r"0{6,7}-?0")


def write_business_id(cell: Cell) -> Suggestion | None:
    """Write an id whose check digit holds as 1234567-8."""
    after = business_id(cell.text)
    if after is None or after == cell.text or not _is_finnish(cell):
        return None
    whole = whole_number(cell.text)
    return Suggestion(_what_was_wrong(whole.digits if whole else cell.text.strip()), after, confidence=0.99, safe=True)


def _what_was_wrong(text: str) -> str:
    if len(digits(text)) < 8:
        return "business_id.leading_zeros"
    if text.isdigit():
        return "business_id.dash"
    return "business_id.format"


def empty_zeros(cell: Cell) -> Suggestion | None:
    """Empty 0000000-0, which passes the check digit and is nobody's."""
    if not _ZEROS.fullmatch(cell.text.strip()):
        return None
    return Suggestion("business_id.zeros", "", confidence=0.95, safe=False)


def write_vat_number(cell: Cell) -> Suggestion | None:
    """Write a Finnish VAT number as FI12345678; other countries' are left alone. A country where none was is asked."""
    number = business_id(cell.text) if _is_finnish(cell) else None
    after = f"FI{digits(number)}" if number else cell.text
    if after == cell.text:
        return None
    return Suggestion("vat_number.format", after, confidence=0.98, safe="FI" in cell.text.upper())


def observe(cell: Cell) -> Iterator[Observation]:
    """Tell of ids whose check digit does not hold, and of a VAT number in the row that is another company's."""
    vat = business_id(cell.beside.get(Meaning.VAT_NUMBER, ""))
    number = business_id(cell.text)
    if not _is_finnish(cell):
        return
    if number is None and (code := _fault(cell.text)):
        yield Observation(code, (cell.text,))
    elif number and vat and number != vat:
        yield Observation("business_id.vat_mismatch", (cell.text, cell.beside[Meaning.VAT_NUMBER]))


def observe_vat_number(cell: Cell) -> Iterator[Observation]:
    """Tell of Finnish VAT numbers that are none; those without FI only where the customer is in Finland."""
    code = _fault(cell.text) if _is_finnish(cell) and business_id(cell.text) is None else None
    if code:
        yield Observation(code, (cell.text,))


def _fault(text: str) -> str | None:
    """Name what keeps a text that is written like an id from being one."""
    if looks_like_business_id(text):
        return "business_id.check_digit"
    return "business_id.length" if has_wrong_length(text) else None


def _is_finnish(cell: Cell) -> bool:
    """Tell what may be a Finnish company's: eight digits are an id in other countries too."""
    country = cell.beside.get(Meaning.COUNTRY, "")
    return "-" in cell.text or "FI" in cell.text.upper() or is_in_finland(country, cell.habits.is_finnish)


_ID, _COUNTRY = (Meaning.BUSINESS_ID,), (Meaning.COUNTRY,)
RULES = (
    Rule({"business_id.zeros": Kind.ERROR}, _ID, empty_zeros),
    Rule(
        {
            "business_id.leading_zeros": Kind.ERROR,
            "business_id.dash": Kind.WRITING,
            "business_id.format": Kind.WRITING,
        },
        _ID,
        write_business_id,
        _COUNTRY,
        lambda text: not _ID_AS_WRITTEN.fullmatch(text),
    ),
    Rule(
        {"vat_number.format": Kind.WRITING},
        (Meaning.VAT_NUMBER,),
        write_vat_number,
        _COUNTRY,
        lambda text: not _VAT_AS_WRITTEN.fullmatch(text),
    ),
)
_FAULTS = {"business_id.check_digit": Severity.ERROR, "business_id.length": Severity.ERROR}
CHECKS = (
    Check({**_FAULTS, "business_id.vat_mismatch": Severity.WARNING}, _ID, observe, (Meaning.VAT_NUMBER, *_COUNTRY)),
    Check(
        _FAULTS,
        (Meaning.VAT_NUMBER,),
        observe_vat_number,
        _COUNTRY,
        hint=lambda text: not _VAT_AS_WRITTEN.fullmatch(text) or business_id(text) is None,
    ),
)
