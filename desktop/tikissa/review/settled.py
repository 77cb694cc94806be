"""Whether it matters which of two values a column keeps in a merge: asked once a column, not once a group."""

from collections.abc import Iterable, Mapping

from tikissa.model.proposal import Merge

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


def questions(merges: Iterable[Merge], said: Mapping[str, str]) -> list[tuple[Columns, tuple[Merge, ...]]]:
    """Return the columns in which alone some groups differ, with these groups, most groups first; what has been
    answered is not asked again."""
    settled = settled_columns(said)
    matters = {name.removeprefix(EITHER) for name, word in said.items() if _is_about(name, word, _MATTERS)}
    asked: dict[Columns, list[Merge]] = {}
    for merge in merges:
        columns = tuple(column for column in merge.cluster.unexplained if column not in settled)
        if columns and matters.isdisjoint(columns):
            asked.setdefault(columns, []).append(merge)
    return sorted(((columns, tuple(found)) for columns, found in asked.items()), key=lambda entry: -len(entry[1]))


def nearly_sure(merges: Iterable[Merge], said: Mapping[str, str]) -> tuple[Merge, ...]:
    """Return the groups that are right by the program's own measure, also those that differ only in settled columns."""
    settled = settled_columns(said)
    return tuple(
        merge
        for merge in merges
        if merge.cluster.nearly_sure or (merge.cluster.unexplained and settled.issuperset(merge.cluster.unexplained))
    )


def _is_about(name: str, word: str, wanted: str) -> bool:
    return name.startswith(EITHER) and word == wanted
