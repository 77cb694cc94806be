"""Whether it matters which of two values a column keeps in a merge: asked once a column, not once a group."""

from collections.abc import Mapping, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from tikissa.model.proposal import Merge
from tikissa.review.proposal_tables import MergeTable, in_table

EITHER = "either_value."
"""The column's name follows."""

_OF_NO_MATTER, _MATTERS = "either", "matters"

Columns = tuple[str, ...]


def answer(columns: Columns, matters: bool) -> dict[str, str]:
    """Return the settings that the answer to a question about columns leaves behind."""
    return {EITHER + column: _MATTERS if matters else _OF_NO_MATTER for column in columns}


def settled_columns(said: Mapping[str, str]) -> frozenset[str]:
    """Return the columns of which settings say that either value may stay."""
    return frozenset(name.removeprefix(EITHER) for name, word in said.items() if _is_about(name, word, _OF_NO_MATTER))


def questions(merges: Sequence[Merge], said: Mapping[str, str]) -> list[tuple[Columns, Sequence[Merge]]]:
    """Return the columns in which alone some groups differ, with these groups, most groups first; what has been
    answered is not asked again."""
    settled = settled_columns(said)
    matters = {name.removeprefix(EITHER) for name, word in said.items() if _is_about(name, word, _MATTERS)}
    table, waiting = in_table(merges)
    numbers = table.unexplained.numbers[waiting.places]
    asked: dict[Columns, list[int]] = {}
    for number in dict.fromkeys(numbers.tolist()):
        every = cast(Columns, table.unexplained.values[number])
        columns = tuple(column for column in every if column not in settled)
        if columns and matters.isdisjoint(columns):
            asked.setdefault(columns, []).append(number)
    found = [(columns, waiting.chosen(waiting.places[np.isin(numbers, of)])) for columns, of in asked.items()]
    return sorted(found, key=lambda entry: -len(entry[1]))


def nearly_sure(merges: Sequence[Merge], said: Mapping[str, str]) -> Sequence[Merge]:
    """Return the groups that are right by the program's own measure, also those that differ only in settled columns."""
    table, waiting = in_table(merges)
    return waiting.chosen(waiting.places[are_nearly_sure(table, said)[waiting.places]])


def are_nearly_sure(table: MergeTable, said: Mapping[str, str]) -> NDArray[np.bool_]:
    """Return of which merges of a table `nearly_sure` holds, shape (merges,)."""
    settled = settled_columns(said)
    explained = [bool(columns) and settled.issuperset(cast(Columns, columns)) for columns in table.unexplained.values]
    return table.nearly_sure | np.array([*explained, False], np.bool_)[table.unexplained.numbers]


def _is_about(name: str, word: str, wanted: str) -> bool:
    return name.startswith(EITHER) and word == wanted
