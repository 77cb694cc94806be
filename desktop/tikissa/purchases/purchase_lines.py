"""The lines of a list of purchases as a DataFrame: row, day, sum in exact parts, currency, number, and why one is no
purchase."""

import re
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tikissa.model.bought import SCALE
from tikissa.model.problems import FileProblem
from tikissa.model.register import ColumnCells, Register
from tikissa.model.schema import DateOrder, Schema
from tikissa.purchases.exact_sums import Sums, currency_in, sums_of
from tikissa.purchases.purchase_columns import STATES_OF_NO_PURCHASE, PurchaseColumns, purchase_columns
from tikissa.text.date_columns import NO_DATE, days
from tikissa.text.date_orders import Period, order_told
from tikissa.text.normalise import fold

NO_DAY, FUTURE, NO_SUM, NOT_DONE = "purchases.no_date", "purchases.future", "purchases.no_sum", "purchases.not_done"
NO_CUSTOMER, UNKNOWN, SEVERAL = "purchases.no_customer", "purchases.unknown_customer", "purchases.several_customers"
TOTALS, CONTINUED = "purchases.totals_row", "purchases.continued"
REASONS = ("", TOTALS, CONTINUED, NOT_DONE, NO_DAY, FUTURE, NO_SUM, NO_CUSTOMER, UNKNOWN, SEVERAL)
"""Why a line counts for no customer."""

_TIME = re.compile(r"(?<=\d)[T ,]+\d{1,2}[:.]\d\d.*$")
_TOTAL = re.compile(r"(yhteensa|yht|loppusumma|valisumma|total|totals|totalt|grand total|subtotal|summa|summe)\b.*")
_CREDIT_NOTE = re.compile(r"hyvityslasku|\bhyvitys\b|credit ?note|credit ?memo|kreditfaktura|kreditnota|gutschrift")
_MOST_KINDS = 24
_FEWEST_SUMS = 0.5
_FIRST_CELLS = 3


@dataclass(frozen=True, slots=True)
class PurchaseLines:
    """`frame` has one row a line of the list, in its order, index from 0: `line` (int32, the row a spreadsheet shows),
    `day` (int32, `date.toordinal`, 0: none), `parts` (int64, the sum in `SCALE`ths), `currency` (category), `document`
    (int32, equal for equal numbers, -1: none), `why` (int8, why the line is no purchase: a place in `REASONS`)."""

    columns: PurchaseColumns
    frame: pd.DataFrame
    main_currency: str


def lines_of(register: Register, schema: Schema, today: date) -> PurchaseLines:
    """Return the lines of a list of purchases. Raises FileProblem where its days or sums cannot be read."""
    columns = purchase_columns(register, schema)
    sums = _sums(register, columns)
    if columns.sum and sums.are_filled.sum() and sums.are_sums.sum() < _FEWEST_SUMS * sums.are_filled.sum():
        raise FileProblem("purchases.sums_are_texts", register.source.path.name, columns.sum)
    day = _days(register.cells_of(columns.day), today)
    if (day == NO_DATE).all():
        raise FileProblem("purchases.no_day", register.source.path.name)
    document = register.cells_of(columns.document) if columns.document else None
    frame = pd.DataFrame(
        {
            "line": register.row_numbers,
            "day": day,
            "parts": sums.parts,
            "currency": _currencies(register, columns, sums),
            "document": _numbers(document, len(register)),
            "why": _why(register, columns, sums, day, today),
        }
    )
    named = frame.loc[frame["why"] == 0, "currency"].value_counts()
    return PurchaseLines(columns, frame, str(named.index[0]) if len(named) else "")


def _sums(register: Register, columns: PurchaseColumns) -> Sums:
    if columns.sum is None:
        nothing = np.zeros(len(register), np.int64)
        is_filled = np.ones(len(register), np.bool_)
        return Sums(nothing, is_filled, is_filled, np.full(len(register), "", object))
    sums = sums_of(register.cells_of(columns.sum))
    parts = sums.parts
    if columns.quantity:
        pieces = sums_of(register.cells_of(columns.quantity))
        parts = np.where(pieces.are_sums, parts * pieces.parts // SCALE, parts)
    if columns.refunded and columns.refunded != columns.sum:
        parts = parts - np.abs(sums_of(register.cells_of(columns.refunded)).parts)
    parts = np.where(_are_credit_notes(register), -np.abs(parts), parts)
    return Sums(parts, sums.are_sums, sums.are_filled, sums.currencies)


def _are_credit_notes(register: Register) -> NDArray[np.bool_]:
    """Return which lines a column of kinds calls credit notes, whose sums some programs write without a minus."""
    kinds = [column.name for column in register.columns if len(register.cells[column.index].texts) <= _MOST_KINDS]
    return register.where(kinds, lambda text: _CREDIT_NOTE.search(fold(text)))


def _days(cells: ColumnCells, today: date) -> NDArray[np.int32]:
    """Return each line's day; the time of day behind it does not count."""
    bare = [_TIME.sub("", text.strip()) for text in cells.texts.tolist()]
    order = order_told(bare, Period(last=today)) or DateOrder.DAY_FIRST
    texts = np.empty(len(bare), object)
    texts[:] = bare
    return days(ColumnCells(cells.codes, texts, cells.raws), order)


def _currencies(register: Register, columns: PurchaseColumns, sums: Sums) -> pd.Categorical:
    """Return the currency each line names: in its own column, in the cell of the sum, in the header of the sums."""
    named = np.where(sums.currencies == "", currency_in(columns.sum or ""), sums.currencies)
    if columns.currency is None:
        return pd.Categorical(named)
    cells = register.cells_of(columns.currency)
    codes = np.array([currency_in(text) or text.strip().upper() for text in cells.texts.tolist()], object)[cells.codes]
    return pd.Categorical(np.where(codes == "", named, codes))


def _numbers(cells: ColumnCells | None, count: int) -> NDArray[np.int32]:
    if cells is None:
        return np.full(count, -1, np.int32)
    return np.where(cells.saying()[cells.codes], cells.codes, -1).astype(np.int32)


def _why(
    register: Register, columns: PurchaseColumns, sums: Sums, day: NDArray[np.int32], today: date
) -> NDArray[np.int8]:
    """Return why each line is no purchase that counts, a place in `REASONS`; the first reason stands."""
    numbered = register.filled([columns.document] if columns.document else [])
    states = [columns.state] if columns.state else []
    reasons = (
        (TOTALS, _are_totals(register, (day == NO_DATE) | ~numbered)),
        (CONTINUED, (day == NO_DATE) & numbered & ~sums.are_filled),
        (NOT_DONE, register.where(states, lambda text: fold(text) in STATES_OF_NO_PURCHASE)),
        (NO_DAY, day == NO_DATE),
        (FUTURE, day > today.toordinal()),
        (NO_SUM, ~sums.are_sums),
    )
    why = np.zeros(len(register), np.int8)
    for code, holds in reversed(reasons):
        why[holds] = REASONS.index(code)
    return why


def _are_totals(register: Register, looked_at: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which of some lines hold a total: one of their first cells says so."""
    found = np.zeros(len(register), np.bool_)
    places = np.flatnonzero(looked_at)
    for cells in register.cells[:_FIRST_CELLS]:
        texts = cells.texts[cells.codes[places]].tolist()
        found[places] |= np.array([bool(text) and bool(_TOTAL.fullmatch(fold(text))) for text in texts], np.bool_)
    return found
