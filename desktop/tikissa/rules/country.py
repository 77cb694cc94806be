"""Countries in the wrong place: behind a town, an area code or an address that is another country's."""

import re
from collections.abc import Iterator

from tikissa.model.finding import Severity
from tikissa.model.schema import Meaning
from tikissa.reference.postal_codes import is_postal_code
from tikissa.rules.place_values import fits, is_place, is_place_of, meant_municipality
from tikissa.rules.rule import Cell, Check, Kind, Observation, Rule, Suggestion
from tikissa.text.countries import names_country, names_finland

_BEHIND = re.compile(r"(?P<town>[^\d,(]+?)[\s,]*[\s,(/-][\s(]*(?P<country>[^\W\d_]{2,9})\)?")
_BEFORE = re.compile(r"(?P<country>[^\W\d_]{2,9})\s?[-–,/]\s?(?P<town>[^\d,]+)")
_NOT_LETTERS = re.compile(r"[^\w]*\+?\d[\d\s+-]*")


def take_country_off(cell: Cell) -> Suggestion | None:
    """Leave the town of "Oulu FI" and "FI-Oulu" where it goes with the postal code."""
    code = cell.beside.get(Meaning.POSTAL_CODE, "").strip()
    if is_place(cell.text):
        return None
    for shape in (_BEHIND, _BEFORE):
        found = shape.fullmatch(cell.text.strip())
        if found and names_finland(found["country"]) and is_place_of(code, found["town"]):
            return Suggestion("town.with_country", found["town"], confidence=0.95, safe=False)
    return None


def observe(cell: Cell) -> Iterator[Observation]:
    """Tell of what is no country's name, and of an address that is another country's than the cell says."""
    code, town = (cell.beside.get(meaning, "").strip() for meaning in (Meaning.POSTAL_CODE, Meaning.TOWN))
    if _NOT_LETTERS.fullmatch(cell.text) or (is_place(cell.text) and not names_country(cell.text)):
        yield Observation("country.no_country", (cell.text,))
    elif code and town and names_finland(cell.text):
        if not is_postal_code(code) and not is_place(town) and meant_municipality(town) is None:
            yield Observation("country.mismatch", (cell.text, f"{code} {town}"))
    elif code and town and names_country(cell.text) and fits(code, town):
        yield Observation("country.mismatch", (cell.text, f"{code} {town}"))


RULE = Rule({"town.with_country": Kind.ERROR}, (Meaning.TOWN,), take_country_off, (Meaning.POSTAL_CODE,))
CHECK = Check(
    {"country.no_country": Severity.WARNING, "country.mismatch": Severity.WARNING},
    (Meaning.COUNTRY,),
    observe,
    (Meaning.POSTAL_CODE, Meaning.TOWN),
)
