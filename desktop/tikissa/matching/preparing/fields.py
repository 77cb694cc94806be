"""What matching sees of a register: each kind of value normalised, every distinct one kept once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tikissa.model.progress import Tick, nothing
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
    """Return how often each code occurs in some columns together, shape (size,); -1 stands for a blank."""
    counts = np.zeros(size, np.int64)
    for column in codes:
        counts += np.bincount(column[column >= 0], minlength=size)
    return counts


TICKS_EVERY = 20_000
GROUPS_EVERY = 2_000
"""There is more to do for a group than for a value."""


_Made = TypeVar("_Made")


class Vocabulary:
    """Distinct values in the making; "" is no value."""

    def __init__(self) -> None:
        self._places = {"": 0}
        self._numbers = np.array([-1], np.int32)

    def codes(self, values: Sequence[str], tick: Tick = nothing) -> Codes:
        """Return the code of each value, new values getting the next ones."""
        seen = len(self._numbers)
        places = np.empty(len(values), np.int64)
        for start in range(0, len(values), TICKS_EVERY):
            part = values[start : start + TICKS_EVERY]
            # one look-up each, without a line of Python: that is most of what it costs
            first = map(self._places.setdefault, part, range(seen + start, seen + start + len(part)))
            places[start : start + len(part)] = np.fromiter(first, np.int64, len(part))
            tick()
        new = places == np.arange(seen, seen + len(values))
        known = len(self._places) - 1 - int(new.sum())
        self._numbers = np.append(self._numbers, np.where(new, known + np.cumsum(new) - 1, -1).astype(np.int32))
        return self._numbers[places]

    def values(self) -> NDArray[np.object_]:
        return np.fromiter(islice(self._places, 1, None), object, len(self._places) - 1)


def made(texts: NDArray[np.object_], make: Callable[[str], _Made], tick: Tick) -> list[_Made]:
    """Return what `make` gives for each text."""
    results: list[_Made] = []
    for start in range(0, len(texts), TICKS_EVERY):
        results.extend(map(make, texts[start : start + TICKS_EVERY].tolist()))
        tick()
    return results


def field_of(columns: Sequence[ColumnCells], normalise: Callable[[str], str], tick: Tick = nothing) -> Field:
    """Normalise each distinct content of the columns into one vocabulary."""
    vocabulary = Vocabulary()
    codes = tuple(vocabulary.codes(made(cells.texts, normalise, tick), tick)[cells.codes] for cells in columns)
    return Field(vocabulary.values(), codes)


def field_of_several(
    columns: Sequence[ColumnCells], keys_of: Callable[[str], tuple[str, ...]], tick: Tick = nothing
) -> Field:
    """Return one field of columns whose cells may hold several values each; a place without any is left out."""
    vocabulary = Vocabulary()
    found: list[Codes] = []
    for cells in columns:
        first, *further = zip(*made(cells.texts, keys_of, tick), strict=True)
        places = [first, *filter(any, further)]
        found += [vocabulary.codes(place, tick)[cells.codes] for place in places]
    return Field(vocabulary.values(), tuple(found))


def split_fields(
    columns: Sequence[ColumnCells],
    split: Callable[[str], tuple[str, ...]],
    names: Sequence[str],
    tick: Tick = nothing,
) -> dict[str, Field]:
    """Split each distinct content of the columns into several fields, named in the order of `split`'s answer."""
    parts = [list(zip(*made(cells.texts, split, tick), strict=True)) for cells in columns]
    fields = {}
    for place, name in enumerate(names):
        vocabulary = Vocabulary()
        codes = tuple(
            vocabulary.codes(part[place] if part else (), tick)[cells.codes]
            for cells, part in zip(columns, parts, strict=True)
        )
        fields[name] = Field(vocabulary.values(), codes)
    return fields


def first_filled(fields: Sequence[Field]) -> Field:
    """Return one field that takes each record's value from the first of the fields that has one."""
    if len(fields) == 1 and len(fields[0].codes) == 1:
        return fields[0]
    vocabulary = Vocabulary()
    codes = np.full(len(fields[0].codes[0]), -1, np.int32)
    for field in fields:
        shared = np.append(vocabulary.codes(field.values.tolist()), np.int32(-1))
        for column in field.codes:
            codes = np.where(codes >= 0, codes, shared[column])
    return Field(vocabulary.values(), (codes,))


def spread_values(field: Field, make: Callable[[str], str], tick: Tick = nothing) -> Field:
    """Return a coarser field: each value replaced by what `make` gives for it ("" for none)."""
    vocabulary = Vocabulary()
    coarse = vocabulary.codes(made(field.values, make, tick), tick)
    return coarser(field, vocabulary.values(), coarse)


def coarser(field: Field, values: NDArray[np.object_], coarse: Codes) -> Field:
    """Return the field with `coarse` of other `values` for each of its values, -1 for none."""
    known = np.append(coarse, np.int32(-1))
    return Field(values, tuple(known[codes] for codes in field.codes))


Fields = Mapping[str, Field]
