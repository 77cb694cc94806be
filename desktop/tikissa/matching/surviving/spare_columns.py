"""Keeps what does not survive a merge in its own column and must not be lost: an empty column of its kind takes it."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from tikissa.matching.preparing.normalised_identifiers import email_keys, phone_keys
from tikissa.matching.surviving.right_writing import whole_of
from tikissa.matching.surviving.surviving_rules import Candidate, Kept
from tikissa.model.schema import Meaning
from tikissa.text.normalise import fold
from tikissa.text.owners import whose
from tikissa.text.similarity import typing_distance


def _folded(text: str) -> tuple[str]:
    return (fold(text),)


OVERFLOWING: Mapping[Meaning, Callable[[str], Iterable[str]]] = {
    Meaning.EMAIL: email_keys,
    Meaning.PHONE: phone_keys,
    Meaning.BILLING_ADDRESS: _folded,
    Meaning.EINVOICE_ADDRESS: _folded,
}
"""What is not given up where the records differ, and how the values in a cell of it are told to be the same."""

_ONLY_TO_COLUMNS = frozenset({Meaning.PHONE})


def overflow(
    meaning: Meaning,
    columns: Sequence[str],
    kept: dict[str, Kept | None],
    rows: Mapping[str, Sequence[Candidate]],
) -> list[str]:
    """Put values that did not survive into empty columns of their meaning; return those that found no room.

    A column for bills, or for a guardian, is no room for the customer's own.
    """
    if len({candidate.text for name in columns for candidate in rows[name]}) < 2:
        return []
    keys = OVERFLOWING[meaning]
    values = [rows[name][0].text if found is None else found.value for name, found in _filled(columns, kept, rows)]
    stays = {key for value in values for key in keys(value)}
    empty = [name for name in columns if not rows[name]]
    lost = []
    for name in columns:
        for candidate in rows[name]:
            brought = set(filter(None, keys(candidate.text)))
            if all(any(_same(key, known) for known in stays) for key in brought):
                continue
            stays |= brought
            room = next((column for column in empty if whose(column) == whose(name)), None)
            if room is not None:
                empty.remove(room)
                kept[room] = Kept(candidate.text, candidate.record, "survivorship.kept_too")
            elif meaning not in _ONLY_TO_COLUMNS:
                lost.append(f"{name}: {candidate.text}")
    return lost


def _filled(
    columns: Sequence[str], kept: Mapping[str, Kept | None], rows: Mapping[str, Sequence[Candidate]]
) -> list[tuple[str, Kept | None]]:
    return [(name, kept[name]) for name in columns if rows[name]]


def _same(first: str, second: str) -> bool:
    """A value one typing error from one that survives, or one that lacks its end, is no other value."""
    return typing_distance(first, second, 1) <= 1 or whole_of(first, (second,)) is not None
