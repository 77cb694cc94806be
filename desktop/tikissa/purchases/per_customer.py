"""What each customer has bought, from the lines that are theirs: first and last day, count, sums, how often."""

from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tikissa.model.bought import Bought
from tikissa.model.record import RecordId
from tikissa.purchases.purchase_lines import PurchaseLines

_DAYS = 1 << 22
"""More than there are days: a record and a day are one number, which sorts ten times as fast as two."""

_FEWEST_DAYS = 3
"""Different days of purchase from which on a rhythm is told."""


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
