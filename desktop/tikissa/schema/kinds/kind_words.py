"""The words that tell what a column, a sheet or a file speaks of when the question is what kind of file it is."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from tikissa.reference.tables import rows
from tikissa.schema.header_meanings import header_words
from tikissa.text.normalise import fold

_SHORTEST_START = 4
_SHORTEST_END = 3
"""Letters a word needs to tell as the beginning or the end of a compound: "laskupvm", "tilausnro"."""

_INFLECTED = (
    (re.compile(r"(?<=[uy])(?:ksen|kset|ksia|ksien|sten)$"), "s"),
    (re.compile(r"(?<=n)(?:eet|een|eita|eiden)$"), "ut"),
    (re.compile(r"(?<=t)(?:ut|ujen|uja|un)$"), "u"),
)


class Role(StrEnum):
    """What a word says; the table `file_kind_words.csv` has one or more lines for each."""

    DOCUMENT = "document"
    NUMBER = "number"
    DATE = "date"
    TOTAL = "total"
    TAX = "tax"
    QUANTITY = "quantity"
    PRODUCT = "product"
    STOCK = "stock"
    SUPPLIER = "supplier"
    LEDGER = "ledger"
    HISTORY = "history"
    PLACE = "place"
    CONTACT = "contact"
    MAILING = "mailing"
    STATUS = "status"
    LEAD = "lead"
    COLLECTED = "collected"
    FIRMOGRAPHIC = "firmographic"
    ASK = "ask"


def roles_of(header: str) -> frozenset[Role]:
    """Return all that the words of a header, of a file's or sheet's name, or of a cell say."""
    words = header_words(header)
    return frozenset(role for word in (*words, "".join(words)) for role in _roles_of_word(word))


@cache
def _table() -> dict[str, frozenset[Role]]:
    found: dict[str, set[Role]] = {}
    for row in rows("file_kind_words"):
        for word in row["words"].split(";"):
            found.setdefault(fold(word).replace(" ", ""), set()).add(Role(row["role"]))
    return {word: frozenset(roles) for word, roles in found.items()}


def _bare(word: str) -> Iterator[str]:
    """Yield a Finnish word as a dictionary has it: "palautuksen" is "palautus", "peruneet" "perunut"."""
    for ending, bare in _INFLECTED:
        if ending.search(word):
            yield ending.sub(bare, word)


@cache
def _roles_of_word(word: str) -> frozenset[Role]:
    """Return what a folded word says: itself, else as a compound its beginning and end; "laskunro" and "kvittonr" are
    two words whole, of others the longest known beginning and the longest known end count."""
    table = _table()
    known = next((each for each in (word, *_bare(word)) if each in table), None)
    if known is not None:
        return table[known]
    starts = [word[:length] for length in range(len(word) - 1, _SHORTEST_START - 1, -1) if word[:length] in table]
    for start in starts:
        if word[len(start) :] in table:
            return table[start] | table[word[len(start) :]]
    first = starts[0] if starts else ""
    ends = (word[place:] for place in range(max(len(first), 1), len(word) - _SHORTEST_END + 1))
    return table.get(first, frozenset()) | next((table[end] for end in ends if end in table), frozenset())
