"""Finnish postal codes: zeros that Excel dropped, marks around the digits, codes that do not exist."""

import re
from collections.abc import Iterator

from tikissa.model.finding import Severity
from tikissa.model.schema import Meaning
from tikissa.reference.postal_codes import is_postal_code
from tikissa.rules.place_values import fits, is_home, is_place, is_place_of, meant_municipality
from tikissa.rules.rule import Cell, Check, Kind, Observation, Rule, Suggestion

_SHORT = re.compile(r"'?(\d{2,4})(?:[.,]0)?")
_MARKED = re.compile(r"'?(?:(?:FI|FIN|AX|SF)[-\s]?)?([\dOo]{2})\s?([\dOo]{3})(?:[.,]0)?", re.IGNORECASE)
_WITH_TOWN = re.compile(r"(\d{5}),?\s+(\D+)")


def put_zeros_back(cell: Cell) -> Suggestion | None:
    """Put back lost zeros where the register's codes are Finnish; a town that is no Finnish place speaks against it."""
    short = _SHORT.fullmatch(cell.text.strip())
    if short is None or not _is_finnish(cell):
        return None
    code, town = short[1].zfill(5), cell.beside.get(Meaning.TOWN, "").strip()
    if not is_postal_code(code):
        return None
    if fits(code, town):
        return Suggestion("postal_code.leading_zeros", code, confidence=0.99, safe=True)
    # Excel drops every zero: what still begins with one came from elsewhere
    if short[1].startswith("0") or (town and not is_place(town)):
        return None
    return Suggestion("postal_code.leading_zeros", code, 0.6 if town else 0.95, safe=not town)


def take_marks_off(cell: Cell) -> Suggestion | None:
    """Leave five digits of "FI-00100", "00 100", "OO100" and "'00100", as Excel marks a text."""
    marked = _MARKED.fullmatch(cell.text.strip())
    if marked is None or not _is_finnish(cell):
        return None
    code = f"{marked[1]}{marked[2]}"
    digits = code.upper().replace("O", "0")
    if digits == cell.text or not is_postal_code(digits):
        return None
    letters = digits != code
    return Suggestion("postal_code.letters" if letters else "postal_code.format", digits, 0.95, safe=not letters)


def take_town_off(cell: Cell) -> Suggestion | None:
    """Leave the code of "00100 Helsinki" where the town stands in its own cell too."""
    both = _WITH_TOWN.fullmatch(cell.text.strip())
    if both is None or not is_place_of(both[1], cell.beside.get(Meaning.TOWN, "")):
        return None
    return Suggestion("postal_code.with_town", both[1], confidence=0.95, safe=False)


def observe(cell: Cell) -> Iterator[Observation]:
    """Tell of codes that do not exist, and of codes and towns that do not go together; a town abroad has its own."""
    town = cell.beside.get(Meaning.TOWN, "")
    if not _is_finnish(cell):
        return
    if not is_postal_code(cell.text):
        if town.strip() and not is_place(town) and meant_municipality(town) is None:
            return
        looks_foreign = not cell.text.isdigit() or len(cell.text) != 5
        yield Observation("postal_code.invalid" if looks_foreign else "postal_code.unknown", (cell.text,))
    elif is_place(town) and not is_place_of(cell.text, town):
        yield Observation("postal_code.town_mismatch", (cell.text, town))


def _is_finnish(cell: Cell) -> bool:
    return cell.habits.is_finnish and is_home(cell.beside.get(Meaning.COUNTRY, ""))


_CODE, _BESIDE = (Meaning.POSTAL_CODE,), (Meaning.TOWN, Meaning.COUNTRY)
RULES = (
    Rule({"postal_code.with_town": Kind.ERROR}, _CODE, take_town_off, _BESIDE),
    Rule({"postal_code.letters": Kind.ERROR, "postal_code.format": Kind.WRITING}, _CODE, take_marks_off, _BESIDE),
    Rule({"postal_code.leading_zeros": Kind.ERROR}, _CODE, put_zeros_back, _BESIDE),
)
CHECK = Check(
    {
        "postal_code.unknown": Severity.WARNING,
        "postal_code.invalid": Severity.WARNING,
        "postal_code.town_mismatch": Severity.WARNING,
    },
    _CODE,
    observe,
    _BESIDE,
)
