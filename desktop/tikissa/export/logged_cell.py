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


@dataclass(frozen=True, slots=True)
class LoggedFormula:
    """A cell that works its content out: what it shows is for the spreadsheet to say."""

    text: str

    def agrees(self, _: Typed) -> bool:
        return True


LoggedCell = Typed | Masked
NewCell = LoggedCell | LoggedFormula


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


def log_new_row(values: Sequence[Typed | LoggedFormula], key: bytes) -> str:
    """Write down a row that comes, its formulas as formulas."""
    cells = (
        json.dumps({"formula": value.text}) if isinstance(value, LoggedFormula) else log_cell(value, key)
        for value in values
    )
    return "[" + ",".join(cells) + "]"


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


def logged_new_row(text: str) -> tuple[NewCell, ...]:
    """Read back what `log_new_row` wrote."""
    return tuple(_new_cell(cell) for cell in json.loads(text or "[]"))


def _new_cell(cell: object) -> NewCell:
    match cell:
        case {"formula": str(formula)}:
            return LoggedFormula(formula)
    return logged_cell(json.dumps(cell))


def agrees(logged: NewCell, value: Typed) -> bool:
    """Say whether a cell holds what the log says."""
    return logged.agrees(value) if isinstance(logged, Masked | LoggedFormula) else same(logged, value)


def trimmed(values: Sequence[object]) -> list[Typed]:
    """Return a row's cells in one form, without the empty ones at its end."""
    row = [normal(value) for value in values]
    while row and row[-1] is None:
        row.pop()
    return row
