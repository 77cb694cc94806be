"""What a register is recognised by under another name: its customer numbers and its customers' names, a few of each.

Of all numbers and names the `KEPT` with the smallest hashes are kept: of two such samples the share in common is that
of the whole sets (bottom-k sketch; Cohen and Kaplan, Summarizing data using bottom-k sketches, PODC 2007).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.schema.detect import detect
from tikissa.store.recent import RecentRegister
from tikissa.text.normalise import collapse_blanks, fold

KEPT = 64

_MOSTLY = 0.5
_SOME = 0.1
"""Two registers whose customers are all numbered from 1 have the numbers in common, and not one name."""

_NAMES = (Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.COMPANY)
_TOLD_APART_BY = (Meaning.EMAIL, Meaning.STREET, Meaning.WHOLE_ADDRESS, Meaning.PHONE)


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Samples of hashes, the smallest first."""

    numbers: tuple[int, ...]
    customers: tuple[int, ...]

    def is_mostly(self, other: "Acquaintance") -> bool:
        """Say whether two registers hold mostly the same customers."""
        customers = _share(self.customers, other.customers)
        if customers is not None and customers >= _MOSTLY:
            return True
        numbers = _share(self.numbers, other.numbers)
        return numbers is not None and numbers >= _MOSTLY and (customers is None or customers >= _SOME)


def acquaintance(register: Register) -> Acquaintance:
    """Return what a register is recognised by under another name."""
    schema = detect(register)
    return Acquaintance(_numbers(register, schema), _customers(register, schema))


def kept_of(known: RecentRegister) -> Acquaintance:
    """Return what is kept of a register from an earlier visit."""
    return Acquaintance(known.numbers, known.customers)


def _numbers(register: Register, schema: Schema) -> tuple[int, ...]:
    column = schema.first(Meaning.CUSTOMER_NUMBER)
    return (
        _smallest(_hash(number) for text in register.cells_of(column).texts if (number := collapse_blanks(text)))
        if column
        else ()
    )


def _customers(register: Register, schema: Schema) -> tuple[int, ...]:
    """Return the sample of whose the rows are: by names in any order, and the first of what namesakes differ in."""
    apart = (column for meaning in _TOLD_APART_BY for column in schema.columns_of(meaning)[:1])
    columns = (*schema.columns_of(*_NAMES), *islice(apart, 1))
    total: NDArray[np.uint64] = np.zeros(len(register), np.uint64)
    for column in columns:
        cells = register.cells_of(column)
        total += np.fromiter((_words(text) for text in cells.texts), np.uint64, len(cells.texts))[cells.codes]
    return _smallest(np.unique(total[total > 0]).tolist())


def _words(text: str) -> int:
    return sum(map(_hash, fold(text).split())) % 2**64


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).digest(), "big")


def _smallest(hashes: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(hashes))[:KEPT])


def _share(first: tuple[int, ...], second: tuple[int, ...]) -> float | None:
    """Return the share (0-1) that two sets have in common of all they hold together, None where one is empty."""
    if not first or not second:
        return None
    together = sorted({*first, *second})[:KEPT]
    return len({*first} & {*second} & {*together}) / len(together)
