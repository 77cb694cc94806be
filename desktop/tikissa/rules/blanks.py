"""Blanks nobody sees: doubled ones, those at the ends, and characters without a width."""

import re

from tikissa.model.schema import Meaning
from tikissa.rules.rule import Cell, Kind, Rule, Suggestion
from tikissa.text.normalise import collapse_blanks

_UNSEEN = "\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad"
# Joiners are letters' business in Persian, and hold together what is drawn of several signs.
_INVISIBLE = re.compile(f"[{_UNSEEN}]|(?<![^\0-\u024f])[\u200c\u200d]")
_SUSPECT = re.compile(rf"^\s|\s$|\s\s|[^\S ]|[{_UNSEEN}\u200c\u200d]")
_PARTING = re.compile(r"(?<=\S) {2}(?=\S)")
_ADDRESSES = (Meaning.WHOLE_ADDRESS, Meaning.BILLING_ADDRESS, Meaning.DELIVERY_ADDRESS)
_LONG_TEXTS = (Meaning.NOTES, Meaning.OPEN_MATTER)


def propose(cell: Cell) -> Suggestion | None:
    """Leave numbers alone, whose blanks are their format's, the lines of long texts, and the two blanks that part the
    lines of an address: "Ahotie 3  Kuopio  70100"."""
    if cell.is_number:
        return None
    visible = _INVISIBLE.sub("", cell.text)
    if cell.meaning in _ADDRESSES and len(_PARTING.findall(visible)) > 1:
        return None
    after = visible.strip() if cell.meaning in _LONG_TEXTS or "\n" in visible.strip() else collapse_blanks(visible)
    return None if after == cell.text else Suggestion("text.blanks", after, confidence=0.99, safe=True)


RULE = Rule({"text.blanks": Kind.WRITING}, (), propose, hint=_SUSPECT.search)
