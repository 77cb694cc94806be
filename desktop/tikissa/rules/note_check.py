"""What notes say that a column should say: that a customer is not to be contacted, or is slow to pay."""

import re
from collections.abc import Iterator

from tikissa.model.finding import Severity
from tikissa.model.schema import Meaning
from tikissa.rules.rule import Cell, Check, Observation
from tikissa.text.permissions import forbids, objection, says_yes

_CREDIT = re.compile(
    r"\b(maksuhäiri\w*|luottokiel\w*|luottotie\w*|perintä\w*|perinnä(?:ssä|stä|än)?|(?<!ei )maksamat\w*|ulosot\w*"
    r"|vain käteisellä|vain ennakkomaksulla|betalningsanmärkning\w*|kreditspärr\w*|inkasso\w*|utsökning\w*|obetald\w*"
    r"|payment default\w*|credit hold|debt collect\w*|bad debt|(?<!no )unpaid)\b",
    re.IGNORECASE,
)


def find_prohibitions(cell: Cell) -> Iterator[Observation]:
    """Tell of a prohibition that stands in the notes alone, where other programs do not look."""
    said = objection(cell.text)
    opted_out = (
        forbids(cell.beside.get(Meaning.PROHIBITION, "")) or says_yes(cell.beside.get(Meaning.PERMISSION, "")) is False
    )
    if said and not opted_out:
        yield Observation("note.forbids", (said,))


def find_credit_words(cell: Cell) -> Iterator[Observation]:
    """Tell of words about debts, which grow old and must be true."""
    words = dict.fromkeys(found[0] for found in _CREDIT.finditer(cell.text))
    if words:
        yield Observation("credit_word.found", (", ".join(words),))


_NOTES = (Meaning.NOTES,)
CHECKS = (
    Check(
        {"note.forbids": Severity.WARNING},
        _NOTES,
        find_prohibitions,
        (Meaning.PROHIBITION, Meaning.PERMISSION),
        hint=objection,
    ),
    Check({"credit_word.found": Severity.NOTE}, _NOTES, find_credit_words, hint=_CREDIT.search),
)
