"""What notes say that a column should say: that a customer is not to be contacted, or is slow to pay."""

import re
from collections.abc import Iterator

from tikissa.model.finding import Severity
from tikissa.model.schema import Meaning
from tikissa.permission.notes import objection
from tikissa.permission.permission_cells import is_marked, says_yes
from tikissa.rules.rule import Cell, Check, Observation

_CREDIT = re.compile(
    r"\b(maksuhäiri\w*|luottokiel\w*|luottotie\w*|perintä\w*|perinnä(?:ssä|stä|än)?|(?<!ei )maksamat\w*|ulosot\w*"
    r"|vain käteisellä|vain ennakkomaksulla|betalningsanmärkning\w*|kreditspärr\w*|inkasso\w*|utsökning\w*|obetald\w*"
    r"|payment default\w*|credit hold|debt collect\w*|bad debt|(?<!no )unpaid)\b",
    re.IGNORECASE,
)


def find_prohibitions(cell: Cell) -> Iterator[Observation]:
    """Tell of a prohibition that stands in the notes alone, where other programs do not look."""
    words = objection(cell.text)
    beside = cell.beside
    opted_out = is_marked(beside.get(Meaning.PROHIBITION, "")) or says_yes(beside.get(Meaning.PERMISSION, "")) is False
    if words and not opted_out:
        yield Observation("note.forbids", (words,))


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
