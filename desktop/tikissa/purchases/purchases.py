"""Joins a list of purchases to a register: whose each line is, what each customer bought, what is to be said of it.

What each customer has bought, from the lines that are theirs: first and last day, count, sums, how often.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tikissa.model.analysis import Settings
from tikissa.model.bought import Bought, BoughtByLists
from tikissa.model.finding import Reason
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.record import RecordId
from tikissa.model.register import ColumnCells, Register
from tikissa.model.schema import Meaning, Schema
from tikissa.purchases.joining import JOINED_BY, STEPS, Joined, Side, joined_by_keys
from tikissa.purchases.joining import SEVERAL as NO_ONE_OF_SEVERAL
from tikissa.purchases.linked_parties import TELLING, details_of, link_the_rest
from tikissa.purchases.purchase_lines import (
    CONTINUED,
    FUTURE,
    NO_CUSTOMER,
    NO_DAY,
    NO_SUM,
    NOT_DONE,
    REASONS,
    SEVERAL,
    TOTALS,
    UNKNOWN,
    PurchaseLines,
    lines_of,
)
from tikissa.schema.detect import detect
from tikissa.text.money_parts import in_units

_DAYS = 1 << 22
"""More than there are days: a record and a day are one number, which sorts ten times as fast as two."""

_FEWEST_DAYS = 3
"""Different days of purchase from which on a rhythm is told."""

NO_MERGED: Mapping[str, RecordId] = {}

_NOT_LINES = (TOTALS, CONTINUED)

_TELLING_LINES = 20_000

_MANY_LINES = 1000

_MUCH_OF_ALL = 0.2

_NAMES = (Meaning.WHOLE_NAME, Meaning.SURNAME, Meaning.COMPANY)


@dataclass(frozen=True, slots=True)
class Unjoined:
    """A line that counts for no customer, by the row a spreadsheet shows, and why."""

    line: int
    reason: str


@dataclass(frozen=True, eq=False)
class Purchases:
    """What a list of purchases says of the customers of a register.

    `lines` counts the lines that are purchases or credit notes (no totals rows, no further rows of an order), `by` the
    joined ones by how; `currencies` are all that stand in the list, the one of the sums first. `records` says whose
    each row of the list is (shape (rows,), below 0: nobody's). `notes` are what the user should know.
    """

    list: Register
    schema: Schema
    register: Register
    lines: int
    by: Mapping[str, int]
    customers: tuple[Bought, ...]
    unjoined: tuple[Unjoined, ...]
    currencies: tuple[str, ...]
    notes: tuple[Reason, ...]
    records: NDArray[np.int64]
    unknown: tuple[int, ...]
    """Records of the list, the first line of each customer who buys and is not in the register."""
    sum_joined: int = 0
    sum_unjoined: int = 0

    @property
    def bought(self) -> BoughtByLists:
        """Return what is to be kept with the register."""
        currency = next(iter(self.currencies), "")
        customers = {each.record: each for each in self.customers}
        return BoughtByLists(customers, (self.list.source.path.name,), currency)

    @property
    def new_customers(self) -> Register:
        """Return those who buy and are not in the register as a list to be checked, with nothing but their details."""
        columns = self.schema.columns_of(*TELLING)
        return details_of(self.list, columns, np.array(self.unknown, np.int64))

    @property
    def joined(self) -> int:
        return sum(self.by.values())


def join_purchases(
    listed: Register,
    register: Register,
    schema: Schema,
    settings: Settings,
    merged: Mapping[str, RecordId] = NO_MERGED,
    progress: Progress = NoProgress(),
) -> Purchases:
    """Join a list of purchases to a register whose columns `schema` tells; changes neither.

    `merged` leads from customer numbers that were merged away to whose they are now; sums of twelve months are those
    before `settings.today`. Raises FileProblem for the register itself, and where days, sums or a way to join are not
    there.
    """
    if listed.source.sha256 == register.source.sha256:
        raise FileProblem("purchases.is_register", listed.source.path.name)
    progress.report("purchases.reading", 0, 1)
    told = detect(_first_lines(listed), today=settings.today)
    lines = lines_of(listed, told, settings.today)
    progress.report("purchases.joining", 0, 1)
    theirs = Side.of(listed, told, _no_details(lines))
    known = Side.of(register, schema)
    _refuse_without_way(theirs, known, listed)
    joined = joined_by_keys(theirs, known, merged)
    if (joined.records[(lines.frame["why"] == 0).to_numpy()] < 0).any():
        link_the_rest(joined, theirs, known, settings, progress)
    progress.report("purchases.counting", 0, 1)
    return _result(listed, told, register, lines, theirs, joined, settings)


def _no_details(lines: PurchaseLines) -> tuple[str, ...]:
    columns = lines.columns
    named = (columns.day, columns.sum, columns.currency, columns.document, columns.state, columns.refunded)
    return tuple(name for name in (*named, *columns.others) if name)


def _refuse_without_way(theirs: Side, known: Side, listed: Register) -> None:
    ways = any(theirs.columns(step) and known.columns(step) for step in STEPS)
    if not ways and not (theirs.names != "").any():
        raise FileProblem("purchases.no_way", listed.source.path.name)


def _result(
    listed: Register,
    told: Schema,
    register: Register,
    lines: PurchaseLines,
    theirs: Side,
    joined: Joined,
    settings: Settings,
) -> Purchases:
    frame = lines.frame
    why = _with_those_of_nobody(frame["why"].to_numpy(), joined, theirs)
    are_lines = ~np.isin(why, [REASONS.index(code) for code in _NOT_LINES])
    is_joined = why == 0
    customers = as_bought(per_customer(lines, joined.records, settings.today))
    parts = frame["parts"].to_numpy()
    is_main = (frame["currency"] == lines.main_currency).to_numpy()
    out = np.flatnonzero(~is_joined & are_lines)
    unjoined = tuple(Unjoined(listed.row(int(place)), REASONS[why[place]]) for place in out)
    by = {step: int(count) for step in JOINED_BY if (count := (joined.by[is_joined] == step).sum())}
    others = [str(name) for name in frame.loc[are_lines, "currency"].value_counts().index if name]
    counts = Counter({REASONS[code]: int(count) for code, count in enumerate(np.bincount(why, minlength=len(REASONS)))})
    return Purchases(
        listed,
        told,
        register,
        int(are_lines.sum()),
        by,
        customers,
        unjoined,
        tuple(dict.fromkeys([*([lines.main_currency] if lines.main_currency else []), *others])),
        tuple(_notes(lines, joined, counts, is_joined & ~is_main, is_joined & (parts < 0))),
        np.where(is_joined, joined.records, -1),
        _first_of_unknown(theirs, why == REASONS.index(UNKNOWN)),
        int(parts[is_joined & is_main].sum()),
        int(parts[~is_joined & are_lines & is_main].sum()),
    )


def _first_lines(listed: Register) -> Register:
    """Return as many lines as tell what the columns mean."""
    cells = (ColumnCells.of(list(column[:_TELLING_LINES])) for column in listed.cells)
    return replace(listed, cells=tuple(cells), row_numbers=listed.row_numbers[:_TELLING_LINES])


def _with_those_of_nobody(why: NDArray[np.int8], joined: Joined, theirs: Side) -> NDArray[np.int8]:
    """Return why each line counts for no customer, with those that are nobody's known to the register."""
    nobody = (why == 0) & (joined.records < 0)
    if not nobody.any():
        return why
    of_who = np.where(_says_who(theirs), REASONS.index(UNKNOWN), REASONS.index(NO_CUSTOMER))
    several = joined.records == NO_ONE_OF_SEVERAL
    return np.where(nobody, np.where(several, REASONS.index(SEVERAL), of_who), why).astype(np.int8)


def _says_who(theirs: Side) -> NDArray[np.bool_]:
    """Return which lines say at all whose they are."""
    says: NDArray[np.bool_] = theirs.names != ""
    for step in STEPS:
        says = says | theirs.register.filled(theirs.columns(step))
    return says


def _first_of_unknown(theirs: Side, are_unknown: NDArray[np.bool_]) -> tuple[int, ...]:
    """Return the first line of each customer who is not in the register and is called by a name."""
    places = np.flatnonzero(are_unknown & (theirs.names != ""))
    seen: dict[str, int] = {}
    for place in places.tolist():
        seen.setdefault(theirs.names[place], place)
    return tuple(seen.values())


def _notes(
    lines: PurchaseLines,
    joined: Joined,
    counts: Counter[str],
    in_others: NDArray[np.bool_],
    credited: NDArray[np.bool_],
) -> Iterator[Reason]:
    """Say what a reader of the result must know, each in one sentence."""
    columns = lines.columns
    if columns.sum is None:
        yield Reason("purchases.note_no_sums")
    elif columns.others:
        yield Reason("purchases.note_sum_column", (columns.sum, ", ".join(columns.others)))
    if joined.other_numbers:
        yield Reason("purchases.note_other_numbers")
    if credited.any():
        parts = lines.frame["parts"].to_numpy()[credited].sum()
        yield Reason("purchases.note_credits", (str(int(credited.sum())), str(in_units(int(parts)))))
    if others := int(in_others.sum()):
        yield Reason("purchases.note_currencies", (str(others), lines.main_currency))
    for code in (TOTALS, NOT_DONE, FUTURE, NO_DAY, NO_SUM, NO_CUSTOMER, UNKNOWN, SEVERAL):
        if counts[code]:
            yield Reason(code, (str(counts[code]),))
    records = joined.records[joined.records >= 0]
    if len(records):
        most = int(np.bincount(records).max())
        if most >= _MANY_LINES and most > _MUCH_OF_ALL * len(records):
            yield Reason("purchases.note_much_of_one", (str(most),))


def a_year_before(today: date) -> date:
    """Return the same day a year earlier, the last of February for a day of leap."""
    try:
        return today.replace(year=today.year - 1)
    except ValueError:
        return today.replace(year=today.year - 1, day=28)


def per_customer(lines: PurchaseLines, records: NDArray[np.int64], today: date) -> pd.DataFrame:
    """Return one row a customer, index `record`: `first`, `last` (int64 ordinals, 0: none), `count`, `sum_all`,
    `sum_12_months` (int64, exact parts), `every_days` (float64, NaN: not told). `records` says whose each line is."""
    frame = lines.frame.assign(record=records)
    frame = frame[(frame["record"] >= 0) & (frame["why"] == 0).to_numpy()]
    frame = frame.assign(counted=frame["parts"].where(frame["currency"] == lines.main_currency, 0))
    frame = frame.assign(recent=frame["counted"].where(frame["day"] > a_year_before(today).toordinal(), 0))
    totals = frame.groupby("record").agg(sum_all=("counted", "sum"), sum_12_months=("recent", "sum"))
    bought = frame[frame["parts"] >= 0]
    days = bought.groupby("record").agg(first=("day", "min"), last=("day", "max"))
    table = totals.join(days, how="left").join(_counts(bought), how="left").join(_rhythm(bought), how="left")
    whole = ["first", "last", "count"]
    return table.assign(**{name: table[name].fillna(0).astype(np.int64) for name in whole})


def _counts(bought: pd.DataFrame) -> "pd.Series[int]":
    """Return how many purchases each customer made: lines of one invoice or order count as one."""
    numbered = bought[bought["document"] >= 0].drop_duplicates(["record", "document"])
    others = bought[bought["document"] < 0]
    return pd.concat([numbered, others]).groupby("record").size().rename("count")


def _rhythm(bought: pd.DataFrame) -> "pd.Series[float]":
    """Return the median of the days between a customer's different days of purchase."""
    order = np.unique(bought["record"].to_numpy() * _DAYS + bought["day"].to_numpy())
    days = pd.DataFrame({"record": order // _DAYS, "day": order % _DAYS})
    gaps = days["day"].diff().where(days["record"].eq(days["record"].shift()))
    between = gaps.groupby(days["record"])
    return between.median().where(between.count() >= _FEWEST_DAYS - 1).rename("every_days")


def as_bought(table: pd.DataFrame) -> tuple[Bought, ...]:
    return tuple(
        Bought(
            RecordId(int(row.Index)),
            date.fromordinal(row.first) if row.first else None,
            date.fromordinal(row.last) if row.last else None,
            int(row.times),
            int(row.sum_all),
            int(row.sum_12_months),
            round(row.every_days) if row.every_days == row.every_days else None,
        )
        for row in table[["first", "last", "count", "sum_all", "sum_12_months", "every_days"]]
        .rename(columns={"count": "times"})
        .itertuples()
    )
