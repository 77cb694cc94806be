"""Puts two registers one under the other, so that the rows of both can be compared as rows of one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

import numpy as np

from tikissa.model.permission import Subject
from tikissa.model.record import RecordId
from tikissa.model.register import Column, ColumnCells, RawValue, Register, object_array
from tikissa.model.schema import ColumnMeaning, Schema
from tikissa.permission.columns_in_force import column_of, speak_alike


def same_columns(upper: Register, upper_schema: Schema, lower: Register, lower_schema: Schema) -> dict[str, str]:
    """Return what the lower register calls each column: by header, else by a meaning only one has, else by content.

    Columns on permission go together only where they ask the same of the same channels.
    """
    names = {column.name for column in lower.columns}
    same = {column.name: column.name for column in upper.columns if column.name in names}
    for above in (column.name for column in upper.columns if column.name not in same):
        free = [name for name in (column.name for column in lower.columns) if name not in same.values()]
        meaning = upper_schema.meaning_of(above)
        mine = column_of(upper_schema, above)
        free = [name for name in free if speak_alike(mine, column_of(lower_schema, name))]
        alike = [name for name in free if meaning is not None and lower_schema.meaning_of(name) is meaning]
        if len(alike) != 1 and (mine is None or mine.subject in (Subject.NAME, Subject.WORDS)):
            alike = [name for name in free if _overlap(upper, above, lower, name) > 0.5]
        if len(alike) == 1:
            same[above] = alike[0]
    return same


def _overlap(upper: Register, above: str, lower: Register, below: str) -> float:
    """Return the share (0-1) of a column's distinct contents that stand in the other column."""
    known = {text for text in upper.cells_of(above).texts if text}
    return len(known & set(lower.cells_of(below).texts)) / len(known) if known else 0.0


def stacked(upper: Register, lower: Register, columns: Mapping[str, str]) -> Register:
    """Return the upper register with the rows of the lower one under it, numbered from 1.

    `columns` leads from the upper one's names to the lower one's. A column only one of them has is empty in the other.
    """
    below = _only_below(lower, columns)
    parts = [(upper.cells_of(column.name), _cells(lower, columns.get(column.name))) for column in upper.columns]
    parts += [(_empty(len(upper)), lower.cells_of(column.name)) for column in below]
    named = tuple(replace(column, index=place) for place, column in enumerate((*upper.columns, *below)))
    rows = np.arange(1, len(upper) + len(lower) + 1, dtype=np.int32)
    return Register(upper.source, named, tuple(one_under_the_other(*pair) for pair in parts), rows)


def stacked_schema(upper: Schema, lower: Schema, columns: Mapping[str, str]) -> Schema:
    """Return the meanings of the stacked register's columns; a shared column means what it does above."""
    partners = set(columns.values())
    below: Iterator[ColumnMeaning] = (entry for entry in lower.columns if entry.column not in partners)
    return Schema((*upper.columns, *below))


def with_records(register: Register, records: Sequence[RecordId]) -> Register:
    """Return the register with only these records."""
    places = np.array(records, np.int64)
    cells = tuple(ColumnCells(part.codes[places], part.texts, part.raws) for part in register.cells)
    return Register(register.source, register.columns, cells, register.row_numbers[places])


def _only_below(lower: Register, columns: Mapping[str, str]) -> list[Column]:
    partners = set(columns.values())
    return [column for column in lower.columns if column.name not in partners]


def _cells(register: Register, name: str | None) -> ColumnCells:
    return _empty(len(register)) if name is None else register.cells_of(name)


def _empty(rows: int) -> ColumnCells:
    return ColumnCells.of([""] * rows)


def one_under_the_other(upper: ColumnCells, lower: ColumnCells) -> ColumnCells:
    """Return the cells of both; a content both have is one content."""
    codes = np.concatenate([upper.codes, lower.codes + np.int32(len(upper.texts))])
    used = np.flatnonzero(np.bincount(codes, minlength=1))
    texts, raws = np.concatenate([upper.texts, lower.texts]), np.concatenate([upper.raws, lower.raws])
    numbers: dict[tuple[str, RawValue], int] = {}
    contents = zip(texts[used].tolist(), raws[used].tolist(), strict=True)
    shared = np.zeros(len(texts), np.int32)
    shared[used] = [numbers.setdefault(content, len(numbers)) for content in contents]
    texts, raws = (object_array([*map(itemgetter(part), numbers)]) for part in (0, 1))
    return ColumnCells(shared[codes], texts, raws)
