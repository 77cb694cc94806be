"""Cyrillic and Greek letters that look like ours: the eye reads "Mаtti", a search does not find it."""

import re

from tikissa.rules.rule import Cell, Kind, Rule, Suggestion

_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-zÅÄÖåäö]")
_LOOKALIKES = str.maketrans("АВЕЅІЈКМНОРСТУХаеѕіјорсухуΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTYXaesijopcyxyABEZHIKMNOPTYXo")


def propose(cell: Cell) -> Suggestion | None:
    """Mend texts that are Latin but for letters that all have a Latin twin."""
    if not _FOREIGN.search(cell.text) or not _LATIN.search(cell.text):
        return None
    after = cell.text.translate(_LOOKALIKES)
    return None if _FOREIGN.search(after) else Suggestion("text.lookalike_letters", after, confidence=0.95, safe=False)


RULE = Rule({"text.lookalike_letters": Kind.ERROR}, (), propose, hint=_FOREIGN.search)
