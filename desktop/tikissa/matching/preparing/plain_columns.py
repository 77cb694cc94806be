"""Columns without a meaning: which of them describe the customer, and their values made comparable by their content."""

import re
from collections.abc import Mapping, Sequence

import numpy as np

from tikissa.matching.preparing.birth_parts import birth_columns
from tikissa.matching.preparing.fields import Field, field_of
from tikissa.matching.preparing.house_numbers import house_number_column
from tikissa.model.register import ColumnCells, Register
from tikissa.model.schema import Meaning, Schema
from tikissa.text.dates import parse_date
from tikissa.text.normalise import fold

PREFIX = "column:"
"""Before the name of a column without a meaning, so that it cannot be taken for a meaning."""

MOST_COLUMNS = 12
_LOOKED_AT = 400
_LONGEST = 80
_MOSTLY = 0.8
_NOT_LETTER_OR_DIGIT = re.compile(r"[\W_]+")
_AMOUNT = re.compile(r"-?[\d\s ]+[.,]\d{1,2}\s*(?:€|eur|e)?|[\d\s ]+(?:€|eur)", re.I)

_ALSO_COMPARED = (Meaning.GIVEN_NAME, Meaning.SURNAME)
"""Meanings of which the first column is compared as what it is, further ones as columns without a meaning."""


def plain_fields(register: Register, schema: Schema) -> dict[str, Field]:
    """Return the fields of the columns without a meaning that tell customers apart."""
    further = {name for meaning in _ALSO_COMPARED for name in schema.columns_of(meaning)[1:]}
    unknown = [entry.column for entry in schema.columns if entry.meaning is None or entry.column in further]
    told = {house_number_column(register, schema), *birth_columns(register, schema)}
    unknown = [name for name in unknown if name not in told]
    described = [name for name in unknown if _describes_customer(register.cells_of(name))]
    own = [name for name in described if not _is_composite(register, schema, name)]
    return {PREFIX + name: field_of([register.cells_of(name)], plain_key) for name in own[:MOST_COLUMNS]}


def plain_key(text: str) -> str:
    """Return the folded words of a text; a code, a number or a phone keeps only its letters and digits."""
    words = _NOT_LETTER_OR_DIGIT.sub(" ", fold(text)).split()
    digits = sum(character.isdigit() for word in words for character in word)
    letters = sum(map(len, words))
    return "".join(words) if digits * 2 > letters else " ".join(words)


def _describes_customer(cells: ColumnCells) -> bool:
    """Leave out what never repeats (a running number), never varies, runs long (free text), amounts and events."""
    counts = np.bincount(cells.codes, minlength=len(cells.texts))
    filled = np.array([bool(text) for text in cells.texts])
    seen: list[str] = cells.texts[filled & (counts > 0)][:_LOOKED_AT].tolist()
    if len(seen) < 2 or counts[filled].max() == 1:
        return False
    if sum(map(len, seen)) > _LONGEST * len(seen):
        return False
    strange = sum(parse_date(text) is not None or _AMOUNT.fullmatch(text) is not None for text in seen)
    return strange * 2 < len(seen)


def _is_composite(register: Register, schema: Schema, name: str) -> bool:
    """Tell whether a column repeats what two or more others say, such as a whole name beside its parts."""
    rows = _filled_rows(register.cells_of(name))
    if not rows:
        return False
    others = [entry.column for entry in schema.columns if entry.column != name]
    contained = {other: _contained(register, name, other, rows) for other in others}
    parts = [other for other, share in contained.items() if share > _MOSTLY]
    return len(parts) >= 2 or any(_repeats(register, schema, name, other, rows) for other in parts)


def _filled_rows(cells: ColumnCells) -> Sequence[int]:
    rows: list[int] = np.flatnonzero(cells.texts[cells.codes[:5000]] != "")[:_LOOKED_AT].tolist()
    return rows


def _contained(register: Register, name: str, other: str, rows: Sequence[int]) -> float:
    whole, part = register.cells_of(name), register.cells_of(other)
    pairs = [(plain_key(whole[row]), plain_key(part[row])) for row in rows]
    filled = [(long, short) for long, short in pairs if len(short) > 1]
    if len(filled) * 2 < len(rows):
        return 0.0
    return sum(f" {short} " in f" {long} " for long, short in filled) / len(filled)


def _repeats(register: Register, schema: Schema, name: str, other: str, rows: Sequence[int]) -> bool:
    """Tell whether a column mostly says again what an earlier one or one with a meaning says: a bill's name, say."""
    if schema.meaning_of(other) is None and register.column(other).index > register.column(name).index:
        return False
    mine, theirs = register.cells_of(name), register.cells_of(other)
    return sum(plain_key(mine[row]) == plain_key(theirs[row]) for row in rows) > _MOSTLY * len(rows)


def plain_of(fields: Mapping[str, Field]) -> dict[str, Field]:
    """Return the fields of columns without a meaning."""
    return {name: field for name, field in fields.items() if name.startswith(PREFIX)}
