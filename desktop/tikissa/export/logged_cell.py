"""A cell as the change log holds it: its content with its type, or its mask and what can still be proven of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from tikissa.export.cells import Typed, as_json, from_json, normal, same
from tikissa.export.masking import fingerprint, masked


@dataclass(frozen=True, slots=True)
class Masked:
    """A content that is not in the log: it shows only this much, and its keyed fingerprint."""

    text: str
    fingerprint: str

    def agrees(self, value: Typed) -> bool:
        """Say whether a content could be the masked one."""
        return masked(shown(value)) == self.text


LoggedCell = Typed | Masked


def shown(value: Typed) -> str:
    """Return a cell's content as plain text, for masking."""
    if isinstance(value, float):
        return as_json(value)
    return "" if value is None else str(value)


def log_cell(value: Typed, key: bytes) -> str:
    """Write a cell down for the log, masked where it holds what must not stand there."""
    text = shown(value)
    cover = masked(text)
    if cover == text:
        return as_json(value)
    return json.dumps({"masked": cover, "hmac": fingerprint(key, text)})


def log_row(values: Sequence[object], key: bytes) -> str:
    """Write a whole row down, without the empty cells at its end."""
    return "[" + ",".join(log_cell(value, key) for value in trimmed(values)) + "]"


def logged_cell(text: str) -> LoggedCell:
    """Read back what `log_cell` wrote."""
    return _understood(json.loads(text or "null"))


def logged_row(text: str) -> tuple[LoggedCell, ...]:
    """Read back what `log_row` wrote."""
    return tuple(map(_understood, json.loads(text or "[]")))


def _understood(written: object) -> LoggedCell:
    match written:
        case {"masked": str(cover), "hmac": str(keyed)}:
            return Masked(cover, keyed)
    return from_json(written)


def agrees(logged: LoggedCell, value: Typed) -> bool:
    """Say whether a cell holds what the log says."""
    return logged.agrees(value) if isinstance(logged, Masked) else same(logged, value)


def trimmed(values: Sequence[object]) -> list[Typed]:
    """Return a row's cells in one form, without the empty ones at its end."""
    row = [normal(value) for value in values]
    while row and row[-1] is None:
        row.pop()
    return row
