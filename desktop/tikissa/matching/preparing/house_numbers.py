"""Streets whose house numbers stand in a column of their own are put together before they are compared."""

import re
from collections.abc import Sequence

import numpy as np

from tikissa.model.register import ColumnCells, Register, no_raws, object_array
from tikissa.model.schema import Meaning, Schema

_NUMBER = re.compile(r"\d{1,5} ?[a-zA-Z]?")
_LOOKED_AT = 400
_FURTHEST_COLUMN = 2
_MOSTLY = 0.8
_HARDLY = 0.3
_HALF = 0.5
_MANY_KINDS = 100


def house_number_column(register: Register, schema: Schema) -> str | None:
    """Return the column nearest to the streets that holds their numbers, where the streets have none."""
    street = schema.first(Meaning.STREET)
    if street is None or _share_with_digits(register.cells_of(street)) > _HARDLY:
        return None
    places = {column.name: column.index for column in register.columns}
    free = [entry.column for entry in schema.columns if entry.meaning is None]
    near = [name for name in free if abs(places[name] - places[street]) <= _FURTHEST_COLUMN]
    if any(_are_streets(register.cells_of(name)) for name in near):
        return None  # two lines of an address: the number belongs to either
    near.sort(key=lambda name: abs(places[name] - places[street]))
    return next((name for name in near if _are_numbers(register.cells_of(name))), None)


def streets(register: Register, schema: Schema) -> list[ColumnCells]:
    """Return the column of streets, none where the register has none, with house numbers put behind their streets."""
    street, number = schema.first(Meaning.STREET), house_number_column(register, schema)
    if street is None:
        return []
    cells = register.cells_of(street)
    return [cells if number is None else _put_together(cells, register.cells_of(number))]


def _put_together(street: ColumnCells, number: ColumnCells) -> ColumnCells:
    pairs = (street.codes.astype(np.int64) << 32) | number.codes
    distinct, codes = np.unique(pairs, return_inverse=True)
    texts = object_array(
        [
            f"{street.texts[pair >> 32]} {number.texts[pair & 0xFFFFFFFF]}".strip() if street.texts[pair >> 32] else ""
            for pair in distinct.tolist()
        ]
    )
    return ColumnCells(codes.astype(np.int32), texts, no_raws(len(texts)))


def _are_numbers(cells: ColumnCells) -> bool:
    counts = np.bincount(cells.codes, minlength=len(cells.texts))
    texts = _filled(cells)
    return bool(counts.max(initial=0) > 1) and sum(map(_is_number, texts)) >= _MOSTLY * len(texts) > 0


def _are_streets(cells: ColumnCells) -> bool:
    """Tell whether a column holds another line of the address: words of many kinds without digits."""
    texts = _filled(cells)
    wordy = sum(" " in text and not any(map(str.isdigit, text)) for text in texts)
    return len(texts) >= _MANY_KINDS and wordy >= _HALF * len(texts)


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def _share_with_digits(cells: ColumnCells) -> float:
    texts = _filled(cells)
    return sum(any(map(str.isdigit, text)) for text in texts) / max(len(texts), 1)


def _filled(cells: ColumnCells) -> Sequence[str]:
    return [str(text).strip() for text in cells.texts[:_LOOKED_AT] if str(text).strip()]
