"""A cell as the change log holds it: its content with its type, or its mask and what can still be proven of it."""

import hashlib
import hmac
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tikissa.export.typed_cell import Typed, as_json, from_json, normal, same
from tikissa.model.schema import Meaning
from tikissa.text.secret_numbers import masked

Meanings = Mapping[int, Meaning | None]
"""What the columns of a sheet mean, by their place from 0 at A."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A content that is not in the log: it shows only this much, and its keyed fingerprint."""

    text: str
    fingerprint: str

    def agrees(self, value: Typed) -> bool:
        """Say whether a content could be the masked one: it has what the mask shows, in its order."""
        first, *others = re.split(r"\*+", self.text)
        text = shown(value)
        if not others:
            return text == first
        *between, last = others
        place = len(first)
        for part in between:
            place = text.find(part, place) + len(part) if part in text[place:] else len(text) + 1
        return text.startswith(first) and text.endswith(last) and place <= len(text) - len(last)


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


@dataclass(frozen=True, slots=True)
class Cover:
    """Writes the cells of a sheet down for the log, what must not stand there covered: by which key its fingerprints
    are made, and what the sheet's columns mean."""

    key: bytes
    meanings: Meanings = field(default_factory=dict)

    def text(self, text: str, column: int) -> str:
        """Return a cell's text as a person may read it in the log."""
        return masked(text, self.meanings.get(column))

    def cell(self, value: Typed, column: int, seen: str = "") -> str:
        """Write a content down with its type; `seen` is how the spreadsheet shows it, which a format may have made."""
        text = shown(value)
        cover = self.text(text, column)
        if cover == text and self.text(seen, column) != seen:
            cover = masked(text, Meaning.IDENTITY_CODE)
        if cover == text:
            return as_json(value)
        return json.dumps({"masked": cover, "hmac": fingerprint(self.key, text)})

    def row(self, values: Sequence[object], seen: Mapping[int, str] = {}) -> str:
        """Write a whole row down, without the empty cells at its end."""
        cells = enumerate(trimmed(values))
        return "[" + ",".join(self.cell(value, column, seen.get(column, "")) for column, value in cells) + "]"

    def new_row(self, values: Sequence[Typed | LoggedFormula]) -> str:
        """Write down a row that comes, its formulas as formulas."""
        cells = (
            json.dumps({"formula": value.text}) if isinstance(value, LoggedFormula) else self.cell(value, column)
            for column, value in enumerate(values)
        )
        return "[" + ",".join(cells) + "]"


def fingerprint(key: bytes, text: str) -> str:
    """Return the keyed hash that lets the owner of the key prove what stood under a mask."""
    return hmac.new(key, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[:32]


def logged_cell(text: str) -> LoggedCell:
    """Read back what `Cover.cell` wrote."""
    return _understood(json.loads(text or "null"))


def logged_row(text: str) -> tuple[LoggedCell, ...]:
    """Read back what `Cover.row` wrote; nothing for a row of which nothing was written down."""
    return tuple(map(_understood, json.loads(text or "[]") or ()))


def _understood(written: object) -> LoggedCell:
    match written:
        case {"masked": str(cover), "hmac": str(keyed)}:
            return Masked(cover, keyed)
    return from_json(written)


def logged_new_row(text: str) -> tuple[NewCell, ...]:
    """Read back what `Cover.new_row` wrote."""
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
