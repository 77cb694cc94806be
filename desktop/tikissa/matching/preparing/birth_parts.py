"""Birth dates whose year, month and day stand in three columns are put together before they are compared."""

from itertools import permutations

import numpy as np

from tikissa.model.register import ColumnCells, Register, no_raws, object_array
from tikissa.model.schema import Meaning, Schema

_LOOKED_AT = 400
_FEWEST_YEARS = 10
_YEARS, _MONTHS, _DAYS = range(1800, 2100), range(1, 13), range(1, 32)


def birth_columns(register: Register, schema: Schema) -> tuple[str, ...]:
    """Return the columns beside one another that hold year, month and day of birth; none where a date stands whole."""
    if schema.columns_of(Meaning.DATE_OF_BIRTH):
        return ()
    names = [entry.column for entry in schema.columns]
    free = [entry.meaning is None for entry in schema.columns]
    for start in range(len(names) - 2):
        if all(free[start : start + 3]):
            for three in permutations(names[start : start + 3]):
                if _are_a_date(*(register.cells_of(name) for name in three)):
                    return three
    return ()


def births(register: Register, schema: Schema) -> list[ColumnCells]:
    """Return the column of birth dates made of three, none where there are no such three."""
    three = birth_columns(register, schema)
    if not three:
        return []
    cells = [register.cells_of(name) for name in three]
    rows = np.stack([part.codes for part in cells], axis=1)
    distinct, codes = np.unique(rows, axis=0, return_inverse=True)
    texts = [[part.texts[code] for part, code in zip(cells, row, strict=True)] for row in distinct.tolist()]
    dates = object_array(["-".join(parts) if all(parts) else "" for parts in texts])
    return [ColumnCells(codes.reshape(-1).astype(np.int32), dates, no_raws(len(dates)))]


def _are_a_date(years: ColumnCells, months: ColumnCells, days: ColumnCells) -> bool:
    spans = ((years, _YEARS, _FEWEST_YEARS), (months, _MONTHS, len(_MONTHS)), (days, _DAYS, len(_MONTHS) + 1))
    return all(_are_numbers_of(cells, span, fewest) for cells, span, fewest in spans)


def _are_numbers_of(cells: ColumnCells, span: range, fewest: int) -> bool:
    texts = [text for text in cells.texts[:_LOOKED_AT].tolist() if text]
    numbers = {int(text) for text in texts if text.isascii() and text.isdigit() and len(text) <= len(str(span[-1]))}
    return len(numbers) >= fewest and numbers <= set(span) and len(numbers) == len({text.lstrip("0") for text in texts})
