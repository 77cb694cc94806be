"""What a register's customers have bought by lists beside it, kept with the register."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from tikissa.model.record import RecordId

SCALE = 10_000
"""Sums are kept in these parts of a unit of currency."""


@dataclass(frozen=True, slots=True)
class Bought:
    """What one customer has bought. `first` and `last` are days of purchases, not of credit notes, None where there is
    none; `count` is of different invoices or orders where lines tell theirs; sums are in ten-thousandths of a unit of
    the list's main currency. `every_days`: the usual number of days between purchases, None for too few of them."""

    record: RecordId
    first: date | None
    last: date | None
    count: int
    sum_all: int
    sum_12_months: int
    every_days: int | None


@dataclass(frozen=True, slots=True)
class BoughtByLists:
    """What is known of each customer, by record; `files` are the lists it comes from, `currency` that of the sums."""

    customers: Mapping[RecordId, Bought] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    currency: str = ""

    @property
    def name(self) -> str:
        """Return the list that was joined last, "" where none was."""
        return self.files[-1] if self.files else ""

    def last_days(self, count: int) -> NDArray[np.int32]:
        """Return the day of each record's last purchase (`date.toordinal`), 0: none, shape (count,)."""
        days = np.zeros(count, np.int32)
        for record, bought in self.customers.items():
            days[record] = bought.last.toordinal() if bought.last else 0
        return days

    def sums(self, count: int) -> NDArray[np.float64]:
        """Return the sum of each record's purchases in units of the currency, 0 where none is known, shape (count,)."""
        sums = np.zeros(count)
        for record, bought in self.customers.items():
            sums[record] = max(bought.sum_all, 0) / SCALE
        return sums


NOTHING_BOUGHT = BoughtByLists()
