"""Marks with which programs keep a value from becoming a number, and which are no part of it: '00100, ="0401234567"."""

import re

from tikissa.model.schema import Meaning
from tikissa.rules.rule import Cell, Kind, Rule, Suggestion
from tikissa.text.normalise import digits

_NUMBER = r"\+?[\d(][\d\s()+./,:-]+[A-Z]?"
_MARKED = re.compile(rf"\s*(?:=\s*(?:T\()?\"([^\"]*)\"\)?|['’‘´`]({_NUMBER})['’‘´`]?|\"({_NUMBER})\")\s*")
_MARKS = re.compile(r"^\s*[='’‘´`\"]")
_NUMBERED = (Meaning.CUSTOMER_NUMBER, None)
_DIGITS_A_SPREADSHEET_KEEPS = 11
_FEWEST_DIGITS = 3


def take_mark_off(cell: Cell) -> Suggestion | None:
    """Leave the value alone; a long number of a column that is no phone's would be rounded in a spreadsheet."""
    found = _MARKED.fullmatch(cell.text)
    if found is None:
        return None
    after = next(text for text in found.groups() if text is not None)
    if len(digits(after)) < _FEWEST_DIGITS and not cell.text.startswith("="):
        return None  # '24 is a year
    if cell.meaning in _NUMBERED and len(digits(after)) > _DIGITS_A_SPREADSHEET_KEEPS:
        return None
    return Suggestion("text.mark", after, confidence=0.99, safe=True)


RULE = Rule({"text.mark": Kind.WRITING}, (), take_mark_off, hint=_MARKS.search)
