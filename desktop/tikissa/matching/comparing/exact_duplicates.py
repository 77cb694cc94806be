"""Which rows are equal in every column that describes the customer."""

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.comparing.compared import Records
from tikissa.model.register import ColumnCells, FormulaCell, Register
from tikissa.model.schema import Meaning, Schema
from tikissa.text.dates import parse_date
from tikissa.text.normalise import collapse_blanks

_NOT_DESCRIBING = frozenset(
    (
        *(Meaning.CUSTOMER_NUMBER, Meaning.CREATED, Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE),
        *(Meaning.PURCHASE_SUM, Meaning.PURCHASE_COUNT, Meaning.INVOICE_BALANCE),
    )
)
"""Numbers of its own, amounts, counts and events say nothing of who the customer is."""

_LOOKED_AT = 300


def identical_pairs(register: Register, schema: Schema, first: Records, second: Records) -> NDArray[np.bool_]:
    """Return which pairs of rows are equal in all describing columns, blanks apart, shape (pairs,)."""
    identical = np.ones(len(first), bool)
    for entry in schema.columns:
        cells = register.cells_of(entry.column)
        if entry.meaning in _NOT_DESCRIBING or (entry.meaning is None and not _describes(cells)):
            continue
        mine, theirs = cells.codes[first], cells.codes[second]
        for place in np.flatnonzero(identical & (mine != theirs)):
            identical[place] = collapse_blanks(cells.texts[mine[place]]) == collapse_blanks(cells.texts[theirs[place]])
    return identical


def _describes(cells: ColumnCells) -> bool:
    """Leave out what differs on every row, formulas, and what is mostly numbers or dates."""
    counts = np.bincount(cells.codes, minlength=len(cells.texts))
    if counts.max(initial=0) <= 1 or any(isinstance(raw, FormulaCell) for raw in cells.raws[:_LOOKED_AT]):
        return False
    texts = [text for text in cells.texts[:_LOOKED_AT] if text]
    counted = sum(_is_number(text) or parse_date(text) is not None for text in texts)
    return counted * 2 <= len(texts)


def _is_number(text: str) -> bool:
    return text.strip("+-% €").replace(" ", "").replace(",", "").replace(".", "").isdigit()
