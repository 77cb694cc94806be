"""Towns: typing errors the postal code settles, capitals and small letters."""

import re

from tikissa.model.schema import Meaning
from tikissa.rules.place_values import (
    is_home,
    is_municipality,
    is_place,
    is_place_of,
    is_town_name,
    meant_municipality,
    meant_place,
    place_in_short,
)
from tikissa.rules.rule import Cell, Kind, Rule, Suggestion
from tikissa.text.letter_case import Case, case_of, written_name


def mend_typing_error(cell: Cell) -> Suggestion | None:
    """Write the name that goes with the postal code; without a code, the one municipality a letter away."""
    if not cell.habits.is_finnish or not is_home(cell.beside.get(Meaning.COUNTRY, "")):
        return None
    code = cell.beside.get(Meaning.POSTAL_CODE, "").strip()
    if is_place(cell.text):
        return _mend_taken_name(cell, code)
    meant = meant_place(code, cell.text)
    if meant is not None:
        return Suggestion("town.typing_error", _in_style(meant, cell), confidence=0.95, safe=False)
    meant = None if code else meant_municipality(cell.text)
    return Suggestion("town.typing_error", _in_style(meant, cell), confidence=0.7, safe=False) if meant else None


def _mend_taken_name(cell: Cell, code: str) -> Suggestion | None:
    """Mend an error that made a village's name of a town's: "Kokola" beside the code of Kokkola."""
    if is_place_of(code, cell.text) or is_municipality(cell.text):
        return None
    meant = meant_place(code, cell.text, most=1)
    return Suggestion("town.typing_error", _in_style(meant, cell), confidence=0.8, safe=False) if meant else None


def write_out(cell: Cell) -> Suggestion | None:
    """Write out "TRE" and leave the old number of a post office out of "Turku 30" where the postal code tells both."""
    if not cell.habits.is_finnish or not is_home(cell.beside.get(Meaning.COUNTRY, "")):
        return None
    code = cell.beside.get(Meaning.POSTAL_CODE, "").strip()
    numbered = _NUMBERED.fullmatch(cell.text)
    if numbered:
        meant = numbered[1] if is_place_of(code, numbered[1]) else None
    else:
        short = place_in_short(code, cell.text)
        meant = _in_style(short, cell) if short else None
    return Suggestion("town.abbreviation", meant, confidence=0.9, safe=False) if meant else None


def put_marks_back(cell: Cell) -> Suggestion | None:
    """Write the dots of "Jyvaskyla" where the postal code tells the name."""
    code = cell.beside.get(Meaning.POSTAL_CODE, "").strip()
    if not is_place_of(code, cell.text) or not cell.text.isascii():
        return None
    meant = meant_place(code, cell.text)
    if meant is None or meant.isascii() or meant.casefold() == cell.text.casefold():
        return None
    return Suggestion("town.letters", _in_style(meant, cell), confidence=0.95, safe=False)


def write_capitals(cell: Cell) -> Suggestion | None:
    """Write a place's name as names are written, unless the register writes its towns in capitals."""
    if not is_town_name(cell.text) or not (cell.text.isupper() or cell.text.islower()):
        return None
    if case_of(cell.text) is cell.habits.cases.get(Meaning.TOWN):
        return None
    after = _in_style(written_name(cell.text), cell)
    return None if after == cell.text else Suggestion("town.capitals", after, confidence=0.98, safe=True)


def _in_style(name: str, cell: Cell) -> str:
    return name.upper() if cell.habits.cases.get(Meaning.TOWN) is Case.CAPITALS else name


_SHORT = re.compile(r"[^\W\d_]{3,4}\.?|[^\W\d_]+ \d{1,2}")
_NUMBERED = re.compile(r"([^\W\d]+) \d{1,2}")
_TOWN = (Meaning.TOWN,)
RULES = (
    Rule({"town.typing_error": Kind.ERROR}, _TOWN, mend_typing_error, (Meaning.POSTAL_CODE, Meaning.COUNTRY)),
    Rule({"town.abbreviation": Kind.ERROR}, _TOWN, write_out, (Meaning.POSTAL_CODE, Meaning.COUNTRY), _SHORT.fullmatch),
    Rule({"town.letters": Kind.ERROR}, _TOWN, put_marks_back, (Meaning.POSTAL_CODE,)),
    Rule({"town.capitals": Kind.WRITING}, _TOWN, write_capitals),
)
