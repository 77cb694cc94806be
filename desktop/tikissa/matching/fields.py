"""What matching sees of a register: each kind of value normalised, every distinct one kept once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tikissa.model.register import ColumnCells

Codes = NDArray[np.int32]
"""One entry a record: which distinct value stands there, -1 where none does."""


@dataclass(frozen=True, eq=False)
class Field:
    """One kind of value. Several `codes` share the `values`: phone 1 and phone 2 are compared both ways."""

    values: NDArray[np.object_]
    codes: tuple[Codes, ...]

    @cached_property
    def counts(self) -> NDArray[np.int64]:
        """Return how many records hold each value, shape (values,)."""
        return sum_of_counts(self.codes, len(self.values))

    @cached_property
    def filled(self) -> int:
        """Return how many records hold a value."""
        present = np.zeros(len(self.codes[0]), bool)
        for codes in self.codes:
            present |= codes >= 0
        return int(present.sum())


def sum_of_counts(codes: Iterable[Codes], size: int) -> NDArray[np.int64]:
    counts = np.zeros(size, np.int64)
    for column in codes:
        counts += np.bincount(column[column >= 0], minlength=size)
    return counts


class Vocabulary:
    """Distinct values in the making; "" is no value."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {"": -1}

    def code(self, value: str) -> int:
        code = self._codes.get(value)
        if code is None:
            code = self._codes[value] = len(self._codes) - 1
        return code

    def codes(self, values: Iterable[str], size: int) -> Codes:
        return np.fromiter(map(self.code, values), np.int32, size)

    def values(self) -> NDArray[np.object_]:
        values = np.empty(len(self._codes) - 1, dtype=object)
        values[:] = list(self._codes)[1:]
        return values


def field_of(columns: Sequence[ColumnCells], normalise: Callable[[str], str]) -> Field:
    """Normalise each distinct content of the columns into one vocabulary."""
    vocabulary = Vocabulary()
    codes = tuple(vocabulary.codes(map(normalise, cells.texts), len(cells.texts))[cells.codes] for cells in columns)
    return Field(vocabulary.values(), codes)


def split_fields(
    columns: Sequence[ColumnCells], split: Callable[[str], tuple[str, ...]], names: Sequence[str]
) -> dict[str, Field]:
    """Split each distinct content of the columns into several fields, named in the order of `split`'s answer."""
    parts = [[split(text) for text in cells.texts] for cells in columns]
    fields = {}
    for place, name in enumerate(names):
        vocabulary = Vocabulary()
        codes = tuple(
            vocabulary.codes((part[place] for part in column_parts), len(cells.texts))[cells.codes]
            for cells, column_parts in zip(columns, parts, strict=True)
        )
        fields[name] = Field(vocabulary.values(), codes)
    return fields


def first_filled(fields: Sequence[Field]) -> Field:
    """Return one field that takes each record's value from the first of the fields that has one."""
    vocabulary = Vocabulary()
    codes = np.full(len(fields[0].codes[0]), -1, np.int32)
    for field in fields:
        shared = np.append(vocabulary.codes(field.values, len(field.values)), np.int32(-1))
        for column in field.codes:
            codes = np.where(codes >= 0, codes, shared[column])
    return Field(vocabulary.values(), (codes,))


def joined(first: Codes, second: Codes) -> Codes:
    """Return codes of the two values together; -1 where either is missing."""
    both = (first >= 0) & (second >= 0)
    keys = np.where(both, first.astype(np.int64) * (int(second.max(initial=0)) + 2) + second, -1)
    order = np.argsort(keys, kind="stable")
    steps = np.concatenate([[False], np.diff(keys[order]) != 0])
    ranks = np.empty(len(keys), np.int32)
    ranks[order] = np.cumsum(steps, dtype=np.int32)
    lowest = 0 if both.all() else 1
    return np.where(both, ranks - lowest, -1).astype(np.int32)


def spread_values(field: Field, make: Callable[[str], str]) -> Field:
    """Return a coarser field: each value replaced by what `make` gives for it ("" for none)."""
    vocabulary = Vocabulary()
    coarse = np.append(vocabulary.codes(map(make, field.values), len(field.values)), np.int32(-1))
    return Field(vocabulary.values(), tuple(coarse[codes] for codes in field.codes))


Fields = Mapping[str, Field]
