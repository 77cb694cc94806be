"""Takes cells apart that hold a name, an address and ways of contact at once, where no column holds names alone."""

import re

from tikissa.matching.preparing.features import fields_of
from tikissa.matching.preparing.fields import Field
from tikissa.matching.preparing.plain_columns import plain_fields
from tikissa.model.progress import Tick
from tikissa.model.register import Column, ColumnCells, Register, object_array
from tikissa.model.schema import ColumnMeaning, Meaning, Schema

_MAY_BE_FOLDED = (None, Meaning.WHOLE_ADDRESS, Meaning.WHOLE_NAME, Meaning.COMPANY)
_NAMES = frozenset((Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.COMPANY, Meaning.CONTACT_PERSON))
_PARTS = (Meaning.WHOLE_NAME, Meaning.WHOLE_ADDRESS, Meaning.PHONE, Meaning.EMAIL)
_BETWEEN = re.compile(r"\s*[,;|\n]\s*")
_EMAIL = re.compile(r"(?<![^\s,;|])[^\s,;|]+@[^\s,;|]+")
"""Looked for where a word begins: from each letter of a very long word its end would be sought anew."""
_PHONE = re.compile(r"(?<![\w+])(?:\+\d|0\d)[\d ()-]{4,}\d(?!\w)")
_LOOKED_AT = 300
_MOSTLY = 0.7

Parts = tuple[str, str, str, str]


def every_field(register: Register, schema: Schema, tick: Tick) -> dict[str, Field]:
    """Return all the fields of a register: those by meaning and those of columns without one."""
    register, schema = unfolded(register, schema)
    return fields_of(register, schema, tick) | plain_fields(register, schema)


def unfolded(register: Register, schema: Schema) -> tuple[Register, Schema]:
    """Return the register with the column that holds everything taken apart, as it is where there is none."""
    may_be = [entry for entry in schema.columns if entry.meaning in _MAY_BE_FOLDED]
    folded = next((entry.column for entry in may_be if _is_folded(register.cells_of(entry.column))), None)
    others = {entry.meaning for entry in schema.columns if entry.column != folded}
    if folded is None or others & _NAMES:
        return register, schema
    cells = register.cells_of(folded)
    parts = zip(*map(_parts, cells.texts.tolist()), strict=True)
    made = {
        f"{folded}:{meaning}": ColumnCells(cells.codes, object_array(part), cells.raws)
        for meaning, part in zip(_PARTS, parts, strict=True)
    }
    kept = [
        (column, cells) for column, cells in zip(register.columns, register.cells, strict=True) if column.name != folded
    ]
    named = [*kept, *((Column(0, name, "", name), part) for name, part in made.items())]
    columns = tuple(Column(place, column.name, column.letter, column.header) for place, (column, _) in enumerate(named))
    entries = tuple(entry for entry in schema.columns if entry.column != folded)
    entries += tuple(ColumnMeaning(name, meaning, 1.0, True) for name, meaning in zip(made, _PARTS, strict=True))
    return Register(register.source, columns, tuple(part for _, part in named), register.row_numbers), Schema(entries)


def _is_folded(cells: ColumnCells) -> bool:
    filled = [text for text in cells.texts[: 2 * _LOOKED_AT].tolist() if text][:_LOOKED_AT]
    folded = sum(all(_parts(text)[:2]) for text in filled)
    return folded >= _MOSTLY * len(filled) > 0


def _parts(text: str) -> Parts:
    """Return name, address, phone and e-mail of a cell; the name comes first and has no digits, the address has."""
    email = _EMAIL.search(text)
    rest = _EMAIL.sub(" ", text)
    phone = _PHONE.search(rest)
    parts = [part for part in _BETWEEN.split(_PHONE.sub(" ", rest).strip()) if part.strip()]
    name, address = (parts[0].strip(), ", ".join(parts[1:])) if parts else ("", "")
    if any(map(str.isdigit, name)) or not any(map(str.isdigit, address)):
        name = address = ""
    return name, address, phone[0] if phone else "", email[0] if email else ""
