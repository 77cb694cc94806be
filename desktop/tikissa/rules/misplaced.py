"""Values in one another's cells, and two values in one cell while the other stands empty."""

import re
from collections.abc import Callable

from tikissa.model.schema import Meaning
from tikissa.reference.postal_codes import is_postal_code
from tikissa.rules.place_values import fits, is_place
from tikissa.rules.rule import Hint, Kind, Place, Row, RowRule, RowSuggestion
from tikissa.text.emails import is_plain
from tikissa.text.phones import is_finnish_writing

Swappable = tuple[Meaning, Callable[[str], bool], Hint]
"""A meaning, how its values look, and a hint of texts that are something else."""

_CODE_AND_TOWN = re.compile(r"(?:FI-)?(\d{5}),?\s+([^\d,]+)")
_WHOLE_ADDRESS = re.compile(r"(.*?\d.*?|.*?[^\W\d_]{3,}.*?)[,;]?\s+(?:FI-)?(\d{5}),?\s+([^\d,]+)")


def swapper(first: Swappable, second: Swappable) -> RowRule:
    """Make a rule for two kinds of value that cannot be taken for one another."""
    (one, is_one, one_hint), (other, is_other, other_hint) = first, second

    def propose(row: Row) -> RowSuggestion | None:
        mine, theirs = row.cells[one], row.cells[other]
        belongs_there = is_other(mine) and (not theirs or is_one(theirs))
        belongs_here = is_one(theirs) and (not mine or is_other(mine))
        if not belongs_there and not belongs_here:
            return None
        return RowSuggestion("cell.misplaced", {one: theirs, other: mine}, confidence=0.93, safe=False)

    return RowRule({"cell.misplaced": Kind.ERROR}, (one, other), propose, {one: one_hint, other: other_hint})


def split_town(row: Row) -> RowSuggestion | None:
    """Take the code out of "00100 Helsinki" where the cell for it is empty."""
    for holder, empty in ((Meaning.TOWN, Meaning.POSTAL_CODE), (Meaning.POSTAL_CODE, Meaning.TOWN)):
        both = _CODE_AND_TOWN.fullmatch(row.cells[holder])
        if both and not row.cells[empty] and fits(both[1], both[2]):
            after: dict[Place, str] = {Meaning.POSTAL_CODE: both[1], Meaning.TOWN: both[2]}
            return RowSuggestion("address.split", after, confidence=0.95, safe=False)
    return None


def split_address(row: Row) -> RowSuggestion | None:
    """Take code and town out of the street's cell where their own cells are empty."""
    if row.cells[Meaning.POSTAL_CODE] or row.cells[Meaning.TOWN]:
        return None
    whole = _WHOLE_ADDRESS.fullmatch(row.cells[Meaning.STREET])
    if whole is None or not fits(whole[2], whole[3]):
        return None
    after: dict[Place, str] = {
        Meaning.STREET: whole[1].rstrip(" ,;"),
        Meaning.POSTAL_CODE: whole[2],
        Meaning.TOWN: whole[3],
    }
    return RowSuggestion("address.split", after, confidence=0.95, safe=False)


def _without_at(text: str) -> bool:
    return "@" not in text


def _with_at(text: str) -> bool:
    return "@" in text


_SPLIT = {"address.split": Kind.ERROR}
_DIGIT, _LETTER, _FIVE_DIGITS = re.compile(r"\d"), re.compile(r"[^\W\d_]"), re.compile(r"\d{5}")
RULES = (
    swapper(
        (Meaning.POSTAL_CODE, is_postal_code, _LETTER.search),
        (Meaning.TOWN, is_place, _DIGIT.search),
    ),
    swapper(
        (Meaning.EMAIL, is_plain, _without_at),
        (Meaning.PHONE, is_finnish_writing, _with_at),
    ),
    RowRule(
        _SPLIT,
        (Meaning.STREET, Meaning.POSTAL_CODE, Meaning.TOWN),
        split_address,
        {Meaning.STREET: _FIVE_DIGITS.search},
    ),
    RowRule(
        _SPLIT,
        (Meaning.POSTAL_CODE, Meaning.TOWN),
        split_town,
        {Meaning.POSTAL_CODE: _LETTER.search, Meaning.TOWN: _DIGIT.search},
    ),
)
