"""Company names all in capitals or all in small letters; short ones may be meant so (KONE, ABB, eQ) and are left."""

import re

from tikissa.model.schema import Meaning
from tikissa.rules.company_form import written_form
from tikissa.rules.rule import Cell, Kind, Rule, Suggestion
from tikissa.text.letter_case import written_name

_FORMS = re.compile(r"(?:oy|oyj|ab|abp|ky|ay|tmi|ry|rf|osk|as)\.?", re.IGNORECASE)
_BETWEEN = ("ja", "och", "and", "&", "+")
_WORD = re.compile(r"(?=.*[aeiouyåäö])[^\W\d_]{5,}(?:-[^\W\d_]{4,})*|co\.?|c:o|kumpp\.?", re.IGNORECASE)
"""What is long enough to be a word, and a merchant's partners."""


def write_name(cell: Cell) -> Suggestion | None:
    """Propose capitals where two words or more are long enough to be words, not abbreviations; never as safe."""
    words = cell.text.split(" ")
    named = [word for word in words if not _FORMS.fullmatch(word) and word.casefold() not in _BETWEEN]
    shouted, whispered = all(map(str.isupper, named)), all(map(str.islower, named))
    if len(named) < 2 or not (shouted or whispered) or not all(map(_WORD.fullmatch, named)):
        return None
    after = " ".join(_written(word) for word in words)
    return None if after == cell.text else Suggestion("company.capitals", after, confidence=0.75, safe=False)


def _written(word: str) -> str:
    if word.casefold() in _BETWEEN:
        return word.lower()
    return written_form(word) if _FORMS.fullmatch(word) else written_name(word)


RULE = Rule({"company.capitals": Kind.WRITING}, (Meaning.COMPANY,), write_name)
