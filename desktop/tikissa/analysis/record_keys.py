"""Says who a record is across files: its unique customer number, else what stands in it."""

from collections import Counter
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from tikissa.model.analysis import RecordKeys
from tikissa.model.record import RecordKey
from tikissa.model.register import Column, ColumnCells, Register
from tikissa.model.schema import Meaning, Schema
from tikissa.text.normalise import collapse_blanks, fold


def record_keys(register: Register, schema: Schema) -> RecordKeys:
    """Return every record's key: `n:1017` where its customer number stands on no other row, else `c:CONTENT:1`.

    The content key does not change with the order of columns or rows; equal rows are told apart by their occurrence.
    """
    numbers = _unique_numbers(register, schema.first(Meaning.CUSTOMER_NUMBER))
    if all(numbers) and len(numbers) == len(register):
        return RecordKeys(tuple(RecordKey(f"n:{number}") for number in numbers))
    contents = _content_keys(register)
    return RecordKeys(
        tuple(
            RecordKey(f"n:{number}") if number else content for number, content in zip(numbers, contents, strict=True)
        )
    )


def _unique_numbers(register: Register, column: str | None) -> list[str]:
    """Return each record's customer number, "" where it has none or shares it with another record."""
    if column is None:
        return [""] * len(register)
    numbers = [collapse_blanks(number) for number in register.cells_of(column)]
    times = Counter(numbers)
    return [number if number and times[number] == 1 else "" for number in numbers]


def _content_keys(register: Register) -> list[RecordKey]:
    total = np.zeros(len(register), dtype=np.uint64)
    for column, cells in zip(register.columns, register.cells, strict=True):
        total += _text_hashes(column, cells)[cells.codes]
    times: dict[int, int] = {}
    keys = []
    for content in total.tolist():
        times[content] = times.get(content, 0) + 1
        keys.append(RecordKey(f"c:{content:016x}:{times[content]}"))
    return keys


def _text_hashes(column: Column, cells: ColumnCells) -> NDArray[np.uint64]:
    """Return a number for each distinct text under this header; they are added up, so their order does not count.

    An empty cell counts 0: a new column that is still empty changes no key.
    """
    header = fold(column.header).encode("utf-8", "surrogatepass")[:64]
    digests = b"".join(
        blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8, key=header).digest() if text else bytes(8)
        for text in cells.texts.tolist()
    )
    return np.frombuffer(digests, dtype="<u8").astype(np.uint64)
