"""Packs a register for the way from the child process: pickling millions of texts one by one takes time and memory."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tikissa.model.finding import Finding
from tikissa.model.register import Column, ColumnCells, Register, Source, no_raws, object_array

_BETWEEN = "\x00"


@dataclass(frozen=True, slots=True, eq=False)
class PackedColumn:
    """A column's cells: its texts as one, or as a list where the sign between them stands in one of them; `raws` is
    None where there is nothing but text."""

    codes: NDArray[np.int32]
    texts: bytes | list[str]
    count: int
    raws: list[object] | None


@dataclass(frozen=True, slots=True, eq=False)
class PackedRegister:
    """A register without its cells, which follow column by column."""

    source: Source
    columns: tuple[Column, ...]
    row_numbers: NDArray[np.int32]
    findings: tuple[Finding, ...]
    hidden_rows: frozenset[int]


def pack(register: Register) -> PackedRegister:
    """Return a register without its cells, small enough to be sent from process to process at once."""
    return PackedRegister(
        register.source, register.columns, register.row_numbers, register.findings, register.hidden_rows
    )


def unpack(packed: PackedRegister, cells: tuple[ColumnCells, ...]) -> Register:
    """Return the register of `pack` with its cells, one entry a column in their order."""
    return Register(packed.source, packed.columns, cells, packed.row_numbers, packed.findings, packed.hidden_rows)


def pack_column(cells: ColumnCells) -> PackedColumn:
    """Return a column as one text of bytes, which goes quickly between processes, where none holds the separator."""
    texts: list[str] = cells.texts.tolist()
    joined = _BETWEEN.join(texts)
    is_clean = joined.count(_BETWEEN) == len(texts) - 1
    raws: list[object] = cells.raws.tolist()
    has_raws = any(raw is not None for raw in raws)
    packed = joined.encode("utf-8", "surrogatepass") if is_clean else texts
    return PackedColumn(cells.codes, packed, len(texts), raws if has_raws else None)


def unpack_column(packed: PackedColumn) -> ColumnCells:
    """Return the column that `pack_column` was given."""
    texts = packed.texts
    if isinstance(texts, bytes):
        texts = texts.decode("utf-8", "surrogatepass").split(_BETWEEN)
    raws = no_raws(packed.count) if packed.raws is None else object_array(packed.raws)
    return ColumnCells(packed.codes, object_array(texts), raws)
